"""The planner's scripts hold no sentence: each is in one table, which has no other."""

import re
from pathlib import Path

from atlas.publish.planner_words import WORDS

SCRIPTS = "docs/assets/javascripts/planner"
ASKED = re.compile(r"\bsay\((?P<names>[^)]*)")
#: Texts in one line of a script: between quotes, and between backquotes without what is filled in.
TEXT = re.compile(r'"([^"]*)"|`([^`]*)`')
FILLED = re.compile(r"\$\{[^}]*\}")
#: What reads as a sentence or a label: two words, or one that begins with a capital letter.
SAID = re.compile(r"[A-Z][a-z]{2,}[.:]?|[A-Za-z]+[,:]? [a-z].*")
#: Not said to a reader: names of elements and products, classes, and the fault of a script.
NOT_SAID = re.compile(
    r"use strict|Python|DETAILS|no sentence is named|summary, input, a"
    r"|[a-z]+(__[a-z]+)? ?(step|badge|impact|tier|group|plan|fold)\S*.*"
)


def scripts(root: Path) -> dict[str, str]:
    """The planner's scripts without comments, by name."""
    return {
        path.name: re.sub(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.S)
        for path in sorted((root / SCRIPTS).glob("*.js"))
    }


def sentences(text: str) -> list[str]:
    """What a script says by itself."""
    found = [
        FILLED.sub("", quoted or filled).strip()
        for line in text.split("\n")
        for quoted, filled in TEXT.findall(line)
    ]
    return [one for one in found if SAID.fullmatch(one) and not NOT_SAID.fullmatch(one)]


def test_every_sentence_that_scripts_ask_for_is_there_and_no_other(root: Path) -> None:
    asked = {
        name
        for text in scripts(root).values()
        for call in ASKED.finditer(text)
        for name in re.findall(r'(?<!=== )(?<!product: )"(\w+)"', call["names"])
    }
    assert asked == set(WORDS)


def test_what_depends_on_a_number_has_a_form_for_one_and_one_for_others() -> None:
    counted = {name: form for name, form in WORDS.items() if isinstance(form, dict)}
    assert counted
    assert all(set(forms) == {"one", "other"} for forms in counted.values())


def test_no_script_says_a_sentence_by_itself(root: Path) -> None:
    assert {name: said for name, text in scripts(root).items() if (said := sentences(text))} == {}


def test_a_sentence_in_a_script_is_noticed() -> None:
    assert sentences('make("p", {}, ["Not found in your project."])') == ["Not found in your project."]
    assert sentences("tell(`Saved as ${name}, which is new`)") != []
    assert (
        sentences('state.address("replaceState"); make("p", { class: "step__found step__found--hand" })')
        == []
    )
