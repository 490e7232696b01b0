/* The packages that the reader's files pin: at which hop each has to move, and to what. Draws nothing.
 *
 * What ran comes with the data (atlas/decide/packages.py decides it). What is left to do here is to compare: only the reader's
 * files say which version there is.
 */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;
  const { reaches } = planner.versions;
  /** Names come from files: `constructor` is no package. */
  const HAS = Object.prototype.hasOwnProperty;

  /** A version without what makes no difference: 5.0 is 5.0.0. */
  function short(version) {
    return version.replace(/(\.0+)+$/, "");
  }

  /** Whether a version is another one or newer. */
  function from(version, least) {
    return reaches(short(version), short(least));
  }

  /** The row of a release as an object; null where the package was not run there. */
  function rowOf(runs, release) {
    const row = runs.on[release];
    return row ? Object.fromEntries(planner.packageRuns.fields.map((field, place) => [field, row[place]])) : null;
  }

  /** Whether a version is among some. */
  function among(version, some) {
    return some.some(one => short(one) === short(version));
  }

  /** What the runs say of a version on a release: `ran`, `between` (two that ran), `failed`, `refused` (could not be installed),
   * `none` (none ran), `old` or `new` (older or newer than what ran), `unknown`. */
  function verdict(version, row, listed) {
    if (!row) return "unknown";
    if (among(version, row.ran)) return "ran";
    if (!row.ran.length) return "none";
    if (among(version, row.failed)) return "failed";
    if (among(version, row.refused)) return "refused";
    if (!from(version, row.ran[0])) return row.smallest ? "old" : "unknown";
    if (from(row.ran[row.ran.length - 1], version)) return "between";
    return from(listed, version) ? "new" : "unknown";
  }

  /** Whether a verdict lets a package stay as it is. */
  function stays(judged) {
    return judged === "ran" || judged === "between";
  }

  /** A step about a package. part: a word that tells steps of one hop apart. */
  function step(name, hop, part, title, summary, today) {
    return {
      id: `packages/${hop.to}-${name}-${part}`, change: null, package: name, tier: "", list: "run", urgency: "must", level: "must",
      title, summary, today, met: "", absent: false
    };
  }

  /** Why a version cannot stay, by the verdict. */
  const WHY = {
    failed: values => say("whyFailed", values), refused: values => say("whyRefused", values),
    old: values => say("whyOld", values), new: values => say("whyNew", values)
  };

  /** The oldest and the newest that ran, and the Python. */
  function bounds(row) {
    return { least: row.ran[0], most: row.ran[row.ran.length - 1], python: row.python };
  }

  /** A move to a version that ran on both sides of a hop. */
  function moveFirst(values, hop, to, today) {
    return step(values.name, hop, to, say("packageMove", { ...values, to }), say("packageFirst", { ...values, to }), today);
  }

  /** A move together with Django. */
  function moveTogether(values, hop, to) {
    return step(values.name, hop, to, say("packageMove", { ...values, to }), say("packageTogether", { ...values, to }), false);
  }

  /** Whether all that is left to move to is older than what works until now: a version of before its authors set a bound. */
  function onlyOlder(version, row, before, listed) {
    return !from(bounds(row).most, version) && stays(verdict(version, before, listed));
  }

  /** What to do about a package that cannot stay: the step, whether it comes before Django, the version that it has then. */
  function moved(one, version, hop, judged, row, runs, first) {
    const values = { ...one, version, old: hop.from, new: hop.to }, bridge = runs.bridges[hop.to];
    if (judged === "none") {
      const made = step(one.name, hop, "none", say("packageNone", values), say("packageNoneWhy", values), false);
      return { made, version, isBefore: true, isStuck: true };
    }
    values.why = WHY[judged]({ release: hop.to, ...bounds(row) });
    if (onlyOlder(version, row, rowOf(runs, hop.from), runs.listed)) {
      const older = { ...values, to: bounds(row).most };
      const made = step(one.name, hop, "older", say("packageOlder", older), say("packageOlderWhy", older), false);
      return { made, version, isBefore: true, isStuck: true };
    }
    if (bridge) return { made: moveFirst(values, hop, bridge, first), version: bridge, isBefore: true };
    const to = bounds(row).most;
    return { made: moveTogether(values, hop, to), version: to, isBefore: false };
  }

  /** What to look at where nobody knows: said once for a package. */
  function unsure(one, version, hop, row, bridge) {
    const values = { ...one, version, old: hop.from, new: hop.to, to: bridge };
    const made = summary => step(one.name, hop, "check", say("packageCheck", values), summary, false);
    if (!row) return made(say("packageNotRun", values));
    const isAhead = bridge && !from(version, bridge);
    return made(isAhead ? say("packageUntried", values) : say("packageUntriedAlone", { ...values, ...bounds(row) }));
  }

  /** A version that does not even run where the plan begins, and runs after it. */
  function atStart(one, runs, hop) {
    const row = rowOf(runs, hop.from), judged = verdict(one.version, row, runs.listed);
    if (!(judged in WHY)) return [];
    const values = { ...one, old: hop.from, new: hop.to, why: WHY[judged]({ release: hop.from, ...bounds(row) }) };
    return [step(one.name, hop, "start", say("packageStart", values), say("packageStartWhy", values), true)];
  }

  /** One package at a hop: { before, after }, steps before and after Django itself. held: { version, told, isStuck } of the package so far. */
  function atHop(one, runs, hop, first, held) {
    const row = rowOf(runs, hop.to), judged = verdict(held.version, row, runs.listed);
    if (stays(judged)) return { before: first ? atStart(one, runs, hop) : [], after: [] };
    if (judged === "unknown") {
      const asked = held.told ? [] : [unsure(one, held.version, hop, row, runs.bridges[hop.to])];
      held.told = true;
      return { before: asked, after: [] };
    }
    if (held.isStuck) return { before: [], after: [] };
    const { made, version, isBefore, isStuck = false } = moved(one, held.version, hop, judged, row, runs, first);
    Object.assign(held, { version, isStuck });
    return isBefore ? { before: [made], after: [] } : { before: [], after: [made] };
  }

  /** Packages whose version is pinned and that were run, each with its runs. */
  function known(packages) {
    const found = (planner.packageRuns || {}).packages || {};
    return packages.filter(one => one.exact && HAS.call(found, one.name)).map(one => [one, found[one.name]]);
  }

  /** Steps of packages hop by hop: a function of a hop, called in their order. packages: see scan/engine/requirements.js. */
  function walk(packages) {
    const all = known(packages).map(([one, runs]) => [one, runs, { version: one.version, told: false, isStuck: false }]);
    return (hop, first) => {
      const found = all.map(([one, runs, held]) => atHop(one, runs, hop, first, held));
      return { before: found.flatMap(one => one.before), after: found.flatMap(one => one.after) };
    };
  }

  /** What no step can tell of: names of packages without runs, and of those that files do not pin. */
  function unknown(packages) {
    const run = known(packages).map(([one]) => one), found = (planner.packageRuns || {}).packages || {};
    const rest = packages.filter(one => !run.includes(one));
    const [open, never] = [rest.filter(one => HAS.call(found, one.name)), rest.filter(one => !HAS.call(found, one.name))];
    return { run: run.length, open: open.map(one => one.name), never: never.map(one => one.name) };
  }

  planner.packageSteps = { verdict, walk, unknown };
})(window.atlasPlanner = window.atlasPlanner || {});
