"use strict";

// Which changes concern a move from one release to another, and by when each one is necessary. Mirrors atlas/scan/applies.py.

/** The changes with rules that concern a move, each with the release that it is `necessaryBy`. */
function applicableChanges(changes, from, to) {
  const start = featureRelease(from), end = featureRelease(to);
  return changes.flatMap(change => {
    const begins = change.id.split("/")[0];
    const necessaryBy = change.removed || begins;
    const breaks = compareVersions(start, necessaryBy) < 0 && compareVersions(necessaryBy, end) <= 0;
    const pending = change.removed && compareVersions(begins, end) <= 0 && compareVersions(end, necessaryBy) < 0;
    return breaks || pending ? [{ ...change, necessaryBy }] : [];
  });
}
