/* What happens when the page opens, and when the reader chooses, looks for, prints or goes back. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;

  /** An element by its id. */
  function place(id) {
    return document.getElementById(id);
  }

  /** The reader set something in the form. */
  function chosen(state) {
    const before = state.choice;
    state.choice = state.read(planner.form.query(before));
    const other = before.from !== state.choice.from || before.to !== state.choice.to;
    if (before.from !== state.choice.from) planner.states.remember(state.choice.from, state.model);
    state.draw(other ? null : planner.view.openHops());
    state.address(other ? "pushState" : "replaceState");
    planner.parts.announce(state.plan.sentence || planner.head.answer(state.plan));
    state.announce(before);
  }

  /** The reader pressed the button: the plan gets the focus. */
  function submitted(event, state) {
    event.preventDefault();
    chosen(state);
    planner.states.remember(state.choice.from, state.model);
    document.querySelector(".plan-title").focus();
  }

  /** The reader looks for something in the plan. */
  function sought(state) {
    state.choice.q = place("plan-find").value.slice(0, 100);
    state.choice.today = place("plan-today").checked;
    const n = state.show();
    state.address("replaceState");
    planner.parts.announce(say("stepsShown", { n }));
  }

  /** On paper everything is open; afterwards it is as it was. */
  function printed() {
    document.querySelectorAll("#plan details:not([open], .absent)").forEach(one => {
      one.open = true;
      addEventListener("afterprint", () => { one.open = false; }, { once: true });
    });
  }

  /** Another window ticked something. */
  function storedElsewhere(event, state) {
    if (event.key !== planner.progress.KEY) return;
    state.store.load();
    if (!state.plan.sentence) planner.view.progress(state.plan, state.store);
  }

  /** The first choice of a page that was empty: kept, told to the scanner, and said aloud. */
  function chosenFirst(state) {
    planner.states.remember(state.choice.from, state.model);
    state.address("pushState");
    planner.parts.announce(state.plan.sentence || planner.head.answer(state.plan));
    document.dispatchEvent(new Event("atlas:range"));
  }

  /** Follow what the reader sets in the form. */
  function listenToForm(state) {
    const form = planner.form.element();
    const checkAll = checked => {
      planner.form.checkAll(checked);
      chosen(state);
    };
    form.addEventListener("change", () => { chosen(state); });
    form.addEventListener("submit", event => { submitted(event, state); });
    form.querySelector("[data-areas-all]").addEventListener("click", () => { checkAll(true); });
    form.querySelector("[data-areas-none]").addEventListener("click", () => { checkAll(false); });
  }

  /** Follow all else that the reader does. */
  function listen(state) {
    listenToForm(state);
    place("plan-find").addEventListener("input", () => { sought(state); });
    place("plan-today").addEventListener("change", () => { sought(state); });
    place("plan-copy").addEventListener("click", () => { planner.ticket.open({}, state); });
    place("plan-print").addEventListener("click", () => { print(); });
    // A change's page is opened and left again: the hops are open as they were.
    place("plan").addEventListener("toggle", () => { state.address("replaceState", location.hash); }, true);
    addEventListener("popstate", event => { state.visit(location.search, location.hash, event.state); });
    addEventListener("beforeprint", printed);
    addEventListener("storage", event => { storedElsewhere(event, state); });
  }

  /** Make the page's plan. root: the planner's element. search: the query that the form asks for; empty for the address. */
  function start(root, search) {
    const began = performance.now(), state = planner.states.make(root);
    planner.page.add(state);
    planner.range = () => ({ from: state.choice.from, to: state.choice.to });
    planner.state = state;
    place("plan-empty").hidden = true;
    listen(state);
    planner.found.listen(state);
    planner.ticket.begin();
    planner.backup.begin(state);
    state.visit(search || location.search, location.hash, history.state);
    if (search) chosenFirst(state);
    performance.measure("atlas:first-plan", { start: began });
  }

  /** What the page can do without data. */
  function enable(root) {
    place("plan-fit").disabled = false;
    root.querySelectorAll("[data-script]").forEach(one => { one.hidden = false; });
  }

  /** A link to a panel, of the scanner or of the reader of logs, opens it. */
  function openPanel() {
    if (!["#planner-scan", "#planner-log"].includes(location.hash)) return;
    const panel = place(location.hash.slice(1));
    /** @type {HTMLDetailsElement} */ (panel.querySelector("details")).open = true;
    panel.scrollIntoView();
  }

  const root = place("planner");
  if (root) {
    enable(root);
    if (planner.data) start(root, "");
    else planner.waiting.wait(search => { start(root, search); });
    // After the panels' own scripts, which show them.
    addEventListener("DOMContentLoaded", openPanel);
  }
})(window.atlasPlanner = window.atlasPlanner || {});
