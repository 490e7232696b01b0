"use strict";

// Values as far as rules look into them; nothing behind the front end sees a syntax tree. Mirrors
// atlas/scan/python/values.py.

/**
 * A simple value in an expression, as the text with which the `value` of a rule is compared.
 * @typedef {{ text: string, at: number }} Part
 */

/** An expression. Nearly all of them interest no rule, so each answer is worked out when it is asked for. */
class Value {
  /** pinned: where an f-string begins that it stands in, or -1. */
  constructor(node, pinned) {
    this.node = node;
    this.pinned = pinned;
  }

  /** Where it begins. */
  get at() {
    return this.pinned < 0 ? this.node.from : this.pinned;
  }

  /** The simple values in it: Part[]. */
  get parts() {
    return described(this.node).map(([text, node]) => ({ text, at: this.pinned < 0 ? node.from : this.pinned }));
  }

  /** The names of `a.b.c`, if that is all that it is, or null. */
  get chain() {
    return chainOf(this.node);
  }

  /** The string, if that is all that it is, or null. */
  get text() {
    return this.node.type === "Constant" && this.node.kind === "string" ? this.node.value : null;
  }
}

/** `a.b.c` as its parts; null for anything else. */
function chainOf(node) {
  const parts = [];
  while (node.type === "Attribute") {
    parts.push(node.attr);
    node = node.value;
  }
  return node.type === "Name" ? [node.id, ...parts.reverse()] : null;
}

/** Each simple value in an expression: its text, and its node. */
function described(node) {
  switch (node.type) {
    case "List": case "Tuple": case "Set":
      return node.elts.flatMap(described);
    case "Dict":
      return node.values.flatMap(described);
    case "BinOp":
      return node.op === "+" ? [...described(node.left), ...described(node.right)] : [];
    case "Constant":
      if (node.kind === "other") return [];
      return [[node.kind === "string" ? `"${node.value}"` : node.value, node]];
    default:
      return chainOf(node) ? [[chainOf(node).join("."), node]] : [];
  }
}
