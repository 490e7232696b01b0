"use strict";

// The walk over a syntax tree that the parts of the reader share; names.js, blocks.js and calls.js add what to do at
// each type of node. Mirrors atlas/scan/python/base.py.

/** Parts of nodes in the order in which the facts below them are collected. */
const PARTS = {
  Attribute: ["value"], Await: ["value"], BinOp: ["left", "right"], BoolOp: ["values"], Compare: ["values"],
  Delete: ["targets"], Dict: ["keys", "values"], Expr: ["value"], FormattedValue: ["value", "format_spec"],
  For: ["target", "iter", "body", "orelse"], List: ["elts"], Match: ["subject", "cases"],
  match_case: ["patterns", "guard", "body"], Set: ["elts"], Slice: ["parts"], Starred: ["value"],
  Subscript: ["value", "slice"], Tuple: ["elts"], TypeAlias: ["name", "value"], UnaryOp: ["operand"],
  Values: ["values"], While: ["test", "body", "orelse"], With: ["items", "body"], Yield: ["value"],
  ExceptHandler: ["kind", "body"], keyword: ["value"],
};
/** What is done at nodes of a type instead of going on to their parts: (pass, node) => nothing. */
const VISITORS = {};

/** State of the pass: where it stands, and what it has collected. */
class Pass {
  constructor(text, tables) {
    this.text = text;
    this.tables = tables;
    this.facts = new Facts();
    this.scope = new Scope("module", null, tables.mostOrigins);
    this.owner = null;
    this.when = [];
    /** Inside a `try` with `except ImportError`, or in such a handler. */
    this.fallback = false;
    /** Inside an f-string, where parsers disagree on positions: that of the whole string. Otherwise -1. */
    this.pinned = -1;
  }

  /** Collect from a node and all below it. */
  visit(node) {
    if (!node) return;
    if (VISITORS[node.type]) VISITORS[node.type](this, node);
    else this.parts(node);
  }

  parts(node) {
    for (const name of PARTS[node.type] || []) {
      if (Array.isArray(node[name])) this.each(node[name]);
      else this.visit(node[name]);
    }
  }

  each(nodes) {
    for (const node of nodes) this.visit(node);
  }

  at(offset) {
    return this.pinned < 0 ? offset : this.pinned;
  }
}

/** The facts of a file. Errors: RangeError for absurd nesting. */
function factsOf(module, text, tables) {
  const pass = new Pass(text, tables);
  pass.each(module);
  return pass.facts;
}

/** The last name before a dot: `request` of `self.request.user`, `super()` of `super().save`, or nothing. */
function receiverOf(node) {
  if (node.type === "Call") {
    const name = receiverOf(node.func);
    return name && !name.endsWith(")") ? `${name}()` : "";
  }
  if (node.type === "Attribute") return node.attr;
  return node.type === "Name" ? node.id : "";
}
