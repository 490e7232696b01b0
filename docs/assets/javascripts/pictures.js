/* The reader's day on the support timeline, and the reader's release on the strips of change pages.
 *
 * Both pages are complete without this script; it only moves a line and marks a column. Needs days.js.
 */
(function () {
  "use strict";

  /** Put the line of today where the reader's clock says, between data-start and data-end of its picture. */
  function moveToday(chart, day) {
    var start = Date.parse(chart.dataset.start), end = Date.parse(chart.dataset.end);
    var left = Number(chart.dataset.left);
    var share = (Date.parse(day) - start) / (end - start);
    var line = chart.querySelector("[data-today]");
    line.toggleAttribute("hidden", share < 0 || share > 1);
    line.setAttribute("x", left + (100 - left) * share + "%");
  }

  /** The release that the reader chose last on the front page or in the planner. */
  function yours() {
    try {
      return localStorage.getItem("atlas.from");
    } catch (error) {
      return null; // storage can be switched off
    }
  }

  function markYours(release) {
    document.querySelectorAll(".strip th[data-release]").forEach(function (cell) {
      var own = cell.dataset.release === release;
      cell.classList.toggle("yours", own);
      if (own) cell.title = "You are here";
    });
  }

  function remember(event) {
    try {
      localStorage.setItem("atlas.from", event.target.elements.from.value);
    } catch (error) {
      return; // the form works without
    }
  }

  function draw() {
    document.querySelectorAll(".chart[data-start]").forEach(function (chart) { moveToday(chart, atlasDays.today()); });
    document.querySelectorAll("form.way").forEach(function (form) {
      if (form.elements.from) form.addEventListener("submit", remember);
    });
    markYours(yours());
  }

  if (typeof document$ !== "undefined") document$.subscribe(draw);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", draw);
  else draw();
})();
