"""What went wrong while a page was drawn, as lines for the author instead of a traceback."""

import linecache
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: The project's folder: `make serve` runs in it.
ROOT: Final = Path.cwd()
#: Errors, by the name of their class, that say all that there is to say to somebody who writes pages.
SAID_TO_AUTHORS: Final = frozenset(
    {
        "PageMissing",
        "RecordsBroken",
        "PluginError",
        "ConfigurationError",
        "BundleBroken",
        "Abort",
        "BuildError",
    }
)
MOST_PLACES: Final = 8


@dataclass(frozen=True)
class Failure:
    """problems: one line each. places: where in our code it happened, innermost last; none for mistakes on pages."""

    problems: tuple[str, ...]
    places: tuple[str, ...] = ()


class Failed(Exception):  # noqa: N818 - carries what went wrong in another process
    """Raised by the server's side of a process that could not do what it was asked."""

    def __init__(self, failure: Failure) -> None:
        self.failure = failure
        super().__init__("\n".join(failure.problems))


def explain(error: BaseException) -> Failure:
    """The lines to show for an error."""
    # mkdocs-macros ends the program where a page calls a macro wrongly: the reason is the error before that.
    while isinstance(error, SystemExit) and error.__context__:
        error = error.__context__
    name, text = type(error).__name__, str(error).strip()
    if isinstance(error, SyntaxError) and error.filename:
        return Failure((f"{_shown(error.filename)}:{error.lineno}: {error.msg}",))
    if name in SAID_TO_AUTHORS:
        return Failure(tuple(text.splitlines()) or (name,))
    if name in ("UndefinedError", "TemplateSyntaxError", "TemplateAssertionError", "TemplateNotFound"):
        return _of_template(error, text)
    if mark := getattr(error, "problem_mark", None):  # YAML
        return Failure((f"{_shown(mark.name)}:{mark.line + 1}: {getattr(error, 'problem', text)}",))
    return Failure((f"{name}: {text}",), tuple(_places(error)))


def _of_template(error: BaseException, text: str) -> Failure:
    """A mistake in a template or in a page's call of a macro, with the line of the template that made it."""
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    for frame in traceback.extract_tb(error.__traceback__):
        if (
            frame.filename.endswith((".html", ".jinja", ".svg", ".css", ".xml"))
            or frame.filename == "<template>"
        ):
            file, line = frame.filename, frame.lineno
    if not file or file in ("<template>", "<unknown>"):
        return Failure((f"line {line} below the front matter: {text}" if line else text,))
    return Failure((f"{_shown(file)}:{line}: {text}",))


def _places(error: BaseException) -> list[str]:
    frames = [one for one in traceback.extract_tb(error.__traceback__) if _is_ours(one.filename)]
    return [_place(frame.filename, frame.lineno or 0, frame.name) for frame in frames[-MOST_PLACES:]]


def _place(file: str, line: int, function: str) -> str:
    return f"{_shown(file)}:{line} in {function}: {linecache.getline(file, line).strip()}"


def _is_ours(file: str) -> bool:
    path = Path(file)
    return path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in ("atlas", "macros", "overrides")


def _shown(file: str) -> str:
    path = Path(file)
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)
