"use strict";

// The data of plans, half of what the planner's page weighs: read at once where something is chosen, so that the plan is
// drawn before anything is painted, and else when somebody chooses.

/**
 * Whether the page opens with a plan: its address names a release, or the reader did on another page or visit.
 *
 * @returns {boolean}
 */
function isChosen() {
  return Boolean(new URLSearchParams(location.search).get("from") || storedRelease.read());
}

const planData = {
  address: document.getElementById("planner").dataset.hops,

  /**
   * Read the data. Errors: none; `failed` is called where they cannot be read.
   *
   * @param {() => void} loaded
   * @param {() => void} failed
   */
  load(loaded, failed) {
    const script = document.createElement("script");
    script.src = this.address;
    script.addEventListener("load", loaded);
    script.addEventListener("error", failed);
    document.head.append(script);
  },
};

self.atlasPlanData = planData;
// Written by the parser's own script, the data are there before the next script, and before anything is painted.
if (isChosen() && document.readyState === "loading") document.write(`<script src="${planData.address}"></script>`);
