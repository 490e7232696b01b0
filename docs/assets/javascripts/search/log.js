"use strict";

// A whole log: every different message in it, how often, where first, and the page that knows it.

/** So many different messages are looked up, those that were said most; reading and looking up take about as long. */
const LOOKED_UP_IN_LOG = 2000, READING = 0.5;

/** The page that knows a message: { location, title, release }; null where none does. */
function pageOf(index, message) {
  const { results: [best], known } = resultsFor(index, message);
  if (!known) return null;
  const { location, title, release } = best.entry;
  return { location, title, release };
}

/**
 * The messages of a log, those that were said most before others: [{ category, text, times, line, page }], and how many
 * were not looked up: { rows, left }. Yields the part that is done, from 0 to 1.
 */
function* readLog(index, text) {
  const reading = readingMessages(text), rows = [];
  let step = reading.next();
  for (; !step.done; step = reading.next()) yield Number(step.value) * READING;
  const messages = step.value.sort((a, b) => b.times - a.times || a.line - b.line), asked = messages.slice(0, LOOKED_UP_IN_LOG);
  for (const message of asked) {
    rows.push({ ...message, page: pageOf(index, message) });
    yield READING + (1 - READING) * rows.length / asked.length;
  }
  return { rows, left: messages.length - asked.length };
}
