"use strict";

// Results for messages: each with the page that knows it, and said first where none does.

/** More messages than anybody reads are not looked up. Pages that are shown beside those that know a message: few. */
const LOOKED_UP = 40, NEAREST = 3, OTHERS = 7;

/** A sentence with a number in the place of its #. */
function counted({ one, other }, number) {
  return number === 1 ? one : other.replace("#", String(number));
}

/** A message as HTML, and where it came from if there were several. */
function messageHtml({ category, text, times, line }, isAlone) {
  const said = escapeHtml([category, text].filter(Boolean).join(": "));
  const where = [PASTED.words.line.replace("#", String(line)), times > 1 && PASTED.words.times.replace("#", String(times))];
  return `<p><code>${said}</code>${isAlone ? "" : ` <small>${where.filter(Boolean).join(", ")}</small>`}</p>`;
}

/** What says that no page knows some messages, as a result that leads to the list of those that are known. */
function unknownGroup(messages, advice, isAlone) {
  const { unknown, location } = PASTED.words;
  const text = messages.map(message => messageHtml(message, isAlone)).join("") + `<p>${escapeHtml(advice)}</p>`;
  return [{ location, title: escapeHtml(counted(unknown, messages.length)), text, score: 0, terms: {} }];
}

/** One message: the pages that know it before others; or that none does, and the nearest. */
function groupsOfOne(index, message) {
  const { results, known } = resultsFor(index, message);
  if (known) return fallingScores(groupsOf(index, results.slice(0, known + OTHERS)));
  const nearest = groupsOf(index, results).slice(0, NEAREST), { advice, near } = PASTED.words;
  return fallingScores([unknownGroup([message], nearest.length ? `${advice} ${near}` : advice, true), ...nearest]);
}

/** Several messages: by page, in the order in which they came; those that no page knows together, at the end. */
function groupsOfSeveral(index, messages) {
  const pages = new Map(), unknown = [];
  for (const message of messages.slice(0, LOOKED_UP)) {
    const { results: [best], known } = resultsFor(index, message);
    if (known) pages.set(best.number, [...(pages.get(best.number) ?? []), message]);
    else unknown.push(message);
  }
  const known = [...pages].map(([number, said]) => {
    const entry = index.entries[number], text = said.map(message => messageHtml(message, false)).join("");
    return [{ location: entry.location, title: escapeHtml(entry.title) + badgesOf(entry), text, score: 0, terms: {} }];
  });
  return fallingScores([...known, ...(unknown.length ? [unknownGroup(unknown, PASTED.words.advice, false)] : [])]);
}

/** Groups with scores in their order: Enter opens the result with the highest. */
function fallingScores(groups) {
  return groups.map((items, place) => items.map(item => ({ ...item, score: groups.length - place + item.score / (1 + item.score) })));
}

/** The answer to messages in the form that Material expects; see `search`. */
function searchMessages(index, messages) {
  const items = messages.length === 1 ? groupsOfOne(index, messages[0]) : groupsOfSeveral(index, messages);
  const sure = !index.lacks?.length || items.every(([{ location }]) => location !== PASTED.words.location);
  return { items, suggest: [], sure };
}
