"use strict";

// What a scan found, arranged for the page. Mirrors atlas/scan/report.py, as far as a page does not arrange itself.

/** One hit for a change and place, whichever of its rules was met first. */
function unrepeated(hits) {
  const first = new Map();
  for (const hit of hits) {
    const key = `${hit.change}\n${hit.path}\n${hit.line}\n${hit.column}`;
    if (!first.has(key)) first.set(key, hit);
  }
  return [...first.values()];
}
