"use strict";

// What one pass over a Python file collects; rules are looked up in it. Positions are offsets in the text. Mirrors
// atlas/scan/python/facts.py; atlas/scan/FACTS.md describes the format.

/**
 * `django.VERSION >= (4, 1)` around a place: operator, numbers, how much of VERSION, which branch.
 * @typedef {{ operator: string, numbers: number[], length: number, holds: boolean }} Comparison
 */
/** @typedef {{ dotted: string, local: string, scope: Scope, fallback: boolean, at: number, when: Comparison[] }} Import */
/** @typedef {{ chain: string[], scope: Scope, at: number, when: Comparison[] }} Use */
/** @typedef {{ name: string, receiver: string, at: number, when: Comparison[] }} Attribute */
/**
 * @typedef {object} Call
 * @property {string[]|null} chain
 * @property {string} method
 * @property {string} receiver
 * @property {Scope} scope
 * @property {Arguments} arguments
 * @property {number} at
 * @property {number} methodAt
 * @property {Comparison[]} when
 */
/**
 * @typedef {object} Assignment
 * @property {string[]} chain
 * @property {Scope} scope
 * @property {Class|null} owner
 * @property {Value} value
 * @property {boolean} adds
 * @property {number} at
 * @property {Comparison[]} when
 */
/** @typedef {{ name: string, owner: Class, parameters: string[], open: boolean, at: number, when: Comparison[] }} Method */
/** @typedef {{ value: string, at: number, when: Comparison[] }} TextFact */
/**
 * One argument of a call. key: its keyword or its position from 0. `*` and `**` are themselves; behind a `*` no position
 * is known (null). at: where the keyword begins, or the value.
 * @typedef {{ key: string|number|null, at: number, value: Value }} Argument
 */

/** The arguments of a call in order, each worked out when it is asked for, as few calls interest a rule. */
class Arguments {
  /** pinned: where an f-string begins that the call stands in, or -1. */
  constructor(node, pinned) {
    this.node = node;
    this.pinned = pinned;
  }

  /** @returns {Iterator<Argument>} */
  * [Symbol.iterator]() {
    let starred = false;
    for (const [position, node] of this.node.args.entries()) {
      const star = node.type === "Starred";
      starred = starred || star;
      const value = new Value(node, this.pinned);
      yield { key: star ? "*" : starred ? null : position, at: value.at, value };
    }
    for (const { arg, from, value } of this.node.keywords) {
      const at = this.pinned < 0 ? from : this.pinned;
      yield { key: arg || "**", at, value: new Value(value, this.pinned) };
    }
  }
}

/** All facts of one file. */
class Facts {
  constructor() {
    /** @type {Import[]} */
    this.imports = [];
    /** @type {string[]} */
    this.stars = [];
    /** @type {Use[]} */
    this.uses = [];
    /** @type {Attribute[]} */
    this.attributes = [];
    /** @type {Call[]} */
    this.calls = [];
    /** @type {Assignment[]} */
    this.assignments = [];
    /** @type {Method[]} */
    this.methods = [];
    /** @type {TextFact[]} */
    this.texts = [];
  }
}
