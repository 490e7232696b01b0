"use strict";

// Python's source as a tree of plain nodes, { kind, from, to, nodes }, kinds as in the grammar of the parser.
// In JavaScript alone.
// Source: docs/assets/vendor/lezer-python-*/README.txt

/** The source is not Python 3, or not whole. `offset`: where, if it is known. */
class NotPython extends Error {
  constructor(message, offset) {
    super(message);
    this.offset = offset;
  }
}

/** Lines with a form feed alone, which the parser takes for statements. */
const FORM_FEED = /^[ \t]*\f[ \t\f]*$/gm;

/**
 * Parse a text. Mistakes are nodes of their own. Errors: RangeError for absurd nesting.
 *
 * The parser closes a list of statements by force when it becomes long, to keep trees of broken sources flat, and
 * marks the place as a mistake. A settings module of 300 lines is no mistake, so the counter is kept at zero.
 */
function parsed(text) {
  const parse = lezerPython.parser.startParse(text.replace(FORM_FEED, line => " ".repeat(line.length)));
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree;
    parse.bigReductionCount = 0;
  }
}

/** The node at a cursor and all below it, without comments. Errors: NotPython for the first mistake. */
function plainNode(cursor) {
  if (cursor.type.isError) throw new NotPython("invalid syntax", cursor.from);
  const node = { kind: cursor.name, from: cursor.from, to: cursor.to, nodes: [] };
  if (cursor.firstChild()) {
    do {
      if (cursor.name !== "Comment") node.nodes.push(plainNode(cursor));
    } while (cursor.nextSibling());
    cursor.parent();
  }
  return node;
}

/** Nodes between commas; what stands after the last comma is left out if it is nothing. */
function groupsOf(nodes) {
  const groups = [[]];
  for (const node of nodes) {
    if (node.kind === ",") groups.push([]);
    else groups[groups.length - 1].push(node);
  }
  return groups.filter(group => group.length);
}

/** The nodes before the first of a kind, and those after it; null where there is none. */
function splitAt(nodes, ...kinds) {
  const at = nodes.findIndex(node => kinds.includes(node.kind));
  return at < 0 ? null : [nodes.slice(0, at), nodes.slice(at + 1), nodes[at]];
}

function hasKind(nodes, kind) {
  return nodes.some(node => node.kind === kind);
}

/** The nodes inside of brackets. */
function inside(node) {
  return node.nodes.slice(1, -1);
}
