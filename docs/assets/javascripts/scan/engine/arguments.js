"use strict";

// The conditions of a rule on the arguments of a call, the parameters of a method, or a value. Mirrors
// atlas/scan/arguments.py.

const compiledValues = new Map();

function fitsWhole(source, text) {
  if (!compiledValues.has(source)) compiledValues.set(source, matchingWhole(source));
  return compiledValues.get(source).test(text);
}

/** Where the simple values stand that a rule asks for: its `value` matches the whole of them. */
function placesThatFit(rule, value) {
  return value.parts.filter(({ text }) => fitsWhole(rule.value, text)).map(({ at }) => at);
}

/** Where a call meets a rule's conditions: an argument, an empty list for the call itself, or null. */
function callPlaces(rule, call) {
  const passed = new Map([...call.arguments].map(argument => [argument.key, argument]));
  for (const which of rule.lacks || []) {
    // `**` may pass any keyword, `*` any position.
    if (passed.has(which) || passed.has(typeof which === "string" ? "**" : "*")) return null;
  }
  if (!rule.passes) return [];
  for (const which of rule.passes) {
    if (!passed.has(which)) continue;
    const { at, value } = passed.get(which);
    const [place] = rule.value ? placesThatFit(rule, value) : [at];
    if (place !== undefined) return [place];
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
