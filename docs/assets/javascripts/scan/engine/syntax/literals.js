"use strict";

// Numbers and strings as nodes of Python's `ast`. See expressions.js. In JavaScript alone.

function numberNode(text, node) {
  const value = numberText(text.slice(node.from, node.to));
  if (value === null) throw new NotPython("leading zeros", node.from);
  return made("Constant", node, value ? { kind: "number", value } : { kind: "other" });
}

/** One string, or several side by side; with an f-string among them only its expressions count. */
function stringNode(text, node, parts) {
  const formatted = parts.filter(part => part.kind === "FormatString");
  formatted.forEach(part => {
    if (!partsOfLiteral(text.slice(part.from, part.to))) throw new NotPython("a string without an end", part.from);
  });
  if (formatted.length) return made("JoinedStr", node, { values: formatted.flatMap(part => replacements(text, part)) });
  const values = parts.map(part => valueAt(text, part));
  if (values.includes(null)) return made("Constant", node, { kind: "other" });
  return made("Constant", node, { kind: "string", value: values.join("") });
}

/** The text of one string; a mistake in it is one at its place. */
function valueAt(text, { from, to }) {
  try {
    return valueOfLiteral(text.slice(from, to));
  } catch (error) {
    error.offset = from;
    throw error;
  }
}

/** What stands between the braces of an f-string or of the format in one. */
function replacements(text, node) {
  return node.nodes.filter(part => part.kind === "FormatReplacement").map(part => {
    const inner = inside(part).filter(one => !/^Format(?:SelfDoc|Conversion|Spec)$/.test(one.kind));
    const spec = part.nodes.find(one => one.kind === "FormatSpec");
    return made("FormattedValue", part, {
      value: tupleOf(text, inner),
      format_spec: spec ? made("JoinedStr", spec, { values: replacements(text, spec) }) : null,
    });
  });
}
