"use strict";

// What Material's search box lacks. It asks for nothing before the first letter. It searches when a key goes up, so text
// that comes by mouse would wait for one. It is one line, so a block would lose its line breaks. And results that are drawn
// again lose the focus.

/** More characters of a block are not searched. */
const MOST = 200000;

/** A block as one line: its end, which says what went wrong, if it is too long. */
function asLine(text) {
  return text.trimEnd().slice(-MOST).split(/\r\n?|\n/).join(LINE_END);
}

/** Several pasted lines go into the box as one, in place of what is selected there. */
function pasteBlock(event) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!/\n./.test(text.trim())) return;
  event.preventDefault();
  const box = event.target;
  box.setRangeText(asLine(text), box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Have the index read before the first letter is typed: the worker reads it for a blank. */
function askAhead({ target: box }) {
  if (box.value) return;
  for (const value of [" ", ""]) {
    box.value = value;
    box.dispatchEvent(new KeyboardEvent("keyup"));
  }
}

/** Give a search box what it lacks. */
function mendSearchBox(box) {
  box.addEventListener("focus", askAhead);
  box.addEventListener("paste", pasteBlock);
  box.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup")));
}

/** Search for the text of a form, in the box at the top: it is opened, and has the focus. */
function searchFor(event) {
  const { value } = event.target.elements.q, box = /** @type {HTMLInputElement} */ (document.querySelector("input.md-search__input"));
  event.preventDefault();
  box.focus();
  box.value = asLine(value);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Results are drawn again when more of the index is there: the one that had the focus has it again. */
function keepFocus(list) {
  let path;
  list.addEventListener("focusin", ({ target }) => { path = target.pathname; });
  new MutationObserver(() => {
    if (document.activeElement === document.body) [...list.querySelectorAll("a")].find(link => link.pathname === path)?.focus();
  }).observe(list, { childList: true });
}

document.querySelectorAll("input.md-search__input").forEach(mendSearchBox);
document.querySelectorAll(".md-search-result__list").forEach(keepFocus);
document.querySelectorAll("form[data-paste]").forEach(form => form.addEventListener("submit", searchFor));
