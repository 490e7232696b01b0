/* A plan stop by stop: headings, groups, and the steps in them. */
(function (planner) {
  "use strict";

  var parts = planner.parts, words = planner.words, make = parts.make;

  function copyButton(words, label, part, desk) {
    return parts.button(words, { class: "plan-button plan-button--copy", "aria-label": words + ": " + label }, function () {
      planner.ticket.open(part, desk);
    });
  }

  function steps(some, plan, desk) {
    return make("ul", { class: "steps" }, some.map(function (step) { return planner.step.draw(step, plan, desk); }));
  }

  /** Steps; after a scan, those that it looked for in vain are folded away at the end. */
  function list(some, plan, desk) {
    var absent = some.filter(desk.isAbsent);
    if (!absent.length) return steps(some, plan, desk);
    return make("div", {}, [
      steps(some.filter(function (step) { return !desk.isAbsent(step); }), plan, desk),
      make("details", { class: "absent" }, [
        make("summary", {}, ["Not found in your project (" + absent.length + ")"]), steps(absent, plan, desk)
      ])
    ]);
  }

  function group(one, stop, plan, desk) {
    if (!one.steps.length) return null;
    var title = words.GROUPS[one.key][0], id = parts.stopId(stop.to) + "-" + one.key;
    return make("section", { class: "group", "aria-labelledby": id, "data-group": "" }, [
      make("h4", { id: id }, [title, " ", make("span", { class: "group__count" })]),
      copyButton("Copy", words.titleOf(stop) + ", " + title.toLowerCase(), { stop: stop.to, group: one.key }, desk),
      make("p", { class: "group__meaning" }, [words.GROUPS[one.key][1](stop, plan)]),
      list(one.steps, plan, desk)
    ]);
  }

  function carriedItem(step, desk) {
    var link = make("a", { href: "#" + planner.step.anchor(step.id) }, parts.code(step.title));
    link.addEventListener("click", function (event) { event.preventDefault(); desk.go(planner.step.anchor(step.id)); });
    return make("li", { "data-carried": step.id }, [link]);
  }

  /** What began to warn at an earlier stop of this plan and has to be done by now. */
  function carried(stop, desk) {
    if (!stop.carried.length) return null;
    return make("section", { class: "group", "data-carried-group": "" }, [
      make("h4", {}, ["Due by now ", make("span", { class: "group__count" }, ["(" + stop.carried.length + ")"])]),
      make("p", { class: "group__meaning" }, ["Began to warn at an earlier stop, where each stands, and stops on " + stop.to + "."]),
      make("ul", { class: "carried" }, stop.carried.map(function (step) { return carriedItem(step, desk); }))
    ]);
  }

  function features(stop, desk) {
    if (!stop.features.length) return null;
    return make("section", { class: "group", "data-new": "" }, [
      make("h4", {}, ["New in " + stop.to + " (" + stop.features.length + ")"]),
      make("ul", { class: "changes" }, stop.features.map(function (one) {
        return make("li", {}, [
          make("a", { class: "change-title", href: desk.page({ id: one.id }) }, parts.code(one.title)),
          make("span", { class: "change-summary" }, parts.code(one.summary))
        ]);
      }))
    ]);
  }

  function notes(stop, desk) {
    if (!stop.units[0]) return null;
    return make("p", { class: "plan-warning" }, [
      stop.units[0] + " of the " + stop.units[1] + " entries of Django’s own notes for " + stop.to
      + " have no page here yet: read ",
      make("a", { href: desk.model.releases.get(stop.to).notes }, ["the official notes"]), " for those."
    ]);
  }

  function stopHead(stop) {
    return make("summary", {}, [
      make("h3", {}, [words.titleOf(stop)]),
      make("span", { class: "stop__way" }, [stop.start + " → " + stop.goal]),
      make("span", { class: "stop__done", "data-done": stop.to })
    ]);
  }

  /** The stop as text, and as a page that works without scripts. */
  function stopTools(stop, desk) {
    var guide = stop.from + "-to-" + stop.to + desk.root.dataset.suffix;
    return make("p", { class: "plan-buttons stop__tools" }, [
      copyButton("Copy this stop", words.titleOf(stop), { stop: stop.to }, desk),
      make("a", { href: desk.root.dataset.guides + guide }, ["The whole hop as a page"])
    ]);
  }

  function stopPart(stop, plan, desk, opened) {
    var made = make("details", { class: "stop", id: parts.stopId(stop.to), "data-stop": stop.to }, [
      stopHead(stop), stopTools(stop, desk), notes(stop, desk)
    ].concat(stop.groups.map(function (one) { return group(one, stop, plan, desk); }), [carried(stop, desk), features(stop, desk)]));
    made.open = opened;
    return made;
  }

  function pending(plan, desk) {
    if (!plan.pending || !plan.pending.length) return null;
    return make("details", { class: "stop", id: "stop-later", "data-stop": "pending" }, [
      make("summary", {}, [
        make("h3", {}, ["Still to come after " + plan.goal]), make("span", { class: "stop__way" }, []),
        make("span", { class: "stop__done", "data-done": "pending" })
      ]),
      copyButton("Copy", "still to come", { stop: "pending" }, desk),
      make("section", { class: "group", "data-group": "" }, [
        make("p", { class: "group__meaning" }, ["Warns on " + plan.start + " already and still only warns on " + plan.goal + "."]),
        list(plan.pending, plan, desk)
      ])
    ]);
  }

  /** Stops, the one to begin with opened. opened: ids of stops that were open before, or null. */
  function draw(plan, desk, opened) {
    if (!plan.stops.length && plan.patch) return [list([plan.patch], plan, desk), pending(plan, desk)];
    return plan.stops.map(function (stop, place) {
      return stopPart(stop, plan, desk, opened ? opened.includes(parts.stopId(stop.to)) : place === 0);
    }).concat(pending(plan, desk));
  }

  planner.stops = { draw: draw };
})(window.atlasPlanner = window.atlasPlanner || {});
