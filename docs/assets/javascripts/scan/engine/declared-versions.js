"use strict";

// Which Django, Python and database servers a project says it uses, and which parts of Django it cannot: requirements, project files and lock files, read line by line
// for the few fields that matter. A file of another shape says nothing; nothing here fails. In JavaScript alone: on the
// command line people say what they run.

/** An exact version, or the lowest of a range. What only excludes or caps (`<4`, `!=3.0`) names no version. */
const EXACT = /={2,3}\s*v?(\d+(?:\.\d+)+)(?!\d|\.?\*)/;
const LOWEST = /(?:==|~=|>=|\^|~|^|[\s"'(,])\s*v?(\d+(?:\.\d+)*)/;
const CAPS = /(?:<=?|!=)\s*v?[\d.*]+/g;
const DJANGO_LINE = /^["']?django["']?\s*(?:\[[^\]]*\])?\s*(?=[=<>~!@;,"'\s(]|$)/i;

/**
 * Files by name: the most telling first. Each reads lines and gives { django, python }, rows of version and line.
 * @type {[RegExp, (lines: string[], name: string) => object][]}
 */
const VERSION_FILES = [
  [/^(?:pipfile|poetry|uv|pdm)\.lock$/i, (lines, name) => (name === "pipfile.lock" ? jsonLock(lines) : tomlLock(lines))],
  [/requirements.*\.txt$/i, requirementLines],
  [/requirements.*\.in$/i, requirementLines],
  [/^pyproject\.toml$/i, projectFile],
  [/^pipfile$/i, projectFile],
  [/^(?:docker-)?compose[\w.-]*\.ya?ml$/i, lines => ({ products: servers(lines) })],
  [/^runtime\.txt$/i, lines => ({ python: rows(lines, /^\s*python-(\d+\.\d+)/i) })],
  [/^\.python-version$/i, lines => ({ python: rows(lines, /^\s*(?:python-)?(\d+\.\d+)/i) })],
];

/** Characters of a line that are looked at: people write no longer ones, and the time may grow with the square of it. */
const LONGEST_SAID = 1000;

/** Lines with one blank in the place of many. */
function linesOf(text) {
  return text.split("\n").map(line => line.slice(0, 20 * LONGEST_SAID).replace(/[ \t]+/g, " ").slice(0, LONGEST_SAID));
}

/** Images of database servers by the name that the planner knows. */
const SERVERS = { postgres: "PostgreSQL", postgis: "PostgreSQL", mysql: "MySQL", mariadb: "MariaDB" };
const IMAGE = /^\s*image:\s*["']?(?:[\w.-]+\/)*(postgres|postgis|mysql|mariadb):(\d+(?:\.\d+)*)/;
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

/** Lines that an expression matches, as rows of its first group and the line's number. */
function rows(lines, expression) {
  return lines.flatMap((line, number) => {
    const match = expression.exec(line);
    return match ? [[match[1], number + 1]] : [];
  });
}

/** The version that a requirement of Django names: the exact one, else the lowest; null where there is none. */
function versionIn(requirement) {
  const match = EXACT.exec(requirement) || LOWEST.exec(requirement.replace(CAPS, ""));
  return match ? match[1].replace(/^\d$/, "$&.0") : null;
}

/** A row for a requirement of Django in a list: `Django==3.2.12`, `"django>=3.2,<4"`. */
function djangoRow(text, number) {
  const found = DJANGO_LINE.exec(text);
  const version = found && versionIn(text.slice(found[0].length).split(/[;#]/)[0]);
  return version ? [[version, number + 1]] : [];
}

/** Database servers of a compose file, as rows of product, version and line. */
function servers(lines) {
  return lines.flatMap((line, number) => {
    const match = IMAGE.exec(line);
    return match ? [[SERVERS[match[1]], match[2], number + 1]] : [];
  });
}

/** Parts of Django that nothing in a project's files names; none where there are no settings to read. */
function unusedAreas(texts) {
  if (!texts.some(([, text]) => APPS.test(text))) return [];
  return Object.entries(SIGNS).filter(([, sign]) => !texts.some(([, text]) => sign.test(text))).map(([area]) => area);
}

function requirementLines(lines) {
  return { django: lines.flatMap((line, number) => djangoRow(line.trim(), number)) };
}

/** pyproject.toml and Pipfile: what they depend on, and the Python that they ask for. */
function projectFile(lines) {
  const found = { django: [], python: [] };
  let table = "";
  lines.forEach((line, number) => {
    const text = line.trim();
    const heading = /^\[+\s*([^\]]+?)\s*\]+\s*(?:#.*)?$/.exec(text);
    if (heading) table = heading[1];
    else if (!text.startsWith("#")) projectLine(found, table, text, number);
  });
  return found;
}

function projectLine(found, table, text, number) {
  const python = /^(?:requires-python|python(?:_full)?_version|python)\s*=\s*(.*)$/.exec(text);
  if (python && /^(?:project|tool\.poetry\..*dependencies|requires)$/.test(table)) {
    const version = versionIn(python[1].replace(/^["']|["']$/g, ""));
    if (version) found.python.push([version, number + 1]);
  }
  const django = /^["']?django["']?\s*=\s*(.+)$/i.exec(text);
  if (django && /packages|dependencies/.test(table)) {
    const version = versionIn(django[1].replace(/^["']|["']$/g, ""));
    if (version) found.django.push([version, number + 1]);
  } else if (/^(?:project|dependency-groups|tool\.(?:pdm|uv|hatch))\b/.test(table)) {
    const listed = text.match(/["']django\b[^"']*["']/gi) || [];
    listed.forEach(item => found.django.push(...djangoRow(item.slice(1, -1), number)));
  }
}

/** Lock files in TOML: the version that follows `name = "django"`, and the Python of the whole file. */
function tomlLock(lines) {
  const found = { django: [], python: [] };
  let table = "", name = "";
  lines.forEach((line, number) => {
    const heading = /^\s*\[+\s*([^\]]+?)\s*\]/.exec(line);
    if (heading) [table, name] = [heading[1], ""];
    const [, key, value] = /^\s*([\w-]+)\s*=\s*["']([^"']*)["']/.exec(line) || [];
    if (key === "name") name = value.toLowerCase();
    if (key === "version" && name === "django" && /^\d+(?:\.\d+)+/.test(value)) found.django.push([value, number + 1]);
    const python = /^(?:requires[-_]python|python-versions)$/.test(key) && /^(?:metadata\b|$)/.test(table);
    if (python && versionIn(value)) found.python.push([versionIn(value), number + 1]);
  });
  return found;
}

/** Pipfile.lock: the version in the object of `"django"`. */
function jsonLock(lines) {
  let depth = 0, inside = -1;
  const found = { django: [], python: rows(lines, /^\s*"python_version":\s*"(\d+\.\d+)/) };
  lines.forEach((line, number) => {
    if (/^\s*"django":\s*\{/i.test(line)) inside = depth;
    depth += (line.match(/\{/g) || []).length - (line.match(/\}/g) || []).length;
    if (inside >= 0 && depth <= inside) inside = -1;
    const version = inside >= 0 && /"version":\s*"==(\d+(?:\.\d+)+)/.exec(line);
    if (version) found.django.push([version[1], number + 1]);
  });
  return found;
}

/** Everything that a project's files say of it: versions of Django, Python and servers, where, and what it cannot use. */
function declaredBy(texts) {
  const { sources, ...versions } = proposalsOf(texts), products = {};
  texts.filter(([path]) => saysVersions(path)).forEach(([path, text]) => {
    const { products: said = [] } = VERSION_FILES[versionFileOf(path)][1](linesOf(text), afterLast(path, "/").toLowerCase());
    said.filter(([name]) => !products[name]).forEach(([name, version, line]) => {
      products[name] = version;
      sources.push(`${path}:${line}`);
    });
  });
  return { ...versions, products, sources, without: unusedAreas(texts) };
}

/** What the most telling file says, and where. For Python that is the file last in VERSION_FILES. */
function proposalsOf(texts) {
  const files = texts.filter(([path]) => saysVersions(path)).map(([path, text]) => {
    const rank = versionFileOf(path);
    const said = VERSION_FILES[rank][1](linesOf(text), afterLast(path, "/").toLowerCase());
    return { path, rank, late: -rank, depth: path.split("/").length, length: path.length, ...said };
  });
  const found = { django: null, python: null, sources: [] };
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
