/* What the reader keeps as a file. */
(/** @param {any} planner */ planner => {
  "use strict";

  /** Hand the reader a file. */
  function save(name, type, text) {
    const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    planner.parts.make("a", { href: url, download: name }).click();
    setTimeout(() => { URL.revokeObjectURL(url); }, 10000);
  }

  planner.files = { save };
})(window.atlasPlanner = window.atlasPlanner || {});
