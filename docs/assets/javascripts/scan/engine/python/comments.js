"use strict";

// Where a Python file has comments, in which nothing is code that a change could break. Mirrors
// atlas/scan/python/comments.py.

/** What was found at places that do not lie in a comment. treeOf: gives the tree, which is asked for where it matters. */
function outsideComments(found, text, treeOf) {
  if (!found.some(({ at }) => mayLieInComment(text, at))) return found;
  const spans = commentsOf(treeOf());
  return found.filter(({ at }) => {
    const last = lastAt(spans.length, number => spans[number][0] <= at);
    return last < 0 || at >= spans[last][1];
  });
}

/** Whether a comment could begin before a place in its line, or there. */
function mayLieInComment(text, at) {
  return text.slice(at && text.lastIndexOf("\n", at - 1) + 1, at + 1).includes("#");
}

/** Start and end of each comment. */
function commentsOf(tree) {
  const found = [];
  tree.iterate({
    enter: node => {
      if (node.name === "Comment") found.push([node.from, node.to]);
    },
  });
  return found;
}
