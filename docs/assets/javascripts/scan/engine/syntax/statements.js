"use strict";

// Statements: nodes of the parser's tree as nodes of Python's `ast`. See expressions.js. In JavaScript alone.

/** Kinds of nodes, and what makes a node of `ast` of each: (text, node) => node. Others have nothing of interest. */
const STATEMENTS = {
  ExpressionStatement: (text, node) => made("Expr", node, { value: tupleOf(text, node.nodes) }),
  YieldStatement: (text, node) => made("Expr", node, { value: yieldNode(text, node) }),
  AssignStatement: assignNode,
  UpdateStatement: (text, node) => {
    const [target, value] = splitAt(node.nodes, "UpdateOp");
    return made("AugAssign", node, { target: bound(tupleOf(text, target)), value: tupleOf(text, value) });
  },
  DeleteStatement: (text, node) => {
    const targets = elements(text, node.nodes.slice(1)).map(target => bound(target, "Del"));
    return made("Delete", node, { targets });
  },
  ReturnStatement: valuesNode,
  RaiseStatement: valuesNode,
  AssertStatement: valuesNode,
  ImportStatement: (text, node) => (node.nodes[0].kind === "import" ? importNode : fromNode)(text, node),
  ScopeStatement: (text, node) => made(node.nodes[0].kind === "global" ? "Global" : "Nonlocal", node, {
    names: groupsOf(node.nodes.slice(1)).map(([name]) => identifier(text, name)),
  }),
  TypeDefinition: (text, node) => made("TypeAlias", node, {
    name: bound(expression(text, node.nodes[1])), value: expression(text, node.nodes[node.nodes.length - 1]),
  }),
  IfStatement: (text, node) => ifNode(text, node, node.nodes),
  WhileStatement: (text, node) => {
    const clauses = clausesOf(text, node.nodes);
    return made("While", node, { test: expression(text, node.nodes[1]), ...bodies(clauses) });
  },
  ForStatement: forNode,
  TryStatement: tryNode,
  WithStatement: withNode,
  FunctionDefinition: functionNode,
  ClassDefinition: (text, node) => classNode(text, node, []),
  DecoratedStatement: decoratedNode,
  MatchStatement: matchNode,
};

/** The module: all statements of a tree. Errors: NotPython, RangeError for absurd nesting. */
function moduleOf(tree, text) {
  const { nodes } = plainNode(tree.cursor());
  if (nodes.length && indentOf(text, nodes[0])) throw new NotPython("unexpected indent", nodes[0].from);
  return statements(text, nodes);
}

/** What stands before a statement on its line. */
function indentOf(text, node) {
  return text.slice(text.lastIndexOf("\n", node.from - 1) + 1, node.from).replace(/^.*\f/, "");
}

/** All statements of a block, which the parser does not hold to one indentation. */
function statements(text, nodes) {
  const found = nodes.filter(node => STATEMENTS[node.kind] || /Statement/.test(node.kind));
  const astray = found.find(node => indentOf(text, node) !== indentOf(text, found[0]));
  if (astray) throw new NotPython("unexpected indent", astray.from);
  return found.flatMap(node => (node.kind === "StatementGroup" ? node.nodes : [node]))
    .filter(node => STATEMENTS[node.kind])
    .map(node => STATEMENTS[node.kind](text, node));
}

function bodyOf(text, node) {
  return statements(text, node.nodes);
}

/** `return`, `raise … from …`, `assert …, …`: the values in order. */
function valuesNode(text, node) {
  const nodes = node.nodes.slice(1).map(part => (part.kind === "from" ? { kind: "," } : part));
  return made("Values", node, { values: elements(text, nodes) });
}

function assignNode(text, node) {
  const type = node.nodes.find(part => part.kind === "TypeDef");
  const sides = [[]];
  for (const part of node.nodes) {
    if (part.kind === "AssignOp") sides.push([]);
    else if (part !== type) sides[sides.length - 1].push(part);
  }
  const values = sides.map(side => tupleOf(text, side));
  if (!type) return made("Assign", node, { targets: values.slice(0, -1).map(one => bound(one)), value: values.pop() });
  const annotation = element(text, type.nodes.slice(1));
  return made("AnnAssign", node, { target: bound(values[0]), annotation, value: values[1] || null });
}

/** Names with their `as`. */
function aliases(text, nodes) {
  return groupsOf(nodes.filter(node => node.kind !== "(" && node.kind !== ")")).map(group => {
    const [dotted, local] = splitAt(group, "as") || [group];
    const name = dotted.map(part => (part.kind === "." ? "." : identifier(text, part))).join("");
    return { name, asname: local ? identifier(text, local[0]) : null, from: group[0].from };
  });
}

function importNode(text, node) {
  return made("Import", node, { names: aliases(text, node.nodes.slice(1)) });
}

function fromNode(text, node) {
  const [origin, names] = splitAt(node.nodes.slice(1), "import");
  const module = origin.map(part => (part.kind === "VariableName" ? identifier(text, part) : part.kind));
  const star = names[0].kind === "*";
  return made("ImportFrom", node, {
    module: module.join("").replace(/Ellipsis/g, "..."),
    names: star ? [{ name: "*", asname: null, from: names[0].from }] : aliases(text, names),
  });
}
