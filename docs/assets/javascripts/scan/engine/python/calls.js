"use strict";

// Calls, strings, and what is inside f-strings. Mirrors atlas/scan/python/calls.py.

VISITORS.Call = (pass, node) => {
  const chain = chainOf(node.func), at = pass.at(node.from);
  const call = {
    chain, method: "", receiver: "", scope: pass.scope, arguments: new Arguments(node, pass.pinned), at, methodAt: at,
    when: pass.when,
  };
  if (node.func.type === "Attribute") {
    const methodAt = pass.at(node.func.nameFrom);
    pass.facts.calls.push({ ...call, method: node.func.attr, receiver: receiverOf(node.func.value), methodAt });
  } else if (chain) pass.facts.calls.push(call);
  pass.visit(node.func);
  pass.each(node.args);
  pass.each(node.keywords);
};

VISITORS.Constant = (pass, node) => {
  if (node.kind !== "string") return;
  const { longestName } = pass.tables;
  if (lengthInCharacters(node.value) <= longestName || pass.tables.mayHoldTemplate(node.value)) {
    pass.facts.texts.push({ value: node.value, at: pass.at(node.from), when: pass.when });
  }
};

VISITORS.JoinedStr = (pass, node) => {
  const before = pass.pinned;
  pass.pinned = pass.at(node.from);
  pass.each(node.values);
  pass.pinned = before;
};
