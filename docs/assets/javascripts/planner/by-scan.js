/* The steps of a plan after a scan of the reader's code: in it, to look for by hand, looked for in vain. Draws nothing.
 *
 * What was looked for in vain is in no total. What django-upgrade rewrites stays with the command that does it.
 */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;

  /** Mark steps that have a rule and no place in the code. */
  function mark(some, hits) {
    some.forEach(step => { step.absent = Boolean(step.change && step.change.detect && !hits.has(step.id)); });
  }

  /** Steps, worst first; steps of one tier as they were. */
  function worstFirst(some, tiers) {
    return [...some].sort((one, other) => tiers.indexOf(one.tier) - tiers.indexOf(other.tier));
  }

  /** The lists of a hop: what to run and what is rewritten, in the code, to look for, rare, not there. */
  function regroup(groups, hits, model) {
    const tiers = Object.keys(model.tiers), list = key => groups.find(group => group.key === key);
    const all = groups.flatMap(group => group.steps), isFound = step => hits.has(step.id);
    mark(all, hits);
    const byHand = all.filter(step => step.list !== "run" && step.list !== "rewritten" && !step.absent);
    const found = worstFirst(byHand.filter(isFound), tiers);
    found.forEach(step => { step.urgency = model.urgency[step.tier]; });
    const rest = byHand.filter(step => !isFound(step));
    return [
      list("run"), { ...list("rewritten"), steps: list("rewritten").steps.filter(step => !step.absent) },
      { key: "found", title: say("foundTitle"), meaning: say("foundMeaning"), steps: found },
      { key: "hand", title: say("handTitle"), meaning: say("handMeaning"), steps: rest.filter(step => step.list !== "low") },
      { ...list("low"), steps: rest.filter(step => step.list === "low") },
      { key: "absent", title: say("absentTitle"), meaning: say("absentMeaning"), steps: all.filter(step => step.absent) }
    ];
  }

  planner.byScan = { mark, regroup };
})(window.atlasPlanner = window.atlasPlanner || {});
