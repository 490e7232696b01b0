"use strict";

// Code that already provides for both releases: `except ImportError`, and comparisons of Django's version. Mirrors
// atlas/scan/python/guards.py.

/** Whether an `except` clause runs after a failed import. */
function catchesImportError(handler, tables) {
  if (!handler.kind) return true;
  const kinds = handler.kind.type === "Tuple" ? handler.kind.elts : [handler.kind];
  return kinds.some(kind => kind.type === "Name" && tables.importErrors.has(kind.id));
}

/** The comparison of Django's version that a condition makes, if that is all it does. */
function versionComparison(test, text, tables) {
  if (test.type !== "Compare") return null;
  const match = tables.versionComparison.exec(text.slice(test.from, test.to));
  if (!match || match[0].includes("\n")) return null;
  const [, part = ":5", operator, numbers] = match;
  const length = part === "0" ? 1 : Number(part.replace(/^[: \t]+/, ""));
  return { operator, numbers: numbers.split(",").map(Number), length, holds: true };
}

/** Whether code under these comparisons runs on the first patch of a feature release such as [4, 1]. */
function runsOn(when, release) {
  // django.VERSION of a final release: (4, 1, 0, "final", 0); as numbers, only its length matters past 0.
  const version = [...release, 0, 0, 0].slice(0, Math.max(3, release.length)).concat(9, 0);
  return when.every(test => compareVersion(version.slice(0, test.length), test) === test.holds);
}

function compareVersion(version, { operator, numbers }) {
  const order = compareRows(version, numbers);
  return {
    "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0, "==": order === 0, "!=": order !== 0,
  }[operator];
}
