"use strict";

// The conditions of a rule on the arguments of a call, the parameters of a method, or a value. Mirrors
// atlas/scan/arguments.py.

const compiledValues = new Map();

function fitsWhole(source, text) {
  if (!compiledValues.has(source)) compiledValues.set(source, matchingWhole(source));
  return compiledValues.get(source).test(text);
}

/** Where the simple values stand that a rule asks for: its `value` matches the whole of them. */
function valuesThatFit(rule, value) {
  return described(value).filter(([text]) => fitsWhole(rule.value, text)).map(([, node]) => node);
}

function keywordHidden(call) {
  return call.keywords.some(keyword => keyword.arg === null);
}

function positionHidden(call) {
  return call.args.some(item => item.type === "Starred");
}

/** The argument with this keyword, or at this position unless `*args` may stand before it. */
function argumentAt(call, which) {
  if (typeof which === "string") {
    const found = call.keywords.find(keyword => keyword.arg === which);
    return found ? found.value : null;
  }
  const plain = call.args.slice(0, which + 1);
  return plain.length <= which || plain.some(item => item.type === "Starred") ? null : plain[which];
}

/** Where a call meets a rule's conditions: its arguments, an empty list for the call itself, or null. */
function callNodes(rule, call) {
  for (const which of rule.lacks || []) {
    const hidden = typeof which === "string" ? keywordHidden(call) : positionHidden(call);
    if (hidden || argumentAt(call, which) !== null) return null;
  }
  if (!rule.passes) return [];
  for (const which of rule.passes) {
    const value = argumentAt(call, which);
    if (value === null) continue;
    const place = rule.value ? valuesThatFit(rule, value)[0] : call.keywords.find(one => one.value === value) || value;
    if (place) return [place];
  }
  return null;
}

/** Whether a method's parameters meet `passes` (has one of them) and `lacks` (has none of them). */
function parametersFit(rule, method) {
  const lacks = rule.lacks || [];
  const has = name => method.parameters.includes(name);
  if (lacks.length && (method.open || lacks.some(has))) return false;
  return !rule.passes || rule.passes.some(has);
}
