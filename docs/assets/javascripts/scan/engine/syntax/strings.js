"use strict";

// String literals as the text that they stand for. In JavaScript alone.
// Source: https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences

const SIMPLE_ESCAPES = {
  "\n": "", "\\": "\\", "'": "'", '"': '"', a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v",
};
const ESCAPE = /\\(?:([0-7]{1,3})|N\{([^}]*)\}|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/gu;

/** What one escape stands for; a name of Unicode's (`\N{…}`) is not looked up, any one character will do. */
function unescaped(whole, octal, name, hex, short, long, letter) {
  if (octal) return String.fromCodePoint(parseInt(octal, 8));
  if (name) return "\ufffd";
  const code = hex || short || long;
  if (code) return String.fromCodePoint(parseInt(code, 16));
  if ("xuUN".includes(letter)) throw new NotPython("an escape that is cut short");
  return SIMPLE_ESCAPES[letter] ?? whole;
}

/** The parts of a literal: prefix in lower case, quotes, content; null where the closing quotes are missing. */
function partsOfLiteral(text) {
  const prefix = /^[a-zA-Z]*/.exec(text)[0];
  const rest = text.slice(prefix.length);
  const quotes = /^("""|'''|"|')/.exec(rest)[0];
  if (rest.length < 2 * quotes.length || !rest.endsWith(quotes)) return null;
  return { prefix: prefix.toLowerCase(), content: rest.slice(quotes.length, rest.length - quotes.length) };
}

/** The text of a literal; null for bytes. */
function valueOfLiteral(text) {
  const parts = partsOfLiteral(text);
  if (!parts) throw new NotPython("a string without an end");
  if (parts.prefix.includes("b")) return null;
  return parts.prefix.includes("r") ? parts.content : parts.content.replace(ESCAPE, unescaped);
}
