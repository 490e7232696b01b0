"""The style sheets of the site without their comments, and without blanks and signs that say nothing."""

import re
from pathlib import Path
from typing import Final

FOLDER: Final = Path("assets/stylesheets")
#: A text in quotation marks, kept, or a comment with the blanks before it and the end of its line.
TEXT: Final = r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
TEXT_OR_COMMENT: Final = re.compile(TEXT + r"|[ \t]*/\*[\s\S]*?\*/\n?")
#: A text, or a sign with the blanks around it, and the semicolon before the end of a rule.
TEXT_OR_SIGN: Final = re.compile(TEXT + r"|;? ?(\}) ?| ?(\{) |(;) ")


def without_comments(text: str) -> str:
    """A style sheet as browsers need it."""
    text = TEXT_OR_COMMENT.sub(lambda found: found[1] or "", text)
    return TEXT_OR_SIGN.sub(lambda found: "".join(part or "" for part in found.groups()), text)


def shorten_styles(root: Path, site: Path) -> None:
    """Write the project's style sheets anew in a built site. root: the project's folder."""
    for source in sorted((root / "docs" / FOLDER).glob("*.css")):
        text = source.read_text(encoding="utf-8")
        (site / FOLDER / source.name).write_text(without_comments(text), encoding="utf-8")
