/* What changes on a drawn plan without drawing it anew: what is found by words, how much is done, where the reader is. */
(function (planner) {
  "use strict";

  var outline = planner.outline, words = planner.words;

  function all(selector, inside) {
    return Array.from((inside || document.getElementById("plan")).querySelectorAll(selector));
  }

  function stepsById(plan) {
    return new Map(outline.stepsOf(plan).map(function (step) { return [step.id, step]; }));
  }

  /** "(12)", or "(3 of 12)" where some are not shown. */
  function countGroup(group) {
    var steps = all("[data-step]", group), shown = steps.filter(function (one) { return !one.hidden; }).length;
    var count = group.querySelector(".group__count");
    if (count) count.textContent = shown === steps.length ? "(" + shown + ")" : "(" + shown + " of " + steps.length + ")";
    group.hidden = steps.length > 0 && !shown;
    all("details.absent", group).forEach(function (one) { one.hidden = !one.querySelector("[data-step]:not([hidden])"); });
    return shown;
  }

  function filterFeatures(choice) {
    var wanted = choice.q.toLowerCase().split(/\s+/).filter(Boolean);
    all("section[data-new] li").forEach(function (item) {
      var text = item.textContent.toLowerCase();
      item.hidden = choice.today || !wanted.every(function (word) { return text.includes(word); });
    });
  }

  /** Show the steps that fit what the reader looks for; gives their number. */
  function filter(plan, choice) {
    var steps = stepsById(plan), active = Boolean(choice.q.trim() || choice.today), number = 0;
    all("[data-step]").forEach(function (item) { item.hidden = !outline.shown(steps.get(item.dataset.step), choice); });
    filterFeatures(choice);
    all("[data-group]").forEach(function (group) { number += countGroup(group); });
    all("[data-carried-group]").forEach(function (group) { group.hidden = active; });
    all("details.stop").forEach(function (stop) {
      stop.classList.toggle("stop--empty", active && !stop.querySelector("[data-step]:not([hidden])"));
      if (active && stop.querySelector("[data-step]:not([hidden])")) stop.open = true;
    });
    document.getElementById("plan-none").hidden = !active || number > 0;
    return number;
  }

  function doneWords(steps, store) {
    var open = outline.open(steps);
    var done = open.filter(function (step) { return store.done(step.id); }).length;
    return open.length ? done + " of " + open.length + " done" : "nothing to do";
  }

  /** How much of each stop is done, and the ticks themselves (another tab may have set them). */
  function progress(plan, store) {
    plan.stops.forEach(function (stop) {
      var said = doneWords(outline.stepsOfStop(stop), store);
      all('[data-done="' + stop.to + '"]').concat(all('[data-route="' + stop.to + '"]', document.getElementById("plan-head")))
        .forEach(function (place) { place.textContent = said; });
    });
    all('[data-done="pending"]').forEach(function (place) { place.textContent = doneWords(plan.pending, store); });
    all("[data-tick]").forEach(function (tick) { tick.checked = store.done(tick.dataset.tick); });
    all("[data-carried]").forEach(function (item) { item.classList.toggle("done", store.done(item.dataset.carried)); });
  }

  /** What to say when a step is ticked. */
  function doneOf(step, plan, store) {
    var stop = plan.stops.find(function (one) { return outline.stepsOfStop(one).includes(step); });
    return stop ? words.titleOf(stop) + ": " + doneWords(outline.stepsOfStop(stop), store) : doneWords(plan.pending, store);
  }

  function openAround(element) {
    for (var around = element; around; around = around.parentElement) {
      if (around.tagName === "DETAILS") around.open = true;
      around.hidden = false;
    }
  }

  /** Bring a stop or a step into view, opening what it stands in; false where this plan has none of that id. */
  function reveal(id) {
    var target = id && document.getElementById(id);
    if (!target || !document.getElementById("plan").contains(target)) return false;
    openAround(target);
    all(".here").forEach(function (one) { one.classList.remove("here"); });
    target.classList.add("here");
    target.scrollIntoView();
    (target.querySelector("summary, input, a") || target).focus({ preventScroll: true });
    return true;
  }

  function openStops() {
    return all("details.stop[open]").map(function (stop) { return stop.id; });
  }

  planner.view = {
    filter: filter, progress: progress, doneOf: doneOf, reveal: reveal, openStops: openStops
  };
})(window.atlasPlanner = window.atlasPlanner || {});
