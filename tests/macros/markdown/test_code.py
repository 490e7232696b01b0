"""Highlighted code from the cache is what Pygments would write, to the byte."""

from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown
from pymdownx.highlight import Highlight

from atlas.publish.cache import Cache
from macros.markdown.code import NAME, CodeExtension, recipe

SETTINGS = {"use_pygments": True, "pygments_lang_class": True}
PAGE = """
Text with `#!python print(1)` in it.

```python title="Before"
print("<b>", 1)
```

1. A step:
   ```html+django
   {% url "x" %}
   ```

```{.python #here .wide}
print(2)
```

```
plain
```
"""


def html(extension: Any, text: str = PAGE) -> str:
    names = ["attr_list", "pymdownx.superfences", "pymdownx.inlinehilite"]
    return Markdown(extensions=[extension, *names], extension_configs={NAME: SETTINGS}).convert(text)


def remembering(folder: Path) -> CodeExtension:
    return CodeExtension(Cache(folder, recipe()), **SETTINGS)


def test_a_page_is_the_same_without_a_cache_with_an_empty_and_with_a_full_one(tmp_path: Path) -> None:
    expected = html(NAME)
    assert '<div class="language-python highlight">' in expected
    assert html(remembering(tmp_path)) == expected
    assert html(remembering(tmp_path)) == expected


def test_code_that_was_highlighted_once_is_only_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fence = "```python\nprint(1)\n```"
    expected = html(remembering(tmp_path), fence)
    monkeypatch.setattr(Highlight, "highlight", lambda *_, **__: pytest.fail("highlighted again"))
    assert html(remembering(tmp_path), fence) == expected


def test_one_extension_serves_many_pages(tmp_path: Path) -> None:
    extension = remembering(tmp_path)
    assert html(extension) == html(extension) == html(NAME)


def test_other_settings_are_other_code(tmp_path: Path) -> None:
    fence = "```python\nprint(1)\n```"
    plain = CodeExtension(Cache(tmp_path, recipe()), **{**SETTINGS, "pygments_lang_class": False})
    assert html(plain, fence) != html(remembering(tmp_path), fence)


def test_lines_with_ids_are_named_after_their_own_block(tmp_path: Path) -> None:
    twice = "```python\nprint(1)\n```\n\n```python\nprint(1)\n```"
    spans = CodeExtension(Cache(tmp_path, recipe()), **{**SETTINGS, "line_spans": "__span"})
    assert 'id="__span-0-1"' in html(spans, twice)
    assert 'id="__span-1-1"' in html(spans, twice)
