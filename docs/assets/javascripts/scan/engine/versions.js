"use strict";

// Order and arithmetic of Django's version numbers. Mirrors atlas/words/versions.py.

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

/** Below, at or above 0, as Python orders tuples. */
function compareRows(one, other) {
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    if (one[i] !== other[i]) return one[i] < other[i] ? -1 : 1;
  }
  return one.length - other.length;
}
