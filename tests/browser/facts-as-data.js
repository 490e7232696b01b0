"use strict";

// The facts of a file as plain data, in the format of atlas/scan/FACTS.md, to compare those of the two engines. Stands
// behind the engine in one function; mirrors tests/scan/facts_as_data.py.

/** Facts of one file; scopes and classes become numbers in the order in which they are met. */
class Plain {
  constructor(text) {
    this.lines = new Lines(text);
    this.scopes = [];
    this.classes = [];
    this.known = new Map();
  }

  data(facts) {
    const rows = {};
    for (const name of ["imports", "uses", "attributes", "calls", "assignments", "methods", "texts"]) {
      rows[name] = facts[name].map(one => this.row(one));
    }
    return { ...rows, stars: facts.stars, scopes: this.scopes, classes: this.classes };
  }

  row(fact) {
    return Object.fromEntries(Object.entries(fact).map(([name, value]) => {
      return [name === "methodAt" ? "method_at" : name, this.plain(name, value)];
    }));
  }

  plain(name, value) {
    if (name === "at" || name === "methodAt") return this.lines.place(value);
    if (name === "arguments") {
      return [...value].map(({ key, at, value: given }) => {
        return { key, at: this.lines.place(at), value: this.value(given) };
      });
    }
    if (value instanceof Value) return this.value(value);
    if (value instanceof Scope) return this.scope(value);
    return value && value.bases ? this.owner(value) : value;
  }

  value(value) {
    const parts = value.parts.map(({ text, at }) => [text, this.lines.place(at)]);
    return { parts, chain: value.chain, text: value.text };
  }

  scope(scope) {
    if (!scope) return null;
    if (!this.known.has(scope)) {
      const parent = this.scope(scope.parent);
      this.known.set(scope, this.scopes.length);
      const row = { kind: scope.kind, parent, names: Object.fromEntries(scope.names) };
      this.scopes.push(row);
      row.classes = Object.fromEntries([...scope.classes].map(([name, one]) => [name, this.owner(one)]));
    }
    return this.known.get(scope);
  }

  owner(owner) {
    if (!this.known.has(owner)) {
      this.known.set(owner, this.classes.length);
      const row = { name: owner.name };
      this.classes.push(row);
      row.bases = owner.bases.map(({ chain, scope }) => [chain, this.scope(scope)]);
    }
    return this.known.get(owner);
  }
}

function templateAsData(text, tables) {
  const facts = templateFacts(text, tables), lines = new Lines(text);
  const placed = rows => rows.map(row => ({ ...row, at: lines.place(row.at) }));
  return {
    tags: placed(facts.tags), filters: placed(facts.filters), loads: placed(facts.loads),
    attributes: placed(facts.attributes), code: facts.code.replace(/ +/g, " "),
  };
}

function pythonAsData(text, tables) {
  try {
    const tree = parsed(text), plain = new Plain(text);
    const comments = commentsOf(tree).map(([start, end]) => [plain.lines.place(start), plain.lines.place(end)]);
    return { ...plain.data(factsOf(moduleOf(tree, text), text, tables)), comments };
  } catch (error) {
    if (!(error instanceof NotPython || error instanceof RangeError)) throw error;
    return { unread: true };
  }
}

/** files: rows of kind and text. */
function factsAsData(files, data) {
  const tables = new Tables(data);
  return files.map(([kind, text]) => (kind === "template" ? templateAsData : pythonAsData)(text, tables));
}
