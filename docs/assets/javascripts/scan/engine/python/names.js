"use strict";

// Names: what is imported, bound, assigned and used. Mirrors atlas/scan/python/names.py.

VISITORS.Import = (pass, node) => {
  for (const alias of node.names) {
    const first = alias.name.split(".")[0];
    const local = alias.asname || first;
    pass.scope.bind(local, alias.asname ? alias.name : local);
    // `import a.b` binds `a` alone, so no other import of `a` can stand in for `a.b`.
    addImport(pass, alias.name, local, alias, pass.fallback && local !== first);
  }
};

VISITORS.ImportFrom = (pass, node) => {
  for (const alias of node.names) {
    const dotted = `${node.module}.${alias.name}`, local = alias.asname || alias.name;
    if (alias.name === "*") {
    if (pass.facts.stars.length < pass.tables.mostOrigins) pass.facts.stars.push(node.module);
  }
    else {
      pass.scope.bind(local, dotted);
      addImport(pass, dotted, local, alias, pass.fallback);
    }
  }
};

function addImport(pass, dotted, local, alias, fallback) {
  const at = pass.at(alias.from);
  pass.facts.imports.push({ dotted, local, scope: pass.scope, fallback, at, when: pass.when });
}

VISITORS.Name = (pass, node) => {
  if (node.ctx === "Store") pass.scope.bind(node.id);
  else if (node.ctx === "Load") addUse(pass, [node.id], node);
};

VISITORS.Bound = (pass, node) => pass.scope.bind(node.name);

function addUse(pass, chain, node) {
  pass.facts.uses.push({ chain, scope: pass.scope, at: pass.at(node.from), when: pass.when });
}

VISITORS.Attribute = (pass, node) => {
  const chain = chainOf(node);
  if (chain) addUse(pass, chain, node);
  let part = node;
  for (; part.type === "Attribute"; part = part.value) {
    const at = pass.at(part.nameFrom);
    pass.facts.attributes.push({ name: part.attr, receiver: receiverOf(part.value), at, when: pass.when });
  }
  if (!chain) pass.visit(part);
};

VISITORS.NamedExpr = (pass, node) => {
  pass.scope.around("comprehension").bind(node.target.id);
  pass.visit(node.value);
};

VISITORS.Global = VISITORS.Nonlocal = (pass, node) => pass.scope.declare(node.names, node.type);

VISITORS.Assign = (pass, node) => {
  pass.visit(node.value);
  const nothing = node.value.type === "Constant" && node.value.kind === "word" && node.value.value === "None";
  for (const target of node.targets) {
    if (nothing && target.type === "Name") pass.scope.bind(target.id, null);
    else pass.visit(target);
    addAssignment(pass, target, node.value, false);
  }
};

VISITORS.AnnAssign = (pass, node) => {
  pass.visit(node.annotation);
  pass.visit(node.target);
  if (node.value) {
    pass.visit(node.value);
    addAssignment(pass, node.target, node.value, false);
  }
};

VISITORS.AugAssign = (pass, node) => {
  pass.visit(node.value);
  pass.visit(node.target);
  addAssignment(pass, node.target, node.value, true);
};

function isRow(node) {
  return node.type === "Tuple" || node.type === "List";
}

/** Keep what is assigned to a name of a module or class, or to an attribute anywhere; row by row. */
function addAssignment(pass, target, value, adds) {
  if (isRow(target)) {
    const parts = isRow(value) && value.elts.length === target.elts.length ? value.elts : null;
    target.elts.forEach((item, number) => addAssignment(pass, item, parts ? parts[number] : value, false));
    return;
  }
  const chain = chainOf(target);
  if (chain && (chain.length > 1 || pass.scope.kind === "module" || pass.scope.kind === "class")) {
    const at = pass.at(target.from);
    const { scope, owner, when } = pass;
    pass.facts.assignments.push({ chain, scope, owner, value: new Value(value, pass.pinned), adds, at, when });
  }
}
