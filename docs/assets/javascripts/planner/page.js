/* The plan of a choice: drawn on the page, written into its address, read from it again. */
(function (planner) {
  "use strict";

  function place(id) {
    return document.getElementById(id);
  }

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
    requestAnimationFrame(function () { planner.view.reveal(id); });
    if (document.readyState === "complete") return;
    addEventListener("load", function () {
      setTimeout(function () { planner.view.reveal(id); });
    }, { once: true });
  }

  function loadFeatures(desk) {
    var script = planner.parts.make("script", { src: desk.root.dataset.features });
    script.addEventListener("load", function () { desk.redraw(); });
    document.body.append(script);
  }

  /** What stands around the plan: the form and the tools as the choice has them. */
  function fillTools(desk) {
    planner.form.fill(desk.choice, desk.model);
    place("plan-tools").hidden = Boolean(desk.plan.sentence);
    place("plan-none").hidden = true;
    place("plan-find").value = desk.choice.q;
    place("plan-today").checked = desk.choice.today;
    place("plan-today-words").textContent = "only what can be done today" + (desk.plan.start ? ", on " + desk.plan.start : "");
  }

  function fill(id, drawn) {
    place(id).replaceChildren.apply(place(id), drawn.filter(Boolean));
  }

  /** Give the desk what shows plans: read, draw, show, redraw, address, go, visit, announce. */
  function add(desk) {
    var model = desk.model, known = planner.form.known();
    var defaults = {
      from: planner.desks.remembered(model) || planner.form.element().elements.from.value,
      to: function (from) { return planner.choice.goalFrom(from, model); }
    };

    desk.read = function (search) { return planner.choice.read(search, known, defaults); };

    /** Draw the plan of the choice. opened: ids of open stops, null for the usual. */
    desk.draw = function (opened) {
      desk.plan = planner.outline.make(desk.choice, model, planner.features && planner.way.rowsOf(planner.features));
      fill("plan-head", planner.head.draw(desk.plan, desk.choice, desk));
      fill("plan", desk.plan.sentence ? [] : planner.stops.draw(desk.plan, desk, opened));
      fillTools(desk);
      if (!desk.plan.sentence) desk.show();
      if (desk.choice.see === "new" && !planner.features) loadFeatures(desk);
      document.dispatchEvent(new Event("atlas:drawn"));
    };

    /** Bring ticks, numbers and what is found up to date on the drawn plan; gives the number of steps shown. */
    desk.show = function () {
      planner.view.progress(desk.plan, desk.store);
      return planner.view.filter(desk.plan, desk.choice);
    };

    desk.redraw = function () { desk.draw(planner.view.openStops()); };

    /** Put the choice into the page's address. how: `pushState` for another plan, `replaceState` for the same. */
    desk.address = function (how, hash) {
      var state = { open: planner.view.openStops() };
      try {
        history[how](state, "", location.pathname + planner.choice.write(desk.choice) + (hash || ""));
      } catch (error) {
        return; // some browsers let no page on disk change its address
      }
    };

    desk.go = function (id) {
      if (planner.view.reveal(id)) desk.address("replaceState", "#" + id);
    };

    desk.announce = function (before) {
      if (before.from === desk.choice.from && before.to === desk.choice.to) return;
      document.dispatchEvent(new Event("atlas:range"));
    };

    /** Show the plan of an address. state: what `address` put beside it, if anything. */
    desk.visit = function (search, hash, state) {
      var before = desk.choice;
      desk.choice = desk.read(search);
      // A link to a heading further down is no other plan: what the reader opened stays open.
      if (!before || planner.choice.write(before) !== planner.choice.write(desk.choice)) {
        desk.draw(state && Array.isArray(state.open) ? state.open : null);
      }
      revealSoon(decoded(hash));
      if (before) desk.announce(before);
    };
  }

  planner.page = { add: add };
})(window.atlasPlanner = window.atlasPlanner || {});
