/* What the parts of the planner share: the data, what is ticked and found, and the addresses of pages and plans. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;
  /** How long a sentence at the foot of the window can be read, in milliseconds. */
  const TOLD = 8000;

  /** The release that the reader named on another visit or another page; null without storage. */
  function remembered(model) {
    try {
      const exact = localStorage.getItem("atlas.from.exact"), release = localStorage.getItem("atlas.from");
      const known = model.versions.get(exact);
      const from = known && known.release === release ? exact : release;
      return model.versions.has(from) ? from : null;
    } catch (error) {
      return null;
    }
  }

  /** Keep the release that the reader named, if it is one. */
  function remember(from, model) {
    const known = model.versions.get(from);
    if (!known) return;
    try {
      localStorage.setItem("atlas.from", known.release);
      localStorage.setItem("atlas.from.exact", from);
    } catch (error) {
      return; // the plan's address remembers it as well
    }
  }

  /** Keep the plan for the pages of its changes (site/your-plan.js): its address, and the work at each hop in order. */
  function keep(plan, choice) {
    const rowOf = step => [step.id, step.title, planner.step.anchor(step.id)];
    const hops = plan.hops.map(hop => ({ to: hop.to, steps: planner.steps.work(planner.steps.ofHop(hop)).map(rowOf) }));
    const kept = { query: planner.choice.write(choice), from: plan.from, to: plan.to, start: plan.start, hops };
    try {
      localStorage.setItem("atlas.plan", JSON.stringify(kept));
    } catch (error) {
      return; // pages of changes say nothing of the plan then
    }
  }

  /** Give the state the addresses of pages, plans and steps. */
  function addAddresses(state) {
    const { changes, hosted, packages, suffix } = state.root.dataset;
    state.page = step => (step.package ? packages + step.package : changes + step.id) + suffix;
    state.hostedPlan = part => {
      const anchor = part.hop ? `#${planner.parts.hopId(part.hop)}` : "";
      return `${hosted}upgrade/${planner.choice.write(state.choice)}${anchor}`;
    };
    // Drawing asks for the address of each of some thousand steps, so the plan's is given.
    state.hostedStep = (step, hostedPlan = state.hostedPlan({})) => `${hostedPlan}#${planner.step.anchor(step.id)}`;
    state.hostedPage = step => {
      if (step.package) return `${hosted}packages/${step.package}/`;
      return step.change ? `${hosted}releases/${step.id}/` : state.hostedStep(step);
    };
    state.drawnPlan = "";
  }

  /** Give the state what a scan found. */
  function addScan(state) {
    state.foundIn = id => state.hits.get(id) || [];
  }

  /** Give the state what ticks, notes and tells. */
  function addProgress(state) {
    state.tell = text => {
      const place = document.getElementById("plan-told");
      place.textContent = text;
      clearTimeout(state.timer);
      state.timer = setTimeout(() => { place.textContent = ""; }, TOLD);
    };

    state.tick = (step, done) => {
      state.store.tick(step.id, done ? atlasDays.today() : "");
      planner.view.progress(state.plan, state.store);
      planner.parts.announce(planner.view.doneOf(step, state.plan, state.store));
      if (!state.store.kept) state.tell(say("notKept"));
    };

    state.note = (step, text) => { state.store.write(step.id, text); };
  }

  /** root: the planner's element. Nothing is chosen or drawn yet. */
  function make(root) {
    const model = planner.model.load(planner.data), store = planner.progress.open(model.moved);
    const state = { root, model, store, choice: null, plan: null, scanned: null, hits: new Map(), lines: new Map(), packages: [], timer: 0 };
    addAddresses(state);
    addScan(state);
    addProgress(state);
    return state;
  }

  planner.states = { make, keep, remember, remembered };
})(window.atlasPlanner = window.atlasPlanner || {});
