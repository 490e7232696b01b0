/* A plan hop by hop, drawn: headings, groups, and the steps in them. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { parts } = planner;
  const { make } = parts;
  const { say } = planner.words;

  /** A button that copies a part of the plan. part: {hop, group}, see ticket.js; name: the part in words. */
  function copyButton(label, name, part, state) {
    const attributes = { class: "plan-button plan-button--copy", "aria-label": say("copyLabel", { label, part: name }) };
    return parts.button(label, attributes, () => { planner.ticket.open(part, state); });
  }

  /** Steps as a list. */
  function stepList(some, plan, state) {
    return make("ul", { class: "steps" }, some.map(step => planner.step.draw(step, plan, state)));
  }

  /** Steps; after a scan, those that it looked for in vain are folded away at the end. */
  function list(some, plan, state) {
    const absent = some.filter(state.isAbsent);
    if (!absent.length) return stepList(some, plan, state);
    return make("div", {}, [
      stepList(some.filter(step => !state.isAbsent(step)), plan, state),
      make("details", { class: "absent" }, [
        make("summary", {}, [say("notFoundFolded", { n: absent.length })]), stepList(absent, plan, state)
      ])
    ]);
  }

  /** What a group is for; at the first hop all that comes before it can be done today. */
  function meaningOf(group, hop) {
    return hop.first && group.key === "before" ? `${group.meaning} ${say("groupAllToday")}` : group.meaning;
  }

  /** A group with its heading; null for one without steps. */
  function groupPart(group, hop, plan, state) {
    if (!group.steps.length) return null;
    const id = `${parts.hopId(hop.to)}-${group.key}`;
    const name = say("groupOf", { hop: hop.title, group: group.title.toLowerCase() });
    return make("section", { class: "group", "aria-labelledby": id, "data-group": group.key }, [
      make("h4", { id }, [group.title, " ", make("span", { class: "group__count" })]),
      copyButton(say("copy"), name, { hop: hop.to, group: group.key }, state),
      make("p", { class: "group__meaning" }, [meaningOf(group, hop)]),
      list(group.steps, plan, state)
    ]);
  }

  /** A link to a step of an earlier hop. */
  function carriedItem(step, state) {
    const anchor = planner.step.anchor(step.id), link = make("a", { href: `#${anchor}` }, parts.code(step.title));
    link.addEventListener("click", event => { event.preventDefault(); state.go(anchor); });
    return make("li", { "data-carried": step.id }, [link]);
  }

  /** What began to warn at an earlier hop of this plan and has to be done by now. */
  function carried(hop, state) {
    if (!hop.carried.length) return null;
    const count = say("shown", { n: hop.carried.length });
    return make("section", { class: "group", "data-carried-group": "" }, [
      make("h4", {}, [say("due"), " ", make("span", { class: "group__count" }, [count])]),
      make("p", { class: "group__meaning" }, [say("dueMeaning", hop)]),
      make("ul", { class: "carried" }, hop.carried.map(step => carriedItem(step, state)))
    ]);
  }

  /** What is new in the release, if it was asked for. */
  function features(hop, state) {
    if (!hop.features.length) return null;
    return make("section", { class: "group", "data-new": "" }, [
      make("h4", {}, [say("new", { to: hop.to, n: hop.features.length })]),
      make("ul", { class: "changes" }, hop.features.map(one => make("li", {}, [
        make("a", { class: "change-title", href: state.page(one) }, parts.code(one.title)),
        make("span", { class: "change-summary" }, parts.code(one.summary))
      ])))
    ]);
  }

  /** A warning where official notes of the release are not all read. */
  function openNotes(hop) {
    if (!hop.notes.open) return null;
    return make("p", { class: "plan-warning" }, [
      hop.notes.words, " ", make("a", { href: hop.notes.url }, [say("notesLink")])
    ]);
  }

  /** The hop as text, as a page that works without scripts, and the settings that it changes. */
  function tools(hop, state) {
    const { guides, settings, suffix } = state.root.dataset;
    return make("p", { class: "plan-buttons hop__tools" }, [
      copyButton(say("copyHop"), hop.title, { hop: hop.to }, state),
      make("a", { href: `${guides}${hop.from}-to-${hop.to}${suffix}` }, [say("hopPage")]),
      make("a", { href: `${settings}?from=${hop.from}&to=${hop.to}#every-setting` }, [say("settings", { words: hop.settings })])
    ]);
  }

  /** What is seen of a hop that is closed. key: under which `view` finds it. */
  function hopHead(title, versions, key) {
    return make("summary", {}, [
      make("h3", {}, [title]), make("span", { class: "hop__versions" }, [versions]),
      make("span", { class: "hop__done", "data-done": key })
    ]);
  }

  /** A hop that can be opened. */
  function hopPart(hop, plan, state, opened) {
    const made = make("details", { class: "hop", id: parts.hopId(hop.to), "data-hop": hop.to }, [
      hopHead(hop.title, say("hopVersions", hop), hop.to), tools(hop, state), openNotes(hop),
      ...hop.groups.map(group => groupPart(group, hop, plan, state)), carried(hop, state), features(hop, state)
    ]);
    made.open = opened;
    return made;
  }

  /** What is still to come after the goal; null for nothing. */
  function pending(plan, state) {
    if (!plan.pending.length) return null;
    return make("details", { class: "hop", id: parts.hopId("pending"), "data-hop": "pending" }, [
      hopHead(say("later", plan), "", "pending"),
      copyButton(say("copy"), say("laterPart"), { hop: "pending" }, state),
      make("section", { class: "group", "data-group": "pending" }, [
        make("p", { class: "group__meaning" }, [say("laterMeaning", plan)]),
        list(plan.pending, plan, state)
      ])
    ]);
  }

  /** Hops, the one to begin with opened. opened: ids of hops that were open before, or null. */
  function draw(plan, state, opened) {
    if (!plan.hops.length && plan.patch) return [list([plan.patch], plan, state), pending(plan, state)];
    const isOpen = hop => (opened ? opened.includes(parts.hopId(hop.to)) : hop.first);
    return [...plan.hops.map(hop => hopPart(hop, plan, state, isOpen(hop))), pending(plan, state)];
  }

  planner.hops = { draw };
})(window.atlasPlanner = window.atlasPlanner || {});
