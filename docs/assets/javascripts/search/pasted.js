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

/** Whether a message is the beginning of another. */
function isCut(one, other) {
  const begun = one.text.replace(/(?:\.\.\.|…)$/, "");
  return one.category === other.category && one.text !== other.text && other.text.startsWith(begun);
}

/** All messages of a block, each once, in the order in which they come: [{ category, text, times, line }]. */
function messagesIn(block) {
  const text = cleaned(block), found = new Map();
  for (const { start, form, category, text: said } of foundIn(text)) {
    const key = `${category}\n${said}`;
    const one = found.get(key) ?? { category, text: said, line: text.slice(0, start).split("\n").length, counts: [] };
    one.counts[form] = (one.counts[form] ?? 0) + 1;
    found.set(key, one);
  }
  const all = [...found.values()].map(({ counts, ...one }) => ({ ...one, times: Math.max(...Object.values(counts)) }));
  return all.filter(one => !all.some(other => isCut(one, other)));
}
