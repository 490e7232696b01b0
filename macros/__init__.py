"""What a page may call. Registration only: tables, charts and lists are drawn by the modules beside this."""

from pathlib import Path
from typing import Any

from atlas.library import load_or_fail

ROOT = Path(__file__).parent.parent


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once before pages are rendered."""
    library = load_or_fail(ROOT)
    env.conf["extra"]["library"] = library
