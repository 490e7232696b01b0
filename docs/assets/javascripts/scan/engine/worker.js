"use strict";

// The worker: it holds the texts of the picked files and scans them for whatever range the page asks for. The page
// sends `rules` once; then, for each project, all paths (answered with the numbers of those that are wanted), the
// wanted files in portions (answered with progress), and `scan` for each range (answered with progress and a result).
// `run` numbers the projects: what belongs to an earlier one is dropped on both sides. In JavaScript alone.

/** Milliseconds between two looks at the messages that wait, such as one to stop. */
const TURN = 40;

/** Why a browser does not list a folder or open a file: it does not say. */
const UNKNOWN = "the browser does not say why";

const held = { changes: null, imports: {}, tables: null, every: null, run: 0, scans: 0, paths: [], texts: [], unread: [] };

/** Take the rules: `changes` by id, `tables` (see atlas/publish/rules.py). */
function takeRules({ rules }) {
  held.tables = new Tables(rules.tables);
  held.imports = rules.imports;
  held.changes = Object.entries(rules.changes).map(([id, change]) => ({ id, ...change }));
  held.every = new RuleIndex(held.changes.map(change => ({ necessaryBy: "0", ...change })), held.tables);
}

function forget(run) {
  Object.assign(held, { run, paths: [], texts: [], unread: [] });
  held.scans += 1;
}

/** Whether a path is that of a folder whose files nobody could list. */
function isFolder(path) {
  return path.endsWith("/");
}

/** Take a portion of the paths of a project; after the last, say which files are worth reading. */
function takePaths({ run, paths, last }) {
  if (run !== held.run) forget(run);
  held.paths.push(...paths);
  if (!last) return;
  const environments = environmentsAmong(held.paths, held.tables);
  const wanted = [];
  held.paths.forEach((path, number) => {
    if (isPassedOver(path, environments, held.tables)) return;
    if (isFolder(path) || kindOf(path, held.every.globs, held.tables) || saysVersions(path)) wanted.push(number);
  });
  postMessage({ type: "wanted", run, wanted, all: held.paths.length });
}

/** Read a portion of the wanted files. files: rows of path and file. */
async function takeFiles({ run, files, done, total }) {
  for (const [path, file] of files) {
    const { text, reason } = file ? await textOf(file, held.tables) : unopened(path);
    if (run !== held.run) return;
    if (reason) held.unread.push({ path, reason });
    else held.texts.push([path, text]);
  }
  postMessage({ type: "progress", run, word: "Reading", done: done + files.length, total });
  postMessage({ type: "taken", run });
}

/** What is said of a folder that was not listed, or of a file that was not opened. */
function unopened(path) {
  return { text: "", reason: held.tables.reason(isFolder(path) ? "unlisted" : "unreadable", { why: UNKNOWN }) };
}

/** Let messages that wait be received. */
function turn() {
  return new Promise(resolve => setTimeout(resolve));
}

/** Say what the files themselves say of the project. */
function declare({ run }) {
  postMessage({ type: "declared", run, declared: declaredBy(held.texts) });
}

/** Scan one file; one that is too much for the engine, by its nesting say, does not end the scan. */
function addOrSay(scan, path, kind, text) {
  try {
    if (kind) scan.add(path, kind, text);
  } catch (error) {
    scan.unread.push({ path, reason: scan.tables.reason("unreadable", { why: error.name }) });
  }
}

/** Scan what is held for one range; a newer request, or another project, ends this one without a result. */
async function scanHeld({ run, from, to }) {
  const own = ++held.scans;
  const concerned = applicableChanges(held.changes, from, to), dying = dyingImports(held.imports, from, to);
  const index = new RuleIndex([...concerned, ...dying], held.tables);
  const scan = new Scan(index);
  const { globs } = index;
  let since = performance.now();
  for (const [number, [path, text]] of held.texts.entries()) {
    addOrSay(scan, path, kindOf(path, globs, held.tables), text);
    if (performance.now() - since < TURN) continue;
    postMessage({ type: "progress", run, word: "Scanning", done: number + 1, total: held.texts.length });
    await turn();
    if (own !== held.scans) return;
    since = performance.now();
  }
  scan.unread.push(...held.unread.filter(({ path }) => isFolder(path) || kindOf(path, globs, held.tables)));
  const { hits, files, unread } = scan.finished();
  const proposals = proposalsOf(held.texts);
  const [all, changes] = [unrepeated(hits), concerned.length];
  const imports = all.filter(({ change }) => change.startsWith(DYING))
    .map(({ change, path, line, what }) => ({ path, line, ...fateOf(held.imports, { change, what }, to) }));
  postMessage({ type: "result", run, from, to, changes, hits: all, imports, files, unread, proposals });
}

const RECEIVERS = {
  rules: takeRules, paths: takePaths, files: takeFiles, declare, scan: scanHeld, forget: ({ run }) => forget(run),
};

postMessage({ type: "ready" });
addEventListener("message", async ({ data }) => {
  try {
    await RECEIVERS[data.type](data);
  } catch (error) {
    postMessage({ type: "failed", run: data.run, message: String(error) });
  }
});
