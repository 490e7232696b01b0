/* A plan hop by hop, drawn: headings, groups, and the steps in them. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { parts } = planner;
  const { make } = parts;
  const { say } = planner.words;

  /** Lists that few people read. */
  const FOLDED = ["rewritten", "low", "absent"];

  /** A button that copies a part of the plan. part: {hop, group}, see ticket.js; name: the part in words. */
  function copyButton(label, name, part, state) {
    const attributes = { class: "plan-button plan-button--copy", "aria-label": say("copyLabel", { label, part: name }) };
    return parts.button(label, attributes, () => { planner.ticket.open(part, state); });
  }

  /** Steps as a list. key: the list's key. */
  function stepList(some, key, plan, state) {
    return make("ul", { class: "steps" }, some.map(step => planner.step.draw(step, key, plan, state)));
  }

  /** Steps of one list; after a scan, those that it looked for in vain are folded away at the end. */
  function list(some, key, plan, state) {
    const absent = some.filter(step => step.absent);
    if (!absent.length || key === "absent") return stepList(some, key, plan, state);
    return make("div", {}, [
      stepList(some.filter(step => !step.absent), key, plan, state),
      make("details", { class: "absent" }, [
        make("summary", {}, [say("notFoundFolded", { n: absent.length })]), stepList(absent, key, plan, state)
      ])
    ]);
  }

  /** The heading of a group, with the place for the number of its steps. */
  function groupHeading(group, id) {
    return make("h4", { id }, [group.title, " ", make("span", { class: "group__count" })]);
  }

  /** What few people need to read, folded: its heading is left to see. What a scan found is never folded away. */
  function foldPart(group, id, body, state, opened) {
    const style = group.key === "absent" ? "absent fold" : "fold";
    const fold = make("details", { class: style, id: `${id}-fold` }, [make("summary", {}, [groupHeading(group, id)]), ...body]);
    const isFound = group.steps.some(step => state.hits.has(step.id));
    fold.toggleAttribute("data-found", isFound);
    fold.open = isFound || opened.includes(fold.id);
    return [fold];
  }

  /** A group with its heading; null for one without steps. opened: ids of what is open. */
  function groupPart(group, hop, plan, state, opened) {
    if (!group.steps.length) return null;
    const id = `${parts.hopId(hop.to)}-${group.key}`;
    const name = say("groupOf", { hop: hop.title, group: group.title.toLowerCase() });
    const body = [
      copyButton(say("copy"), name, { hop: hop.to, group: group.key }, state),
      make("p", { class: "group__meaning" }, parts.code(group.meaning)),
      list(group.steps, group.key, plan, state)
    ];
    const isFolded = FOLDED.includes(group.key);
    const drawn = isFolded ? foldPart(group, id, body, state, opened) : [groupHeading(group, id), ...body];
    if (group.key === "run") drawn.push(planner.commands.draw(hop, state));
    return make("section", { class: `group group--${group.key}`, "aria-label": name, "data-group": group.key }, drawn);
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
      parts.button(say("brief"), { "aria-label": say("copyLabel", { label: say("brief"), part: hop.title }) }, () => {
        planner.ticket.open({ hop: hop.to }, state, "brief");
      }),
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

  /** A hop that can be opened. opened: ids of what is open. */
  function hopPart(hop, plan, state, opened) {
    const made = make("details", { class: "hop", id: parts.hopId(hop.to), "data-hop": hop.to }, [
      hopHead(hop.title, say("hopVersions", hop), hop.to), tools(hop, state), openNotes(hop),
      make("p", { class: "hop__order" }, [hop.order]),
      ...hop.groups.map(group => groupPart(group, hop, plan, state, opened)), carried(hop, state), features(hop, state)
    ]);
    made.open = opened.includes(made.id);
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
        list(plan.pending, "pending", plan, state)
      ])
    ]);
  }

  /** Hops, the one to begin with opened. opened: ids of what was open before, or null. */
  function draw(plan, state, opened) {
    if (!plan.hops.length && plan.patch) return [list([plan.patch], "run", plan, state), pending(plan, state)];
    const ids = opened || plan.hops.slice(0, 1).map(hop => parts.hopId(hop.to));
    return [...plan.hops.map(hop => hopPart(hop, plan, state, ids)), pending(plan, state)];
  }

  planner.hops = { draw };
})(window.atlasPlanner = window.atlasPlanner || {});
