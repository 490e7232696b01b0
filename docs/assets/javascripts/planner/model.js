/* The data of assets/planner/hops.js in the form that everything here takes. Draws nothing.
 *
 * Releases are compared by their places in `order`, so that nothing here reads a Django version.
 */
(/** @param {any} planner */ planner => {
  "use strict";

  /** Rows of a table, or of columns, as objects. */
  function rowsOf(table) {
    return table.rows.map(row => Object.fromEntries(table.fields.map((field, place) => [field, row[place]])));
  }

  /** Columns as one object a step. */
  function stepsOf(columns) {
    const fields = Object.entries(columns);
    return columns.id.map((id, place) => Object.fromEntries(fields.map(([field, values]) => [field, values[place]])));
  }

  /** Places written as `0-44,103`. */
  function placesIn(text) {
    return text.split(",").filter(Boolean).flatMap(run => {
      const [first, last = first] = run.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, more) => first + more);
    });
  }

  /** A change as a page shows it: phrases in the place of their numbers, releases as places in `order`. */
  function changeOf(row, data) {
    const said = Object.fromEntries(["kind", "possible", "end", "how", "proof", "only"].map(field => [field, data.phrases[row[field]]]));
    const at = release => data.order.indexOf(release);
    return {
      ...row, ...said, possibleFrom: at(row.possibleFrom), necessaryBy: at(row.necessaryBy),
      begins: at(row.id.split("/")[0])
    };
  }

  /** The changes of a group in order, each with its tier at the hop. steps: places by tier. */
  function entriesOf(steps, changes) {
    return Object.entries(steps).flatMap(([tier, places]) => placesIn(places).map(place => ({ change: changes[place], tier })));
  }

  /** A hop with its groups' changes and its moves' words in the place of numbers. */
  function hopOf(hop, changes, data) {
    const moves = hop.moves.map(move => ({
      ...move, title: data.phrases[move.title], summary: data.phrases[move.summary]
    }));
    const groups = hop.groups.map(group => ({
      ...group, title: data.groups[group.key], entries: entriesOf(group.steps, changes)
    }));
    return { ...hop, moves, groups, at: data.order.indexOf(hop.to) };
  }

  /** Every version by its name, in order: its release, its date, its place. names: releases, oldest first. */
  function versionsOf(data, names) {
    const found = new Map();
    names.forEach(release => Object.entries(data.releases[release].dates).forEach(([version, date]) => {
      found.set(version, { release, date, place: found.size });
    }));
    return found;
  }

  /** data: what hops.js holds. */
  function load(data) {
    const changes = stepsOf(data.steps).map(row => changeOf(row, data));
    const names = data.order.filter(name => name in data.releases);
    return {
      names,
      releases: new Map(names.map(name => [name, data.releases[name]])),
      versions: versionsOf(data, names),
      planned: data.planned,
      at: release => data.order.indexOf(release),
      hops: data.hops.map(hop => hopOf(hop, changes, data)),
      byId: new Map(changes.map(change => [change.id, change])),
      cves: rowsOf(data.cves).map(cve => ({ ...cve, fixedIn: cve.fixedIn.split(" ") })),
      impacts: data.impacts,
      tiers: data.tiers,
      urgency: data.urgency,
      board: data.board,
      limits: data.limits,
      briefRules: data.briefRules,
      moved: new Map(Object.entries(data.moved))
    };
  }

  planner.model = { load, rowsOf };
})(window.atlasPlanner = window.atlasPlanner || {});
