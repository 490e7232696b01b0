"use strict";

// The line of today on the support timeline, by the reader's clock.

/** Put the line of a picture where the day is between its data-start and data-end, from data-left to 100 percent. */
function moveLine(chart, day) {
  const [start, end, at] = [chart.dataset.start, chart.dataset.end, day].map(Date.parse);
  const left = Number(chart.dataset.left);
  const share = (at - start) / (end - start);
  const line = chart.querySelector("[data-today]");
  line.toggleAttribute("hidden", share < 0 || share > 1);
  line.setAttribute("x", `${left + (100 - left) * share}%`);
}

drawByDay(day => {
  document.querySelectorAll(".chart[data-start]").forEach(chart => moveLine(chart, day));
});
