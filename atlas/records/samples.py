"""The samples of a page: fences whose title gives them a part in a run.

A title is `Before` or `After` (the sample itself), `Before: PATH` or `After: PATH` (a file of that
sample alone) or `PATH` (a file of both). `settings.py` is special: its lines are added to the sample
project's settings. `Before: output` and `After: output` show what a sample prints, and are compared
with what it printed. Every other fence is for the reader only and is not run.

On a page with evidence Before and After are user code alone. `Run` says what is done with either (`Run with Before`
and `Run with After` where that differs): the code of a role without a path stands before it in the same module.
`atlas.records.evidence` has the statements.
"""

import re
from dataclasses import dataclass, field

from atlas.records.pages import Fence, Page
from atlas.words.vocabulary import ROLES

#: Languages of a sample, and how it is run.
RUNNERS = {
    "python": "python",
    "html+django": "template",
    "console": "commands",
}
FILE = re.compile(
    r"(?:(?P<role>Before|After): )?(?P<path>[\w./-]+\.(?:py|html|txt|json|toml|cfg|po|css|js|sh|sql|xml))"
)
#: The title of what is done with the code of both roles.
RUN = "Run"
OUTPUT = re.compile(r"(?P<role>Before|After): output")


@dataclass(frozen=True)
class Sample:
    """What is run for one role: source text, how to run it, and the files that it needs.

    line: that of the fence; offset: how many lines of the text stand before those of the fence.
    """

    role: str
    runner: str
    text: str
    line: int
    files: dict[str, str] = field(default_factory=dict)
    offset: int = 0


def samples_of(page: Page) -> dict[str, Sample]:
    """The samples of a page by role; a page may have both, one or none."""
    found: dict[str, Sample] = {}
    for role in ROLES:
        fence = run_of(page, role) or _titled(page, role)
        if fence and fence.language in RUNNERS and has_code(page, role):
            found[role] = sample_with(page, role, fence)
    return found


def run_of(page: Page, role: str) -> Fence | None:
    """What is done with the code of a role: `Run with Before`, or `Run` where both are treated alike."""
    return _titled(page, f"{RUN} with {role}") or _titled(page, RUN)


def has_code(page: Page, role: str) -> bool:
    """Whether the page shows code of a role."""
    return any(fence.title == role or fence.title.startswith(f"{role}: ") for fence in page.fences)


def sample_with(page: Page, role: str, fence: Fence) -> Sample:
    """A fence as it is run: beside the files of a role, behind the code of that role that has no path.

    role: `Before`, `After`, or empty for the files of both alone.
    """
    code = _titled(page, role) if role else None
    before = code.text + "\n" if code and code is not fence else ""
    text = before + fence.text
    return Sample(role, RUNNERS[fence.language], text, fence.line, _files(page, role), before.count("\n"))


def _titled(page: Page, title: str) -> Fence | None:
    return next((fence for fence in page.fences if fence.title == title), None)


def outputs_of(page: Page) -> dict[str, Fence]:
    """The fences that show what a sample prints, by role."""
    shown = ((OUTPUT.fullmatch(fence.title), fence) for fence in page.fences)
    return {match["role"]: fence for match, fence in shown if match}


def part_of(fence: Fence) -> tuple[str, str] | None:
    """`(role, path)` of a fence that takes part in a run; role or path may be empty. None if it has no part.

    The path of shown output is `output`.
    """
    if fence.title in ROLES:
        return fence.title, ""
    if shown := OUTPUT.fullmatch(fence.title):
        return shown["role"], "output"
    match = FILE.fullmatch(fence.title)
    return (match["role"] or "", match["path"]) if match else None


def _files(page: Page, role: str) -> dict[str, str]:
    """The files of a role; one that is the role's own stands before one of both."""
    files: dict[str, str] = {}
    for wanted in ("", role):
        for fence in page.fences:
            match = FILE.fullmatch(fence.title)
            if match and (match["role"] or "") == wanted:
                files[match["path"]] = fence.text + "\n"
    return files
