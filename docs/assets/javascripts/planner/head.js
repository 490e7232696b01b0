/* The head of a plan: the answer in two sentences, what is wrong or missing, the route, the CVEs. */
(function (planner) {
  "use strict";

  var parts = planner.parts, words = planner.words, outline = planner.outline, make = parts.make;

  function todayWords(steps, plan) {
    var today = steps.filter(function (step) { return step.today; }).length;
    if (!today) return "";
    return " " + (today === steps.length ? "All of them" : today + " of them")
      + " can be done today, on " + plan.start + ".";
  }

  /** The plan in one line. */
  function answer(plan) {
    var steps = outline.open(outline.stepsOf(plan)), switches = plan.stops.length;
    if (!switches && !plan.patch) return "You are there: " + plan.from + " is the newest patch release of " + plan.start + ".";
    if (!switches) return "Stay on " + plan.start + " and install " + plan.patch.id.split("/")[1] + ", its newest patch release.";
    var silent = steps.filter(function (step) { return step.change && step.change.silent; }).length;
    return words.counted(switches, "switch", "switches") + ", one feature release at a time, and "
      + words.counted(steps.length, "step") + "." + todayWords(steps, plan)
      + (silent ? " " + silent + (silent === 1 ? " changes" : " of them change") + " results without a warning: first in each list." : "");
  }

  /** open: entries of the official notes that no page here stands for. */
  function routeItem(release, text, open, model) {
    return make("li", { class: "route__stop" }, [
      make("strong", {}, text), " ", parts.support(release, model.releases.get(release)),
      " ", make("span", { class: "route__done", "data-route": release }),
      open ? make("span", { class: "route__open" }, [" and " + words.counted(open, "note") + " without a page"]) : null
    ]);
  }

  function route(plan, desk) {
    var items = [routeItem(plan.start, ["Django " + plan.from], 0, desk.model)];
    plan.stops.forEach(function (stop) {
      var link = make("a", { href: "#" + parts.stopId(stop.to) }, ["Django " + stop.goal]);
      link.addEventListener("click", function (event) { event.preventDefault(); desk.go(parts.stopId(stop.to)); });
      items.push(routeItem(stop.to, [link], stop.units[0], desk.model));
    });
    return make("ol", { class: "route", "aria-label": "The way" }, items);
  }

  function uncovered(plan) {
    var open = plan.stops.filter(function (stop) { return stop.units[0]; });
    if (!open.length) return null;
    return make("p", { class: "plan-warning" }, [
      "This plan is not complete: of Django’s own notes for " + open.map(function (stop) { return stop.to; }).join(", ")
      + " some entries have no page here yet. Each stop says how many, and links the notes."
    ]);
  }

  function cveItem(cve, desk) {
    var link = make("a", { href: desk.root.dataset.security + "#" + cve.id.toLowerCase() }, [cve.id]);
    return make("li", {}, [link, " " + [cve.date, cve.severity].filter(Boolean).join(", ")]);
  }

  function cves(plan, desk) {
    if (!plan.cves.length) return null;
    var summary = words.counted(plan.cves.length, "CVE") + " made public after " + plan.from + " came out "
      + (plan.cves.length === 1 ? "is" : "are") + " fixed in the newest " + plan.goal;
    return make("details", { class: "plan-cves" }, [
      make("summary", {}, [summary]),
      make("ul", {}, plan.cves.map(function (cve) { return cveItem(cve, desk); }))
    ]);
  }

  function problems(choice) {
    if (!choice.problems.length) return null;
    return make("ul", { class: "plan-warning" }, choice.problems.map(function (text) { return make("li", {}, [text]); }));
  }

  /** Elements, and null where there is nothing to say. */
  function draw(plan, choice, desk) {
    var title = make("h2", { class: "plan-title", tabindex: "-1" }, ["From Django " + plan.from + " to " + plan.to]);
    if (plan.sentence) return [title, make("p", { class: "plan-warning" }, [plan.sentence]), problems(choice)];
    return [
      title, make("p", { class: "lead" }, [answer(plan)]), planner.found.summary(outline.stepsOf(plan), desk),
      problems(choice), uncovered(plan), route(plan, desk), cves(plan, desk)
    ];
  }

  planner.head = { draw: draw, answer: answer };
})(window.atlasPlanner = window.atlasPlanner || {});
