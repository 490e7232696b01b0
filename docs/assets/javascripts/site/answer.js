"use strict";

// The front page's answer for the reader's own version. The page has an answer for each release, drawn and worded; this
// shows the one that was asked for, and writes into it what depends on the patch release: its name, and how many CVEs
// were made public since.

const answers = {
  /** @returns {HTMLSelectElement} where the reader says what runs */
  field() {
    return /** @type {HTMLSelectElement} */ (document.getElementById("answer-from"));
  },

  /** How many CVEs that a release has fixed were made public after an ISO day. */
  after(goal, day) {
    const { list } = /** @type {HTMLElement} */ (document.querySelector(`[data-days="${goal}"]`)).dataset;
    return list.split(" ").filter(one => one > day).length;
  },

  /** Write the version, numbers and links that depend on the patch release. */
  fill(answer, version, day) {
    answer.querySelectorAll("[data-version]").forEach(place => { place.textContent = version; });
    answer.querySelectorAll("[data-cves]").forEach(place => {
      place.textContent = String(this.after(place.dataset.cves, day));
    });
    answer.querySelectorAll("a[data-plan]").forEach(link => {
      link.href = link.href.replace(/([?&]from=)[^&#]*/, `$1${version}`);
    });
  },

  /** Mark the reader's release on the timeline. */
  mark(release) {
    document.querySelectorAll("#support-timeline [data-release]").forEach(row => {
      row.classList.toggle("chosen", row.dataset.release === release);
    });
  },

  /** What is chosen: the version, its release, and the ISO day on which it came out. */
  chosen() {
    const option = this.field().selectedOptions[0];
    return { version: option.value, day: option.dataset.day, release: option.parentElement.dataset.release };
  },

  /** Show the answer for what is chosen. */
  show() {
    const { version, release, day } = this.chosen();
    document.querySelectorAll(".answer").forEach(answer => {
      answer.hidden = answer.dataset.answer !== release;
      if (!answer.hidden) this.fill(answer, version, day);
    });
    this.mark(release);
  },

  /** Keep what was chosen for the planner and the other pages. */
  keep() {
    const { release, version } = this.chosen();
    storedRelease.write(release, version);
  },

  /** Begin with what the reader chose before. */
  recall() {
    const known = [...this.field().options], kept = storedRelease.exact();
    if (known.some(option => option.value === kept)) this.field().value = kept;
  },
};

answers.recall();
answers.show();
answers.field().addEventListener("change", () => {
  answers.keep();
  answers.show();
});
// On another day other words may have taken the place of those that were filled in.
document.addEventListener("visibilitychange", () => { if (!document.hidden) answers.show(); });
if (typeof document$ !== "undefined") document$.subscribe(() => { answers.show(); });
