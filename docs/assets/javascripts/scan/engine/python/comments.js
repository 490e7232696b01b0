"use strict";

// Where a Python file has comments, in which nothing is code that a change could break. Mirrors
// atlas/scan/python/comments.py.

/** What was found at places that do not lie in a comment. */
function outsideComments(found, tree) {
  const spans = commentsOf(tree);
  return found.filter(({ at }) => {
    const last = lastAt(spans.length, number => spans[number][0] <= at);
    return last < 0 || at >= spans[last][1];
  });
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
