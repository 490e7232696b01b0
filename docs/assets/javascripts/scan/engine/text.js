"use strict";

// Text as Python sees it: its blanks, its characters (not UTF-16 units). In JavaScript alone, for what Python's str does.
//
// The parts of the scanner are plain scripts without anything around them. The build puts them, in the order of
// bundles.toml, into one function that runs in a worker.

/** What `str.split()` and `str.strip()` take for blank. */
const BLANKS = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const BETWEEN = new RegExp(`[${BLANKS}]+`);
const BLANK = new RegExp(`^[${BLANKS}]$`);
const BEYOND_ASCII = /[^\x00-\x7f]/;

/** Not by an expression for the end, which would read blanks in the middle from each of them. */
function strip(text) {
  let start = 0, end = text.length;
  while (start < end && BLANK.test(text[start])) start++;
  while (end > start && BLANK.test(text[end - 1])) end--;
  return text.slice(start, end);
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

/** The last of so many numbers from 0 of which something holds, as it does of all before; -1 where of none. */
function lastAt(count, holds) {
  let low = -1, high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function beforeLast(text, mark) {
  const at = text.lastIndexOf(mark);
  return at < 0 ? "" : text.slice(0, at);
}

function afterLast(text, mark) {
  return text.slice(text.lastIndexOf(mark) + 1);
}
