"use strict";

// Rules arranged by the names they look for, so that each fact of a file is one look-up. Mirrors
// atlas/scan/index.py.

/**
 * All rules of a scan. A reference stands for one rule of one change: { change, number, rule, release, isCondition }.
 * The last says that it tells in which projects the other rules of its change count.
 */
class RuleIndex {
  /** changes: see Ruled in rules.js. tables: see tables.js. */
  constructor(changes, tables) {
    this.changes = changes;
    this.tables = tables;
    /** Kind, then name, to the rules that look for it. */
    this.named = Object.fromEntries(tables.namingKinds.map(kind => [kind, new Map()]));
    /** Expressions of rules: { ref, expression, files, needs }. */
    this.patterns = [];
    /** The last word of each name, to the words that a text needs for a rule to find the name in it. */
    this.sought = new Map();
    for (const change of changes) {
      const release = change.necessaryBy.split(".").map(Number);
      [...change.rules, ...(change.only_with || [])].forEach((rule, number) => {
        this.add({ change, number, rule, release, isCondition: number >= change.rules.length });
      });
    }
    if (this.named.unset.size) this.seek(tables.settingsMark, []);
    this.globs = this.globsOfPatterns();
    /** Expressions that are for templates. */
    this.templatePatterns = this.patternsFor("", "template");
  }

  add(ref) {
    const needs = needed(ref.rule.needs || []);
    for (const kind of this.tables.namingKinds) {
      for (const name of ref.rule[kind] || []) {
        const table = this.named[kind];
        if (!table.has(name)) table.set(name, []);
        table.get(name).push(ref);
        this.seek(name, needs);
      }
    }
    for (const source of ref.rule.pattern || []) {
      this.patterns.push({ ref, expression: searching(source), files: ref.rule.files, needs });
    }
  }

  /** Look for files with all words of a name. needs: of its rule. */
  seek(name, needs) {
    const words = name.match(this.tables.word) || [], own = words.slice(0, -1).map(word => ({ whole: [word], parts: [] }));
    for (const last of words.slice(-1)) {
      if (!this.sought.has(last)) this.sought.set(last, []);
      this.sought.get(last).push([...own, ...needs]);
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
    const asked = new Set(this.globs.filter(glob => matchesGlob(name, glob)));
    asked.add(this.tables.fileWords[kind]);
    return this.patterns.filter(({ files }) => files.some(file => asked.has(file)));
  }

  /** Names of further files that patterns ask for. */
  globsOfPatterns() {
    const every = new Set(this.patterns.flatMap(({ files }) => files));
    Object.values(this.tables.fileWords).forEach(word => every.delete(word));
    return [...every].sort();
  }

  /** Whether a text has the words that one of the names needs which rules look for. */
  concerns(words) {
    for (const word of words.all) {
      if (this.sought.has(word) && this.sought.get(word).some(needs => words.meet(needs))) return true;
    }
    return false;
  }

  /** Whether a Python file has those, or strings in which there may be a template or anything. */
  concernsPython(words) {
    if (this.concerns(words)) return true;
    const patterns = this.tables.mayHoldTemplate(words.text) ? this.templatePatterns : [];
    if (patterns.some(({ needs }) => words.meet(needs))) return true;
    return (this.sought.size > 0 || patterns.length > 0) && words.areSpelledInPieces;
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
