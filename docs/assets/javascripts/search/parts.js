"use strict";

// The index comes in two parts, because over a slow line the whole takes seconds. The first has everything but the
// running text, and answers nearly all queries; the rest comes behind it and is added.

/** Entries of columns. An empty field is not there. */
function entriesOf(columns) {
  const fields = Object.entries(columns);
  return columns.location.map((_, number) => {
    const filled = fields.filter(([name, values]) => values[number] || name === "title");
    return Object.fromEntries(filled.map(([name, values]) => [name, values[number]]));
  });
}

/** An index of the first part. `lacks` names the fields that are still to come. columns: by field; later: fields. */
function firstIndex(columns, later) {
  const index = emptyIndex(entriesOf(columns));
  return { ...addFields(index, FIELDS.filter(name => !later.includes(name))), lacks: later };
}

/** Add the rest. rows: for each entry the fields that the index lacks. */
function addRest(index, rows) {
  rows.forEach((values, number) => {
    const entry = index.entries[number];
    index.lacks.forEach((name, place) => { if (values[place]) entry[name] = values[place]; });
  });
  addFields(index, index.lacks);
  index.lacks = [];
}
