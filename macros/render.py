"""Templates to HTML and SVG: one strict Jinja environment for everything that macros draw."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


@cache
def environment() -> Environment:
    """The environment over `macros/templates`: undefined names are errors, values are escaped."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: Any) -> Markup:
    """Draw one template. Errors: jinja2.UndefinedError for a name that the caller did not give."""
    return Markup(environment().get_template(template).render(**values))
