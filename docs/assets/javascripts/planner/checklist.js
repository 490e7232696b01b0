/* A plan, or a part of it, as a checklist for a ticket: the steps that are shown. Draws nothing. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { steps } = planner;
  const { say } = planner.words;

  /** Everything to say about a step after its title, in a few words each. */
  function factsOf(step, plan, model) {
    const { change } = step, today = step.today ? say("today", { start: plan.start }) : "";
    if (!change) return [today].filter(Boolean);
    const silent = change.silent ? say("silent").toLowerCase() : "", impact = (model.impacts[change.impact] || "").toLowerCase();
    return [silent, impact, today || change.possible, change.end, change.how].filter(Boolean);
  }

  /** A step as an item of a ticket. */
  function itemOf(step, plan, state) {
    return {
      id: step.id, title: step.title, url: state.hostedPage(step), done: state.store.done(step.id),
      note: state.store.note(step.id), absent: step.absent, facts: factsOf(step, plan, state.model),
      found: state.foundIn(step.id), impact: step.change ? step.change.impact : "", fixer: step.change ? step.change.fixer : ""
    };
  }

  /** A section with the steps that are work and shown. hop: the title of its hop. commands: what to type, line by line. */
  function sectionOf(title, some, plan, state, hop = title, commands = "") {
    const shown = steps.open(some).filter(step => steps.shown(step, state.choice));
    return { title, hop, commands, items: shown.map(step => itemOf(step, plan, state)) };
  }

  /** The groups of a hop as sections. only: the key of the one that is wanted. */
  function sectionsOfHop(hop, plan, state, only) {
    return hop.groups.filter(group => !only || group.key === only).map(group =>
      sectionOf(say("section", { hop: hop.title, group: group.title.toLowerCase() }), group.steps, plan, state, hop.title,
        group.key === "run" ? hop.commands : ""));
  }

  /** The sections of the whole plan, of one hop, or of one group of a hop. part: {hop, group}, both optional. */
  function sectionsOf(plan, part, state) {
    const later = () => sectionOf(say("later", { goal: plan.goal }), plan.pending, plan, state);
    if (part.hop === "pending") return [later()];
    const hops = plan.hops.filter(hop => !part.hop || hop.to === part.hop);
    const sections = hops.flatMap(hop => sectionsOfHop(hop, plan, state, part.group));
    if (part.hop) return sections;
    if (!plan.hops.length && plan.patch) sections.push(sectionOf(say("onStart", { start: plan.start }), [plan.patch], plan, state));
    return [...sections, later()];
  }

  /** state: what is chosen, ticked, noted and found. without: {done, absent}: leave out what is ticked, and what a scan
   * looked for in vain. */
  function checklist(plan, part, state, without) {
    const sections = sectionsOf(plan, part, state).map(section => ({
      ...section,
      items: section.items.filter(item => !(without.done && item.done) && !(without.absent && item.absent))
    }));
    return {
      title: say("title", plan), url: state.hostedPlan(part), sections: sections.filter(section => section.items.length)
    };
  }

  planner.checklist = checklist;
})(window.atlasPlanner = window.atlasPlanner || {});
