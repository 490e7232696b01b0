/* What there is to do that no change stands for: a patch release, a Python, a database, the hop itself. Draws nothing.
 *
 * Each comes with the data of its hop, id included, under which ticks and notes are kept. What is chosen here is whether
 * the reader needs it.
 */
(/** @param {any} planner */ planner => {
  "use strict";

  /** A step without a change. said: {id, title, summary}. */
  function extra(said, today) {
    return {
      id: said.id, change: null, tier: "", list: "run", urgency: "must", title: said.title, summary: said.summary,
      level: "must", today, met: "", absent: false
    };
  }

  /** The newest patch release of where the reader is; null for those who have it. */
  function patch(from, release) {
    return from === release.newest ? null : extra(release.patch, true);
  }

  /** What the reader runs, by product: what was chosen, until a move raises it. */
  function running(choice) {
    const products = Object.entries(choice.products);
    return new Map(choice.python ? [["Python", choice.python], ...products] : products);
  }

  /** Whether a version needs no move. */
  function fits(version, move) {
    return move.takes ? move.takes.includes(version) : planner.versions.reaches(version, move.wanted);
  }

  /** The moves that a hop asks for, as steps; `runs` has what runs after them. first: whether the plan begins here. */
  function moves(hop, first, runs) {
    const needed = hop.moves.filter(move => runs.has(move.product) && !fits(runs.get(move.product), move));
    return needed.map(move => {
      const title = planner.words.fill(move.title, { found: runs.get(move.product) });
      runs.set(move.product, move.wanted);
      return extra({ ...move, title }, move.alone && first);
    });
  }

  /** Why a requirement is no work for those who run enough by then; empty where it is, or where nobody knows. */
  function met(requires, runs) {
    const products = Object.keys(requires || {});
    const enough = products.every(product =>
      runs.has(product) && planner.versions.reaches(runs.get(product), requires[product]));
    if (!products.length || !enough) return "";
    const said = products.map(product => planner.words.say("productAt", { product, version: runs.get(product) }));
    return planner.words.say("met", { products: said.join(planner.words.say("and")) });
  }

  /** The extra steps of a hop, in the order in which they are done. packages: see packages.js, `walk`. */
  function ofHop(hop, first, plan, runs, packages) {
    const { before, after } = packages(hop, first);
    const steps = [...moves(hop, first, runs), ...before, extra(hop.install, false), ...after];
    return first && plan.patch ? [plan.patch, ...steps] : steps;
  }

  planner.extraSteps = { patch, running, ofHop, met };
})(window.atlasPlanner = window.atlasPlanner || {});
