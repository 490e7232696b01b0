"use strict";

// Expressions: nodes of the parser's tree as nodes of Python's `ast`, { type, from, to, … }, so that all that follows
// has a mirror in atlas/scan. Only what the scanner looks at is kept. In JavaScript alone, for what Python's ast does.
// Source: https://docs.python.org/3/library/ast.html

/** A node of Python's `ast` in the place of a node of the tree. */
function made(type, at, fields) {
  return { type, from: at.from, to: at.to, ...fields };
}

/** A name; the parser takes any letter beyond ASCII, Python only those of words. */
function identifier(text, node) {
  const name = text.slice(node.from, node.to);
  if (!BEYOND_ASCII.test(name)) return name;
  if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name.normalize("NFKC"))) {
    throw new NotPython("invalid character", node.from);
  }
  return name.normalize("NFKC");
}

/** Kinds of nodes, and what makes a node of `ast` of each: (text, node) => node. */
const EXPRESSIONS = {
  VariableName: (text, node) => made("Name", node, { id: identifier(text, node), ctx: "Load" }),
  None: (text, node) => made("Constant", node, { kind: "word", value: "None" }),
  Boolean: (text, node) => made("Constant", node, { kind: "word", value: text.slice(node.from, node.to) }),
  Ellipsis: (text, node) => made("Constant", node, { kind: "other" }),
  Number: numberNode,
  String: (text, node) => stringNode(text, node, [node]),
  FormatString: (text, node) => stringNode(text, node, [node]),
  ContinuedString: (text, node) => stringNode(text, node, node.nodes),
  ParenthesizedExpression: (text, node) => element(text, inside(node)),
  TupleExpression: (text, node) => made("Tuple", node, { elts: elements(text, inside(node)) }),
  ArrayExpression: (text, node) => made("List", node, { elts: elements(text, inside(node)) }),
  SetExpression: (text, node) => made("Set", node, { elts: elements(text, inside(node)) }),
  DictionaryExpression: dictionaryNode,
  ComprehensionExpression: (text, node) => comprehension("GeneratorExp", text, node, inside(node)),
  ArrayComprehensionExpression: (text, node) => comprehension("ListComp", text, node, inside(node)),
  SetComprehensionExpression: (text, node) => comprehension("SetComp", text, node, inside(node)),
  DictionaryComprehensionExpression: (text, node) => comprehension("DictComp", text, node, inside(node)),
  CallExpression: (text, node) => {
    return made("Call", node, { func: expression(text, node.nodes[0]), ...argumentsOf(text, node.nodes[1]) });
  },
  MemberExpression: memberNode,
  BinaryExpression: binaryNode,
  UnaryExpression: (text, node) => made("UnaryOp", node, { operand: expression(text, node.nodes[1]) }),
  AwaitExpression: (text, node) => made("Await", node, { value: expression(text, node.nodes[1]) }),
  YieldExpression: (text, node) => yieldNode(text, node),
  ConditionalExpression: (text, node) => {
    const [body, , test, , orelse] = node.nodes;
    return made("IfExp", node, {
      test: expression(text, test), body: expression(text, body), orelse: expression(text, orelse),
    });
  },
  LambdaExpression: (text, node) => made("Lambda", node, {
    args: parameters(text, node.nodes[1].nodes), body: expression(text, node.nodes[node.nodes.length - 1]),
  }),
  NamedExpression: (text, node) => named(text, node, node.nodes),
};

/** The node of `ast` for one expression. */
function expression(text, node) {
  const make = node && EXPRESSIONS[node.kind];
  if (!make) throw new NotPython(`unexpected ${node ? node.kind : "end"}`, node && node.from);
  return make(text, node);
}

/** One expression with what stands before it: `*x`, or a comprehension without brackets of its own. */
function element(text, nodes) {
  if (nodes[0].kind === "*" || nodes[0].kind === "**") {
    const place = { from: nodes[0].from, to: nodes[nodes.length - 1].to };
    return made("Starred", place, { value: expression(text, nodes[1]) });
  }
  if (hasKind(nodes, "as")) throw new NotPython("`as` outside of with", nodes[0].from);
  return expression(text, nodes[0]);
}

function elements(text, nodes) {
  return groupsOf(nodes).map(group => element(text, group));
}

/** Expressions with commas between them as a tuple, or the only one as it is. */
function tupleOf(text, nodes) {
  if (!hasKind(nodes, ",")) return element(text, nodes);
  const place = { from: nodes[0].from, to: nodes[nodes.length - 1].to };
  return made("Tuple", place, { elts: elements(text, nodes) });
}

/** Mark an expression as one that is bound (`Store`) or deleted. */
function bound(node, ctx = "Store") {
  node.ctx = ctx;
  (node.elts || []).forEach(item => bound(item, ctx));
  if (node.type === "Starred") bound(node.value, ctx);
  return node;
}

function named(text, place, nodes) {
  const whole = { from: nodes[0].from, to: nodes[2].to };
  const target = expression(text, nodes[0]);
  if (target.type !== "Name") throw new NotPython("a walrus gives values to names only", place.from);
  return made("NamedExpr", whole, { target: bound(target), value: expression(text, nodes[2]) });
}

function dictionaryNode(text, node) {
  const keys = [], values = [];
  for (const group of groupsOf(inside(node))) {
    const pair = group[0].kind !== "**";
    keys.push(pair ? expression(text, group[0]) : null);
    values.push(expression(text, group[pair ? 2 : 1]));
  }
  return made("Dict", node, { keys, values });
}

/** `x.name` or `x[…]`. */
function memberNode(text, node) {
  const value = expression(text, node.nodes[0]);
  const last = node.nodes[node.nodes.length - 1];
  if (last.kind === "PropertyName") {
    return made("Attribute", node, { value, attr: identifier(text, last), nameFrom: last.from });
  }
  const items = groupsOf(node.nodes.slice(2, -1)).map(group => subscript(text, group));
  return made("Subscript", node, { value, slice: items.length === 1 ? items[0] : { type: "Tuple", elts: items } });
}

function subscript(text, nodes) {
  if (!hasKind(nodes, ":")) return element(text, nodes);
  const parts = nodes.filter(part => part.kind !== ":").map(part => expression(text, part));
  return { type: "Slice", parts };
}

function binaryNode(text, node) {
  const [left, operator] = node.nodes;
  const right = node.nodes[node.nodes.length - 1];
  const both = [expression(text, left), expression(text, right)];
  if (operator.kind === "ArithOp" || operator.kind === "BitOp") {
    const op = text.slice(operator.from, operator.to);
    return made("BinOp", node, { left: both[0], op, right: both[1] });
  }
  return made(["and", "or"].includes(operator.kind) ? "BoolOp" : "Compare", node, { values: both });
}

/** `yield …` as an expression or a statement. */
function yieldNode(text, node) {
  const nodes = node.nodes.filter(part => part.kind !== "yield" && part.kind !== "from");
  return made("Yield", node, { value: nodes.length ? tupleOf(text, nodes) : null });
}
