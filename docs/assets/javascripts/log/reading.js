"use strict";

// Reads a log in turns: in a worker, or from disk in the page itself, where no browser starts a worker from a file.

/** Milliseconds between two turns, and characters of a log that are read: its end, if it is longer. */
const TURN = 40, MOST = 20 * 1024 * 1024;

/**
 * Read a file. `tell` hears { type: "progress", done } with the part that is done, and then
 * { type: "read", rows, left, cut }: see search/log.js; cut: whether the beginning was left out.
 */
async function readFile(file, tell) {
  const cut = file.size > MOST, text = await (cut ? file.slice(file.size - MOST) : file).text();
  const reading = atlasSearch.readLog(text);
  let step = reading.next(), since = performance.now();
  for (; !step.done; step = reading.next()) {
    if (performance.now() - since < TURN) continue;
    tell({ type: "progress", done: step.value });
    await new Promise(resolve => setTimeout(resolve));
    since = performance.now();
  }
  tell({ type: "read", ...step.value, cut });
}
