r"""A file is read only if it has the words that a rule needs. That changes no hit, however the words are spelled."""

import random
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from atlas.check.detection import files_of, files_of_form
from atlas.publish.rules import catalog
from atlas.records.evidence import forms_of
from atlas.records.rules import Rule
from atlas.scan.engine import Hit, scan_texts
from atlas.scan.index import Index
from atlas.scan.reexports import REEXPORTS
from atlas.scan.report import changes_for
from atlas.scan.rules import Ruled
from atlas.scan.tables import DEFAULT
from atlas.scan.words import Words, needed
from atlas.words.vocabulary import ROLES
from tests.library import library_of
from tests.scan.hostile import HOSTILE, PYTHON

Files = list[tuple[str, str]]
RULES: list[dict[str, Any]] = [
    {"name": "django.utils.encoding.force_text"},
    {"setting": "USE_L10N", "value": "True"},
    {"setting": "LANGUAGES"},
    {"method": "save", "passes": "force_insert", "value": '"always"'},
    {"string": "django/forms/default.html"},
    {"tag": "ifequal"},
    {"filter": "length_is"},
    {"load": "staticfiles"},
    {"attribute": "raw_uri", "on": "request"},
    {"override": "delete", "base": "django.views.generic.DeleteView"},
    {"pattern": r"class=.?fieldBox\b"},
]
#: Code that one of these rules finds, with its words in pieces, in another form, or under another name.
SPELLED = [
    "from django.utils import encoding as e\ne.force_text(x)",
    "import django.utils.encoding as e\ne.force_text(x)",
    "from django.utils.encoding import *\nforce_text(x)",
    "from django \\\n . utils import (  # it moved\n encoding)\nencoding . force_text(x)",
    "from django.utils.encoding import ﬁx, ｆorce_ｔext",
    'x = "django.utils.encoding.force" "_text"',
    'x = ("django.utils.encoding.force"  # a name\n     # in pieces\n     "_text")',
    'x = ("django.utils.encoding.force" # a # b\n r"_text")',
    "x = ('django.utils.encoding.force' \\\n \\\n '_text')",
    'x = "django.utils.encoding.force" "" "_text"',
    'x = """django.utils.encoding.force""" """_text"""',
    'x = "django.utils.encoding.force\\\n_text"',
    'x = "django.utils.encoding.force" "\\\n_text"',
    'x = "django.utils.encoding.\\x66orce_text"',
    'x = "django\\x2eutils.encoding.force_text"',
    'x = "django.utils.encoding.\\146orce_text"',
    'x = "django.utils.encoding.\\u0066orce_text"',
    'x = "django.utils.encoding.\\U00000066orce_text"',
    'x = "django.utils.encoding.force\\N{LOW LINE}text"',
    "settings.configure(USE_L10N=True)",
    "from django.conf import settings\ngetattr(settings, 'LANG' 'UAGES')",
    "with override_settings(USE_L10N=True): pass",
    "a.save(force_insert='alw' 'ays')",
    "a.save(force_insert=['\\x61lways'])",
    "x = 'django/forms' '/default.html'",
    'x = "{%\\tifequal a b %}"',
    'x = "\\n{{ a|\\tlength_is }}"',
    'x = "{% lo" "ad staticfiles %}"',
    'x = "{%load\\tstaticfiles%}"',
    "x = '{' '% ifequal %}'",
    'x = "{{ request" ".raw_uri }}"',
    "(request)  . raw_uri",
    "from django.views import generic as g\nclass A(g.DeleteView):\n def delete(self): pass",
    "from django.views.generic.edit import DeleteView as D\nclass B(D): pass\nclass A(B):\n def delete(self): pass",
    "x = '{{ a }} <p class=fieldB' 'ox>'",
    "x = '{{ a }} <p class=\\x66ieldBox>'",
]


def changes_of(rules: Iterable[dict[str, Any]]) -> list[Ruled]:
    return [
        {"id": f"4.0/rule-{at}", "necessary_by": "4.0", "rules": [Rule(**rule).plain()]}
        for at, rule in enumerate(rules)
    ]


def in_every_file(files: Files, changes: list[Ruled], patch: pytest.MonkeyPatch) -> list[Hit]:
    """Hits of a scan that looks for no words first: every file is read, every expression tried."""
    with patch.context() as context:
        context.setattr(Index, "concerns", lambda *_: True)
        context.setattr(Index, "concerns_python", lambda *_: True)
        context.setattr(Words, "meet", lambda *_: True)
        return scan_texts(files, changes).hits


@pytest.mark.parametrize("text", SPELLED)
def test_a_word_is_found_however_it_is_spelled(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changes = changes_of(RULES)
    expected = in_every_file([(PYTHON, text)], changes, monkeypatch)
    assert expected, "no rule finds this"
    assert scan_texts([(PYTHON, text)], changes).hits == expected


@pytest.mark.parametrize(
    "text",
    [
        "x = 1",
        "def get(self): 'Saves a thing.'",
        'x = ["a", "b"]  # a\ny = "c" + "d"',
        '"""Words."""\nx = "\\n\\x1b[0m"',
    ],
)
def test_most_files_are_left_alone(text: str) -> None:
    assert not Words(text, DEFAULT).are_spelled_in_pieces


def test_all_evidence_gives_the_same_hits_with_and_without_a_look_for_words(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before, After, Found and Not found of all pages, with the rules of all."""
    library = library_of(root)
    files: Files = []
    for number, change in enumerate(library.changes):
        forms = [files_of_form(form) for form in forms_of(change.page)]
        shown = [files_of(change.page, role) for role in ROLES] + forms
        files += [
            (f"{number}-{at}/{path}", text) for at, one in enumerate(shown) for path, text in one.items()
        ]
    changes = changes_for(catalog(library, ""), "2.2", "6.1")
    expected = in_every_file(files, list(changes), monkeypatch)
    assert scan_texts(files, changes).hits == expected
    assert len(files) > 1000
    assert len(expected) > 800


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_give_the_same_hits(name: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, text = HOSTILE[name]
    changes = list(changes_for(catalog(library_of(root), ""), "2.2", "6.1"))
    files = [(path, text(2_000))]
    assert scan_texts(files, changes).hits == in_every_file(files, changes, monkeypatch)


def test_pieces_of_code_at_random_give_the_same_hits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Strings of names that are cut at any place, with anything between the pieces."""
    chance = random.Random(7)
    between = ['" "', '"\\\n"', '"\n "', '" # x\n"', '" # x "y\n # z\n r"', "\\\n", '""', '" "" "', '" f"" "']
    names = [
        "django.utils.encoding.force_text",
        "django/forms/default.html",
        "{% ifequal a b %}",
        "{{ a|length_is }}",
    ]
    changes = changes_of(RULES)
    for _ in range(400):
        name = chance.choice(names)
        cut = sorted(chance.sample(range(len(name) + 1), 2))
        pieces = [name[: cut[0]], name[cut[0] : cut[1]], name[cut[1] :]]
        letter = chance.randrange(3)
        if pieces[letter] and chance.random() < 0.3:
            pieces[letter] = f"\\x{ord(pieces[letter][0]):02x}{pieces[letter][1:]}"
        text = f'x = ("{pieces[0]}{chance.choice(between)}{pieces[1]}{chance.choice(between)}{pieces[2]}")\n'
        files = [(PYTHON, text)]
        assert scan_texts(files, changes).hits == in_every_file(files, changes, monkeypatch), text


def test_every_letter_that_python_takes_for_another_is_seen() -> None:
    word = re.compile(r"\w", re.ASCII)
    letters = (chr(code) for code in range(128, 0x110000) if not 0xD800 <= code < 0xE000)
    for letter in letters:
        if f"a{letter}".isidentifier() and word.search(unicodedata.normalize("NFKC", letter)):
            assert DEFAULT.in_pieces.search(letter), f"U+{ord(letter):04X}"


def test_a_public_module_has_no_word_that_the_module_behind_it_lacks() -> None:
    """So whoever uses a name by the one has all words of the other in the file."""
    assert [
        one for one, public in REEXPORTS.items() if not set(public.split(".")) <= set(one.split("."))
    ] == []


def test_words_are_the_same_by_either_way_of_looking() -> None:
    text = "from a.b_c import (d1,e)\n'{%\\tload x %}'#f"
    expected = {"from", "a", "b_c", "import", "d1", "e", "tload", "load", "x", "f"}
    assert Words(text, DEFAULT).all == Words(f"é{text}", DEFAULT).all == expected


@pytest.mark.parametrize(
    ("lists", "text", "met"),
    [
        ([], "", True),
        ([["a", "b"]], "x b", True),
        ([["a", "b"]], "xb", False),
        ([["a", "*b"]], "xbx", True),
        ([["a"], ["b"]], "a", False),
        ([["a"], ["*b"]], "a xbx", True),
    ],
)
def test_one_word_of_each_list_is_needed(lists: list[list[str]], text: str, met: bool) -> None:
    assert Words(text, DEFAULT).meet(needed(lists)) is met
