"use strict";

// The words of a text: nearly all rules that find nothing in a file need a word that is not in it. Mirrors
// atlas/scan/words.py.

/**
 * Words of which a text has to have one: whole words, and parts of words.
 * @typedef {{ whole: string[], parts: string[] }} Need
 */

/**
 * The `needs` of a rule. A star before a word says that it may be a part of a longer one.
 * @param {string[][]} lists
 * @returns {Need[]}
 */
function needed(lists) {
  return lists.map(words => ({
    whole: words.filter(word => word[0] !== "*"),
    parts: words.filter(word => word[0] === "*").map(word => word.slice(1)),
  }));
}

/** A text, and the words in it, looked for when they are asked for. */
class Words {
  /** tables: see tables.js. */
  constructor(text, tables) {
    this.text = text;
    this.tables = tables;
    /** @type {Set<string>|null} */
    this.found = null;
  }

  /** Every word, and what stands behind the letter of an escape: `load` in `"\\nload"`. */
  get all() {
    if (!this.found) this.found = this.tables.wordsIn(this.text);
    return this.found;
  }

  /** Whether the text has one of the words of each. */
  meet(needs) {
    return needs.every(({ whole, parts }) => {
      return whole.some(word => this.all.has(word)) || parts.some(part => this.text.includes(part));
    });
  }

  /** Whether Python code may have words that do not stand in its text: `"\\x6co" "ad"` is `load`. */
  get areSpelledInPieces() {
    return this.text.search(this.tables.inPieces) >= 0;
  }
}
