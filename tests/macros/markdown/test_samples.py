"""Samples become pairs, wherever they are on a page."""

from pathlib import Path

import pytest
from markdown import Markdown

from atlas.publish.cache import Cache
from macros.markdown.code import NAME, CodeExtension, recipe
from macros.markdown.samples import SampleExtension

SETTINGS = {"use_pygments": True, "pygments_lang_class": True}


@pytest.fixture
def pages(tmp_path: Path) -> list[object]:
    """The extensions of a site, which render page after page."""
    samples = SampleExtension()
    code = CodeExtension(Cache(tmp_path, recipe()), samples.found, **SETTINGS)
    return [samples, code, "pymdownx.superfences", "admonition"]


def convert(pages: list[object], text: str) -> str:
    return Markdown(extensions=pages, extension_configs={NAME: SETTINGS}).convert(text)  # type: ignore[arg-type]


def fence(title: str, code: str = "x = 1") -> str:
    return f'```python title="{title}"\n{code}\n```\n'


def test_text_without_samples_stays_as_it_is(pages: list[object]) -> None:
    html = convert(pages, f"Before\n\n{fence('settings.py')}\nAfter")
    assert "sample" not in html and "pair" not in html
    assert html.startswith("<p>Before</p>") and html.endswith("<p>After</p>")


def test_before_and_after_become_the_halves_of_a_pair(pages: list[object]) -> None:
    html = convert(pages, f"a\n\n{fence('Before', 'old()')}\n{fence('After', 'new()')}\nb")
    assert html.startswith('<p>a</p>\n<div class="pair pair--side"><div class="half half--before">')
    assert html.endswith("</div></div>\n<p>b</p>")
    assert html.index("old") < html.index("half--after") < html.index("new")
    assert '<div class="language-python highlight sample sample--before">' in html


def test_fences_need_no_blank_lines_around_them(pages: list[object]) -> None:
    html = convert(pages, f"a:\n{fence('Before')}{fence('After')}b")
    assert html.startswith('<p>a:</p>\n<div class="pair pair--side">')
    assert html.endswith("</div></div>\n<p>b</p>")
    assert html.count("<p>") == 2


def test_files_of_a_sample_stand_with_their_half(pages: list[object]) -> None:
    html = convert(pages, "".join(map(fence, ("Before", "Before: models.py", "After", "After: models.py"))))
    before, after = html.split('<div class="half half--after">')
    assert before.count("sample--before") == 2
    assert after.count("sample--after") == 2


def test_a_pair_that_would_not_get_shorter_is_not_squeezed(pages: list[object]) -> None:
    assert "pair--side" not in convert(pages, fence("Before", "y" * 60) + fence("After"))


def test_a_long_line_among_short_ones_goes_on_in_the_next(pages: list[object]) -> None:
    code = "y" * 60 + "\ny = 1" * 5
    assert "pair--side" in convert(pages, fence("Before", code) + fence("After", code))
    escaped = "<" * 30  # 30 characters to a reader
    assert "pair--side" in convert(pages, fence("Before", escaped) + fence("After"))


def test_a_sample_alone_is_marked_but_no_pair(pages: list[object]) -> None:
    html = convert(pages, f"{fence('After')}\nthen\n\n{fence('Before')}")
    assert "pair" not in html
    assert html.index("sample--after") < html.index("<p>then</p>") < html.index("sample--before")


def test_a_title_that_only_begins_like_one_is_no_sample(pages: list[object]) -> None:
    assert "sample" not in convert(pages, fence("Before you begin") + fence("Afterwards"))


def test_a_pair_inside_of_a_box_is_a_pair(pages: list[object]) -> None:
    inside = (fence("Before") + "\n" + fence("After")).replace("\n", "\n    ")
    html = convert(pages, f"!!! note\n    {inside}")
    assert html.index("admonition") < html.index('class="pair pair--side"')


def test_code_from_the_cache_is_marked_as_well(pages: list[object]) -> None:
    text = fence("Before") + fence("After")
    assert convert(pages, text) == convert(pages, text)


def test_what_was_printed_is_told_apart_from_code(pages: list[object]) -> None:
    html = convert(pages, "".join(map(fence, ("Before", "Before: output", "After"))))
    assert html.count("sample--output") == 1
