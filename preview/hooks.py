"""The hooks that mkdocs-macros calls in the preview: those of a build, with records that are read already."""

from typing import Any

import macros
from macros import on_post_build, on_post_page_macros
from preview import project

__all__ = ["define_env", "on_post_build", "on_post_page_macros"]


def define_env(env: Any) -> None:
    """Called once, before pages are read."""
    macros.register(env, project.here.build(env.conf))
