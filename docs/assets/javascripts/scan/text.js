"use strict";

// Text as Python sees it: its blanks, its characters (not UTF-16 units), its lines. Mirrors str and atlas/scan/python/lines.py.
//
// The parts of the scanner are plain scripts without anything around them. The build puts them, in the order of
// atlas/publish/rule_data.py, into one function that runs in a worker.

/** What `str.split()` and `str.strip()` take for blank. */
const BLANKS = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const AROUND = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, "g");
const BETWEEN = new RegExp(`[${BLANKS}]+`);
const BEYOND_ASCII = /[^\x00-\x7f]/;

function strip(text) {
  return text.replace(AROUND, "");
}

/** Words between blanks, as `str.split()` without arguments. */
function wordsOf(text) {
  return text.split(BETWEEN).filter(Boolean);
}

function hasBlank(text) {
  return BETWEEN.test(text);
}

/** The first characters of a text, none of them cut in half. */
function firstCharacters(text, count) {
  return BEYOND_ASCII.test(text) ? Array.from(text).slice(0, count).join("") : text.slice(0, count);
}

/** How many characters a text has; an emoji is one. */
function lengthInCharacters(text) {
  return BEYOND_ASCII.test(text) ? Array.from(text).length : text.length;
}

function beforeLast(text, mark) {
  const at = text.lastIndexOf(mark);
  return at < 0 ? "" : text.slice(0, at);
}

function afterLast(text, mark) {
  return text.slice(text.lastIndexOf(mark) + 1);
}

/** Offsets in a text as lines and columns that people count: from 1, in characters. */
class Lines {
  constructor(text) {
    this.text = text;
    this.starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
    this.starts.push(text.length + 1);
  }

  /** The number of the line, from 1, in which an offset lies. */
  number(offset) {
    let low = 0, high = this.starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  line(number) {
    return this.text.slice(this.starts[number - 1], this.starts[number] - 1);
  }

  /** Line and column of an offset. */
  place(offset) {
    const number = this.number(offset);
    return [number, lengthInCharacters(this.text.slice(this.starts[number - 1], offset)) + 1];
  }
}
