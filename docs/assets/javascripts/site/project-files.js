"use strict";

// What two releases generate, compared line by line. Reads the files that the page carries as JSON. The differences of
// neighboring releases stand on the page without this script.

/** Classes of lines, as Pygments names them. */
const LINE_CLASSES = { "+": "gi", "-": "gd", "@": "gu", " ": "w" };

/** An element with a class and text or children in it. */
function makeElement(name, className, ...children) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...children);
  return element;
}

/** One file's block, as the static ones on the page look. */
function fileBlock(title, edits) {
  const lines = edits.map(({ sign, text }) =>
    makeElement("span", LINE_CLASSES[sign], `${sign === "@" ? "⋯" : sign + text}\n`));
  const pre = makeElement("pre", "", makeElement("code", "", ...lines));
  pre.tabIndex = 0;
  return makeElement("div", "language-diff highlight", makeElement("span", "filename", title), pre);
}

/**
 * The blocks of all files that differ between two releases.
 *
 * @param {{[path: string]: {[release: string]: string}}} files path to release to text
 * @param {string} from
 * @param {string} to
 * @param {DOMStringMap} words what stands behind the name of a file that is new or gone
 */
function changedFiles(files, from, to, words) {
  const changed = Object.entries(files).filter(([, texts]) => texts[from] !== texts[to]);
  return changed.map(([path, { [from]: before, [to]: after }]) => {
    const state = before === undefined ? words.new : after === undefined ? words.gone : "";
    return fileBlock(path + state, nearChanges(editsBetween(linesOf(before), linesOf(after))));
  });
}

/** Show the form, choose the releases that the address asks for or the reader's own, and compare. */
function compareProjects(form, result, same, files) {
  const { from, to } = form.elements;
  const asked = new URLSearchParams(location.search);
  const choose = (field, release) => {
    const option = [...field.options].find(({ value }) => value === release);
    if (option) option.selected = true;
  };
  const draw = () => {
    const blocks = changedFiles(files, from.value, to.value, result.dataset);
    same.querySelector("[data-from]").textContent = from.value;
    same.querySelector("[data-to]").textContent = to.value;
    same.hidden = blocks.length > 0;
    result.replaceChildren(same, ...blocks);
  };
  choose(from, asked.get("from") || storedRelease.read());
  choose(to, asked.get("to"));
  form.addEventListener("change", draw);
  form.hidden = false;
  draw();
}

const compareParts = ["form.compare", ".compare-result", ".compare-same"].map(name => document.querySelector(name));
const filesData = document.getElementById("project-files");
if (filesData && compareParts.every(Boolean)) compareProjects(...compareParts, JSON.parse(filesData.textContent));
