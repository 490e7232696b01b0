/* The line of today on the support timeline, by the reader's clock. Needs days.js. */
(function () {
  "use strict";

  /** Put the line where the day is between data-start and data-end of its picture. */
  function move(chart, day) {
    var start = Date.parse(chart.dataset.start), end = Date.parse(chart.dataset.end);
    var left = Number(chart.dataset.left);
    var share = (Date.parse(day) - start) / (end - start);
    var line = chart.querySelector("[data-today]");
    line.toggleAttribute("hidden", share < 0 || share > 1);
    line.setAttribute("x", left + (100 - left) * share + "%");
  }

  function draw() {
    document.querySelectorAll(".chart[data-start]").forEach(function (chart) { move(chart, atlasDays.today()); });
  }

  // Material announces each page here, also one that comes without a reload.
  if (typeof document$ !== "undefined") document$.subscribe(draw);
  else draw();
})();
