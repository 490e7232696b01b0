/* What a scan of the reader's code says (event `atlas:scanned`): where steps were found, and versions that it proposes. */
(function (planner) {
  "use strict";

  var make = planner.parts.make;

  function text(value) {
    return typeof value === "string" ? value : "";
  }

  /** Places by id of change, each as `path:line`. */
  function hitsOf(detail) {
    var hits = new Map();
    (Array.isArray(detail && detail.hits) ? detail.hits : []).filter(Boolean).forEach(function (hit) {
      var places = hits.get(hit.change) || [];
      var place = text(hit.path) + ":" + Number(hit.line);
      if (places.indexOf(place) < 0) places.push(place);
      hits.set(hit.change, places);
    });
    return hits;
  }

  /** A sentence such as "requirements.txt:3 says Django 3.2.12." with a button. */
  function proposal(sources, words, label, take) {
    var where = sources.length ? sources.join(", ") + (sources.length === 1 ? " says " : " say ") : "Your project says ";
    return make("p", {}, [where + words + ". ", planner.parts.button(label, {}, take)]);
  }

  /** How the steps of a plan and the reader's code meet; null before a scan. */
  function summary(steps, desk) {
    if (!desk.scanned) return null;
    var changes = steps.filter(function (step) { return step.change; });
    var met = changes.filter(function (step) { return desk.hits.has(step.id); }).length;
    var absent = changes.filter(desk.isAbsent).length;
    return make("p", { class: "plan-scanned" }, [
      "In your code: " + planner.words.counted(met, "change") + " found, " + absent + " looked for and not found, "
      + (changes.length - met - absent) + " to check by hand."
    ]);
  }

  /** Plan from another version or with another Python. */
  function take(desk, changes) {
    var before = desk.choice;
    desk.choice = desk.read(planner.choice.write(Object.assign({}, before, changes)));
    if (changes.from) planner.desks.remember(desk.choice.from);
    desk.draw(null);
    desk.address("pushState");
    desk.announce(before);
    propose(desk);
  }

  /** Offer the versions that the project's own files name. */
  function propose(desk) {
    var place = document.getElementById("plan-proposals"), drawn = [];
    var offered = (desk.scanned && desk.scanned.proposals) || {}, django = text(offered.django), python = text(offered.python);
    var sources = (Array.isArray(offered.sources) ? offered.sources : []).map(text).filter(Boolean);
    if (django && django !== desk.choice.from) {
      drawn.push(proposal(sources, "Django " + django, "Start from " + django, function () { take(desk, { from: django }); }));
    }
    if (python && python !== desk.choice.python) {
      drawn.push(proposal(sources, "Python " + python, "Use Python " + python, function () { take(desk, { python: python }); }));
    }
    place.replaceChildren.apply(place, drawn);
    place.hidden = !drawn.length;
  }

  /** A scan ended, or its result was dropped (null). */
  function scanned(desk, detail) {
    desk.scanned = detail;
    desk.hits = hitsOf(detail);
    propose(desk);
    desk.redraw();
  }

  function listen(desk) {
    document.addEventListener("atlas:scanned", function (event) { scanned(desk, event.detail || {}); });
    document.addEventListener("atlas:scan-cleared", function () { scanned(desk, null); });
  }

  planner.found = { hitsOf: hitsOf, summary: summary, listen: listen };
})(window.atlasPlanner = window.atlasPlanner || {});
