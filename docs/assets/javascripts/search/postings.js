"use strict";

// The index: every term with the entries and fields that have it, and three ways to look a term up. Each gives
// a map from entry number to { score, terms }. Scores are BM25 summed over the fields, each with its weight.
// Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.

/** How much a hit in a field counts. The order is the field's number in the postings. `pieces` are those of `names`. */
const WEIGHTS = {
  title: 6, names: 8, numbers: 8, keywords: 5, page: 2, pieces: 2, summary: 3, messages: 3, facts: 1, text: 1,
};
const FIELDS = Object.keys(WEIGHTS);
/** BM25: how soon more hits in one field stop counting, and how much long fields are held back. */
const SATURATION = 1.2, LENGTH = 0.7;
/** Letters that a beginning may lack before a hit of it counts half. */
const LACKING = 4;

const STOP_WORDS = new Set(
  `a an and are as at be been but by can could did do does for from had has have how i if in into is it its me
  my no not of on or our so than that the their then there these this to was we were what when where which who
  why will with would you your`.split(/\s+/),
);

/**
 * An index of entries without any term. postings: term → flat list of entry, field, count; lengths: by field, then
 * entry; terms: sorted.
 */
function emptyIndex(entries) {
  const lengths = FIELDS.map(() => new Array(entries.length).fill(0));
  return { entries, postings: new Map(), lengths, means: [], terms: [] };
}

/** Index one field of an entry. Stop words of running text are not worth their place. */
function addField(index, entry, number, name) {
  const text = entry[name === "pieces" ? "names" : name];
  if (!text) return;
  const field = FIELDS.indexOf(name);
  for (const word of wordsOf(text)) {
    for (const term of termsOf(word, name)) {
      if (name !== "text" || !STOP_WORDS.has(term)) addPosting(index, term, number, field);
    }
  }
}

/** Count a term in a field of an entry. What was counted last for a term stands at the end of its list. */
function addPosting({ postings, lengths }, term, number, field) {
  const list = postings.get(term), last = list ? list.length - 3 : 0;
  if (list && list[last] === number && list[last + 1] === field) {
    list[last + 2] += 1;
    return;
  }
  lengths[field][number] += 1;
  if (list) list.push(number, field, 1);
  else postings.set(term, [number, field, 1]);
}

/** Index some fields of all entries. */
function addFields(index, names) {
  index.entries.forEach((entry, number) => names.forEach(name => addField(index, entry, number, name)));
  index.means = index.lengths.map(meanOf);
  index.terms = [...index.postings.keys()].sort();
  return index;
}

/** Index all fields of all entries. */
function buildIndex(entries) {
  return addFields(emptyIndex(entries), FIELDS);
}

/** The mean of the lengths of those entries that have the field. */
function meanOf(lengths) {
  const used = lengths.filter(Boolean);
  return used.reduce((sum, length) => sum + length, 0) / (used.length || 1);
}

/** How telling a term is: the fewer entries have it, the more. */
function rarity(index, list) {
  const having = new Set(list.filter((_, i) => i % 3 === 0)).size;
  return Math.log(1 + (index.entries.length - having + 0.5) / (having + 0.5));
}

/** Add one term's score to the hits of all entries that have it. */
function addTerm(index, hits, term, share) {
  const list = index.postings.get(term) ?? [];
  const telling = rarity(index, list) * share;
  for (let i = 0; i < list.length; i += 3) {
    const [number, field, count] = list.slice(i, i + 3);
    const long = 1 - LENGTH + (LENGTH * index.lengths[field][number]) / index.means[field];
    const score = (telling * WEIGHTS[FIELDS[field]] * count * (SATURATION + 1)) / (count + SATURATION * long);
    const hit = hits.get(number) ?? { score: 0, terms: new Set() };
    hit.score += score;
    hits.set(number, { score: hit.score, terms: hit.terms.add(term) });
  }
}

/** Entries with exactly a term. */
function findTerm(index, term) {
  const hits = new Map();
  addTerm(index, hits, term, 1);
  return hits;
}

/** Entries with a term that begins so; the more of the term is still lacking, the less it counts. */
function findBeginning(index, start) {
  const hits = new Map();
  for (let i = placeOf(index.terms, start); index.terms[i]?.startsWith(start); i++) {
    const lacking = index.terms[i].length - start.length;
    if (lacking) addTerm(index, hits, index.terms[i], LACKING / (LACKING + lacking) / 2);
  }
  return hits;
}

/** Entries with a term that differs in one letter, in long words two, or in letters that changed places. */
function findSimilar(index, term) {
  const most = term.length > 7 ? 2 : 1;
  const hits = new Map();
  for (const other of index.terms) {
    if (other[0] === term[0] && Math.abs(other.length - term.length) <= most) {
      const away = distance(term, other);
      if (away <= most) addTerm(index, hits, other, 1 / (1 + away));
    }
  }
  return hits;
}

/** Where a term stands, or would stand, among sorted terms. */
function placeOf(terms, term) {
  let from = 0;
  let to = terms.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (terms[middle] < term) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Letters added, lost, changed or swapped with their neighbor between two words (optimal string alignment). */
function distance(a, b) {
  let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, change);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
