"use strict";

// Values as the text that a rule's `value:` is compared with. Mirrors atlas/scan/python/values.py.

/** Each simple value in an expression: its text, and where it stands. */
function described(node) {
  switch (node.type) {
    case "List": case "Tuple": case "Set":
      return node.elts.flatMap(described);
    case "Dict":
      return node.values.flatMap(described);
    case "BinOp":
      return node.op === "+" ? [...described(node.left), ...described(node.right)] : [];
    case "Constant":
      if (node.kind === "other") return [];
      return [[node.kind === "string" ? `"${node.value}"` : node.value, node]];
    default:
      return chainOf(node) ? [[chainOf(node).join("."), node]] : [];
  }
}
