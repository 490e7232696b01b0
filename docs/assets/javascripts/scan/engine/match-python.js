"use strict";

// Facts of a Python file held against the rules: names, calls, attributes, variables, methods, strings. Mirrors
// atlas/scan/match_python.py. What is found: { ref, at, when, what }.

/** Every rule that a file's facts meet. */
function matchPython(index, facts) {
  const matcher = new Matcher(index, facts);
  facts.imports.forEach(item => matcher.imported(item));
  facts.uses.forEach(use => matcher.used(use));
  facts.calls.forEach(call => matcher.call(call));
  facts.attributes.forEach(attribute => matcher.attribute(attribute));
  facts.assignments.forEach(item => matcher.variable(item));
  facts.methods.forEach(method => matcher.method(method));
  facts.texts.forEach(text => matcher.string(text));
  return [...matcher.found, ...matchSettings(index, facts, matcher.names)];
}

class Matcher {
  constructor(index, facts) {
    this.index = index;
    this.facts = facts;
    this.names = new Resolver(index, facts);
    this.found = [];
    this.locals = new Set(facts.imports.map(item => item.local));
    /** Scope → chain as text → rules met. */
    this.known = new Map();
    this.looksForGone = index.named.gone.size > 0;
    /** Other names of imports, to the rules that the import has met. */
    this.told = new Map();
  }

  add(ref, fact, what, at = fact.at) {
    this.found.push({ ref, at, when: fact.when, what });
  }

  /** Keep all of a map from rule to name. */
  keep(met, fact) {
    for (const [ref, name] of met) this.add(ref, fact, name);
  }

  /** Whether it is worth looking closer: local names of imports alone can stand for what a rule names. */
  mayBeImport(chain) {
    return this.locals.has(chain[0]) || this.facts.stars.length > 0;
  }

  /** Rules of kind `name`, and names that are gone, that a chain meets in all that it may stand for. */
  named(chain, scope) {
    if (!this.mayBeImport(chain)) return new Map();
    if (!this.known.has(scope)) this.known.set(scope, new Map());
    const known = this.known.get(scope), key = chain.join(".");
    if (!known.has(key)) {
      const { dotted, every } = this.names.origins(chain, scope);
      const met = inCommon(dotted.map(name => this.names.named(name)), every);
      known.set(key, new Map([...met, ...this.gone(chain, scope, dotted, every)]));
    }
    return known.get(key);
  }

  /** Names that are gone which a chain reaches; not those that its import names already. */
  gone(chain, scope, dotted, every) {
    if (!this.looksForGone || (chain.length === 1 && every)) return [];
    const begun = every ? this.names.gone(chain.slice(0, 1), scope) : new Map();
    const met = inCommon(dotted.map(name => this.index.gone(name)), every);
    return [...met].filter(([ref, name]) => begun.get(ref) !== name);
  }

  imported(item) {
    const local = [item.local];
    const met = new Map(item.fallback ? this.named(local, item.scope) : this.names.named(item.dotted));
    if (this.looksForGone) {
      const gone = item.fallback ? this.names.gone(local, item.scope) : this.index.gone(item.dotted);
      gone.forEach((name, ref) => met.set(ref, name));
    }
    this.keep(met, item);
    if (item.local === afterLast(item.dotted, ".")) return;
    if (!this.told.has(item.local)) this.told.set(item.local, new Set());
    met.forEach((_, ref) => this.told.get(item.local).add(ref));
  }

  /** After all imports: what is imported under another name is told there, once, for its uses need not change. */
  used(use) {
    const told = use.chain.length === 1 && this.told.get(use.chain[0]);
    for (const [ref, name] of this.named(use.chain, use.scope)) {
      if (!told || !told.has(ref)) this.add(ref, use, name);
    }
  }

  call(call) {
    for (const ref of this.index.find("method", call.method)) {
      const { on } = ref.rule;
      if (!on || on.includes(call.receiver)) this.called(ref, call, call.method, call.methodAt);
    }
    if (!call.chain || !this.index.named.call.size || !this.mayBeImport(call.chain)) return;
    const { dotted, every } = this.names.origins(call.chain, call.scope);
    const met = inCommon(dotted.map(name => this.names.called(name)), every);
    for (const [ref, name] of met) this.called(ref, call, name, call.at);
  }

  called(ref, call, what, at) {
    const places = callPlaces(ref.rule, call);
    if (places) this.add(ref, call, what, places.length ? places[0] : at);
  }

  attribute(attribute) {
    for (const ref of this.index.find("attribute", attribute.name)) {
      const { on } = ref.rule;
      if (!on || on.includes(attribute.receiver)) this.add(ref, attribute, attribute.name);
    }
  }

  variable(item) {
    if (item.chain.length > 1) return;
    const scope = item.owner ? "class" : "module";
    for (const ref of this.index.find("variable", item.chain[0])) {
      const { rule } = ref;
      if ((rule.scope || scope) !== scope || (rule.base && !this.names.derives(item.owner, rule.base))) continue;
      const places = rule.value ? placesThatFit(rule, item.value) : [item.at];
      places.forEach(at => this.add(ref, item, item.chain[0], at));
    }
  }

  method(method) {
    for (const ref of this.index.find("override", method.name)) {
      const { rule } = ref;
      if (!parametersFit(rule, method)) continue;
      if (!rule.base || this.names.derives(method.owner, rule.base)) this.add(ref, method, method.name);
    }
  }

  string(text) {
    const plain = !hasBlank(text.value);
    const met = new Map(plain ? this.index.under("string", text.value) : []);
    if (plain && text.value.includes(".")) {
      this.names.named(text.value).forEach((name, ref) => met.set(ref, name));
      this.index.gone(text.value).forEach((name, ref) => met.set(ref, name));
    }
    this.keep(met, text);
    if (!this.index.tables.mayHoldTemplate(text.value)) return;
    const words = new Words(text.value, this.index.tables);
    const patterns = this.index.templatePatterns.filter(({ needs }) => words.meet(needs));
    for (const { ref, what } of matchTemplate(this.index, text.value, patterns)) this.add(ref, text, what);
  }
}
