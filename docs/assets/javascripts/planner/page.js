/* The plan of a choice: drawn on the page, written into its address, read from it again. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;

  /** An element by its id. */
  function place(id) {
    return document.getElementById(id);
  }

  /** The anchor of an address. */
  function decoded(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch (error) {
      return ""; // a lone % is no anchor
    }
  }

  /** Before the first painting nothing can be scrolled to, and when all is loaded the browser scrolls and focuses by itself. */
  function revealSoon(id) {
    if (!id) return;
    requestAnimationFrame(() => { planner.view.reveal(id); });
    if (document.readyState === "complete") return;
    addEventListener("load", () => { setTimeout(() => { planner.view.reveal(id); }); }, { once: true });
  }

  /** Load the new features, and draw again. */
  function loadFeatures(state) {
    const script = planner.parts.make("script", { src: state.root.dataset.features });
    script.addEventListener("load", () => { state.redraw(); });
    document.body.append(script);
  }

  /** What is around the plan: the form and the tools as the choice has them. */
  function fillTools(state) {
    planner.form.fill(state.choice, state.model);
    place("plan-tools").hidden = Boolean(state.plan.sentence);
    place("plan-none").hidden = true;
    place("plan-find").value = state.choice.q;
    place("plan-today").checked = state.choice.today;
    place("plan-today-words").textContent = state.plan.start ? say("todayOnlyOn", state.plan) : say("todayOnly");
  }

  /** Put drawn parts into an element. */
  function fill(id, drawn) {
    place(id).replaceChildren(...drawn.filter(Boolean));
  }

  /** Give the state what draws. */
  function addDrawing(state) {
    /** Draw the plan of the choice. opened: ids of open hops, null for the usual. */
    state.draw = opened => {
      const features = planner.features && planner.model.rowsOf(planner.features);
      state.plan = planner.plan.make(state.choice, state.model, features, state.scanned && state.hits, state.packages);
      state.drawnPlan = state.hostedPlan({});
      fill("plan-head", planner.head.draw(state.plan, state.choice, state));
      fill("plan", state.plan.sentence ? [] : planner.hops.draw(state.plan, state, opened));
      fillTools(state);
      if (!state.plan.sentence) {
        state.show();
        planner.states.keep(state.plan, state.choice);
      }
      if (state.choice.see === "new" && !planner.features) loadFeatures(state);
      document.dispatchEvent(new Event("atlas:drawn"));
    };

    /** Bring ticks, numbers and what is found up to date on the drawn plan; gives the number of steps shown. */
    state.show = () => {
      planner.view.progress(state.plan, state.store);
      return planner.view.filter(state.plan, state.choice);
    };

    state.redraw = () => { state.draw(planner.view.openHops()); };
  }

  /** Give the state what reads and writes the address. */
  function addAddress(state) {
    /** Put the choice into the page's address. how: `pushState` for another plan, `replaceState` for the same. */
    state.address = (how, hash = "") => {
      try {
        history[how]({ open: planner.view.openHops() }, "", location.pathname + planner.choice.write(state.choice) + hash);
      } catch (error) {
        return; // some browsers let no page on disk change its address
      }
    };

    state.go = id => {
      if (planner.view.reveal(id)) state.address("replaceState", `#${id}`);
    };

    state.announce = before => {
      if (before.from === state.choice.from && before.to === state.choice.to) return;
      document.dispatchEvent(new Event("atlas:range"));
    };

    /** Show the plan of an address. kept: what `address` put beside it, if anything. */
    state.visit = (search, hash, kept) => {
      const before = state.choice;
      state.choice = state.read(search);
      // A link to a heading further down is no other plan: what the reader opened stays open.
      if (!before || planner.choice.write(before) !== planner.choice.write(state.choice)) {
        state.draw(kept && Array.isArray(kept.open) ? kept.open : null);
      }
      revealSoon(decoded(hash));
      if (before) state.announce(before);
    };
  }

  /** Give the state what shows plans: read, draw, show, redraw, address, go, visit, announce. */
  function add(state) {
    const { model } = state, known = planner.form.known();
    const defaults = {
      from: planner.states.remembered(model) || planner.form.element().elements.from.value || model.names[0],
      to: from => planner.choice.goalFrom(from, model)
    };
    state.read = search => planner.choice.read(search, known, defaults);
    addDrawing(state);
    addAddress(state);
  }

  planner.page = { add };
})(window.atlasPlanner = window.atlasPlanner || {});
