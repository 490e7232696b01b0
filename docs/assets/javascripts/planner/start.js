/* What happens when the page opens, and when the reader chooses, looks for, prints or goes back. */
(function (planner) {
  "use strict";

  var root = document.getElementById("planner");
  if (!root || !planner.data) return;

  var began = performance.now();
  var desk = planner.desks.make(root);
  planner.page.add(desk);

  function place(id) {
    return document.getElementById(id);
  }

  /** The reader set something in the form. */
  function chosen() {
    var before = desk.choice;
    desk.choice = desk.read(planner.form.query(before));
    var other = before.from !== desk.choice.from || before.to !== desk.choice.to;
    if (before.from !== desk.choice.from) planner.desks.remember(desk.choice.from);
    desk.draw(other ? null : planner.view.openStops());
    desk.address(other ? "pushState" : "replaceState");
    planner.parts.say(desk.plan.sentence || planner.head.answer(desk.plan));
    desk.announce(before);
  }

  function submitted(event) {
    event.preventDefault();
    chosen();
    planner.desks.remember(desk.choice.from);
    document.querySelector(".plan-title").focus();
  }

  /** The reader looks for something in the plan. */
  function sought() {
    desk.choice.q = place("plan-find").value.slice(0, 100);
    desk.choice.today = place("plan-today").checked;
    var number = desk.show();
    desk.address("replaceState");
    planner.parts.say(planner.words.counted(number, "step") + " shown.");
  }

  /** On paper everything is open; afterwards it is as it was. */
  function printed() {
    document.querySelectorAll("#plan details").forEach(function (one) {
      if (one.open) return;
      one.open = true;
      addEventListener("afterprint", function () { one.open = false; }, { once: true });
    });
  }

  /** Another window ticked something. */
  function storedElsewhere(event) {
    if (event.key !== planner.progress.KEY) return;
    desk.store.load();
    if (!desk.plan.sentence) planner.view.progress(desk.plan, desk.store);
  }

  function checkAll(checked) {
    planner.form.checkAll(checked);
    chosen();
  }

  function listen() {
    var form = planner.form.element();
    form.addEventListener("change", chosen);
    form.addEventListener("submit", submitted);
    form.querySelector("[data-areas-all]").addEventListener("click", function () { checkAll(true); });
    form.querySelector("[data-areas-none]").addEventListener("click", function () { checkAll(false); });
    place("plan-find").addEventListener("input", sought);
    place("plan-today").addEventListener("change", sought);
    place("plan-copy").addEventListener("click", function () { planner.ticket.open({}, desk); });
    place("plan-print").addEventListener("click", function () { print(); });
    // A change's page is opened and left again: the stops are open as they were.
    place("plan").addEventListener("toggle", function () { desk.address("replaceState", location.hash); }, true);
    addEventListener("popstate", function (event) { desk.visit(location.search, location.hash, event.state); });
    addEventListener("beforeprint", printed);
    addEventListener("storage", storedElsewhere);
  }

  planner.range = function () { return { from: desk.choice.from, to: desk.choice.to }; };
  planner.desk = desk;
  place("plan-fit").disabled = false;
  root.querySelectorAll("[data-script]").forEach(function (one) { one.hidden = false; });
  listen();
  planner.found.listen(desk);
  planner.ticket.begin();
  planner.keep.begin(desk);
  desk.visit(location.search, location.hash, history.state);
  performance.measure("atlas:first-plan", { start: began });
})(window.atlasPlanner = window.atlasPlanner || {});
