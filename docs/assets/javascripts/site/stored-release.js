"use strict";

// The reader's release, as the browser keeps it.

const storedRelease = {
  KEY: "atlas.from",

  /**
   * The release that the reader chose last; null where there is none or storage is switched off.
   *
   * @returns {string | null}
   */
  read() {
    try {
      return localStorage.getItem(this.KEY);
    } catch (error) {
      return null;
    }
  },

  /**
   * @param {string} release
   */
  write(release) {
    try {
      localStorage.setItem(this.KEY, release);
    } catch (error) {
      // Storage is switched off; forms work without.
    }
  },
};
