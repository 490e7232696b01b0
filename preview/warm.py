"""The first process: every library that a build needs, imported once, and nothing of ours.

python -m preview.warm FD
"""

import gc
import importlib
import logging
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from preview.processes import Command, Start, serve

#: What takes long to import. A library that is not here is imported again by each child that needs it.
LIBRARIES = (
    "mkdocs.commands.build", "mkdocs.config", "mkdocs.config.defaults", "mkdocs.contrib.search",
    "mkdocs_macros.plugin", "material.templates", "material.plugins.search.plugin", "jinja2", "markdown",
    "pydantic.main", "pydantic.dataclasses", "pydantic.type_adapter", "pydantic.json_schema", "pydantic.root_model",
    "backrefs.bre", "tomllib", "yaml", "pymdownx.superfences", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.saneheaders", "pymdownx.tasklist", "markdown.extensions.toc", "markdown.extensions.footnotes",
    "markdown.extensions.tables", "markdown.extensions.admonition", "markdown.extensions.def_list",
    "pygments.formatters", "pygments.lexers", "PIL.Image", "PIL.ImageDraw", "PIL.ImageFont", "icalendar", "sphobjinv",
    "django_upgrade.fixers", "packaging.version", "packaging.requirements", "ast", "difflib",
)  # fmt: skip
#: Languages of samples, whose many expressions are compiled when the first sample is colored.
LANGUAGES = ("python", "console", "html+django", "text", "yaml", "css", "diff", "javascript", "sql")


def import_libraries() -> None:
    """Import what is there; a child says what is missing, with its own error."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    for name in LIBRARIES:
        with suppress(ImportError):
            importlib.import_module(name)
    from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]

    for language in LANGUAGES:
        list(get_lexer_by_name(language).get_tokens("x"))
    from mkdocs_macros import context

    # It asks Git twelve times, each time that a site is got ready, for what no page of ours shows.
    context.get_git_info = dict
    from mkdocs.utils import get_theme_dir

    from preview import theme

    theme.installed(get_theme_dir("material"))


def start_records(root: Path, cache: Path) -> Mapping[str, Command]:
    """In a child: read data and records, with the modules that do."""
    from preview import project

    return project.start(root, cache)


def start_atlas() -> Mapping[str, Command]:
    """In a child of that: import what decides, checks and publishes."""
    from preview import project

    return project.start_atlas()


def start_settings() -> Mapping[str, Command]:
    """In a child of that: read the settings."""
    from preview import project

    return project.start_settings()


def start_macros() -> Mapping[str, Command]:
    """In a child of that: import what draws."""
    from preview import project

    return project.start_macros()


def start_site(number: int) -> Mapping[str, Command]:
    """In a child of that: get ready to draw pages."""
    from preview import site

    return site.start(number)


def start_behind() -> Mapping[str, Command]:
    """In a child of that: work that gives way to everything else."""
    from preview import site

    os.nice(5)
    gc.enable()
    return site.behind()


if __name__ == "__main__":
    logging.lastResort = None
    gc.disable()  # processes here live for one state of the files, and what they read stays
    import_libraries()
    kinds: dict[str, Start] = {
        "records": start_records,
        "atlas": start_atlas,
        "settings": start_settings,
        "macros": start_macros,
        "site": start_site,
        "behind": start_behind,
    }
    serve(int(sys.argv[1]), {"hello": os.getpid}, kinds)
