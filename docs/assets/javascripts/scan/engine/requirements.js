"use strict";

// What a project depends on, as its requirements, project files and lock files say it, read line by line for the few
// fields that matter. A file of another shape says nothing; nothing here fails. In JavaScript alone, as declared-versions.js.
//
// A row is { name, version, exact, line }: the name as indexes write it; the version pinned, else the lowest of a range,
// else null; whether it is pinned.

/** An exact version, or the lowest of a range. What only excludes or caps (`<4`, `!=3.0`) names no version. */
const EXACT = /={2,3}\s*v?(\d+(?:\.\d+)+)(?!\d|\.?\*)/;
const LOWEST = /(?:==|~=|>=|\^|~|^|[\s"'(,])\s*v?(\d+(?:\.\d+)*)/;
const CAPS = /(?:<=?|!=)\s*v?[\d.*]+/g;
const REQUIREMENT = /^["']?([a-z0-9](?:[\w.-]{0,99}[a-z0-9])?)["']?\s*(?:\[[^\]]*\])?\s*(?=[=<>~!@;,"'\s(]|$)/i;
/** A version pinned by other means than Django's releases have: `2.8.6.post1`, `3`, `1.0rc1`. */
const PINNED = /^\s*\(?\s*={2,3}\s*v?(\d[\w.!+-]*)\s*\)?\s*$/;

/** A package's name as indexes write it in addresses. */
function indexName(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** The version that a requirement names: the exact one, else the lowest; null where there is none. */
function versionIn(requirement) {
  const match = EXACT.exec(requirement) || LOWEST.exec(requirement.replace(CAPS, ""));
  return match ? match[1].replace(/^\d$/, "$&.0") : null;
}

/** A row of a package and what is said of its version: `==3.2.12`, `^3.2`. */
function rowOf(name, said, number) {
  const pinned = PINNED.exec(said);
  return { name: indexName(name), version: pinned ? pinned[1] : versionIn(said), exact: Boolean(pinned), line: number + 1 };
}

/** The row of a requirement in a list: `Django==3.2.12`, `django[argon2]>=3.2,<4 ; python_version > "3"`. */
function requirementRows(text, number) {
  const found = REQUIREMENT.exec(text);
  return found ? [rowOf(found[1], text.slice(found[0].length).split(/[;#]| --/)[0].replace(/\\\s*$/, ""), number)] : [];
}

/** requirements.txt and its like. */
function requirementLines(lines) {
  return { packages: lines.flatMap((line, number) => requirementRows(line.trim(), number)) };
}

/** pyproject.toml and Pipfile: what they depend on, and the Python that they ask for. */
function projectFile(lines) {
  const found = { packages: [], python: [] };
  let table = "", key = "";
  lines.forEach((line, number) => {
    const text = line.trim(), heading = /^\[+\s*([^\]]+?)\s*\]+\s*(?:#.*)?$/.exec(text);
    if (heading) [table, key] = [heading[1], ""];
    if (heading || text.startsWith("#")) return;
    [, key = key] = /^["']?([\w-]+)["']?\s*=(?!=)/.exec(text) || [];
    if (PYTHON_KEY.test(key)) found.python.push(...pythonRows(table, text, number));
    else if (TABLES_OF_PACKAGES.test(table)) found.packages.push(...tableRows(text, number));
    else if (/dependenc(?:ies|y-groups)$/.test(table) || /dependencies$/.test(key)) found.packages.push(...listedRows(text, number));
  });
  return found;
}

const PYTHON_KEY = /^(?:requires-python|python(?:_full)?_version|python)$/;
/** Tables in which each key is a package; elsewhere requirements are in lists. */
const TABLES_OF_PACKAGES = /^(?:dev-)?packages$|^tool\.poetry\b.*dependencies$/;

/** The Python that a key of these names asks for, in a table that means the project's own. */
function pythonRows(table, text, number) {
  const version = /^(?:project|tool\.poetry\..*dependencies|requires)$/.test(table)
    && versionIn(unquoted(text.slice(text.indexOf("=") + 1).trim()));
  return version ? [[version, number + 1]] : [];
}

function unquoted(text) {
  return text.replace(/^["']|["']$/g, "");
}

/** `Django = "^3.2"`, `django = { version = "==3.2.12", extras = ["bcrypt"] }`. */
function tableRows(text, number) {
  const found = /^["']?([a-z0-9][\w.-]*)["']?\s*=\s*(.+)$/i.exec(text);
  if (!found) return [];
  const [, version = found[2]] = /\bversion\s*=\s*["']([^"']*)["']/.exec(found[2]) || [];
  return [rowOf(found[1], unquoted(version.trim()), number)];
}

/** Requirements in quotes, in a list of one line or of many. */
function listedRows(text, number) {
  const listed = text.replace(/^[\w-]+\s*=(?!=)\s*/, "").match(/["'][a-z0-9][^"']*["']/gi) || [];
  return listed.flatMap(item => requirementRows(item.slice(1, -1), number));
}

/** setup.cfg: requirements below `install_requires` and in the section of extras. */
function setupFile(lines) {
  const found = { packages: [], python: [] };
  let section = "", key = "";
  lines.forEach((line, number) => {
    const heading = /^\[([^\]]+)\]/.exec(line), assigned = /^([\w-]+) ?= ?(.*)$/.exec(line);
    if (heading) [section, key] = [heading[1], ""];
    if (assigned) key = assigned[1];
    if (key === "python_requires" && assigned && versionIn(assigned[2])) found.python.push([versionIn(assigned[2]), number + 1]);
    const text = assigned ? assigned[2].trim() : line.trim();
    const isList = section === "options.extras_require" || (section === "options" && key === "install_requires");
    if (isList && !heading && !text.startsWith("#")) found.packages.push(...requirementRows(text, number));
  });
  return found;
}

/** Lock files in TOML: the version that follows `name = "django"`, and the Python of the whole file. */
function tomlLock(lines) {
  const found = { packages: [], python: [] };
  let table = "", name = "";
  lines.forEach((line, number) => {
    const heading = /^\s*\[+\s*([^\]]+?)\s*\]/.exec(line);
    if (heading) [table, name] = [heading[1], ""];
    const [, key, value] = /^\s*([\w-]+)\s*=\s*["']([^"']*)["']/.exec(line) || [];
    if (key === "name") name = value;
    if (key === "version" && name && /^\d/.test(value)) found.packages.push(rowOf(name, `==${value}`, number));
    const python = /^(?:requires[-_]python|python-versions)$/.test(key) && /^(?:metadata\b|$)/.test(table);
    if (python && versionIn(value)) found.python.push([versionIn(value), number + 1]);
  });
  return found;
}

/** Pipfile.lock: the version in the object of each package. */
function jsonLock(lines) {
  const found = { packages: [], python: lineRows(lines, /^\s*"python_version":\s*"(\d+\.\d+)/) };
  let name = "";
  lines.forEach((line, number) => {
    [, name = name] = /^\s*"([^"]+)":\s*\{/.exec(line) || [];
    const version = /"version":\s*"==(\d[^"]*)"/.exec(line);
    if (version && name) found.packages.push(rowOf(name, `==${version[1]}`, number));
    if (version || /^\s*\}/.test(line)) name = "";
  });
  return found;
}

/** Lines that an expression matches, as rows of its first group and the line's number. */
function lineRows(lines, expression) {
  return lines.flatMap((line, number) => {
    const match = expression.exec(line);
    return match ? [[match[1], number + 1]] : [];
  });
}
