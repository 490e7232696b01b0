/* The steps of a plan: all of them, those that are work, and those that fit what the reader looks for. Draws nothing. */
(/** @param {any} planner */ planner => {
  "use strict";

  /** The steps of a hop in order. */
  function ofHop(hop) {
    return hop.groups.flatMap(group => group.steps);
  }

  /** Every step once, in order. */
  function ofPlan(plan) {
    const steps = plan.hops.flatMap(ofHop);
    if (!plan.hops.length && plan.patch) steps.push(plan.patch);
    return steps.concat(plan.pending || []);
  }

  /** What there is to do: requirements that are met are no work. */
  function open(steps) {
    return steps.filter(step => !step.met);
  }

  /** What counts: not what is met, and not what a scan looked for in vain. */
  function work(some) {
    return open(some).filter(step => !step.absent);
  }

  /** Whether all words are in a text; text is compared without case. */
  function fits(text, words) {
    const lower = text.toLowerCase();
    return words.toLowerCase().split(/\s+/).every(word => lower.includes(word));
  }

  /** Whether a step is shown when the reader looks for something. */
  function shown(step, choice) {
    if (choice.today && !step.today) return false;
    const names = step.change ? `${step.change.names} ${step.change.id}` : "";
    return fits(`${step.title} ${step.summary} ${names}`, choice.q);
  }

  planner.steps = { ofHop, ofPlan, open, work, shown, fits };
})(window.atlasPlanner = window.atlasPlanner || {});
