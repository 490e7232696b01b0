"use strict";

// What one pass over a Django template collects, by the rules of Django's own lexer. Mirrors atlas/scan/templates.py.

/** The facts of a template; `code`: the text with what Django passes over blanked. */
function templateFacts(text, tables) {
  const facts = { tags: [], filters: [], loads: [], attributes: [], code: "" };
  const blanks = [];
  let comment = -1;
  for (const { token, start } of templateTokens(text, blanks, tables)) {
    const content = strip(token.slice(2, -2));
    const end = start + token.length;
    if (comment >= 0) {
      if (token[1] === "%" && content === "endcomment") {
        blanks.push([comment, start]);
        comment = -1;
      }
    } else if (token[1] === "#") blanks.push([start, end]);
    else {
      addToken(facts, token, start, tables);
      if (token[1] === "%" && wordsOf(content)[0] === "comment") comment = end;
    }
  }
  if (comment >= 0) blanks.push([comment, text.length]);
  facts.code = blanked(text, blanks);
  return facts;
}

/** Tags, variables and comments, but nothing between `verbatim` and its end, which goes to `blanks`. */
function templateTokens(text, blanks, tables) {
  const found = [];
  let endsWith = "", since = 0;
  for (const { token, start } of templatePieces(text, tables.templateTokens)) {
    const content = token[1] === "%" ? strip(token.slice(2, -2)) : "";
    if (endsWith) {
      if (content !== endsWith) continue;
      blanks.push([since, start]);
      endsWith = "";
    } else if (["verbatim", "verbatim "].includes(content.slice(0, 9))) {
      endsWith = `end${content}`;
      since = start + token.length;
    }
    found.push({ token, start });
  }
  if (endsWith) blanks.push([since, text.length]);
  return found;
}

/** As an expression of `\{%.*?%\}` would find them, but in one pass: each end is looked for once. */
function* templatePieces(text, ends) {
  const next = new Map([...ends.values(), "\n"].map(mark => [mark, -1]));
  const following = (mark, at) => {
    if (next.get(mark) < at) {
      const found = text.indexOf(mark, at);
      next.set(mark, found < 0 ? text.length : found);
    }
    return next.get(mark);
  };
  for (let at = text.indexOf("{"); at >= 0;) {
    const mark = ends.get(text.slice(at, at + 2));
    const end = mark ? following(mark, at + 2) : text.length;
    const whole = end < text.length && following("\n", at) > end;
    if (whole) yield { token: text.slice(at, end + 2), start: at };
    at = text.indexOf("{", whole ? end + 2 : at + 1);
  }
}

function addToken(facts, token, at, tables) {
  const words = wordsOf(token.slice(2, -2));
  if (token[1] === "%" && words.length) {
    facts.tags.push({ name: words[0], at });
    if (words[0] === "load") {
      const names = words.slice(1, -1).includes("from") ? words.slice(-1) : words.slice(1);
      names.forEach(name => facts.loads.push({ name, at }));
    }
    if (words[0] === "filter" && words.length > 1) {
      const name = words[1].split("|")[0].split(":")[0];
      facts.filters.push({ name, at: at + token.indexOf(name, token.indexOf("filter") + 6) });
    }
  }
  for (const [whole, filter, receiver, attribute] of matchesWithPlace(token, tables.templatePart, at)) {
    if (filter) facts.filters.push({ name: filter, at: whole.end - filter.length });
    else if (attribute) facts.attributes.push({ name: attribute, receiver, at: whole.end + 1 });
  }
}

/** Matches as their groups; the first is { end }, where the match ends in the whole text. */
function matchesWithPlace(text, expression, at) {
  return [...text.matchAll(expression)].map(match => {
    return [{ end: at + match.index + match[0].length }, ...match.slice(1)];
  });
}

function blanked(text, blanks) {
  const pieces = [];
  let at = 0;
  for (const [start, end] of blanks.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    if (end <= at) continue;
    pieces.push(text.slice(at, Math.max(at, start)), text.slice(Math.max(at, start), end).replace(/[^\n]/g, " "));
    at = end;
  }
  return pieces.join("") + text.slice(at);
}
