"use strict";

// Facts of a template held against the rules. Mirrors atlas/scan/match_templates.py. What is found: { ref, at, what },
// `at` being the offset in the text.

/** Every rule that a template meets. */
function matchTemplate(index, text, patterns) {
  const { tables } = index;
  const facts = templateFacts(text, tables);
  return [
    ...facts.tags.flatMap(tag => namedInTemplate(index, "tag", tag)),
    ...facts.filters.flatMap(filter => namedInTemplate(index, "filter", filter)),
    ...facts.loads.flatMap(load => namedInTemplate(index, "load", load)),
    ...facts.attributes.flatMap(attribute => matchTemplateAttribute(index, attribute)),
    ...matchPatterns(patterns, facts.code, tables),
  ];
}

function namedInTemplate(index, kind, { name, at }) {
  return index.find(kind, name).map(ref => ({ ref, at, what: index.tables.found(kind, name) }));
}

/** Every place that an expression matches, with the first line of what it matched. */
function matchPatterns(patterns, text, tables) {
  return patterns.flatMap(({ ref, expression }) => [...text.matchAll(expression)].map(match => {
    const what = firstCharacters(wordsOf(match[0].split("\n")[0]).join(" "), tables.longestMatch);
    return { ref, at: match.index, what };
  }));
}

/** An attribute or, since templates call what can be called, a method without arguments. */
function matchTemplateAttribute(index, { name, receiver, at }) {
  return ["attribute", "method"].flatMap(kind => index.find(kind, name)
    .filter(({ rule }) => !rule.passes && (!rule.on || rule.on.includes(receiver)))
    .map(ref => ({ ref, at, what: name })));
}
