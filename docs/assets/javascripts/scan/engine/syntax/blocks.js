"use strict";

// Statements with other statements in them, as nodes of Python's `ast`. See statements.js. In JavaScript alone.

/** Clauses of a compound statement by their keyword: `{ word, nodes, body }`. */
function clausesOf(text, nodes) {
  const clauses = [];
  let head = [];
  for (const node of nodes) {
    if (node.kind === "Body") {
      clauses.push({ word: head[0].kind, nodes: head.slice(1), body: bodyOf(text, node) });
      head = [];
    } else head.push(node);
  }
  return clauses;
}

function bodies(clauses) {
  const other = clauses.find(clause => clause.word === "else");
  return { body: clauses[0].body, orelse: other ? other.body : [] };
}

/** `if`, with each `elif` as an `if` in the branch of the one before, as `ast` has them. */
function ifNode(text, node, nodes) {
  const clauses = clausesOf(text, nodes);
  return clauses.reduceRight((orelse, clause) => {
    if (clause.word === "else") return clause.body;
    return [made("If", node, { test: expression(text, clause.nodes[0]), body: clause.body, orelse })];
  }, [])[0];
}

function forNode(text, node) {
  const clauses = clausesOf(text, node.nodes.filter(part => part.kind !== "async"));
  const [target, iterated] = splitAt(clauses[0].nodes, "in");
  return made("For", node, { target: bound(tupleOf(text, target)), iter: tupleOf(text, iterated), ...bodies(clauses) });
}

function tryNode(text, node) {
  const clauses = clausesOf(text, node.nodes);
  const body = word => clauses.filter(clause => clause.word === word).flatMap(clause => clause.body);
  const handlers = clauses.filter(clause => clause.word === "except").map(clause => handler(text, clause));
  return made("Try", node, { body: body("try"), handlers, orelse: body("else"), finalbody: body("finally") });
}

function handler(text, clause) {
  const nodes = clause.nodes[0] && clause.nodes[0].kind === "*" ? clause.nodes.slice(1) : clause.nodes;
  const [kinds, name] = splitAt(nodes, "as") || [nodes];
  return {
    type: "ExceptHandler", body: clause.body, kind: kinds.length ? tupleOf(text, kinds) : null,
    name: name ? identifier(text, name[0]) : "",
  };
}

function withNode(text, node) {
  const [clause] = clausesOf(text, node.nodes.filter(part => part.kind !== "async"));
  const [first] = clause.nodes;
  const brackets = clause.nodes.length === 1 && /^(?:Tuple|Parenthesized)Expression$/.test(first.kind);
  const groups = groupsOf(brackets && hasKind(first.nodes, "as") ? inside(first) : clause.nodes);
  const items = groups.map(group => {
    const [context, target] = splitAt(group, "as") || [group];
    return [element(text, context), target ? bound(expression(text, target[0])) : null];
  });
  return made("With", node, { items: items.flat(), body: clause.body });
}

function decoratedNode(text, node) {
  const definition = node.nodes[node.nodes.length - 1];
  const decorators = node.nodes.slice(0, -1).map(part => element(text, part.nodes.slice(1)));
  return (definition.kind === "ClassDefinition" ? classNode : functionNode)(text, definition, decorators);
}

function functionNode(text, node, decorators = []) {
  const part = kind => node.nodes.find(one => one.kind === kind);
  const returns = part("TypeDef");
  return made("FunctionDef", node, {
    name: identifier(text, part("VariableName")), decorators, args: parameters(text, inside(part("ParamList"))),
    returns: returns ? expression(text, returns.nodes[returns.nodes.length - 1]) : null,
    body: bodyOf(text, part("Body")), words: node.nodes[0].kind === "async" ? "async def " : "def ",
  });
}

function classNode(text, node, decorators) {
  const part = kind => node.nodes.find(one => one.kind === kind);
  const { args, keywords } = part("ArgList") ? argumentsOf(text, part("ArgList")) : { args: [], keywords: [] };
  return made("ClassDef", node, {
    name: identifier(text, part("VariableName")), decorators, bases: args, keywords, body: bodyOf(text, part("Body")),
  });
}
