"use strict";

// Which changes concern a move from one release to another, and when each one bites. Mirrors atlas/scan/applies.py.

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
