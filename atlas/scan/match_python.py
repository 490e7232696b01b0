"""Facts of a Python file held against the rules: names, calls, attributes, variables, methods, strings."""

from collections.abc import Iterable, Iterator

from atlas.scan import match_settings, match_templates
from atlas.scan.arguments import call_places, parameters_fit, places_that_fit
from atlas.scan.index import Index, Ref
from atlas.scan.match_settings import Found
from atlas.scan.python.facts import Assignment, Attribute, Call, Facts, Method, Text
from atlas.scan.python.lines import Position
from atlas.scan.python.scopes import Chain, Scope
from atlas.scan.resolve import Resolver, common
from atlas.scan.words import Words


def match(index: Index, facts: Facts) -> Iterator[Found]:
    """Every rule that a file's facts meet."""
    matcher = _Matcher(index, facts)
    yield from matcher.imports()
    yield from matcher.uses()
    for call in facts.calls:
        yield from matcher.call(call)
    for attribute in facts.attributes:
        yield from matcher.attribute(attribute)
    for assignment in facts.assignments:
        yield from matcher.variable(assignment)
    for method in facts.methods:
        yield from matcher.method(method)
    for text in facts.texts:
        yield from matcher.text(text)
    yield from match_settings.match(index, facts, matcher.names)


class _Matcher:
    def __init__(self, index: Index, facts: Facts) -> None:
        self.index = index
        self.facts = facts
        self.names = Resolver(index, facts)
        self._imported = {item.local for item in facts.imports}
        self._known: dict[tuple[Chain, int], dict[Ref, str]] = {}
        #: Other names of imports, to the rules that the import has met.
        self._told: dict[str, set[Ref]] = {}
        self._looks_for_gone = bool(index.named["gone"])

    def named(self, chain: Chain, scope: Scope) -> dict[Ref, str]:
        """Rules of kind `name`, and names that are gone, that a chain meets in all that it may stand for."""
        if not self._may_be_import(chain):
            return {}
        key = (chain, id(scope))
        if key not in self._known:
            dotted, every = self.names.origins(chain, scope)
            met = common([self.names.named(name) for name in dotted], every)
            self._known[key] = met | self._gone(chain, scope, dotted, every)
        return self._known[key]

    def _gone(self, chain: Chain, scope: Scope, dotted: Iterable[str], every: bool) -> dict[Ref, str]:
        """Names that are gone which a chain reaches; not those that its import names already."""
        if not self._looks_for_gone or (len(chain) == 1 and every):
            return {}
        begun = self.names.gone(chain[:1], scope) if every else {}
        met = common([self.index.gone(name) for name in dotted], every)
        return {ref: name for ref, name in met.items() if begun.get(ref) != name}

    def _may_be_import(self, chain: Chain) -> bool:
        """Whether it is worth looking closer: local names of imports alone can stand for what a rule names."""
        return chain[0] in self._imported or bool(self.facts.stars)

    def imports(self) -> Iterator[Found]:
        for item in self.facts.imports:
            local = (item.local,)
            met = self.named(local, item.scope) if item.fallback else self.names.named(item.dotted)
            if self._looks_for_gone:
                gone = self.names.gone(local, item.scope) if item.fallback else self.index.gone(item.dotted)
                met = met | gone
            for ref, name in met.items():
                yield Found(ref, item.at, item.when, name)
            if item.local != item.dotted.rpartition(".")[2]:
                self._told.setdefault(item.local, set()).update(met)

    def uses(self) -> Iterator[Found]:
        """After `imports`: what is imported under another name is told there, once, for its uses need not change."""
        for use in self.facts.uses:
            told = self._told.get(use.chain[0], ()) if len(use.chain) == 1 else ()
            for ref, name in self.named(use.chain, use.scope).items():
                if ref not in told:
                    yield Found(ref, use.at, use.when, name)

    def call(self, call: Call) -> Iterator[Found]:
        rule_of, table = self.index.rule, self.index.named["method"]
        for ref in table.get(call.method, ()):
            on = rule_of(ref).get("on")
            if not on or call.receiver in on:
                yield from self._called(ref, call, call.method, call.method_at)
        if call.chain and self.index.named["call"] and self._may_be_import(call.chain):
            dotted, every = self.names.origins(call.chain, call.scope)
            met = common([self.names.called(name) for name in dotted], every)
            for ref, name in met.items():
                yield from self._called(ref, call, name, call.at)

    def _called(self, ref: Ref, call: Call, what: str, at: Position) -> Iterator[Found]:
        places = call_places(self.index.rule(ref), call)
        if places is not None:
            yield Found(ref, places[0] if places else at, call.when, what)

    def attribute(self, attribute: Attribute) -> Iterator[Found]:
        for ref in self.index.named["attribute"].get(attribute.name, ()):
            on = self.index.rule(ref).get("on")
            if not on or attribute.receiver in on:
                yield Found(ref, attribute.at, attribute.when, attribute.name)

    def variable(self, item: Assignment) -> Iterator[Found]:
        if len(item.chain) > 1:
            return
        for ref in self.index.named["variable"].get(item.chain[0], ()):
            rule = self.index.rule(ref)
            scope = "class" if item.owner else "module"
            if rule.get("scope", scope) != scope:
                continue
            if "base" in rule and not self.names.derives(item.owner, rule["base"]):
                continue
            places = places_that_fit(rule, item.value) if "value" in rule else [item.at]
            yield from (Found(ref, at, item.when, item.chain[0]) for at in places)

    def method(self, method: Method) -> Iterator[Found]:
        for ref in self.index.named["override"].get(method.name, ()):
            rule = self.index.rule(ref)
            if parameters_fit(rule, method) and (
                "base" not in rule or self.names.derives(method.owner, rule["base"])
            ):
                yield Found(ref, method.at, method.when, method.name)

    def text(self, text: Text) -> Iterator[Found]:
        plain = not any(character.isspace() for character in text.value)
        met = dict(self.index.under("string", text.value)) if plain else {}
        if plain and "." in text.value:
            met |= self.names.named(text.value) | self.index.gone(text.value)
        for ref, name in met.items():
            yield Found(ref, text.at, text.when, name)
        if self.index.tables.may_hold_template(text.value):
            words = Words(text.value, self.index.tables)
            patterns = [one for one in self.index.template_patterns if words.meet(one.needs)]
            for ref, _, what in match_templates.match(self.index, text.value, patterns):
                yield Found(ref, text.at, text.when, what)
