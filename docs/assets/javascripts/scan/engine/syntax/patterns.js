"use strict";

// `match` statements. A pattern holds values, which are looked at like any expression, and names, which it binds.
// In JavaScript alone.

function matchNode(text, node) {
  const cases = node.nodes[node.nodes.length - 1].nodes.filter(part => part.kind === "MatchClause");
  return made("Match", node, {
    subject: tupleOf(text, node.nodes.slice(1, -1)), cases: cases.map(part => caseNode(text, part)),
  });
}

function caseNode(text, node) {
  const guard = node.nodes.find(part => part.kind === "Guard");
  const patterns = node.nodes.slice(1).filter(part => part.kind !== "Guard" && part.kind !== "Body");
  return {
    type: "match_case", patterns: patterns.flatMap(part => pattern(text, part)),
    guard: guard ? expression(text, guard.nodes[1]) : null, body: bodyOf(text, node.nodes[node.nodes.length - 1]),
  };
}

/** What a pattern reads and binds, in order: expressions, and `{ type: "Bound", name }`. */
function pattern(text, node) {
  switch (node.kind) {
    case "CapturePattern":
      return binding(text, node.nodes[0]);
    case "AsPattern":
      return [...binding(text, node.nodes[2]), ...pattern(text, node.nodes[0])];
    case "LiteralPattern":
      return node.nodes.filter(part => !["ArithOp", "None", "Boolean"].includes(part.kind))
        .map(part => expression(text, part));
    case "AttributePattern":
      return [attributeOf(text, node)];
    case "KeywordPattern":
      return pattern(text, node.nodes[node.nodes.length - 1]);
    case "ClassPattern":
      return [
        ...(node.nodes[0].kind === "VariableName" ? [expression(text, node.nodes[0])] : pattern(text, node.nodes[0])),
        ...pattern(text, node.nodes[1]),
      ];
    default:
      return node.nodes.flatMap(part => pattern(text, part));
  }
}

function binding(text, node) {
  const name = identifier(text, node);
  return name === "_" ? [] : [{ type: "Bound", name }];
}

/** `a.b.c` in a pattern, where the parser has one flat node. */
function attributeOf(text, node) {
  const [first, ...rest] = node.nodes.filter(part => part.kind !== ".");
  return rest.reduce((value, part) => made("Attribute", { from: node.from, to: part.to }, {
    value, attr: identifier(text, part), nameFrom: part.from,
  }), expression(text, first));
}
