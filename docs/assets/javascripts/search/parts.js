"use strict";

// The index comes in parts, because over a slow line the whole takes seconds. The first has titles, names and keywords,
// and answers nearly all queries; what pages say comes behind it, and then the running text.

/** Entries of columns. An empty field is not there. */
function entriesOf(columns) {
  const entries = columns.location.map(() => ({}));
  for (const [name, values] of Object.entries(columns)) {
    entries.forEach((entry, number) => { if (values[number] || name === "title") entry[name] = values[number]; });
  }
  return entries;
}

/** An index of the first part. `lacks`: the fields of each part that is still to come. columns: by field; later: lists of fields. */
function firstIndex(columns, later) {
  const index = emptyIndex(entriesOf(columns)), lacking = later.flat();
  return { ...addFields(index, FIELDS.filter(name => !lacking.includes(name))), lacks: later };
}

/** Add the next part. rows: for each entry the fields that it brings. */
function addPart(index, rows) {
  const [names, ...lacks] = index.lacks;
  rows.forEach((values, number) => {
    const entry = index.entries[number];
    names.forEach((name, place) => { if (values[place]) entry[name] = values[place]; });
  });
  addFields(index, names);
  index.lacks = lacks;
}
