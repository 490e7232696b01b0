"use strict";

// Python's regular expressions (re.ASCII) as JavaScript's. What cannot be said in both, atlas/records/expressions.py
// refuses in a rule; what is written alike and means something else is rewritten here. In JavaScript alone, for what
// Python's re does.

/** Blanks of `\s` under re.ASCII; JavaScript's has all of Unicode's. */
const ASCII_BLANKS = " \\t\\n\\r\\f\\v";
/** What has a meaning of its own, so that only a backslash makes it plain. */
const PLAIN_AFTER_BACKSLASH = "^$\\.*+?()[]{}|/";
const QUANTIFIER = /^\{\d+(?:,\d*)?\}/;
/** The end of a line, and its beginning: only \n ends one in Python. */
const LINE_END = "(?![^\\n])", LINE_START = "(?<![^\\n])";
/** The end of a text: Python's `$` allows for one line end after it. */
const TEXT_END = "(?=\\n?(?![^]))";

/** One escape at a place of an expression: what it becomes, and its length. */
function escapeAt(source, at, inSet) {
  const next = source[at + 1];
  if (next === "s") return [inSet ? ASCII_BLANKS : `[${ASCII_BLANKS}]`, 2];
  if (next === "S" && !inSet) return [`[^${ASCII_BLANKS}]`, 2];
  if (next === "u") return [source.slice(at, at + 6), 6];
  if (next === "a") return ["\\x07", 2];
  if (next === "b" && inSet) return ["\\x08", 2];
  if (PLAIN_AFTER_BACKSLASH.includes(next) || (inSet && next === "-")) return [`\\${next}`, 2];
  // Letters that are left mean the same in both, or are none that a rule may have.
  return [/[A-Za-z0-9]/.test(next) ? `\\${next}` : next, 2];
}

/** One set (`[…]`) at a place of an expression: what it becomes, and its length. */
function setAt(source, at) {
  let out = "[", from = at + 1;
  if (source.startsWith("[\\s\\S]", at) || source.startsWith("[\\S\\s]", at)) return ["[^]", 6];
  if (source[from] === "^") out += source[from++];
  while (source[from] !== "]") {
    const [part, length] = source[from] === "\\" ? escapeAt(source, from, true) : [source[from], 1];
    out += length === 1 && "[/".includes(part) ? `\\${part}` : part;
    from += length;
  }
  return [`${out}]`, from + 1 - at];
}

/** One piece of an expression outside of sets: what it becomes, and its length. */
function pieceAt(source, at, wholeLines) {
  const character = source[at];
  if (character === "\\") return escapeAt(source, at, false);
  if (character === "[") return setAt(source, at);
  if (character === ".") return [wholeLines ? "[^\\n]" : "[^]", 1];
  if (character === "^") return [wholeLines ? LINE_START : "^", 1];
  if (character === "$") return [wholeLines ? LINE_END : TEXT_END, 1];
  const counted = character === "{" && QUANTIFIER.exec(source.slice(at));
  if (counted) return [counted[0], counted[0].length];
  return ["{}]/".includes(character) ? `\\${character}` : character, 1];
}

/** An expression of a rule as JavaScript writes it. wholeLines: re.MULTILINE; otherwise re.DOTALL. */
function translated(source, wholeLines) {
  let out = "";
  for (let at = 0; at < source.length;) {
    const [piece, length] = pieceAt(source, at, wholeLines);
    out += piece;
    at += length;
  }
  return out;
}

/** For a search through whole files, as Python's `re.finditer` with re.ASCII and re.MULTILINE. */
function searching(source) {
  return new RegExp(translated(source, true), "gu");
}

/** For a whole value, as Python's `re.fullmatch` with re.ASCII and re.DOTALL. */
function matchingWhole(source) {
  return new RegExp(`^(?:${translated(source, false)})$`, "u");
}
