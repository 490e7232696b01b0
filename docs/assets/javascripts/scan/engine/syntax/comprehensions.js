"use strict";

// Comprehensions as nodes of Python's `ast`. See expressions.js. In JavaScript alone.

/** A comprehension. nodes: without its brackets; what is collected, then `for … in …` and `if …`. */
function comprehension(type, text, node, nodes) {
  const start = nodes.findIndex(part => part.kind === "for" || part.kind === "async");
  const [first, second] = groupsByColon(nodes.slice(0, start));
  const fields = { generators: generators(text, nodes.slice(start)) };
  if (!second) return made(type, node, { elt: element(text, first), ...fields });
  return made(type, node, { key: element(text, first), value: element(text, second), ...fields });
}

function groupsByColon(nodes) {
  const split = splitAt(nodes, ":");
  return split ? split.slice(0, 2) : [nodes];
}

function generators(text, nodes) {
  const found = [];
  for (let at = 0; at < nodes.length;) {
    let end = at + 1;
    while (end < nodes.length && !["for", "if", "async"].includes(nodes[end].kind)) end++;
    if (nodes[at].kind === "if") found[found.length - 1].ifs.push(expression(text, nodes[at + 1]));
    if (nodes[at].kind === "for") {
      const [targets, iterated] = splitAt(nodes.slice(at + 1, end), "in");
      found.push({ target: bound(tupleOf(text, targets)), iter: expression(text, iterated[0]), ifs: [] });
    }
    at = end;
  }
  return found;
}
