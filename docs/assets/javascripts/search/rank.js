"use strict";

// Which entries answer a query, best first. What belongs to the query as a whole is decided here: an entry that
// has all the words comes before one that has some, and one that has them in the same order (a pasted error
// text) before one that has them anywhere.

/** How much a hit counts by the form of the word that was found. */
const STEM = 0.8, TAIL = 0.6, TAIL_OF_KNOWN = 0.3, BEGINNING = 0.6, SIMILAR = 0.4, PIECE = 0.3;
/** Something that breaks projects is looked for more often than something new, a page more than its sections. */
const PRIORS = { high: 1.2, medium: 1.1, low: 1.05 };
const SECTION = 0.7;
/** Entries with less than this share of the words that the best entry has are left out. */
const ENOUGH = 0.6;
/** More results than anybody reads are not drawn. */
const SHOWN = 50;
/** How much all words in order add, and among how many entries that is looked for. */
const PHRASE = 2, READ = 60;
/** Longer queries are pasted text: their words are whole. */
const TYPED = 4;
const LONGEST = 80;

/** The words of a query that say something (all of them if none does), each once: not the t of "can't". */
function tellingWords(words) {
  const once = [...new Map(words.map(word => [word.exact, word])).values()].slice(0, LONGEST);
  const telling = once.filter(({ exact }) => exact.length > 1 && !STOP_WORDS.has(exact));
  return telling.length ? telling : once;
}

/** Keep the better of two hits of one entry, and the terms of both. */
function addHits(hits, found, share, most = Infinity) {
  for (const [number, { score, terms }] of found) {
    const known = hits.get(number) ?? { score: 0, terms: new Set() };
    terms.forEach(term => known.terms.add(term));
    hits.set(number, { terms: known.terms, score: Math.max(known.score, Math.min(score * share, most)) });
  }
}

/** The entries that have a word, by the first way that finds any. */
function hitsOf(index, { exact, text, stems, tails, pieces }, beginning) {
  const hits = findTerm(index, exact);
  const best = Math.max(0, ...[...hits.values()].map(({ score }) => score));
  stems.forEach(term => addHits(hits, findTerm(index, term), STEM));
  tails.forEach(term => addHits(hits, findTerm(index, term), best ? TAIL_OF_KNOWN : TAIL));
  // A beginning fits many names of one entry: together they must not count for more than the whole word.
  if (beginning) addHits(hits, findBeginning(index, exact), 1, best ? best * BEGINNING : Infinity);
  if (!hits.size && text.length > 3) addHits(hits, findSimilar(index, text), SIMILAR);
  if (!hits.size) pieces.forEach(piece => addHits(hits, findTerm(index, piece), PIECE));
  return hits;
}

/** A word with its hits, and its weight in the query: rare words say more. */
function lookUp(index, word, beginning) {
  const hits = hitsOf(index, word, beginning);
  return { word, hits, weight: hits.size ? Math.log(1 + index.entries.length / hits.size) : 0 };
}

/** One entry's result: its score, and the words it has. */
function weigh(index, number, looked) {
  const entry = index.entries[number];
  const found = looked.filter(({ hits }) => hits.has(number));
  const missing = looked.filter(({ hits }) => !hits.has(number));
  const weightOf = items => items.reduce((sum, { weight }) => sum + weight, 0);
  const coverage = weightOf(found) / weightOf(looked);
  const sum = found.reduce((total, { hits }) => total + hits.get(number).score, 0);
  const prior = entry.page ? SECTION : (PRIORS[entry.impact] ?? 1);
  return { number, entry, found, missing, coverage, score: sum * coverage ** 3 * prior };
}

/** The share of adjacent words of the query that stand adjacent in the entry as well, 0 to 1. */
function phraseShare(entry, words) {
  if (words.length < 2) return 0;
  const fields = [entry.title, entry.summary, entry.names, entry.messages, entry.keywords, entry.text];
  const text = ` ${fields.map(field => wordsOf(field ?? "").map(word => word.text).join(" ")).join(" | ")} `;
  const pairs = words.slice(1).map((word, i) => ` ${words[i].text} ${word.text} `);
  return pairs.filter(pair => text.includes(pair)).length / pairs.length;
}

/** Order of results: the best first, of equal ones the one that stands first in the index. */
function byScore(a, b) {
  return b.score - a.score || a.number - b.number;
}

/** Entries that answer a query, best first: [{ entry, number, score, coverage, found, missing }]. */
function rank(index, query) {
  const words = wordsOf(query);
  const telling = tellingWords(words);
  const last = words[words.length - 1];
  const looked = telling.map(word => lookUp(index, word, word === last || telling.length <= TYPED));
  const numbers = new Set(looked.flatMap(({ hits }) => [...hits.keys()]));
  const results = [...numbers].map(number => weigh(index, number, looked));
  const most = Math.max(0, ...results.map(({ coverage }) => coverage));
  const good = results.filter(({ coverage }) => coverage >= most * ENOUGH).sort(byScore);
  const first = good.slice(0, READ).map(result => ({
    ...result, score: result.score * (1 + PHRASE * phraseShare(result.entry, words)),
  }));
  return [...first.sort(byScore), ...good.slice(READ)];
}

/** Whether a word is in an index in one of its forms; a word that is being typed, by its beginning. */
function isIn(index, { exact, stems, tails }) {
  const begun = index.terms[placeOf(index.terms, exact)] ?? "";
  return begun.startsWith(exact) || [...stems, ...tails].some(term => index.postings.has(term));
}

/** Whether the best result has every word of a query as it is written, so that fields read later add none. */
function isSure(index, query, results) {
  return results.length > 0 && results[0].coverage === 1 && tellingWords(wordsOf(query)).every(word => isIn(index, word));
}
