"""The hooks that mkdocs-macros calls in the preview: those of a build, with records that are read already."""

from typing import Any

import macros
from macros import gather, on_post_page_macros
from preview import project

__all__ = ["define_env", "on_post_build", "on_post_page_macros"]

#: Of a build, but nothing is forgotten of what builds keep: here not all pages are drawn.
on_post_build = gather


def define_env(env: Any) -> None:
    """Called once, before pages are read."""
    macros.register(env, project.here.build(env.conf))
