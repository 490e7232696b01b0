"use strict";

// The messages in what somebody pastes, as atlas/words/pasted.py finds them, by its expressions (PASTED).

/** A block without colors and without what programs write before each line. */
function cleaned(block) {
  const prefix = new RegExp(`^(?:${PASTED.prefixes})+`);
  return block.replace(new RegExp(PASTED.color, "g"), "").split(/\r\n?|\n/).map(line => line.replace(prefix, "")).join("\n");
}

/** An exception without its module; the id of a check as it is. */
function lastOf(category) {
  return /\.[A-Z]\d{3}$/.test(category) ? category : category.split(".").pop();
}

/** Where each message begins, the number of its form, and what it says, in the order in which they come. */
function foundIn(text) {
  const found = [];
  PASTED.forms.forEach((form, number) => {
    const matcher = new RegExp(form, "gm");
    for (const { index, groups: { category = "", text: said = "" } } of text.matchAll(matcher)) {
      found.push({ start: index, form: number, category: lastOf(category), text: said.trim().split(/\s+/).join(" ") });
    }
    text = text.replace(matcher, match => match.replace(/[^\n]/g, " "));
  });
  const overture = new RegExp(PASTED.overture);
  return found.filter(one => !overture.test(one.text)).sort((a, b) => a.start - b.start || a.form - b.form);
}

/** Whether a text is the beginning of another. texts: all of its category, in order. */
function isCut(text, texts) {
  const begun = text.replace(/(?:\.\.\.|…)$/, "");
  let [first, end] = [0, texts.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (texts[middle] < begun) first = middle + 1;
    else end = middle;
  }
  return texts.slice(first, first + 2).some(other => other !== text && other.startsWith(begun));
}

/** A text in pieces that end with an empty line where there is one, or else with a line. */
function* cutUp(text) {
  for (let begin = 0, end; begin < text.length; begin = end) {
    end = begin + PASTED.piece;
    if (end < text.length) {
      const cuts = ["\n\n", "\n"].map(mark => text.lastIndexOf(mark, end - mark.length) + mark.length);
      end = cuts.find(cut => cut > begin + 1) ?? end;
    }
    yield text.slice(begin, end);
  }
}

/** Add the messages of a piece, which begins in a line, to those that were said before: { category, text, line, counts }. */
function collect(piece, line, said) {
  let at = 0;
  for (const { start, form, category, text } of foundIn(piece)) {
    line += linesIn(piece.slice(at, start));
    at = start;
    const key = `${category}\n${text}`, one = said.get(key) ?? { category, text, line, counts: [] };
    one.counts[form] = (one.counts[form] ?? 0) + 1;
    said.set(key, one);
  }
}

/** How many lines end in a text. */
function linesIn(text) {
  return text.split("\n").length - 1;
}

/** All messages of a block, each once, in the order in which they come: [{ category, text, times, line }]. Yields the part that is done. */
function* readingMessages(block) {
  const text = cleaned(block), said = new Map(), texts = new Map();
  let line = 1, done = 0;
  for (const piece of cutUp(text)) {
    collect(piece, line, said);
    line += linesIn(piece);
    done += piece.length;
    yield done / text.length;
  }
  const found = [...said.values()].map(({ counts, ...one }) => ({ ...one, times: Math.max(...Object.values(counts)) }));
  found.forEach(({ category, text: one }) => texts.set(category, texts.get(category) ?? []).get(category).push(one));
  texts.forEach(some => some.sort());
  return found.filter(one => !isCut(one.text, texts.get(one.category)));
}

/** The same at once. */
function messagesIn(block) {
  const reading = readingMessages(block);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}
