"use strict";

// What Material's search box lacks for pasted error texts. It searches when a key goes up, so text that comes by
// mouse would wait for one; and it is one line, so a whole traceback would lose its line breaks.

/** The line of a traceback that says what went wrong: the last one that is not indented. */
function tellingLine(text) {
  const lines = text.split(/\r?\n/).filter(line => line.trim());
  return (lines.filter(line => !/^\s/.test(line)).pop() ?? lines.pop() ?? "").trim();
}

/** Of several pasted lines only the telling one goes into the box, in place of what is selected there. */
function pasteTellingLine(event) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!/\n./.test(text.trim())) return;
  event.preventDefault();
  const box = event.target;
  box.setRangeText(tellingLine(text), box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Give a search box what it lacks. */
function mendSearchBox(box) {
  box.addEventListener("paste", pasteTellingLine);
  box.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup")));
}

/** Search for the text of a form, in the box at the top: it is opened, and has the focus. */
function searchFor(event) {
  const { value } = event.target.elements.q, box = /** @type {HTMLInputElement} */ (document.querySelector("input.md-search__input"));
  event.preventDefault();
  box.focus();
  box.value = /\n./.test(value.trim()) ? tellingLine(value) : value.trim();
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

document.querySelectorAll("input.md-search__input").forEach(mendSearchBox);
document.querySelectorAll("form[data-paste]").forEach(form => form.addEventListener("submit", searchFor));
