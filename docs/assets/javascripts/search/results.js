"use strict";

// Ranked entries as the results that Material draws. It takes title and text as HTML: everything that comes from
// the index is escaped here, and nothing of the query gets in but through `missing`, which Material escapes.

const TEASER = 200;

/** Text as HTML. */
function escapeHtml(text) {
  return text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`);
}

/** The terms that a result was found by, as they stand in a text: without the marks of tags, tickets and calls. */
function shownTerms(found, number) {
  return found.flatMap(({ word, hits }) => [word.text, ...hits.get(number).terms].map(bare));
}

/** A term without its marks. */
function bare(term) {
  return term.replace(/^\{%|^#|\(\)$/g, "");
}

/** An expression that finds any of the terms at the beginning of a word. */
function matcherOf(terms) {
  const longestFirst = [...new Set(terms)].filter(Boolean).sort((a, b) => b.length - a.length);
  const sources = longestFirst.map(term => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(${sources.join("|") || "$^"})(?![\\p{L}\\p{N}_])`, "giu");
}

/** Text as HTML with every match marked. */
function marked(text, matcher) {
  const parts = text.split(matcher);
  return parts.map((part, i) => (i % 2 ? `<mark>${escapeHtml(part)}</mark>` : escapeHtml(part))).join("");
}

/** The piece of a text around its first match, cut at spaces; null where nothing matches. */
function around(text, matcher) {
  const at = text.search(matcher);
  if (at < 0) return null;
  const from = at < TEASER / 2 ? 0 : text.indexOf(" ", at - TEASER / 2) + 1;
  const end = text.length - from <= TEASER ? text.length : text.lastIndexOf(" ", from + TEASER);
  return (from ? "… " : "") + text.slice(from, end) + (end < text.length ? " …" : "");
}

/** How many different words of a query stand in a text. */
function countMatches(text, matcher) {
  return new Set((text.match(matcher) ?? []).map(match => match.toLowerCase())).size;
}

/** What stands below a result's title: the summary, unless a recorded message or a place in the text has more. */
function teaserOf({ title, summary = "", messages = "", text = "" }, matcher) {
  let best = summary;
  let most = summary ? countMatches(`${title} ${summary}`, matcher) : 0;
  for (const other of [...messages.split("\n"), around(text, matcher) ?? ""]) {
    const matches = countMatches(other, matcher);
    if (matches > most) [best, most] = [other, matches];
  }
  return best || text.slice(0, TEASER);
}

/**
 * What Material marks on the page that is opened; nothing for a name of which only a piece was found. Material
 * splits at hyphens, so of a CVE only its number is given.
 */
function highlightOf({ word, hits }, number) {
  const terms = [...hits.get(number).terms].filter(term => !word.pieces.includes(term)).map(bare);
  const text = terms.some(term => term.startsWith(word.text)) ? word.text : terms[0];
  return text?.split(/[-:~^+*]/).sort((a, b) => b.length - a.length)[0];
}

/** Release and kind of a change, as badges behind its title. */
function badgesOf({ release, kind, label }) {
  if (!kind) return "";
  return ` <span class="badge release">${escapeHtml(release)}</span>`
    + ` <span class="badge kind--${escapeHtml(kind)}">${escapeHtml(label)}</span>`;
}

/** One ranked entry as Material draws it. */
function itemOf({ entry, number, score, found, missing }) {
  const matcher = matcherOf(shownTerms(found, number));
  const teaser = marked(teaserOf(entry, matcher), matcher);
  const marks = found.map(item => highlightOf(item, number)).filter(Boolean);
  const terms = Object.fromEntries([
    ...missing.map(({ word }) => [word.text, false]), ...marks.map(mark => [mark, true]),
  ]);
  return {
    location: entry.location,
    title: marked(entry.title, matcher) + badgesOf(entry),
    // The style sheet keeps its lines, so that nothing moves when a part of the index brings it.
    text: `<p class="search-teaser">${teaser}</p>`,
    score, terms,
  };
}

/** Results in groups, as Material draws them: a page and its sections, in order of the best of them. */
function groupsOf(index, results) {
  const groups = new Map();
  for (const result of results) {
    const page = result.entry.location.split("#")[0];
    groups.set(page, [...(groups.get(page) ?? []), result]);
  }
  return [...groups].slice(0, SHOWN).map(([page, members]) => {
    const whole = members.some(({ entry }) => entry.location === page);
    const entry = index.entries.find(({ location }) => location === page);
    return (whole ? members : [...members, { entry, score: 0, found: [], missing: [] }]).map(itemOf);
  });
}

/** How the word that is being typed may go on, from the best result; the word itself if it is whole. */
function suggestionFor(query, results) {
  const typed = query.split(/[\s-]/).pop();
  if (!typed || !results.length) return [];
  const { title, names = "", keywords = "", summary = "" } = results[0].entry;
  const words = wordsIn(`${title} ${names} ${keywords} ${summary}`);
  const fitting = words.filter(word => word.toLowerCase().startsWith(typed.toLowerCase()));
  const [word] = [...fitting.filter(({ length }) => length === typed.length), ...fitting];
  if (!word) return [];
  return [word.startsWith(typed) ? word : typed + word.slice(typed.length).toLowerCase()];
}

/** The names in a text as they are written, and their tails. */
function wordsIn(text) {
  const words = (text.match(CHUNK) ?? []).map(chunk => nameOf(chunk).name);
  return words.flatMap(word => [word, ...tailsOf(word)]);
}

/** The line of a block without messages that says most: the last one that is not indented. */
function tellingLine(block) {
  const lines = block.split(LINE_END).filter(line => line.trim());
  return (lines.filter(line => !/^\s/.test(line)).pop() ?? lines.pop() ?? "").trim();
}

/** The answer to a query in the form that Material expects. `sure`: what the index still lacks cannot add a word. */
function search(index, text) {
  const messages = messagesOf(text), query = text.includes(LINE_END) ? tellingLine(text) : text;
  if (messages.length) return searchMessages(index, messages);
  const results = leading(rank(index, query), query), asked = answersTo(query, atlasDays.today());
  const sure = !index.lacks?.length || isSure(index, query, results) || asked.length > 0;
  return { items: withAnswers(asked, groupsOf(index, results)), suggest: suggestionFor(query, results), sure };
}

/** What the workers call. `add` is also what the later files call where they are read as scripts; `has`: how many parts are read. */
self.atlasSearch = {
  index: null,
  get has() { return 1 + LATER.length - atlasSearch.index.lacks.length; },
  open() { atlasSearch.index = firstIndex(ENTRIES, LATER); },
  add(rows) { addPart(atlasSearch.index, rows); },
  search(query) { return search(atlasSearch.index, query); },
  readLog(text) { return readLog(atlasSearch.index, text); },
};
