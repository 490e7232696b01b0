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

/** A place and what is said of it, as a line of a list. */
function lineOf(place, text) {
  const line = document.createElement("li"), code = document.createElement("code");
  code.textContent = place;
  line.append(code, `: ${text}`);
  return line;
}

/** A file that could not be read. */
function unreadLine({ path, reason }) {
  return lineOf(path, reason);
}

/** An import that dies, which no step of the plan tells of. */
function importLine({ path, line, said, page }) {
  return lineOf(`${path}:${line}`, page ? `${said} (see ${page})` : said);
}

/** Fill a box that unfolds, or hide it where there is nothing to say. */
function fillBox(box, summaryText, lines) {
  box.hidden = !lines.length;
  box.querySelector("summary").textContent = summaryText;
  box.querySelector("ul").replaceChildren(...lines);
}

/** Show what belongs to a result; the sentence goes to where a screen reader hears it. */
function showResult(root, result) {
  const { imports, unread } = result;
  partOf(root, "status").textContent = summary(result);
  partOf(root, "result").hidden = false;
  fillBox(partOf(root, "imports"), `${counted(imports.length, "import")} without a page that will fail`, imports.map(importLine));
  fillBox(partOf(root, "unread"), `${counted(unread.length, "file")} could not be read`, unread.map(unreadLine));
}

/** Show a sentence in the place of a result. */
function showNothing(root, text) {
  partOf(root, "status").textContent = text;
  partOf(root, "result").hidden = true;
}
