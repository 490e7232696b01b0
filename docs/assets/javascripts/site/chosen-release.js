/* The reader's release: remembered when a form asks for it, marked on the strips of releases.
 *
 * Pages and forms are complete without this script.
 */
(function () {
  "use strict";

  var KEY = "atlas.from";

  /** The release that the reader chose last; null where there is none or storage is switched off. */
  function chosen() {
    try {
      return localStorage.getItem(KEY);
    } catch (error) {
      return null;
    }
  }

  function remember(event) {
    try {
      localStorage.setItem(KEY, event.target.elements.from.value);
    } catch (error) {
      return; // the form works without
    }
  }

  function mark(release) {
    document.querySelectorAll(".strip th[data-release]").forEach(function (cell) {
      var own = cell.dataset.release === release;
      cell.classList.toggle("yours", own);
      if (own) cell.title = "You are here";
    });
  }

  function draw() {
    document.querySelectorAll("form.way").forEach(function (form) {
      if (form.elements.from) form.addEventListener("submit", remember);
    });
    mark(chosen());
  }

  // Material announces each page here, also one that comes without a reload.
  if (typeof document$ !== "undefined") document$.subscribe(draw);
  else draw();
})();
