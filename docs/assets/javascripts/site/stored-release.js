"use strict";

// The reader's release, as the browser keeps it.

const storedRelease = {
  KEY: "atlas.from",
  /** Beside it the exact version, which counts as long as it is one of that release. */
  EXACT: "atlas.from.exact",

  /**
   * The release that the reader chose last; null where there is none, it is no release or storage is switched off.
   *
   * @returns {string | null}
   */
  read() {
    try {
      const release = localStorage.getItem(this.KEY) || "";
      return /^\d{1,4}\.\d{1,4}$/.test(release) ? release : null;
    } catch (error) {
      return null;
    }
  },

  /**
   * The exact version that the reader chose last, or the release where that was all; null where there is none.
   *
   * @returns {string | null}
   */
  exact() {
    const release = this.read();
    try {
      const exact = localStorage.getItem(this.EXACT) || "";
      return release && (exact === release || exact.startsWith(`${release}.`)) ? exact : release;
    } catch (error) {
      return null;
    }
  },

  /**
   * @param {string} release
   * @param {string} exact
   */
  write(release, exact = release) {
    try {
      localStorage.setItem(this.KEY, release);
      localStorage.setItem(this.EXACT, exact);
    } catch (error) {
      // Storage is switched off; forms work without.
    }
  },
};
