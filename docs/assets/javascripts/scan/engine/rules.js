"use strict";

// What the scanner is given. Mirrors atlas/scan/rules.py, which describes each part.

/**
 * One rule: the names that one kind looks for (`name`, `call`, …: arrays of strings) or expressions (`pattern`), and
 * conditions. Nothing in it is empty.
 * @typedef {object} PlainRule
 * @property {string[]} [pattern] expressions; `files` stands beside them
 * @property {(string|number)[]} [passes] keywords, and positions from 0
 * @property {(string|number)[]} [lacks]
 * @property {string} [value]
 * @property {string[]} [base]
 * @property {string[]} [on]
 * @property {"module"|"class"} [scope]
 * @property {string[]} [files]
 * @property {string[][]} [needs] lists of words of which a text has one each, or the rule finds nothing in it: see words.js
 */

/**
 * What the engine needs of a change. exclude: the name of a folder in which nothing counts; only_with: hits count only
 * in projects in which one of these finds something.
 * @typedef {{ id: string, necessaryBy: string, rules: PlainRule[], exclude?: string, only_with?: PlainRule[] }} Ruled
 */

/**
 * The file of rules for a page.
 * @typedef {object} Compact
 * @property {number} format
 * @property {object} tables see tables.js
 * @property {{ [id: string]: { rules: PlainRule[], exclude?: string, only_with?: PlainRule[], removed?: string } }} changes by id
 */
