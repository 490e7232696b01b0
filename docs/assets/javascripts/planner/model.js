/* The data of assets/planner/hops.js in the form that everything here takes. Draws nothing.
 *
 * Releases are compared by their places in `order`, so that nothing here reads a Django version.
 */
(planner => {
  "use strict";

  /** Rows of a table, or of columns, as objects. */
  function rowsOf(table) {
    return table.rows.map(row => Object.fromEntries(table.fields.map((field, place) => [field, row[place]])));
  }

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
    const said = Object.fromEntries(["kind", "possible", "end", "how", "proof"].map(field => [field, data.phrases[row[field]]]));
    const at = release => data.order.indexOf(release);
    return {
      ...row, ...said, possibleFrom: at(row.possibleFrom), necessaryBy: at(row.necessaryBy),
      begins: at(row.id.split("/")[0])
    };
  }

  function hopOf(hop, changes, data) {
    const moves = hop.moves.map(move => ({
      ...move, title: data.phrases[move.title], summary: data.phrases[move.summary]
    }));
    const groups = hop.groups.map(group => ({
      ...group, title: data.groups[group.key], changes: placesIn(group.steps).map(place => changes[place])
    }));
    return { ...hop, moves, groups, at: data.order.indexOf(hop.to) };
  }

  /** Every version by its name, in order: its release, its date, its place. */
  function versionsOf(data) {
    const all = Object.entries(data.releases).flatMap(([release, { dates }]) =>
      Object.entries(dates).map(([version, date]) => [version, { release, date }]));
    all.sort(([, one], [, other]) => data.order.indexOf(one.release) - data.order.indexOf(other.release));
    return new Map(all.map(([version, found], place) => [version, { ...found, place }]));
  }

  /** data: what hops.js holds. */
  function load(data) {
    const changes = stepsOf(data.steps).map(row => changeOf(row, data));
    const names = data.order.filter(name => name in data.releases);
    return {
      names,
      releases: new Map(names.map(name => [name, data.releases[name]])),
      versions: versionsOf(data),
      planned: data.planned,
      at: release => data.order.indexOf(release),
      hops: data.hops.map(hop => hopOf(hop, changes, data)),
      byId: new Map(changes.map(change => [change.id, change])),
      cves: rowsOf(data.cves).map(cve => ({ ...cve, fixedIn: cve.fixedIn.split(" ") })),
      impacts: data.impacts,
      moved: new Map(Object.entries(data.moved))
    };
  }

  planner.model = { load, rowsOf };
})(window.atlasPlanner = window.atlasPlanner || {});
