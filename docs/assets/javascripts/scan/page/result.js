"use strict";

// What the scan panel says about a result: how much was compared with how much, and what could not be read.

/** An element of the panel by its class name. */
function partOf(root, name) {
  return root.querySelector(`.scan-${name}`);
}

/** `1 file`, `2,500 files`. */
function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** The result in a sentence. */
function summary({ hits, files, changes, from, to }) {
  const met = new Set(hits.map(hit => hit.change)).size;
  const found = hits.length ? `${counted(met, "change")} met in ${counted(hits.length, "place")}` : "nothing found";
  return `${counted(files, "file")} held against the rules of ${counted(changes, "change")} from ${from} to ${to}: ${found}.`;
}

/** A file that could not be read, as a line of a list. */
function unreadLine({ path, reason }) {
  const line = document.createElement("li"), code = document.createElement("code");
  code.textContent = path;
  line.append(code, `: ${reason}`);
  return line;
}

/** Show what belongs to a result; the sentence goes to where a screen reader hears it. */
function showResult(root, result) {
  const unread = partOf(root, "unread");
  partOf(root, "status").textContent = summary(result);
  partOf(root, "result").hidden = false;
  unread.hidden = !result.unread.length;
  unread.querySelector("summary").textContent = `${counted(result.unread.length, "file")} could not be read`;
  unread.querySelector("ul").replaceChildren(...result.unread.map(unreadLine));
}

/** Show a sentence in the place of a result. */
function showNothing(root, text) {
  partOf(root, "status").textContent = text;
  partOf(root, "result").hidden = true;
}
