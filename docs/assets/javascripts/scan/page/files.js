"use strict";

// Files that somebody picked or dropped, as rows of path and file. Nothing is read here, and the page stays usable: after
// a few milliseconds the work makes way for others.

/**
 * A path below the project, and its file; null for what cannot be read. A folder's path ends in a slash.
 * @typedef {[string, File|null]} Row
 */

/** Milliseconds of work at a time; a picture on the screen has 16. */
const SLICE = 8;

/** Do something for each number below `count`, in slices, then `done`. */
function inSlices(count, each, done) {
  let at = 0;
  const slice = () => {
    const end = performance.now() + SLICE;
    while (at < count && performance.now() < end) each(at++);
    if (at < count) setTimeout(slice);
    else done();
  };
  slice();
}

/** A picked folder's own name is no part of the paths below it. */
function below(path) {
  return path.slice(path.indexOf("/") + 1);
}

/** Rows of the files in an input, which is then empty: so the same folder can be picked again. */
function pickedRows(input, done) {
  const list = input.files;
  /** @type {Row[]} */
  const rows = [];
  inSlices(list.length, number => {
    const file = list[number];
    rows.push([file.webkitRelativePath ? below(file.webkitRelativePath) : file.name, file]);
  }, () => {
    input.value = "";
    done(rows);
  });
}

/** Folders into which a walk need not go: the engine (engine/source.js) passes them over in any case. */
function isSkippedFolder(name) {
  return name.startsWith(".") || atlasScan.rules.tables.skipped_folders.includes(name);
}

/** All entries of a folder of the older kind, which come in portions. */
async function entriesOf(folder) {
  const reader = folder.createReader(), found = [];
  for (;;) {
    const portion = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!portion.length) return found;
    found.push(...portion);
  }
}

/** All that is inside of a folder of the newer kind. */
async function handlesOf(folder) {
  const found = [];
  for await (const inner of folder.values()) found.push(inner);
  return found;
}

/** What is inside of something dropped: of a folder an array, of a file the file itself. */
function insideOf(item) {
  // Chromium's kind; it reads the older one from a server only, not for a page on disk.
  if (item.kind) return item.kind === "directory" ? handlesOf(item) : item.getFile();
  // The older kind, which every browser has.
  return item.isDirectory ? entriesOf(item) : new Promise((resolve, reject) => item.file(resolve, reject));
}

/** Whether something dropped is a folder, of either kind. */
function isDroppedFolder(item) {
  return Boolean(item.createReader || item.values);
}

/** Collect the rows of all files below something dropped; what cannot be read has no file. */
async function walk(item, prefix, rows) {
  let inner;
  try {
    inner = await insideOf(item);
  } catch (error) {
    rows.push([isDroppedFolder(item) ? prefix || `${item.name}/` : prefix + item.name, null]);
    return;
  }
  if (isDroppedFolder(item)) await walkAll(inner, prefix, rows);
  else rows.push([prefix + item.name, inner]);
}

/** Collect the rows of all files below several things. */
async function walkAll(items, prefix, rows) {
  for (const item of items) {
    if (!isDroppedFolder(item)) await walk(item, prefix, rows);
    else if (!isSkippedFolder(item.name)) await walk(item, `${prefix}${item.name}/`, rows);
  }
}

/** What an item of a drop is, as a promise; of nothing where it is no file. */
function droppedThing(item) {
  if (item.kind !== "file") return null;
  const asked = item.getAsFileSystemHandle ? item.getAsFileSystemHandle() : item.webkitGetAsEntry();
  return Promise.resolve(asked).catch(() => null);
}

/** Rows of what was dropped. One folder alone is the project; among others, folders keep their names. */
async function droppedRows(transfer, done) {
  // Things and files are gone as soon as the event is over, so all are asked for before anything waits.
  const asked = Array.from(transfer.items, droppedThing), files = Array.from(transfer.files);
  /** @type {Row[]} */
  const rows = [];
  const things = (await Promise.all(asked)).filter(Boolean);
  if (things.length === 1 && isDroppedFolder(things[0])) await walk(things[0], "", rows);
  else if (things.length) await walkAll(things, "", rows);
  else files.forEach(file => rows.push([file.name, file]));
  done(rows);
}
