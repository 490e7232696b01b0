/* The way from one release to another: what atlas/decide/plan.py decides, over the data of assets/planner/plan.js.
 *
 * tests/browser/test_planner_way.py runs both over every pair of releases and compares.
 */
(function (planner) {
  "use strict";

  var versions = planner.versions;

  /** Rows of a table as objects. */
  function rowsOf(table) {
    return table.rows.map(function (row) {
      var made = {};
      table.fields.forEach(function (field, place) { made[field] = row[place]; });
      return made;
    });
  }

  function changeOf(row) {
    row.release = row.id.split("/")[0];
    row.fixFrom = row.fixFrom || row.release;
    row.necessaryBy = row.removed || row.release;
    return row;
  }

  /** The data in the form that everything here takes. Changes and CVEs stay in their order. */
  function load(data) {
    var model = {
      releases: new Map(Object.entries(data.releases)),
      patches: new Map(),
      planned: data.planned,
      changes: rowsOf(data.changes).map(changeOf),
      cves: rowsOf(data.cves),
      moved: new Map(Object.entries(data.moved))
    };
    model.names = Array.from(model.releases.keys()).sort(versions.order);
    model.releases.forEach(function (release) {
      Object.entries(release.patches).forEach(function (patch) { model.patches.set(patch[0], patch[1]); });
    });
    model.byId = new Map(model.changes.map(function (change) { return [change.id, change]; }));
    return model;
  }

  /** Why a version is no place to start from or to go to; null where it is one. */
  function unknown(version, model) {
    if (model.releases.has(version) || model.patches.has(version)) return null;
    if (model.planned.includes(versions.featureRelease(version))) {
      return "Django " + version + " is planned and not out yet: there is nothing to upgrade to.";
    }
    return "There is no Django " + version + " here: this site knows "
      + model.names[0] + " to " + model.names[model.names.length - 1] + ".";
  }

  /** Why there is no way between two versions, as a sentence for the reader; null where there is one. */
  function noWay(from, to, model) {
    var wrong = unknown(from, model) || unknown(to, model);
    if (wrong) return wrong;
    var down = versions.order(versions.featureRelease(from), versions.featureRelease(to)) > 0;
    if (!down && !(model.patches.has(to) && versions.order(from, to) > 0)) return null;
    return "From " + from + " to " + to
      + " is a downgrade, which Django's migrations do not promise to survive.";
  }

  /** The feature releases from one version to another, both included, oldest first. There must be a way. */
  function stops(from, to, model) {
    var first = model.names.indexOf(versions.featureRelease(from));
    return model.names.slice(first, model.names.indexOf(versions.featureRelease(to)) + 1);
  }

  function pairs(releases) {
    return releases.slice(1).map(function (release, place) { return [releases[place], release]; });
  }

  function reached(one, other) {
    return versions.order(one, other) <= 0;
  }

  /** The changes of one hop: before the switch, at it, and those that begin to warn after it. */
  function hop(from, to, model) {
    var due = model.changes.filter(function (change) { return change.necessaryBy === to; });
    return {
      from: from,
      to: to,
      before: due.filter(function (change) { return reached(change.fixFrom, from); }),
      at: due.filter(function (change) { return !reached(change.fixFrom, from); }),
      after: model.changes.filter(function (change) {
        return change.release === to && change.necessaryBy !== to;
      })
    };
  }

  function hops(releases, model) {
    return pairs(releases).map(function (pair) { return hop(pair[0], pair[1], model); });
  }

  /** Deprecations that warn on the first release already and still work, warning, on the last. */
  function pending(from, to, model) {
    return model.changes.filter(function (change) {
      return reached(change.release, from) && !reached(change.necessaryBy, to);
    });
  }

  function newest(list) {
    return list.slice().sort(versions.order).pop();
  }

  /** Where Python has to rise: each time on the old release, to the newest that both sides of the switch take. */
  function pythonMoves(python, releases, model) {
    var found = [];
    pairs(releases).forEach(function (pair) {
      var before = model.releases.get(pair[0]).pythons, after = model.releases.get(pair[1]).pythons;
      if (after.includes(python)) return;
      var both = before.filter(function (one) { return after.includes(one); });
      var wanted = newest(both.length ? both : after);
      found.push({ product: "Python", found: python, wanted: wanted, on: both.length ? pair[0] : pair[1], hop: pair });
      python = wanted;
    });
    return found;
  }

  /** Where a database has to rise: each time on the old release, to the least version that the next one takes. */
  function databaseMoves(product, version, releases, model) {
    var found = [];
    pairs(releases).forEach(function (pair) {
      var needed = model.releases.get(pair[1]).databases[product];
      if (!needed || versions.orderProducts(version, needed) >= 0) return;
      found.push({ product: product, found: version, wanted: needed, on: pair[0], hop: pair });
      version = needed;
    });
    return found;
  }

  function gone(series, target) {
    return series.length > 0 && series.every(function (one) { return versions.order(one, target) < 0; });
  }

  /** CVEs that the newest patch of the target has fixed and that came out after the start, newest first. */
  function cvesOnTheWay(from, to, model) {
    var since = model.patches.get(from) || model.releases.get(from).date;
    var target = versions.featureRelease(to);
    return model.cves.filter(function (cve) {
      var series = Object.keys(cve.fixedIn);
      return cve.date > since && (series.includes(target) || gone(series, target));
    });
  }

  /** 4.1 gives 4.1.13; the feature release itself before any patch. */
  function newestPatch(release, model) {
    return newest(Object.keys(model.releases.get(release).patches).concat(release));
  }

  planner.way = {
    load: load, rowsOf: rowsOf, noWay: noWay, stops: stops, hops: hops, pending: pending, pythonMoves: pythonMoves,
    databaseMoves: databaseMoves, cvesOnTheWay: cvesOnTheWay, newestPatch: newestPatch, reached: reached
  };
})(window.atlasPlanner = window.atlasPlanner || {});
