/* The board: each hop with how much must, should and can wait, what of it is in the reader's code, and its support. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { parts, steps } = planner;
  const { make } = parts;
  const { say } = planner.words;

  /** A number under a heading; on a phone the heading follows it. */
  function cell(key, label, number) {
    return make("td", { class: `board__${key}`, "data-label": label.toLowerCase(), "data-none": number ? null : "" }, [String(number)]);
  }

  /** How many of some steps are how urgent; after a scan, how many of them were found. */
  function cells(some, state) {
    const work = steps.work(some);
    const drawn = state.model.board.map(([key, label]) => cell(key, label, work.filter(step => step.urgency === key).length));
    if (state.scanned) drawn.push(cell("found", say("foundTitle"), work.filter(step => state.hits.has(step.id)).length));
    return drawn;
  }

  /** A row. name: element or text. key: under which `view` finds how much is done; null for no such cell. */
  function row(name, more, some, key, state) {
    return make("tr", { class: "board__hop" }, [
      make("th", { scope: "row" }, [make("strong", {}, [name]), ...more]), ...cells(some, state),
      make("td", { class: "board__done", "data-route": key })
    ]);
  }

  /** A link to a part of the plan below. */
  function linkTo(id, text, state) {
    const link = make("a", { href: `#${id}` }, [text]);
    link.addEventListener("click", event => { event.preventDefault(); state.go(id); });
    return link;
  }

  /** A hop: the release that it leads to, since when there is one, and until when it is supported. */
  function hopRow(hop, state) {
    const open = hop.notes.open ? [make("span", { class: "board__open" }, [say("openNotes", { n: hop.notes.open })])] : [];
    const link = linkTo(parts.hopId(hop.to), say("release", { version: hop.goal }), state);
    const released = make("span", { class: "board__date" }, [hop.released]);
    return row(link, [released, parts.support(hop.to), ...open], steps.ofHop(hop), hop.to, state);
  }

  /** Where the reader is. columns: how many. */
  function startRow(plan, columns) {
    return make("tr", { class: "board__start" }, [
      make("th", { scope: "row" }, [make("strong", {}, [say("release", { version: plan.from })]), parts.support(plan.start)]),
      make("td", { colspan: String(columns) }, [say("youAreHere")])
    ]);
  }

  /** What is still to come after the goal, and everything together. */
  function lastRows(plan, state) {
    const rows = [];
    if (plan.pending.length) {
      rows.push(row(linkTo(parts.hopId("pending"), say("later", plan), state), [], plan.pending, "pending", state));
    }
    return [...rows, row(say("inAll"), [], steps.ofPlan(plan), "all", state)];
  }

  /** A heading of a column. */
  function heading(text) {
    return make("th", { scope: "col" }, [text]);
  }

  /** The board with what its columns mean; null for a plan without hops. */
  function draw(plan, state) {
    if (!plan.hops.length) return null;
    const labels = state.model.board.map(([, label]) => label).concat(state.scanned ? say("foundTitle") : [], say("columnDone"));
    return make("div", { class: "board-box" }, [
      make("table", { class: "board" }, [
        make("caption", { class: "visually-hidden" }, [say("route")]),
        make("thead", {}, [make("tr", {}, [heading(say("columnHop")), ...labels.map(heading)])]),
        make("tbody", {}, [startRow(plan, labels.length), ...plan.hops.map(hop => hopRow(hop, state))]),
        make("tfoot", {}, lastRows(plan, state))
      ]),
      make("p", { class: "board-key" }, [state.model.board.map(([, label, meaning]) => `${label}: ${meaning}`).join(" ")])
    ]);
  }

  planner.board = { draw };
})(window.atlasPlanner = window.atlasPlanner || {});
