"""Published style sheets have every rule of the project's, and nothing that says nothing."""

from pathlib import Path

import pytest

from atlas.publish.styles import FOLDER, shorten_styles, without_comments


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/* a */\na { b: c; } /* d\n e */\nf { g: h; i: j; }\n", "a{b: c}f{g: h;i: j}\n"),
        ('a { content: "/* kept */; { } "; }\n', 'a{content: "/* kept */; { } "}\n'),
        ("a { content: 'it\\'s /* kept */'; }\n", "a{content: 'it\\'s /* kept */'}\n"),
        ("@media print { a { b: c; } d { e: f; } }\n", "@media print{a{b: c}d{e: f}}\n"),
    ],
)
def test_comments_and_blanks_go_and_texts_stay(written: str, published: str) -> None:
    assert without_comments(written) == published


def test_a_site_gets_the_style_sheets_of_its_project(tmp_path: Path) -> None:
    for folder in (tmp_path / "docs" / FOLDER, tmp_path / "site" / FOLDER):
        folder.mkdir(parents=True)
    (tmp_path / "docs" / FOLDER / "a.css").write_text("/* a */\na { b: c; }\n")
    (tmp_path / "site" / FOLDER / "main.css").write_text("/* not ours */\n")
    shorten_styles(tmp_path, tmp_path / "site")
    assert (tmp_path / "site" / FOLDER / "a.css").read_text() == "a{b: c}\n"
    assert (tmp_path / "site" / FOLDER / "main.css").read_text() == "/* not ours */\n"
