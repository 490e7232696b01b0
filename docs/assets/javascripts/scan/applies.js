"use strict";

// Which changes concern a move from one release to another, and when each one bites. Mirrors atlas/scan/applies.py
// and atlas/scan/report.py.

/** A version as numbers: `4.1`, `3.2.12`, `2028`. */
function versionKey(version) {
  return version.split(".").map(Number);
}

/** The feature release of a version: its first two numbers, or the year alone from 2028 on. */
function featureRelease(version) {
  const parts = version.split(".");
  return Number(parts[0]) >= 2000 ? parts[0] : parts.slice(0, 2).join(".");
}

function compareVersions(one, other) {
  return compareRows(versionKey(one), versionKey(other));
}

/** The changes with rules that concern a move, each with the release on which it `bites`. */
function applicableChanges(changes, from, to) {
  const start = featureRelease(from), end = featureRelease(to);
  return changes.flatMap(change => {
    const begins = change.id.split("/")[0];
    const bites = change.removed || begins;
    const breaks = compareVersions(start, bites) < 0 && compareVersions(bites, end) <= 0;
    const pending = change.removed && compareVersions(begins, end) <= 0 && compareVersions(end, bites) < 0;
    return breaks || pending ? [{ ...change, bites }] : [];
  });
}

/** One hit for a change and place, whichever of its rules was met first. */
function unrepeated(hits) {
  const first = new Map();
  for (const hit of hits) {
    const key = `${hit.change}\n${hit.path}\n${hit.line}\n${hit.column}`;
    if (!first.has(key)) first.set(key, hit);
  }
  return [...first.values()];
}
