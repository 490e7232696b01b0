/* What to say about a step, and a plan as a checklist to copy: words only. Draws nothing. */
(function (planner) {
  "use strict";

  var IMPACTS = { high: "High impact", medium: "Medium impact", low: "Low impact" };
  var KINDS = {
    changed: "Changed", deprecated: "Deprecated", removed: "Removed", requirement: "Requirement"
  };
  var GROUPS = {
    before: ["Before you switch", function (stop, plan) {
      return (stop.from === plan.start ? "All of it can be done today" : "Works on " + stop.from + " already")
        + ": change it on " + stop.from + ", test, deploy, and only then upgrade.";
    }],
    at: ["With the switch", function (stop) {
      return "Goes into the same commit as Django " + stop.to + ".";
    }],
    after: ["Afterwards", function (stop) {
      return "Begins to warn on " + stop.to + " and breaks later: clear it while it is quiet.";
    }]
  };

  function counted(number, noun, many) {
    return number + " " + (number === 1 ? noun : many || noun + "s");
  }

  /** Text without the backquotes around code. */
  function plain(text) {
    return text.replace(/`/g, "");
  }

  /** When a step can be done. */
  function possibleOf(step, plan) {
    if (step.today) return "can be done today, on " + plan.start;
    if (!step.change) return [];
    if (step.group === "at") return "only with the switch to " + step.change.necessaryBy;
    return "can be done from " + step.change.fixFrom + " on";
  }

  /** When the old code stops. */
  function endOf(step) {
    return step.change && step.change.removed ? "stops in " + step.change.removed : [];
  }

  function howOf(step) {
    if (!step.change) return "";
    return step.change.fixer ? "django-upgrade rewrites the common form (" + step.change.fixer + ")" : "by hand";
  }

  /** Everything to say about a step after its title, in a few words each. */
  function factsOf(step, plan) {
    var change = step.change, facts = [];
    if (change && change.silent) facts.push("silent");
    if (change && change.impact) facts.push(IMPACTS[change.impact].toLowerCase());
    return facts.concat(possibleOf(step, plan), endOf(step), howOf(step) || []);
  }

  function itemOf(step, plan, desk) {
    return {
      id: step.id, title: step.title, url: desk.hostedPage(step), done: desk.store.done(step.id),
      note: desk.store.note(step.id), absent: desk.isAbsent(step), facts: factsOf(step, plan), found: desk.foundIn(step.id),
      impact: (step.change && step.change.impact) || "", fixer: (step.change && step.change.fixer) || ""
    };
  }

  function sectionOf(title, steps, plan, desk) {
    var shown = planner.outline.open(steps).filter(function (step) { return planner.outline.shown(step, desk.choice); });
    return { title: title, items: shown.map(function (step) { return itemOf(step, plan, desk); }) };
  }

  function titleOf(stop) {
    return stop.from + " to " + stop.to;
  }

  function sectionsOfStop(stop, plan, desk, only) {
    return stop.groups.filter(function (group) { return !only || group.key === only; }).map(function (group) {
      return sectionOf(titleOf(stop) + ": " + GROUPS[group.key][0].toLowerCase(), group.steps, plan, desk);
    });
  }

  /** The sections of the whole plan, of one stop, or of one group of a stop. part: {stop, group}, both optional. */
  function sectionsOf(plan, part, desk) {
    if (part.stop === "pending") return [sectionOf("Still to come after " + plan.goal, plan.pending, plan, desk)];
    var stops = plan.stops.filter(function (stop) { return !part.stop || stop.to === part.stop; });
    var sections = stops.reduce(function (all, stop) {
      return all.concat(sectionsOfStop(stop, plan, desk, part.group));
    }, []);
    if (part.stop) return sections;
    if (!plan.stops.length && plan.patch) sections.push(sectionOf("On " + plan.start, [plan.patch], plan, desk));
    return sections.concat(sectionOf("Still to come after " + plan.goal, plan.pending, plan, desk));
  }

  /** A part of the plan as a checklist: the steps that are shown. desk: what is chosen, ticked, noted and found.
   *
   * without: {done, absent}: leave out what is ticked, and what a scan looked for in vain.
   */
  function checklist(plan, part, desk, without) {
    var sections = sectionsOf(plan, part, desk).map(function (section) {
      var items = section.items.filter(function (item) {
        return !(without.done && item.done) && !(without.absent && item.absent);
      });
      return { title: section.title, items: items };
    });
    return {
      title: "From Django " + plan.from + " to " + plan.to,
      url: desk.hostedPlan(part),
      sections: sections.filter(function (section) { return section.items.length; })
    };
  }

  planner.words = {
    IMPACTS: IMPACTS, KINDS: KINDS, GROUPS: GROUPS, counted: counted, plain: plain, howOf: howOf,
    possibleOf: possibleOf, endOf: endOf, titleOf: titleOf, checklist: checklist
  };
})(window.atlasPlanner = window.atlasPlanner || {});
