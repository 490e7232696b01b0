"use strict";

// Imports that die: names that a release does not have any more, as changes of their own, and what became of each.
// Mirrors atlas/scan/imports.py.

/** What the ids of these changes begin with; no page has such a one. */
const DYING = "imports/";

/** The releases after one and up to another that lack names of the one before, in order. */
function releasesBetween(imports, after, upTo) {
  return Object.keys(imports)
    .filter(release => compareVersions(after, release) < 0 && compareVersions(release, upTo) <= 0)
    .sort(compareVersions);
}

/** A change for each of these releases. */
function dyingImports(imports, from, to) {
  return releasesBetween(imports, featureRelease(from), featureRelease(to)).map(release => {
    return { id: DYING + release, necessaryBy: release, rules: [{ gone: Object.keys(imports[release]) }] };
  });
}

/** What became of a hit's name by a release, in a few words: { said, page }, page being the id of a change or empty. */
function fateOf(imports, { change, what }, to) {
  const release = change.slice(DYING.length);
  const { now: first = "", change: page = "" } = imports[release][what];
  // What moved may move again.
  const now = releasesBetween(imports, release, featureRelease(to)).reduce((name, one) => {
    const row = imports[one][name];
    return row ? row.now || "" : name;
  }, first);
  return { said: now ? `${what} is now ${now}` : `${what} is gone in ${release}`, page };
}
