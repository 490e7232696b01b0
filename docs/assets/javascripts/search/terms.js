"use strict";

// How text becomes terms, for the index and for queries. Readers paste code, so names stay whole and their
// tails are found as well:
//   django.utils.timezone.utc   the whole, utils.timezone.utc, timezone.utc, utc; django, utils, timezone
//   DEFAULT_AUTO_FIELD          the whole; default, auto, field
//   assertFormError             the whole; assert, form, error
//   4.1.13                      the whole only
//   {% url 'logout' %}          {%url, url, logout
//   #15619                      #15619, 15619
//   Value("x")                  value(), value, x
//   decorators                  decorators, decorator
//   masked, logging             masked, mask, maske; logging, log, logg, logge (a stem need not be a word)
// All terms are in lower case.

const CHUNK = /\{%-?\s*\w+|#\d+|[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*\(?/gu;
const VERSION = /^\d+(?:\.\d+)*$/;
const PLAIN = /^[A-Z]?[a-z]+$/;
const CAMEL = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+/gu;

/** The endings of a dotted name, the longest first: `a.b.c` gives `b.c`, `c`. */
function tailsOf(name) {
  const parts = name.split(".");
  return parts.slice(1).map((_, i) => parts.slice(i + 1).join("."));
}

/** The pieces of a name: between dots and hyphens, between underscores, and the humps of camel case. */
function piecesOf(name) {
  const pieces = new Set();
  for (const part of name.split(/[.-]/)) {
    pieces.add(part).add(part.replace(/^_+|_+$/g, ""));
    for (const piece of part.split("_")) pieces.add(piece);
    if (!part.includes("_")) for (const hump of part.match(CAMEL) ?? []) pieces.add(hump);
  }
  const tails = [name, ...tailsOf(name)];
  return [...pieces].filter(piece => piece.length > 1 && !tails.includes(piece));
}

/** What an English word may come from, by its ending; several where the ending does not tell (`caches`, `boxes`). */
function stemsOf(word) {
  const plain = word.toLowerCase();
  if (!/^[a-z]{4,}$/.test(plain)) return [];
  const [, base, ending] = /^(\w+?)(ies|es|s|ing|ed)$/.exec(plain) ?? [];
  if (!base || base.length < 3 || /[sui]$/.test(base) && ending === "s") return [];
  if (ending === "ies") return [`${base}y`];
  if (ending === "s") return [base];
  const single = base.replace(/([bdglmnprt])\1$/, "$1");
  return [...new Set([single, base, `${base}e`])];
}

/** The name in a chunk, and the form under which only the same kind of mark is found. */
function nameOf(chunk) {
  const tag = /^\{%-?\s*(\w+)$/.exec(chunk);
  if (tag) return { name: tag[1], exact: `{%${tag[1]}` };
  if (chunk.startsWith("#")) return { name: chunk.slice(1), exact: chunk };
  if (!chunk.endsWith("(")) return { name: chunk, exact: chunk };
  const name = chunk.slice(0, -1);
  return { name, exact: `${name}()` };
}

/**
 * One chunk of text as its forms, told apart by how much a hit says: `exact` as written, `stems` what means the
 * same, `tails` the name without what is around it, `pieces` what is only a part of it. `text` is the name
 * without marks, for phrases and highlighting; `all` has every form once.
 */
function formsOf(chunk) {
  if (PLAIN.test(chunk)) return plainForms(chunk.toLowerCase());
  const { name, exact } = nameOf(chunk);
  const bare = exact === name ? [] : [name];
  const whole = VERSION.test(name);
  const lists = [bare.concat(whole ? [] : tailsOf(name)), whole ? [] : stemsOf(name), whole ? [] : piecesOf(name)];
  const [tails, stems, pieces] = lists.map(terms => terms.map(term => term.toLowerCase()));
  const text = name.toLowerCase();
  const forms = { text, exact: exact.toLowerCase(), stems, tails, pieces };
  return { ...forms, all: [...new Set([forms.exact, text, ...stems, ...tails, ...pieces])] };
}

/** The forms of an ordinary word: most are, and none of the marks above need looking for. */
function plainForms(text) {
  const stems = stemsOf(text);
  return { text, exact: text, stems, tails: [], pieces: [], all: [text, ...stems] };
}

/** Forms by chunk: most chunks of the index are met many times. */
const KNOWN = new Map();

/** The forms of a chunk, looked up where they are known. */
function knownFormsOf(chunk) {
  let forms = KNOWN.get(chunk);
  if (!forms) KNOWN.set(chunk, forms = formsOf(chunk));
  return forms;
}

/** The chunks of a text, each with its forms. */
function wordsOf(text) {
  return (text.match(CHUNK) ?? []).map(knownFormsOf);
}

/**
 * All terms under which a word of a field is found. Among names the pieces are a field of their own, which counts less,
 * and every name is found as a call: `alias()` finds `QuerySet.alias`.
 */
function termsOf(word, field) {
  if (field === "pieces") return word.pieces;
  if (field === "names") return namedTermsOf(word);
  return word.all;
}

/** The terms of a name, without those that are only a part of it; worked out once. */
function namedTermsOf(word) {
  const { all, pieces, text } = word;
  word.named = word.named ?? [...all.filter(term => !pieces.includes(term)), `${text.slice(text.lastIndexOf(".") + 1)}()`];
  return word.named;
}
