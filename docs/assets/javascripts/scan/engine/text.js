"use strict";

// Text as Python sees it: its blanks, its characters (not UTF-16 units). In JavaScript alone, for what Python's str does.
//
// The parts of the scanner are plain scripts without anything around them. The build puts them, in the order of
// bundles.toml, into one function that runs in a worker.

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
