"use strict";

// A link as text for the places where people paste links.

/** Put a backslash before each of some characters. */
function withBackslashes(text, characters) {
  return text.replace(characters, "\\$&");
}

/** Trac knows no escapes in a label; quotation marks let it hold a bracket. */
function tracLabel(text) {
  return text.includes("]") ? `"${text.replace(/"/g, "'")}"` : text;
}

/** A link from its words and its address, by the value of the menu's item. */
const LINK_FORMATS = {
  url: (text, url) => url,
  markdown: (text, url) => `[${withBackslashes(text, /[\\`*_[\]<>]/g)}](${url})`,
  rst: (text, url) => `\`${withBackslashes(text, /[\\`<]/g)} <${url}>\`__`,
  jira: (text, url) => `[${withBackslashes(text, /[\\|[\]{}*_]/g)}|${url}]`,
  trac: (text, url) => `[${url} ${tracLabel(text)}]`,
};

/** The words of a heading, without the signs that are drawn beside it. */
function headingWords(heading) {
  const copy = heading.cloneNode(true);
  copy.querySelectorAll(".headerlink, .copy-spot").forEach(sign => sign.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}
