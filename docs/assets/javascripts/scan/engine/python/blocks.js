"use strict";

// Statements that open a scope or a branch: functions, classes, comprehensions, `try`, `if`. Mirrors
// atlas/scan/python/blocks.py.

VISITORS.FunctionDef = (pass, node) => {
  pass.scope.bind(node.name);
  pass.each(node.decorators);
  visitOutside(pass, node.args);
  pass.visit(node.returns);
  if (pass.scope.kind === "class" && pass.owner) {
    pass.facts.methods.push({
      name: node.name, owner: pass.owner, parameters: node.args.named, open: node.args.kwarg !== null,
      // The keyword `def` begins the node; the name is what a reader looks for.
      at: node.from + node.words.length, when: pass.when,
    });
  }
  visitFunction(pass, node.args, node.body);
};

VISITORS.Lambda = (pass, node) => {
  visitOutside(pass, node.args);
  visitFunction(pass, node.args, [node.body]);
};

/** Defaults and annotations, which are read in the scope around the function. */
function visitOutside(pass, parameters) {
  pass.each(parameters.defaults);
  pass.each(parameters.annotations);
}

/** Visit in a scope of its own, as part of a class or of none. */
function within(pass, kind, owner, visit) {
  const before = { scope: pass.scope, owner: pass.owner };
  pass.scope = new Scope(kind, pass.scope);
  pass.owner = owner;
  visit();
  Object.assign(pass, before);
}

function visitFunction(pass, parameters, body) {
  within(pass, "function", null, () => {
    const { settingsParameter, settingsObject } = pass.tables;
    for (const name of namesOf(parameters)) pass.scope.bind(name, name === settingsParameter ? settingsObject : OTHER);
    pass.each(body);
  });
}

VISITORS.ClassDef = (pass, node) => {
  pass.each(node.decorators);
  pass.each(node.bases);
  pass.each(node.keywords);
  const owner = { name: node.name, bases: [] };
  for (const base of node.bases) {
    const chain = chainOf(base.type === "Subscript" ? base.value : base);
    if (chain) owner.bases.push({ chain, scope: pass.scope });
  }
  pass.scope.bind(node.name);
  pass.scope.classes.set(node.name, owner);
  within(pass, "class", owner, () => pass.each(node.body));
};

VISITORS.ListComp = VISITORS.SetComp = VISITORS.DictComp = VISITORS.GeneratorExp = (pass, node) => {
  // The first iterable is read in the scope around; all else inside.
  pass.visit(node.generators[0].iter);
  within(pass, "comprehension", null, () => {
    node.generators.forEach((generator, number) => {
      pass.each([generator.target, number ? generator.iter : null, ...generator.ifs]);
    });
    pass.each([node.elt, node.key, node.value]);
  });
};

VISITORS.Try = (pass, node) => {
  const before = pass.fallback;
  pass.fallback = before || node.handlers.some(one => catchesImportError(one, pass.tables));
  pass.each(node.body);
  for (const one of node.handlers) {
    pass.fallback = before || catchesImportError(one, pass.tables);
    if (one.name) pass.scope.bind(one.name);
    pass.parts(one);
  }
  pass.fallback = before;
  pass.each([...node.orelse, ...node.finalbody]);
};

VISITORS.If = VISITORS.IfExp = (pass, node) => {
  pass.visit(node.test);
  const found = versionComparison(node.test, pass.text, pass.tables);
  const before = pass.when;
  if (found) pass.when = [...before, found];
  pass.each([node.body].flat());
  if (found) pass.when = [...before, { ...found, holds: false }];
  pass.each([node.orelse].flat());
  pass.when = before;
};
