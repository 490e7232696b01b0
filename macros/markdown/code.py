"""Markdown: highlighted code that a build before this one highlighted already is read instead of made.

A fifth of a build is Pygments, and hardly any code changes from one build to the next.
"""

from collections.abc import MutableMapping
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Any

from markdown import Markdown
from pymdownx.highlight import Highlight, HighlightExtension  # type: ignore[import-untyped]

from atlas.publish.cache import Cache
from macros.markdown.samples import Sample

NAME = "pymdownx.highlight"


def recipe() -> tuple[str, ...]:
    """What highlighted code follows from besides the code and the settings: this file, and the libraries."""
    installed = (
        (one.value, one.dist.version if one.dist else "") for one in entry_points(group="pygments.lexers")
    )
    text = Path(__file__).read_text(encoding="utf-8")
    return (text, version("Pygments"), version("pymdown-extensions"), repr(sorted(installed)))


class CodeExtension(HighlightExtension):  # type: ignore[misc] # the package has no types
    """`pymdownx.highlight` with a memory. cache: of `recipe()`; settings: those of that extension.

    samples: where it tells of the samples that it highlighted, by their HTML; without, none is marked.
    """

    def __init__(
        self, cache: Cache, samples: MutableMapping[str, Sample] | None = None, **settings: Any
    ) -> None:
        super().__init__(_enabled=True, **settings)
        self.cache = cache
        self.samples = samples

    def get_pymdownx_highlighter(self) -> Any:
        """Asked for by the extensions for fences and for code in a line."""
        return self._highlighter

    def _highlighter(self, md: Markdown, **settings: Any) -> "Remembering":
        return Remembering(self.cache, self.samples, md, settings)


class Remembering:
    """Highlights with the settings of one page."""

    def __init__(
        self,
        cache: Cache,
        samples: MutableMapping[str, Sample] | None,
        md: Markdown,
        settings: dict[str, Any],
    ) -> None:
        self.cache = cache
        self.samples = samples
        self.md = md
        self.settings = settings

    def highlight(self, code: str, language: str, css_class: str = "highlight", **options: Any) -> Any:
        """HTML as text for a block, which a sample's title marks; an element for code in a line."""
        sample = Sample.read(options.get("title"), code) if self.samples is not None else None
        if self.samples is None or sample is None:
            return self._highlight(code, language, css_class, **options)
        html = self._highlight(code, language, f"{css_class} {sample.classes}", **options)
        self.samples[html] = sample
        return html

    def _highlight(self, *code: Any, inline: bool = False, **options: Any) -> Any:
        """From the cache, if it is a block: code in a line is cheap."""
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
