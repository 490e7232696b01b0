"use strict";

// Which Django, Python, database servers and packages a project says it uses, and which parts of Django it cannot. In
// JavaScript alone: on the command line people say what they run.

/**
 * Files by name: the most telling first. Each reads lines and gives { packages, python, products }: rows of
 * requirements.js; version and line; product, version and line.
 * @type {[RegExp, (lines: string[], name: string) => object][]}
 */
const VERSION_FILES = [
  [/^(?:pipfile|poetry|uv|pdm)\.lock$/i, (lines, name) => (name === "pipfile.lock" ? jsonLock(lines) : tomlLock(lines))],
  [/requirements.*\.txt$/i, requirementLines],
  [/requirements.*\.in$/i, requirementLines],
  [/^pyproject\.toml$/i, projectFile],
  [/^pipfile$/i, projectFile],
  [/^setup\.cfg$/i, setupFile],
  [/^(?:docker-)?compose[\w.-]*\.ya?ml$/i, lines => images(lines, /^\s*image:\s*["']?/)],
  [/^(?:[\w.-]+\.)?(?:docker|container)file(?:\.[\w.-]+)?$/i, lines => images(lines, /^\s*FROM\s+(?:--\S+\s+)?/i)],
  [/^runtime\.txt$/i, lines => ({ python: lineRows(lines, /^\s*python-(\d+\.\d+)/i) })],
  [/^\.python-version$/i, lines => ({ python: lineRows(lines, /^\s*(?:python-)?(\d+\.\d+)/i) })],
];

/** Characters of a line that are looked at: people write no longer ones, and the time may grow with the square of it. */
const LONGEST_SAID = 1000;

/** Lines with one blank in the place of many. */
function linesOf(text) {
  return text.split("\n").map(line => line.slice(0, 20 * LONGEST_SAID).replace(/[ \t]+/g, " ").slice(0, LONGEST_SAID));
}

/** Images of database servers by the name that the planner knows. */
const SERVERS = { postgres: "PostgreSQL", postgis: "PostgreSQL", mysql: "MySQL", mariadb: "MariaDB" };
const IMAGE = /^(?:[\w.-]+(?::\d+)?\/)*(python|postgres|postgis|mysql|mariadb):(\d+(?:\.\d+)*)/;
/** Parts of Django that a project uses only if its settings, or its code, name one of these. */
const SIGNS = { gis: /django\.contrib\.gis/, postgresql: /postg(?:res|is)|psycopg|DATABASE_URL|dj_database_url/i, admin: /django\.contrib\.admin/ };
const APPS = /\bINSTALLED_APPS\b/;

/** The number in VERSION_FILES of what a file is; -1 for others. `requirements/base.txt` is one as well. */
function versionFileOf(path) {
  const name = path.toLowerCase().replace(/(^|\/)requirements\/([^/]+)$/, "$1requirements-$2");
  return VERSION_FILES.findIndex(([shape]) => shape.test(afterLast(name, "/")));
}

function saysVersions(path) {
  return versionFileOf(path) >= 0;
}

/** Pythons and database servers among the images that lines name after a beginning. */
function images(lines, beginning) {
  const found = { python: [], products: [] };
  lines.forEach((line, number) => {
    const begins = beginning.exec(line), match = begins && IMAGE.exec(line.slice(begins[0].length));
    if (!match) return;
    if (match[1] !== "python") found.products.push([SERVERS[match[1]], match[2], number + 1]);
    else if (match[2].includes(".")) found.python.push([match[2], number + 1]);
  });
  return found;
}

/** Parts of Django that nothing in a project's files names; none where there are no settings to read. */
function unusedAreas(texts) {
  if (!texts.some(([, text]) => APPS.test(text))) return [];
  return Object.entries(SIGNS).filter(([, sign]) => !texts.some(([, text]) => sign.test(text))).map(([area]) => area);
}

/** What each file says, with what tells whether it is the project's own: a file at the top, with a short name. */
function filesSaying(texts) {
  return texts.filter(([path]) => saysVersions(path)).map(([path, text]) => {
    const rank = versionFileOf(path);
    const said = VERSION_FILES[rank][1](linesOf(text), afterLast(path, "/").toLowerCase());
    const django = (said.packages || []).filter(({ name, version }) => name === "django" && version);
    return {
      path, rank, late: -rank, depth: path.split("/").length, length: path.length, ...said,
      django: django.map(({ version, line }) => [version, line]),
    };
  });
}

/** Everything that a project's files say of it: versions of Django, Python, servers and packages, where, and what it cannot use. */
function declaredBy(texts) {
  const { sources, ...versions } = proposalsOf(texts), products = {};
  filesSaying(texts).forEach(({ path, products: said = [] }) => {
    said.filter(([name]) => !products[name]).forEach(([name, version, line]) => {
      products[name] = version;
      sources.push(`${path}:${line}`);
    });
  });
  return { ...versions, products, sources, packages: packagesOf(texts), without: unusedAreas(texts) };
}

/** Each package once, as the most telling file has it, in the order of names: { name, version, exact, place }. */
function packagesOf(texts) {
  const found = new Map();
  filesSaying(texts).sort(byFields("rank", "depth", "length", "path")).forEach(({ path, packages = [] }) => {
    packages.forEach(({ line, ...row }) => {
      const known = found.get(row.name);
      // A file that pins is more telling than one that asks for a range, whatever the files are.
      if (!known || (row.exact && !known.exact)) found.set(row.name, { ...row, place: `${path}:${line}` });
    });
  });
  found.delete("django");
  return [...found.values()].sort(byFields("name"));
}

/** What the most telling file says, and where. For Python that is the file last in VERSION_FILES. */
function proposalsOf(texts) {
  const files = filesSaying(texts), found = { django: null, python: null, sources: [] };
  for (const [name, order] of [["django", "rank"], ["python", "late"]]) {
    const telling = files.filter(file => file[name] && file[name].length);
    const [best] = telling.sort(byFields(order, "depth", "length", "path"));
    if (!best) continue;
    const [version, line] = best[name][0];
    found[name] = name === "python" ? version.split(".").slice(0, 2).join(".") : version;
    found.sources.push(`${best.path}:${line}`);
  }
  return found;
}
