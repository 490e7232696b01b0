/* A plan: consecutive hops put together, and fitted to what the reader uses and runs. Draws nothing.
 *
 * What is done at a hop, in which group and order, comes with the data: atlas/decide/plan.py decides it. A step is a change
 * of this site or an extra step. Its id is what ticks and notes are kept under, so it never depends on the build.
 */
(/** @param {any} planner */ planner => {
  "use strict";

  const { extraSteps } = planner;
  const { say } = planner.words;

  /** Why a version is no place to start from or to go to; null where it is one. */
  function unknown(version, model) {
    if (model.versions.has(version)) return null;
    const planned = model.planned.some(name => version === name || version.startsWith(`${name}.`));
    return planned ? say("planned", { version })
      : say("unknown", { version, oldest: model.names[0], newest: model.names[model.names.length - 1] });
  }

  /** Why there is no plan between two versions, as a sentence for the reader; null where there is one. */
  function noPlan(from, to, model) {
    const wrong = unknown(from, model) || unknown(to, model);
    if (wrong) return wrong;
    const start = model.versions.get(from), goal = model.versions.get(to);
    // A release as the goal means its newest patch release.
    const down = start.release === to ? false : start.place > goal.place;
    return down ? say("downgrade", { from, to }) : null;
  }

  /** The hops from one feature release to another. */
  function hopsBetween(start, goal, model) {
    return model.hops.filter(hop => hop.at > model.at(start) && hop.at <= model.at(goal));
  }

  /** CVEs that the newest patch of the goal has fixed and that came out after the start, newest first. */
  function cvesBetween(from, goal, model) {
    const since = model.versions.get(from).date;
    return model.cves.filter(cve => cve.date > since && cve.fixedIn.includes(goal));
  }

  /** level: "must" where the old code stops in this plan, "should" where it only warns until after the goal. */
  function stepOf(change, tier, list, plan, model) {
    return {
      id: change.id, change, tier, title: change.title, summary: change.summary, met: "", absent: false,
      list, urgency: model.urgency[list],
      level: change.necessaryBy <= model.at(plan.goal) ? "must" : "should",
      today: change.possibleFrom <= model.at(plan.start)
    };
  }

  /** Whether a step concerns what the reader chose to see. */
  function wanted(step, choice) {
    if (!step.change) return true;
    if (choice.without.includes(step.change.area)) return false;
    return step.level === "must" || choice.see !== "must";
  }

  /** A hop as this plan has it. seen: ids of steps of the hops before; runs, packages: what the reader runs by then. */
  function hopOf(hop, first, choice, plan, { runs, packages }, seen, model) {
    const extras = extraSteps.ofHop(hop, first, plan, runs, packages);
    const made = { ...hop, first, carried: [], features: [] };
    made.groups = hop.groups.map(group => {
      const steps = group.entries.map(one => stepOf(one.change, one.tier, group.key, plan, model))
        .filter(step => wanted(step, choice));
      const fresh = steps.filter(step => !seen.has(step.id));
      made.carried.push(...steps.filter(step => seen.has(step.id)));
      steps.forEach(step => {
        seen.add(step.id);
        step.met = extraSteps.met(step.change.requires, runs);
      });
      return { ...group, steps: group.key === "run" ? extras : fresh };
    });
    return made;
  }

  /** Deprecations that warn at the start already and still work, warning, at the goal. */
  function pendingOf(choice, plan, model) {
    if (choice.see === "must") return [];
    const [start, goal] = [model.at(plan.start), model.at(plan.goal)];
    return [...model.byId.values()]
      .filter(change => change.begins <= start && change.necessaryBy > goal)
      .map(change => stepOf(change, "warns", "pending", plan, model))
      .filter(step => wanted(step, choice));
  }

  /** Give each hop the new features of its release. */
  function addFeatures(plan, features, choice) {
    plan.hops.forEach(hop => {
      hop.features = features.filter(one => one.id.split("/")[0] === hop.to && !choice.without.includes(one.area));
    });
  }

  /** The plan for a choice; `sentence` instead of hops where there is none. features: rows, or null until loaded.
   * hits: places in the reader's code by id of change, null before a scan. packages: what the reader's files ask for. */
  function make(choice, model, features, hits = null, packages = []) {
    const plan = { from: choice.from, to: choice.to, sentence: noPlan(choice.from, choice.to, model), hops: [] };
    if (plan.sentence) return plan;
    plan.start = model.versions.get(choice.from).release;
    plan.goal = model.versions.get(choice.to).release;
    plan.cves = cvesBetween(choice.from, plan.goal, model);
    plan.patch = extraSteps.patch(choice.from, model.releases.get(plan.start));
    plan.patches = planner.patches.brought(choice.from, plan.start, model);
    const used = { runs: extraSteps.running(choice), packages: planner.packageSteps.walk(packages) }, seen = new Set();
    plan.hops = hopsBetween(plan.start, plan.goal, model)
      .map((hop, place) => hopOf(hop, place === 0, choice, plan, used, seen, model));
    plan.pending = pendingOf(choice, plan, model);
    if (hits) {
      plan.hops.forEach(hop => { hop.groups = planner.byScan.regroup(hop.groups, hits, model); });
      planner.byScan.mark(plan.pending, hits);
    }
    if (features && choice.see === "new") addFeatures(plan, features, choice);
    return plan;
  }

  planner.plan = { make, noPlan };
})(window.atlasPlanner = window.atlasPlanner || {});
