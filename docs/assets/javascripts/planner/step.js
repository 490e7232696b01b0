/* One step of the plan: its tick, what and why, a link to itself, a note, and where a scan found it. */
(function (planner) {
  "use strict";

  var parts = planner.parts, words = planner.words, make = parts.make;
  /** Places in the reader's code that are listed before "and 12 more". */
  var PLACES = 5;

  function anchor(id) {
    return "step-" + parts.slug(id);
  }

  function titleOf(step, desk) {
    var id = anchor(step.id) + "-title";
    if (!step.change) return make("span", { class: "change-title", id: id }, parts.code(step.title));
    return make("a", { class: "change-title", id: id, href: desk.page(step) }, parts.code(step.title));
  }

  /** At the first stop everything before the switch can be done today; the group's own words say so. */
  function saysToday(step, plan) {
    return step.today && !(plan.stops[0] && step.group === "before" && plan.stops[0].groups[0].steps.includes(step));
  }

  function badgesOf(step, plan) {
    var change = step.change, made = [];
    if (change && change.silent) made.push(parts.badge("Silent", "silent"));
    if (change && change.impact) made.push(parts.badge(words.IMPACTS[change.impact], "impact impact--" + change.impact));
    if (saysToday(step, plan)) made.push(parts.badge("Today, on " + plan.start, "today"));
    return make("span", { class: "change-badges" }, made);
  }

  function factsOf(step, plan) {
    var change = step.change;
    if (!change) return null;
    var said = [words.KINDS[change.kind] + " in " + change.release];
    if (!step.today) said.push(words.possibleOf(step, plan));
    said = said.concat(words.endOf(step), words.howOf(step));
    if (change.proved) said.push("proved by runs");
    return make("p", { class: "step__facts" }, [said.join(" · ")]);
  }

  function tickOf(step, desk) {
    var tick = make("input", {
      type: "checkbox", class: "step__tick", "data-tick": step.id, "aria-labelledby": anchor(step.id) + "-title"
    });
    tick.checked = desk.store.done(step.id);
    tick.addEventListener("change", function () { desk.tick(step, tick.checked); });
    return tick;
  }

  /** The address of the step in this plan; a click copies it as well. */
  function linkOf(step, desk) {
    var link = make("a", {
      class: "step__link", href: desk.hostedStep(step), "aria-label": "Copy link to this step: " + words.plain(step.title)
    }, ["#"]);
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      desk.go(anchor(step.id));
      window.atlasClipboard.copy(link.href).then(function (done) {
        desk.tell(done ? "Copied the link to this step." : "The link to this step is in the address bar.");
      });
    });
    return link;
  }

  function noteField(step, desk, place) {
    var field = make("textarea", {
      class: "step__words", rows: "2", maxlength: "5000", "aria-label": "Note on: " + words.plain(step.title)
    });
    field.value = desk.store.note(step.id);
    field.addEventListener("input", function () { desk.note(step, field.value); });
    place.replaceChildren(field);
    return field;
  }

  /** A field where there is a note, a button that brings one where there is none. */
  function noteOf(step, desk) {
    var place = make("div", { class: "step__note" });
    if (desk.store.note(step.id)) {
      noteField(step, desk, place);
    } else {
      place.append(parts.button("Add a note", { "aria-describedby": anchor(step.id) + "-title" }, function () {
        noteField(step, desk, place).focus();
      }));
    }
    return place;
  }

  /** What a scan of the reader's code says about a step; null before there was one. */
  function foundOf(step, desk) {
    var scanned = desk.scanned;
    if (!scanned || !step.change) return null;
    var hits = desk.foundIn(step.id);
    if (!step.change.detect && !hits.length) return make("p", { class: "step__found step__found--hand" }, ["No rule can find it: check by hand."]);
    if (!hits.length) return make("p", { class: "step__found" }, ["Not found in your project."]);
    var shown = hits.slice(0, PLACES).map(function (hit) { return make("li", {}, [make("code", {}, [hit])]); });
    if (hits.length > PLACES) shown.push(make("li", {}, ["and " + (hits.length - PLACES) + " more"]));
    return make("div", { class: "step__found step__found--hit" }, [
      make("p", {}, ["Found in " + words.counted(hits.length, "place") + ":"]), make("ul", {}, shown)
    ]);
  }

  function draw(step, plan, desk) {
    var body = make("div", { class: "step__body" }, [
      make("div", { class: "step__head" }, [titleOf(step, desk), badgesOf(step, plan)]),
      make("p", { class: "change-summary" }, parts.code(step.summary)),
      make("div", { class: "step__foot" }, [factsOf(step, plan), step.met ? null : noteOf(step, desk)]),
      step.met ? make("p", { class: "step__met" }, [step.met]) : null,
      foundOf(step, desk),
      make("p", { class: "step__address" }, [desk.hostedPage(step)])
    ]);
    return make("li", { class: step.met ? "step step--met" : "step", id: anchor(step.id), "data-step": step.id }, [
      step.met ? make("span", { class: "step__tick" }) : tickOf(step, desk), body, linkOf(step, desk)
    ]);
  }

  planner.step = { draw: draw, anchor: anchor };
})(window.atlasPlanner = window.atlasPlanner || {});
