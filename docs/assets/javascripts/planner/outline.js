/* A plan as data: stops, each with its groups of steps, fitted to what the reader uses and runs. Draws nothing.
 *
 * A step is a change of this site, or something to do that has no page: a patch release, a Python, a database, the
 * switch itself. Its id is what ticks and notes are kept under, so it never depends on the build.
 */
(function (planner) {
  "use strict";

  var way = planner.way, duties = planner.duties;
  var GROUPS = ["before", "at", "after"];

  /** "must": on this way the old code stops. "should": it only warns until after the goal. */
  function levelOf(change, goal) {
    return way.reached(change.necessaryBy, goal) ? "must" : "should";
  }

  function stepOf(change, group, plan) {
    return {
      id: change.id, change: change, group: group, title: change.title, summary: change.summary,
      level: levelOf(change, plan.goal), today: way.reached(change.fixFrom, plan.start), met: ""
    };
  }

  function wanted(step, choice) {
    if (!step.change) return true;
    if (choice.without.includes(step.change.area)) return false;
    return step.level === "must" || choice.see !== "must";
  }

  function stopOf(hop, first, choice, plan, moves, seen, model) {
    var stop = {
      from: hop.from, to: hop.to, start: way.newestPatch(hop.from, model), goal: way.newestPatch(hop.to, model),
      units: model.releases.get(hop.to).units, carried: [], features: []
    };
    var own = duties.ofStop(stop, first, plan, moves);
    stop.groups = GROUPS.map(function (key) {
      var steps = hop[key].map(function (change) { return stepOf(change, key, plan); })
        .filter(function (step) { return wanted(step, choice); });
      var fresh = steps.filter(function (step) { return !seen.has(step.id); });
      stop.carried = stop.carried.concat(steps.filter(function (step) { return seen.has(step.id); }));
      steps.forEach(function (step) { seen.add(step.id); duties.markMet(step, choice, plan, moves, hop.to); });
      return { key: key, steps: own.filter(function (one) { return one.group === key; }).concat(fresh) };
    });
    return stop;
  }

  function addFeatures(plan, features, choice) {
    plan.stops.forEach(function (stop) {
      stop.features = features.filter(function (one) {
        return one.id.split("/")[0] === stop.to && !choice.without.includes(one.area);
      });
    });
  }

  /** The plan for a choice; `sentence` instead of stops where there is no way. features: rows, or null until loaded. */
  function make(choice, model, features) {
    var plan = { from: choice.from, to: choice.to, sentence: way.noWay(choice.from, choice.to, model), stops: [] };
    if (plan.sentence) return plan;
    plan.releases = way.stops(choice.from, choice.to, model);
    plan.start = plan.releases[0];
    plan.goal = plan.releases[plan.releases.length - 1];
    plan.cves = way.cvesOnTheWay(choice.from, choice.to, model);
    var newest = way.newestPatch(plan.start, model);
    plan.patch = choice.from === newest ? null : duties.patch(choice.from, newest, plan.start);
    var moves = duties.movesOf(choice, plan, model), seen = new Set();
    plan.stops = way.hops(plan.releases, model).map(function (hop, place) {
      return stopOf(hop, place === 0, choice, plan, moves, seen, model);
    });
    plan.pending = choice.see === "must" ? [] : way.pending(plan.start, plan.goal, model)
      .map(function (change) { return stepOf(change, "pending", plan); })
      .filter(function (step) { return wanted(step, choice); });
    if (features && choice.see === "new") addFeatures(plan, features, choice);
    return plan;
  }

  function stepsOfStop(stop) {
    return stop.groups.reduce(function (all, group) { return all.concat(group.steps); }, []);
  }

  /** Every step once, in order. */
  function stepsOf(plan) {
    var steps = plan.stops.reduce(function (all, stop) { return all.concat(stepsOfStop(stop)); }, []);
    if (!plan.stops.length && plan.patch) steps.push(plan.patch);
    return steps.concat(plan.pending || []);
  }

  /** What there is to do: requirements that are met are no work. */
  function open(steps) {
    return steps.filter(function (step) { return !step.met; });
  }

  /** Whether a step is shown when the reader looks for something; text is compared without case. */
  function shown(step, choice) {
    if (choice.today && !step.today) return false;
    var words = choice.q.toLowerCase().split(/\s+/).filter(Boolean);
    var names = step.change ? step.change.names + " " + step.change.id : "";
    var text = (step.title + " " + step.summary + " " + names).toLowerCase();
    return words.every(function (word) { return text.includes(word); });
  }

  planner.outline = { make: make, stepsOf: stepsOf, stepsOfStop: stepsOfStop, open: open, shown: shown };
})(window.atlasPlanner = window.atlasPlanner || {});
