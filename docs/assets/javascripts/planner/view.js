/* What changes on a drawn plan without drawing it again: what is found by words, how much is done, where the reader is. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { steps } = planner;
  const { say } = planner.words;

  /** Elements of the plan, or of a part of it. */
  function all(selector, inside) {
    return [...(inside || document.getElementById("plan")).querySelectorAll(selector)];
  }

  /** "(12)", or "(3 of 12)" where some are not shown. */
  function countGroup(group) {
    const items = all("[data-step]", group), n = items.filter(one => !one.hidden).length;
    const count = group.querySelector(".group__count");
    if (count) count.textContent = n === items.length ? say("shown", { n }) : say("shownOf", { n, all: items.length });
    group.hidden = items.length > 0 && !n;
    all("details.absent", group).forEach(one => { one.hidden = !one.querySelector("[data-step]:not([hidden])"); });
    return n;
  }

  /** Show the new features that fit. */
  function filterFeatures(choice) {
    all("section[data-new] li").forEach(item => {
      item.hidden = choice.today || !steps.fits(item.textContent, choice.q.trim());
    });
  }

  /** While the reader looks for something, show the hops with steps that fit, open. */
  function filterHops(active) {
    all("[data-carried-group]").forEach(group => { group.hidden = active; });
    all("details.hop").forEach(hop => {
      const some = Boolean(hop.querySelector("[data-step]:not([hidden])"));
      hop.classList.toggle("hop--empty", active && !some);
      if (active && some) hop.open = true;
    });
  }

  /** While the reader looks for words, folds with steps that fit are open; afterwards they are as they were. */
  function filterFolds(active) {
    all("details.fold").forEach(fold => {
      const fits = active && Boolean(fold.querySelector("[data-step]:not([hidden])"));
      if (fits === fold.open || (!fits && !("sought" in fold.dataset))) return;
      fold.open = fits;
      fold.toggleAttribute("data-sought", fits);
    });
  }

  /** Show the steps that fit what the reader looks for; gives their number. */
  function filter(plan, choice) {
    const byId = new Map(steps.ofPlan(plan).map(step => [step.id, step]));
    const active = Boolean(choice.q.trim() || choice.today);
    all("[data-step]").forEach(item => { item.hidden = !steps.shown(byId.get(item.dataset.step), choice); });
    filterFeatures(choice);
    const number = all("[data-group]").map(countGroup).reduce((sum, one) => sum + one, 0);
    filterHops(active);
    filterFolds(Boolean(choice.q.trim()));
    document.getElementById("plan-none").hidden = !active || number > 0;
    return number;
  }

  /** How much of some steps is done. */
  function doneWords(some, store) {
    const open = steps.work(some), n = open.filter(step => store.done(step.id)).length;
    return open.length ? say("done", { n, all: open.length }) : say("nothingToDo");
  }

  /** How much of each hop is done, and the ticks themselves (another tab may have set them). */
  function progress(plan, store) {
    const said = new Map(plan.hops.map(hop => [hop.to, doneWords(steps.ofHop(hop), store)]));
    said.set("pending", doneWords(plan.pending, store));
    said.set("all", doneWords(steps.ofPlan(plan), store));
    const write = (place, key) => { if (said.has(key)) place.textContent = said.get(key); };
    all("[data-done]").forEach(place => { write(place, place.dataset.done); });
    all("[data-route]", document.getElementById("plan-head")).forEach(place => { write(place, place.dataset.route); });
    all("[data-tick]").forEach(tick => { tick.checked = store.done(tick.dataset.tick); });
    all("[data-carried]").forEach(item => { item.classList.toggle("done", store.done(item.dataset.carried)); });
  }

  /** What to say when a step is ticked. */
  function doneOf(step, plan, store) {
    const hop = plan.hops.find(one => steps.ofHop(one).includes(step));
    if (!hop) return doneWords(plan.hops.length ? plan.pending : steps.ofPlan(plan), store);
    return say("hopDone", { hop: hop.title, done: doneWords(steps.ofHop(hop), store) });
  }

  /** Open and show all that an element is in. */
  function openAround(element) {
    for (let around = element; around; around = around.parentElement) {
      if (around.tagName === "DETAILS") around.open = true;
      around.hidden = false;
    }
  }

  /** Bring a hop or a step into view, opening what it is in; false where this plan has none of that id. */
  function reveal(id) {
    const target = id && document.getElementById(id);
    if (!target || !document.getElementById("plan").contains(target)) return false;
    openAround(target);
    all(".here").forEach(one => { one.classList.remove("here"); });
    target.classList.add("here");
    target.scrollIntoView();
    (target.querySelector("summary, input, a") || target).focus({ preventScroll: true });
    return true;
  }

  /** The ids of the open hops and folds, for the state of the address. */
  function openHops() {
    return all("details:is(.hop, .fold:not([data-found]))[open]").map(one => one.id);
  }

  planner.view = { filter, progress, doneOf, reveal, openHops };
})(window.atlasPlanner = window.atlasPlanner || {});
