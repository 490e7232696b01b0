"use strict";

// Rules arranged by the names they look for, so that each fact of a file is one look-up. Mirrors
// atlas/scan/index.py.

/** Kinds of rules that name things; each has a table in the index. */
const NAMING = [
  "name", "call", "method", "attribute", "setting", "unset",
  "variable", "override", "string", "tag", "filter", "load",
];
const WORD = /\w+/g;
/** What settings modules have, and hardly anything else. */
const SETTINGS_MODULE = "INSTALLED_APPS";

/** All rules of a scan. A reference stands for one rule of one change: { change, number, rule, release }. */
class RuleIndex {
  /** changes: { id, rules, bites, exclude }. reexports: module → the public module that is meant. */
  constructor(changes, reexports) {
    this.changes = changes;
    this.reexports = reexports;
    this.tables = Object.fromEntries(NAMING.map(kind => [kind, new Map()]));
    this.patterns = [];
    this.templatePatterns = false;
    this.words = new Set();
    for (const change of changes) {
      const release = change.bites.split(".").map(Number);
      change.rules.forEach((rule, number) => this.add({ change, number, rule, release }));
    }
    if (this.tables.unset.size) this.words.add(SETTINGS_MODULE);
  }

  add(ref) {
    for (const kind of NAMING) {
      for (const name of ref.rule[kind] || []) {
        const table = this.tables[kind];
        if (!table.has(name)) table.set(name, []);
        table.get(name).push(ref);
        this.words.add((name.match(WORD) || [""]).pop());
      }
    }
    for (const source of ref.rule.pattern || []) {
      const files = ref.rule.files || ["templates"];
      this.patterns.push({ ref, expression: searching(source), files });
      this.templatePatterns = this.templatePatterns || files.includes("templates");
    }
  }

  find(kind, name) {
    return this.tables[kind].get(name) || [];
  }

  /** Rules that name `dotted` or something it is part of, and the name in the rule: pairs. */
  under(kind, dotted) {
    const found = [];
    for (let name = dotted; name; name = beforeLast(name, ".")) {
      for (const ref of this.find(kind, name)) found.push([ref, name]);
    }
    return found;
  }

  /** Expressions that are for a file. kind: `python`, `template` or `other`. */
  patternsFor(shown, kind) {
    const name = afterLast(shown, "/").toLowerCase();
    const own = { python: "python", template: "templates" }[kind];
    return this.patterns.filter(({ files }) => files.some(glob => glob === own || matchesGlob(name, glob)));
  }

  /** Names of further files that patterns ask for. */
  get globs() {
    const every = new Set(this.patterns.flatMap(({ files }) => files));
    return [...every].filter(glob => glob !== "python" && glob !== "templates").sort();
  }

  /** Whether a text has any word that a rule looks for, or a template for which there are patterns. */
  concerns(text) {
    if (this.templatePatterns && mayHoldTemplate(text)) return true;
    WORD.lastIndex = 0;
    for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
      if (this.words.has(match[0])) return true;
    }
    return false;
  }
}

const compiledGlobs = new Map();

/** Whether a file's name is of a shape such as `requirements*.txt`. */
function matchesGlob(name, glob) {
  if (!compiledGlobs.has(glob)) {
    const parts = glob.toLowerCase().split("*").map(part => part.replace(/[.\\+?^$()[\]{}|-]/g, "\\$&"));
    compiledGlobs.set(glob, new RegExp(`^${parts.join("[^]*")}$`));
  }
  return compiledGlobs.get(glob).test(name);
}
