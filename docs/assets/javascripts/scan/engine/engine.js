"use strict";

// Files against rules: hits with file, line and column. Mirrors atlas/scan/engine.py.

/** One scan: give it texts one by one, then ask for the result. */
class Scan {
  constructor(index) {
    this.index = index;
    this.tables = index.tables;
    this.hits = [];
    this.files = 0;
    this.unread = [];
    /** Settings that some file assigns, of those that `unset` rules ask for. */
    this.assigned = new Set();
    /** Settings modules: path, and where `INSTALLED_APPS` is assigned. */
    this.settings = [];
    /** Changes of which a rule under `only_with` has found something. */
    this.counting = new Set();
  }

  /** Scan one file. kind: as of kindOf. */
  add(shown, kind, text) {
    this.files += 1;
    const { index } = this;
    const words = new Words(text, this.tables);
    const patterns = index.patternsFor(shown, kind).filter(({ needs }) => words.meet(needs));
    if (kind === "template") {
      if (patterns.length || index.concerns(words)) this.keep(shown, text, matchTemplate(index, text, patterns));
      return;
    }
    const found = matchPatterns(patterns, text, this.tables);
    if (kind !== "python") this.keep(shown, text, found);
    else if (index.concernsPython(words)) this.addPython(shown, text, found);
    else this.keep(shown, text, outsideComments(found, text, () => parsed(text)));
  }

  /** Keep what was found at offsets in a text. */
  keep(shown, text, found) {
    if (!found.length) return;
    const lines = new Lines(text);
    for (const { ref, at, what } of found) this.hit(shown, lines, at, ref, what);
  }

  /** Keep what is found in a Python file, or say why it cannot be read. found: by patterns, in comments as well. */
  addPython(shown, text, found) {
    const lines = new Lines(text);
    let facts;
    try {
      const tree = parsed(text);
      this.keep(shown, text, outsideComments(found, text, () => tree));
      facts = factsOf(moduleOf(tree, text), text, this.tables);
    } catch (error) {
      this.unread.push({ path: shown, reason: whyNotPython(error, lines, this.tables) });
      return;
    }
    const { names, at } = assignedSettings(this.index, facts);
    names.forEach(name => this.assigned.add(name));
    if (at >= 0) this.settings.push({ shown, lines, at });
    for (const item of matchPython(this.index, facts)) {
      if (!item.when.length || runsOn(item.when, item.ref.release)) {
        this.hit(shown, lines, item.at, item.ref, item.what);
      }
    }
  }

  hit(shown, lines, at, ref, what) {
    const { id, exclude } = ref.change;
    if (exclude && shown.split("/").slice(0, -1).includes(exclude)) return;
    if (ref.isCondition) {
      this.counting.add(id);
      return;
    }
    const [line, column] = lines.place(at);
    const source = lines.excerpt(line, at, this.tables.longestLine);
    this.hits.push({ path: shown, line, column, change: id, rule: ref.number, what, source });
  }

  /** The result, with what only all files together tell: settings that no file assigns, and which hits count. */
  finished() {
    for (const [name, refs] of this.index.named.unset) {
      if (this.assigned.has(name)) continue;
      for (const { shown, lines, at } of this.settings) {
        for (const ref of refs) this.hit(shown, lines, at, ref, this.tables.found("unset", name));
      }
    }
    const limited = this.index.changes.filter(({ only_with: rules }) => rules && rules.length).map(({ id }) => id);
    const leftOut = new Set(limited.filter(id => !this.counting.has(id)));
    return { hits: withoutRepeats(this.hits.filter(hit => !leftOut.has(hit.change))), files: this.files, unread: this.unread.sort(byFields("path", "reason")) };
  }
}

function whyNotPython(error, lines, tables) {
  if (!(error instanceof NotPython)) return tables.reason("unparsed", { why: error.name });
  const line = error.offset === undefined ? "?" : lines.number(error.offset);
  return tables.reason("invalid", { line, why: error.message });
}

const HIT_FIELDS = ["path", "line", "column", "change", "rule", "what", "source"];

function byFields(...names) {
  return (one, other) => compareRows(names.map(name => one[name]), names.map(name => other[name]));
}

/** Hits in order of place, each once. */
function withoutRepeats(hits) {
  const different = new Map(hits.map(hit => [JSON.stringify(HIT_FIELDS.map(name => hit[name])), hit]));
  return [...different.values()].sort(byFields(...HIT_FIELDS));
}
