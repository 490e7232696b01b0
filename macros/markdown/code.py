"""Markdown: highlighted code that a build before this one highlighted already is read instead of made.

A fifth of a build is Pygments, and hardly any code changes from one build to the next.
"""

from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Any

from markdown import Markdown
from pymdownx.highlight import Highlight, HighlightExtension  # type: ignore[import-untyped]

from atlas.publish.cache import Cache

NAME = "pymdownx.highlight"


def recipe() -> tuple[str, ...]:
    """What highlighted code follows from besides the code and the settings: this file, and the libraries."""
    installed = (
        (one.value, one.dist.version if one.dist else "") for one in entry_points(group="pygments.lexers")
    )
    text = Path(__file__).read_text(encoding="utf-8")
    return (text, version("Pygments"), version("pymdown-extensions"), repr(sorted(installed)))


class CodeExtension(HighlightExtension):  # type: ignore[misc] # the package has no types
    """`pymdownx.highlight` with a memory. cache: of `recipe()`; settings: those of that extension."""

    def __init__(self, cache: Cache, **settings: Any) -> None:
        super().__init__(_enabled=True, **settings)
        self.cache = cache

    def get_pymdownx_highlighter(self) -> Any:
        """Asked for by the extensions for fences and for code in a line."""
        return self._highlighter

    def _highlighter(self, md: Markdown, **settings: Any) -> "Remembering":
        return Remembering(self.cache, md, settings)


class Remembering:
    """Highlights with the settings of one page."""

    def __init__(self, cache: Cache, md: Markdown, settings: dict[str, Any]) -> None:
        self.cache = cache
        self.md = md
        self.settings = settings

    def highlight(self, *code: Any, inline: bool = False, **options: Any) -> Any:
        """HTML as text for a block; an element for code in a line, which is cheap and therefore made each time."""
        made = Highlight(self.md, **self.settings)
        if inline or self.settings["title_mode"] != "text":
            return made.highlight(*code, inline=inline, **options)
        # The number of the block on its page matters where lines have ids, and those are named after it.
        if not (
            self.settings["line_spans"] or self.settings["line_anchors"] or self.settings["anchor_linenums"]
        ):
            options["code_block_count"] = 0
        html = self.cache.get(
            code, options, self.settings, make=lambda: made.highlight(*code, **options).encode("utf-8")
        )
        return html.decode("utf-8")
