"""The anchors of one page of Django's documentation, from its source."""

import re
from typing import Any

from docutils import nodes, utils
from docutils.parsers.rst import Parser, directives

from atlas.sync.docs.objects import DESCRIBING, Around, sphinx_id
from atlas.sync.sources.markup import DIRECTIVE, Prose, teach
from atlas.sync.sources.rst import quiet_settings

#: Ids that docutils numbers itself: another heading on the page and they mean something else. Only
#: release notes are settled enough to be linked to by number.
NUMBERED = re.compile(r"id\d+")
SETTLED = "docs/releases/"
#: Directives that hold text, beside those that the notes use.
FURTHER_PROSE = ("glossary", "rubric", "object", "describe", "figure")


def anchors(name: str, text: str) -> list[str]:
    """The ids on a page that another site can link to, sorted: headings, labels and descriptions.

    name: the path of the file (`docs/ref/settings.txt`). Ids as Sphinx 3.1 and later writes them.
    """
    teach(text)
    for directive in set(DIRECTIVE.findall(text)):
        plain = directive.removeprefix("py:")
        if plain in DESCRIBING:
            directives.register_directive(directive, DESCRIBING[plain])
        elif directive in FURTHER_PROSE:
            directives.register_directive(directive, Prose)
    document: Any = utils.new_document(name, quiet_settings())
    document.around = Around()
    Parser().parse(text, document)
    numbered = name.startswith(SETTLED)
    return sorted({one for one in ids(document) if one and (numbered or not NUMBERED.fullmatch(one))})


def ids(document: nodes.document) -> list[str]:
    """Every id in the order of the page."""
    found: list[str] = []
    for node in document.findall(nodes.Element):
        if isinstance(node, nodes.target) and {"refuri", "refname", "anonymous"} & node.attributes.keys():
            continue
        if isinstance(node, (nodes.section, nodes.target)):
            found += map(str, node["ids"])
        found += node.get("sphinx_ids", [])
        if isinstance(node, nodes.container) and "glossary" in node["classes"]:
            found += [sphinx_id("term", term.astext()) for term in node.findall(nodes.term)]
    return found
