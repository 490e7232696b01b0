"use strict";

// What Material's search box lacks for pasted error texts. It searches when a key goes up, so text that comes by
// mouse would wait for one; and it is one line, so that a block would lose its line breaks.

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

/** Give a search box what it lacks. */
function mendSearchBox(box) {
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

document.querySelectorAll("input.md-search__input").forEach(mendSearchBox);
document.querySelectorAll("form[data-paste]").forEach(form => form.addEventListener("submit", searchFor));
