"use strict";

// The reader's release: remembered when a form asks for it, marked on the strips of releases.

/** Remember the release that a form was sent with, and the version where it names one. */
function rememberRelease({ target: form }) {
  if (!form.elements.from) return;
  const { value, parentElement } = form.elements.from.selectedOptions[0];
  storedRelease.write(parentElement.dataset.release || value, value);
}

/** Mark the reader's release on a strip, which carries the words for it. */
function markRelease(cell) {
  const own = cell.dataset.release === storedRelease.read();
  cell.classList.toggle("chosen", own);
  if (own) cell.title = cell.closest("table").dataset.chosen;
}

/** Watch the forms of the page, and mark its strips. */
function useChosenRelease() {
  document.querySelectorAll("form.way").forEach(form => form.addEventListener("submit", rememberRelease));
  document.querySelectorAll(".strip th[data-release]").forEach(markRelease);
}

// Material announces each page here, also one that comes without a reload.
if (typeof document$ !== "undefined") document$.subscribe(useChosenRelease);
else useChosenRelease();
