/* What there is to do that no change of this site stands for: a patch release, a Python, a database, the switch itself.
 *
 * Draws nothing. Each has an id of its own kind (`switch/4.1`), since ticks and notes are kept under it.
 */
(function (planner) {
  "use strict";

  var way = planner.way;

  function duty(id, group, today, title, summary) {
    return { id: id, change: null, group: group, title: title, summary: summary, level: "must", today: today, met: "" };
  }

  function patchDuty(from, newest, release) {
    return duty("patch/" + newest, "before", true, "Install Django " + newest,
      "The newest patch release of " + release + ": fixes only, and the shortest way to the next release. You are on "
      + from + ".");
  }

  function slug(text) {
    return text.toLowerCase().replace(/[^a-z0-9.]+/g, "-");
  }

  function moveDuty(move, plan) {
    var product = move.product, alone = move.on === move.hop[0];
    var why = product === "Python"
      ? "The newest Python that both " + move.hop.join(" and ") + " take. Move on " + move.on + ", in a deployment of its own."
      : "Django " + move.hop[1] + " takes no older one, " + move.on + " already runs on it: raise the server first.";
    if (!alone) why = "No Python runs on both sides of this hop: Python and Django change together.";
    return duty(slug(product) + "/" + move.hop[1] + "-" + slug(move.wanted), alone ? "before" : "at",
      alone && move.on === plan.start,
      "Move from " + product + " " + move.found + " to " + move.wanted + (product === "Python" ? "" : " or newer"), why);
  }

  function switchDuty(stop) {
    return duty("switch/" + stop.to, "at", false, "Install Django " + stop.goal,
      "The newest patch release of " + stop.to + ". Run the tests with warnings shown, deploy, and only then go on.");
  }

  /** Every move of Python and databases on the way. */
  function movesOf(choice, plan, model) {
    var moves = choice.python ? way.pythonMoves(choice.python, plan.releases, model) : [];
    Object.keys(choice.products).forEach(function (product) {
      moves = moves.concat(way.databaseMoves(product, choice.products[product], plan.releases, model));
    });
    return moves;
  }

  /** What runs when a hop is made: what the reader said, raised by the moves up to it. */
  function running(product, choice, plan, moves, to) {
    var said = product === "Python" ? choice.python : choice.products[product];
    return moves.filter(function (move) {
      return move.product === product && way.reached(move.hop[1], to);
    }).reduce(function (version, move) { return move.wanted; }, said);
  }

  /** Mark a requirement that what runs then meets already. */
  function markMet(step, choice, plan, moves, to) {
    var requires = step.change && step.change.requires;
    if (!requires) return;
    var products = Object.keys(requires);
    var met = products.every(function (product) {
      var version = running(product, choice, plan, moves, to);
      return version && planner.versions.orderProducts(version, requires[product]) >= 0;
    });
    if (met) {
      step.met = "Met: by then you run " + products.map(function (product) {
        return product + " " + running(product, choice, plan, moves, to);
      }).join(" and ") + ".";
    }
  }

  /** The duties of a stop, in the order in which they are done. */
  function ofStop(stop, first, plan, moves) {
    var own = moves.filter(function (move) { return move.hop[1] === stop.to; });
    var duties = own.map(function (move) { return moveDuty(move, plan); }).concat(switchDuty(stop));
    if (first && plan.patch) duties.unshift(plan.patch);
    return duties;
  }

  planner.duties = { patch: patchDuty, movesOf: movesOf, ofStop: ofStop, markMet: markMet };
})(window.atlasPlanner = window.atlasPlanner || {});
