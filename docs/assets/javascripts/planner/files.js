/* What the reader keeps as a file. */
(function (planner) {
  "use strict";

  /** Hand the reader a file. */
  function save(name, type, text) {
    var url = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    planner.parts.make("a", { href: url, download: name }).click();
    setTimeout(function () { URL.revokeObjectURL(url); }, 10000);
  }

  planner.files = { save: save };
})(window.atlasPlanner = window.atlasPlanner || {});
