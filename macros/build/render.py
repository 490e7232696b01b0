"""Templates to HTML and SVG: one strict Jinja environment for everything that macros draw."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape


@cache
def environment() -> Environment:
    """The environment over `macros/templates`: undefined names are errors, values are escaped."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["code"] = code
    made.filters["breakable"] = breakable
    return made


def code(text: str) -> Markup:
    """A title or summary with `backquotes` as HTML."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def breakable(name: str) -> Markup:
    """A dotted name that may be broken after its dots and underscores, and nowhere else."""
    return Markup(re.sub(r"([._])(?=\w)", r"\1<wbr>", str(escape(name))))


def render(template: str, **values: Any) -> Markup:
    """Draw one template. Errors: jinja2.UndefinedError for a name that the caller did not give."""
    return Markup(environment().get_template(template).render(**values))
