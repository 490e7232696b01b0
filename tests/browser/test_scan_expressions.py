"""A rule's expression finds the same in the browser as on the command line, blanks and line ends included."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from atlas.records.rules import Rule
from atlas.scan.engine import scan_texts
from tests.browser.scan_page import as_data, opened, scan_each, write_page

#: Blanks and line ends that only one of the two takes for such, characters of two UTF-16 units, letters beyond ASCII.
TEXT = "\n".join(
    [
        "one two\u00a0three\u2028four\x0bfive\u0085six",
        "\ufeffone é two 😀 three 😀😀 [x] {y} a/b a-b a\\b 'q' \"r\" $ ^",
        "   indented\tone{2} {{ x }} {2,3} aa aaa aaaa",
        "end one\u2029",
        "",
        "one",
    ]
)
PATTERNS = [
    r"one\s\S", r"\w+\s+\w+", r"^one", r"one$", r"two.three", r".{3}four", r"[^\s]+$", r"[\s\S]{2}$", r"^.",
    r"\bé", r"\w\b", r"\W{2}", r"[\w.-]+/", r"[^a-z\s]{2,}", "\\{\\w\\}", "{\\w}", r"a{3}", r"a{2,3}?", r"a{2,}",
    r"\{\{\s*\w+\s*\}\}", r"\[x\]", r"[\]x[{}]+", r"\'q\'|\"r\"", r"\$|\^", r"a\\b", r"a[/\\-]b", r"(?<=one )\w+",
    r"(?<!e)\stwo", r"one(?! )", r"(?:one|two)(?=\s)", r"[\t ]+\w", r"\x41|\u00e9", r"^\s+$", r"😀+", r"[😀]",
    r"end(?:.|\n)*?one", r"[^\n]*four[^\n]*\n", r"\d[,}]",
]  # fmt: skip
VALUES = [
    r'".*"',
    r'"one.two"',
    r'"[^"]+"',
    r'"a$',
    r'"a\s*b"',
    r"\w+(?:\.\w+)*",
    r"-?\d+",
    r'"😀.?"',
    r'".{3}"',
]
LITERALS = ["one two", "one\\ntwo", "a", "a\\n", "a b", "a\u00a0b", "😀", "😀é", "é😀x", ""]


@pytest.mark.parametrize("place", ["notes.txt", "templates/notes.html"])
def test_expressions_find_the_same_in_both(browser: Browser, tmp_path: Path, place: str) -> None:
    changes = [
        {
            "id": f"4.1/{at}",
            "necessary_by": "4.1",
            "rules": [Rule(pattern=(one,), files=("*.txt", "templates")).plain()],
        }
        for at, one in enumerate(PATTERNS)
    ]
    values = "\n".join(f'f(x="{literal}")' for literal in LITERALS) + "\nf(x=a.b)\nf(x=12)\nf(x=1_000.0)\n"
    changes += [
        {
            "id": f"4.1/value-{at}",
            "necessary_by": "4.1",
            "rules": [{"method": ["f"], "passes": ["x"], "value": value}],
        }
        for at, value in enumerate(VALUES)
    ]
    files = [(place, TEXT), ("values.py", values.replace("f(", "o.f("))]
    expected = [
        (hit.path, hit.line, hit.column, hit.change, hit.what, hit.source)
        for hit in scan_texts(files, changes).hits
    ]
    with opened(browser, write_page(tmp_path / "site", as_data(changes)).as_uri()) as page:
        (hits,) = scan_each(page, [{"rules": as_data(changes), "files": files}])
    found = [
        tuple(hit[name] for name in ("path", "line", "column", "change", "what", "source")) for hit in hits
    ]
    assert found == expected
    assert len({row[3] for row in found}) > len(changes) - 5
