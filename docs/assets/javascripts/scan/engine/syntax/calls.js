"use strict";

// What stands between parentheses: the arguments of a call, the parameters of a function. In JavaScript
// alone.

/** `args` and `keywords` of a call or of a class. */
function argumentsOf(text, list) {
  const nodes = inside(list);
  // A comprehension without parentheses of its own is the only argument, and may have commas between its targets.
  if (hasKind(nodes, "for")) return { args: [comprehension("GeneratorExp", text, list, nodes)], keywords: [] };
  const args = [], keywords = [];
  for (const group of groupsOf(nodes)) {
    const [first, second] = group;
    const sign = second && second.kind === "AssignOp" ? text.slice(second.from, second.to) : "";
    if (first.kind === "**") keywords.push(keyword(null, first, expression(text, second)));
    else if (sign === "=") keywords.push(keyword(identifier(text, first), first, expression(text, group[2])));
    else if (keywords.length && first.kind !== "*") throw new NotPython("a position after a keyword", first.from);
    else args.push(sign === ":=" ? named(text, first, group) : element(text, group));
  }
  return { args, keywords };
}

function keyword(arg, place, value) {
  return { type: "keyword", arg, from: place.from, value };
}

/** Parameters of a function or a lambda. nodes: without parentheses. The bare `*` and `/` count for nothing. */
function parameters(text, nodes) {
  const found = { named: [], vararg: null, kwarg: null, defaults: [], annotations: [] };
  for (const group of groupsOf(nodes)) {
    const stars = /^\*\*?$/.test(group[0].kind) ? group[0].kind : "";
    const [name, ...rest] = stars ? group.slice(1) : group;
    if (!name) continue;
    if (!stars) found.named.push(identifier(text, name));
    else found[stars === "*" ? "vararg" : "kwarg"] = identifier(text, name);
    addDetails(text, found, rest);
  }
  return found;
}

/** The annotation and the default of one parameter. */
function addDetails(text, found, nodes) {
  const type = nodes.find(node => node.kind === "TypeDef");
  if (type) found.annotations.push(element(text, type.nodes.slice(1)));
  const sign = nodes.findIndex(node => node.kind === "AssignOp");
  if (sign >= 0) found.defaults.push(expression(text, nodes[sign + 1]));
}

/** All names that a function's parameters bind. */
function namesOf(parameters) {
  return [...parameters.named, parameters.vararg, parameters.kwarg].filter(Boolean);
}
