"""What a page may call. Registration only: tables, charts and lists are drawn by the modules beside this."""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from atlas.check import load_or_fail
from atlas.problems import RecordsBroken

ROOT = Path(__file__).parent.parent


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once before pages are rendered."""
    try:
        library = load_or_fail(ROOT)
    except RecordsBroken as broken:
        raise PluginError(f"{len(broken.problems)} broken records:\n{broken}") from None
    env.conf["extra"]["library"] = library
