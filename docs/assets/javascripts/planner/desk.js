/* What the parts of the planner share: the data, what is ticked and found, and the addresses of pages and plans. */
(function (planner) {
  "use strict";

  /** The release that the reader named on another visit or another page; null without storage. */
  function remembered(model) {
    try {
      var exact = localStorage.getItem("atlas.from.exact"), release = localStorage.getItem("atlas.from");
      var from = exact && planner.versions.featureRelease(exact) === release ? exact : release;
      return from && !planner.way.noWay(from, from, model) ? from : null;
    } catch (error) {
      return null;
    }
  }

  function remember(from) {
    try {
      localStorage.setItem("atlas.from", planner.versions.featureRelease(from));
      localStorage.setItem("atlas.from.exact", from);
    } catch (error) {
      return; // the plan's address remembers it as well
    }
  }

  function addAddresses(desk) {
    var data = desk.root.dataset;
    desk.page = function (step) { return data.changes + step.id + data.suffix; };
    desk.hostedPlan = function (part) {
      var anchor = part.stop ? "#" + planner.parts.stopId(part.stop) : "";
      return data.hosted + "upgrade/" + planner.choice.write(desk.choice) + anchor;
    };
    desk.hostedStep = function (step) { return desk.hostedPlan({}) + "#" + planner.step.anchor(step.id); };
    desk.hostedPage = function (step) {
      return step.change ? data.hosted + "releases/" + step.id + "/" : desk.hostedStep(step);
    };
  }

  /** root: the planner's element. Nothing is chosen or drawn yet. */
  function make(root) {
    var model = planner.way.load(planner.data), store = planner.progress.open(model.moved);
    var desk = { root: root, model: model, store: store, choice: null, plan: null, scanned: null, hits: new Map() };
    addAddresses(desk);

    desk.foundIn = function (id) { return desk.hits.get(id) || []; };
    desk.isAbsent = function (step) {
      return Boolean(desk.scanned && step.change && step.change.detect && !desk.hits.has(step.id));
    };

    desk.tell = function (text) {
      document.getElementById("plan-told").textContent = text;
      clearTimeout(desk.timer);
      desk.timer = setTimeout(function () { document.getElementById("plan-told").textContent = ""; }, 8000);
    };

    desk.tick = function (step, done) {
      store.tick(step.id, done ? atlasDays.today() : "");
      planner.view.progress(desk.plan, store);
      planner.parts.say(planner.view.doneOf(step, desk.plan, store));
      if (!store.kept) desk.tell("This browser keeps no ticks for this page: save them to a file before you close it.");
    };

    desk.note = function (step, text) { store.write(step.id, text); };

    return desk;
  }

  planner.desks = { make: make, remember: remember, remembered: remembered };
})(window.atlasPlanner = window.atlasPlanner || {});
