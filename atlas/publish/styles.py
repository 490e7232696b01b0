"""The style sheets of the site without their comments, which are a tenth of what readers would load."""

import re
from pathlib import Path
from typing import Final

FOLDER: Final = Path("assets/stylesheets")
#: A text in quotation marks, kept, or a comment with the blanks before it and the end of its line.
TEXT_OR_COMMENT: Final = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|[ \t]*/\*[\s\S]*?\*/\n?""")


def without_comments(text: str) -> str:
    """A style sheet as browsers need it."""
    return TEXT_OR_COMMENT.sub(lambda found: found[1] or "", text)


def shorten_styles(root: Path, site: Path) -> None:
    """Write the project's style sheets anew in a built site. root: the project's folder."""
    for source in sorted((root / "docs" / FOLDER).glob("*.css")):
        text = source.read_text(encoding="utf-8")
        (site / FOLDER / source.name).write_text(without_comments(text), encoding="utf-8")
