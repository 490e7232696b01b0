"use strict";

// Rules arranged by the names they look for, so that each fact of a file is one look-up. Mirrors
// atlas/scan/index.py.

/** All rules of a scan. A reference stands for one rule of one change: { change, number, rule, release }. */
class RuleIndex {
  /** changes: { id, rules, necessaryBy, exclude }. tables: see tables.js. */
  constructor(changes, tables) {
    this.changes = changes;
    this.tables = tables;
    /** Kind, then name, to the rules that look for it. */
    this.named = Object.fromEntries(tables.namingKinds.map(kind => [kind, new Map()]));
    this.patterns = [];
    this.templatePatterns = false;
    this.words = new Set();
    /** First and last word of names that are gone: many are called `os`, so one alone tells nothing. */
    this.goneWords = new Map();
    for (const change of changes) {
      const release = change.necessaryBy.split(".").map(Number);
      change.rules.forEach((rule, number) => this.add({ change, number, rule, release }));
    }
    if (this.named.unset.size) this.words.add(tables.settingsMark);
  }

  add(ref) {
    for (const kind of this.tables.namingKinds) {
      for (const name of ref.rule[kind] || []) {
        const table = this.named[kind];
        if (!table.has(name)) table.set(name, []);
        table.get(name).push(ref);
        const words = name.match(this.tables.word) || [""];
        if (kind === "gone") this.goneWords.set(words[words.length - 1], words[0]);
        else this.words.add(words[words.length - 1]);
      }
    }
    for (const source of ref.rule.pattern || []) {
      const { files } = ref.rule;
      this.patterns.push({ ref, expression: searching(source), files });
      this.templatePatterns = this.templatePatterns || files.includes(this.tables.fileWords.template);
    }
  }

  find(kind, name) {
    return this.named[kind].get(name) || [];
  }

  /** Rules that name `dotted` or something it is part of, and the name in the rule: pairs. */
  under(kind, dotted) {
    /** @type {[any, string][]} */
    const found = [];
    for (let name = dotted; name; name = beforeLast(name, ".")) {
      for (const ref of this.find(kind, name)) found.push([ref, name]);
    }
    return found;
  }

  /** The name of a release's missing names that `dotted` is, or lies below: a map from rule to name. */
  gone(dotted) {
    return new Map(this.under("gone", dotted).slice(0, 1));
  }

  /** Expressions that are for a file. kind: `python`, `template` or `other`. */
  patternsFor(shown, kind) {
    const name = afterLast(shown, "/").toLowerCase();
    const own = this.tables.fileWords[kind];
    return this.patterns.filter(({ files }) => files.some(glob => glob === own || matchesGlob(name, glob)));
  }

  /** Names of further files that patterns ask for. */
  get globs() {
    const every = new Set(this.patterns.flatMap(({ files }) => files));
    Object.values(this.tables.fileWords).forEach(word => every.delete(word));
    return [...every].sort();
  }

  /** Whether a text has any word that a rule looks for, or a template for which there are patterns. */
  concerns(text) {
    if (this.templatePatterns && this.tables.mayHoldTemplate(text)) return true;
    const { word } = this.tables, first = new Set(this.goneWords.values()), seen = new Set(), gone = new Set();
    word.lastIndex = 0;
    for (let match = word.exec(text); match; match = word.exec(text)) {
      if (this.words.has(match[0])) return true;
      if (first.has(match[0])) seen.add(match[0]);
      if (this.goneWords.has(match[0])) gone.add(this.goneWords.get(match[0]));
    }
    return [...gone].some(begin => seen.has(begin));
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
