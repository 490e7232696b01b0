/* One step of the plan: its tick, what and why, a link to itself, a note, and where a scan found it. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { parts, steps } = planner;
  const { make } = parts;
  const { say, plain } = planner.words;
  /** Places in the reader's code that are listed before "and 12 more". */
  const PLACES = 5;
  /** Lists with steps of several tiers. */
  const MIXED = ["low", "rewritten", "found", "hand", "absent"];

  /** The id of a step on the page. */
  function anchor(id) {
    return `step-${parts.slug(id)}`;
  }

  /** The title, which leads to the page of the change or package if there is one. */
  function titleOf(step, state) {
    const id = `${anchor(step.id)}-title`, title = parts.code(step.title);
    return step.change || step.package
      ? make("a", { class: "change-title", id, href: state.page(step) }, title)
      : make("span", { class: "change-title", id }, title);
  }

  /** At the first hop most steps can be done today, and the hop's own words say so; what only warns by then is said apart. */
  function saysToday(step, plan) {
    const isFirst = plan.hops.length && steps.ofHop(plan.hops[0]).includes(step);
    return step.today && !(isFirst && step.tier !== "warns");
  }

  /** How bad and how common a step is. key: the list that it is in, whose heading says one of the two. */
  function weightBadges(change, tier, key, model) {
    const isMixed = MIXED.includes(key), made = [];
    if (isMixed) made.push(parts.badge(model.tiers[tier], `tier tier--${tier}`));
    else if (change.silent) made.push(parts.badge(say("silent"), "silent"));
    if (change.impact && key !== "low") made.push(parts.badge(model.impacts[change.impact], `impact impact--${change.impact}`));
    return made;
  }

  /** What is to be seen at once: tier or silent, impact, when. */
  function badgesOf(step, key, plan, state) {
    const made = step.change ? weightBadges(step.change, step.tier, key, state.model) : [];
    if (step.change && step.change.only) made.push(parts.badge(step.change.only, "with-django"));
    if (saysToday(step, plan)) made.push(parts.badge(say("todayOn", plan), "today"));
    return make("span", { class: "change-badges" }, made);
  }

  /** What follows the summary, in a few words each. */
  function factsOf({ change }) {
    if (!change) return null;
    const said = [change.kind, change.possible, change.end, change.how, change.proof].filter(Boolean);
    return make("p", { class: "step__facts" }, [said.join(" · ")]);
  }

  /** The box to tick. */
  function tickOf(step, state) {
    const tick = make("input", {
      type: "checkbox", class: "step__tick", "data-tick": step.id, "aria-labelledby": `${anchor(step.id)}-title`
    });
    tick.checked = state.store.done(step.id);
    tick.addEventListener("change", () => { state.tick(step, tick.checked); });
    return tick;
  }

  /** The address of the step in this plan; a click copies it as well. */
  function linkOf(step, state) {
    const label = say("linkTo", { title: plain(step.title) });
    const link = make("a", { class: "step__link", href: state.hostedStep(step, state.drawnPlan), "aria-label": label }, ["#"]);
    link.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      state.go(anchor(step.id));
      window.atlasClipboard.copy(link.href).then(done => { state.tell(say(done ? "linkCopied" : "linkInAddress")); });
    });
    return link;
  }

  /** A field for a note, put into its place. */
  function noteField(step, state, place) {
    const field = make("textarea", {
      class: "step__words", rows: "2", maxlength: "5000", "aria-label": say("noteOn", { title: plain(step.title) })
    });
    field.value = state.store.note(step.id);
    field.addEventListener("input", () => { state.note(step, field.value); });
    place.replaceChildren(field);
    return field;
  }

  /** A field where there is a note, a button that brings one where there is none. */
  function noteOf(step, state) {
    const place = make("div", { class: "step__note" });
    if (state.store.note(step.id)) {
      noteField(step, state, place);
    } else {
      place.append(parts.button(say("addNote"), { "aria-describedby": `${anchor(step.id)}-title` }, () => {
        noteField(step, state, place).focus();
      }));
    }
    return place;
  }

  /** What a scan of the reader's code says about a step; null before there was one. */
  function foundOf(step, state) {
    if (!state.scanned || !step.change) return null;
    const hits = state.foundIn(step.id);
    if (!hits.length && !step.change.detect) return make("p", { class: "step__found step__found--hand" }, [say("byHand")]);
    if (!hits.length) return make("p", { class: "step__found" }, [say("notFound")]);
    const shown = hits.slice(0, PLACES).map(hit => make("li", {}, [
      make("code", {}, [hit]), " ", make("samp", {}, [state.lines.get(hit) || ""])
    ]));
    if (hits.length > PLACES) shown.push(make("li", {}, [say("more", { n: hits.length - PLACES })]));
    return make("div", { class: "step__found step__found--hit" }, [
      make("p", {}, [say("foundIn", { n: hits.length })]), make("ul", {}, shown)
    ]);
  }

  /** A step as an item of a list. key: the list's key. */
  function draw(step, key, plan, state) {
    const body = make("div", { class: "step__body" }, [
      make("div", { class: "step__head" }, [titleOf(step, state), badgesOf(step, key, plan, state)]),
      make("p", { class: "change-summary" }, parts.code(step.summary)),
      make("div", { class: "step__foot" }, [factsOf(step), step.met ? null : noteOf(step, state)]),
      step.met ? make("p", { class: "step__met" }, [step.met]) : null,
      foundOf(step, state),
      make("p", { class: "step__address" }, [state.hostedPage(step)])
    ]);
    return make("li", { class: step.met ? "step step--met" : "step", id: anchor(step.id), "data-step": step.id }, [
      step.met ? make("span", { class: "step__tick" }) : tickOf(step, state), body, linkOf(step, state)
    ]);
  }

  planner.step = { draw, anchor };
})(window.atlasPlanner = window.atlasPlanner || {});
