"use strict";

// Facts of a template held against the rules. Mirrors atlas/scan/match_templates.py. What is found: { ref, at, what },
// `at` being the offset in the text.

/** Every rule that a template meets. */
function matchTemplate(index, text, patterns) {
  const facts = templateFacts(text);
  return [
    ...facts.tags.flatMap(({ name, rest, at }) => index.find("tag", name)
      .filter(({ rule }) => !isLimited(rule) || fits(rule, rest))
      .map(ref => ({ ref, at, what: `{% ${name} %}` }))),
    ...facts.filters.flatMap(({ name, at }) => index.find("filter", name).map(ref => ({ ref, at, what: `|${name}` }))),
    ...facts.loads.flatMap(({ name, at }) => {
      return index.find("load", name).map(ref => ({ ref, at, what: `{% load ${name} %}` }));
    }),
    ...facts.attributes.flatMap(attribute => matchTemplateAttribute(index, attribute)),
    ...matchPatterns(patterns, facts.code),
  ];
}

/** Every place that an expression matches, with the first line of what it matched. */
function matchPatterns(patterns, text) {
  return patterns.flatMap(({ ref, expression }) => [...text.matchAll(expression)].map(match => {
    const what = firstCharacters(wordsOf(match[0].split("\n")[0]).join(" "), 80);
    return { ref, at: match.index, what };
  }));
}

/** An attribute or, since templates call what can be called, a method without arguments. */
function matchTemplateAttribute(index, { name, receiver, at }) {
  return ["attribute", "method"].flatMap(kind => index.find(kind, name)
    .filter(({ rule }) => !rule.passes && (!rule.on || rule.on.includes(receiver)))
    .map(ref => ({ ref, at, what: name })));
}
