"""`python -m tools.prose`: phrases that we do not write, found in Markdown outside of code. The list is prose.yml.

Guides and papers have none. In change pages they are counted, and no count may go up; `--lower` writes the counts
that were reached into the list.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from atlas.records.pages import Page, read_page
from atlas.words.problems import Problem

ROOT: Final = Path(__file__).parent.parent
LIST: Final = Path("tools/prose.yml")
#: Keys of the front matter that readers see as sentences.
SENTENCES: Final = ("title", "summary", "description")
#: Code inside of a sentence, and where a link leads.
NOT_PROSE: Final = re.compile(r"`[^`]*`|\]\([^)]*\)")


@dataclass(frozen=True)
class Phrase:
    """What not to write, what to write instead, and how many pages that are only counted still have it."""

    found: str
    instead: str
    left: int

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Where a text has it. A space in the phrase is any white space of the text."""
        return re.finditer(self.found.replace(" ", r"\s+"), text, re.IGNORECASE)


@dataclass(frozen=True)
class Rules:
    """The list: its phrases, and patterns of the paths that have none and of those that are counted."""

    phrases: tuple[Phrase, ...]
    strict: tuple[str, ...]
    counted: tuple[str, ...]


def read_rules(root: Path) -> Rules:
    """The list of a project. Errors: KeyError and TypeError for one that is not of its form."""
    loaded: dict[str, Any] = yaml.safe_load((root / LIST).read_text(encoding="utf-8"))
    phrases = tuple(Phrase(**row) for row in loaded["phrases"])
    return Rules(phrases, tuple(loaded["strict"]), tuple(loaded["counted"]))


def inspect(root: Path, rules: Rules, globs: Sequence[str]) -> list[tuple[Phrase, Problem]]:
    """Each phrase that the Markdown files at some globs have, in order of path and line."""
    paths = sorted({path for glob in globs for path in root.glob(glob)})
    return [hit for path in paths for hit in in_page(read_page(path, path.relative_to(root)), rules)]


def in_page(page: Page, rules: Rules) -> Iterator[tuple[Phrase, Problem]]:
    """Each phrase on a page: in its text, and in the sentences of its front matter."""
    numbers = [number for number, _ in page.prose]
    body = "\n".join(blank(line) for _, line in page.prose)
    for phrase in rules.phrases:
        for match in phrase.matches(body):
            yield phrase, problem(page, numbers[body.count("\n", 0, match.start())], match, phrase)
        for key in SENTENCES:
            for match in phrase.matches(blank(str(page.meta.get(key, "")))):
                yield phrase, problem(page, page.line_of(key), match, phrase)


def blank(text: str) -> str:
    """A text with code and addresses replaced by a sign that no phrase has."""
    return NOT_PROSE.sub("§", text)


def problem(page: Page, line: int, match: re.Match[str], phrase: Phrase) -> Problem:
    """The line for one match."""
    return Problem(page.path, line, "prose", f"found '{' '.join(match[0].split())}'", phrase.instead)


def more_than_left(hits: Sequence[tuple[Phrase, Problem]], rules: Rules) -> Iterator[Problem]:
    """One problem for each phrase that counted pages have more often than the list allows."""
    for phrase in rules.phrases:
        places = [str(one) for known, one in hits if known == phrase]
        if len(places) > phrase.left:
            where = f"found {len(places)} in {', '.join(rules.counted)}"
            message = f"{phrase.found}: {where}, at most {phrase.left} may be left"
            yield Problem(LIST, 0, "prose", message, "take out the one you added:\n  " + "\n  ".join(places))


def lower(text: str, hits: Sequence[tuple[Phrase, Problem]], rules: Rules) -> str:
    """The text of the list with each count that is lower now; no count goes up."""
    for phrase in rules.phrases:
        count = min(phrase.left, sum(known == phrase for known, _ in hits))
        row = re.compile(f"({re.escape(phrase.found)}.*left: )" + r"\d+")
        text = row.sub(rf"\g<1>{count}", text)
    return text


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Print a line for each phrase that must go; the exit status is 1 if there is one."""
    parser = argparse.ArgumentParser(prog="python -m tools.prose", description=__doc__.partition(": ")[2])
    parser.add_argument("--lower", action="store_true", help=f"write counts that went down into {LIST}")
    options = parser.parse_args(arguments)
    rules = read_rules(root)
    counted = inspect(root, rules, rules.counted)
    if options.lower:
        file = root / LIST
        file.write_text(lower(file.read_text(encoding="utf-8"), counted, rules), encoding="utf-8")
    problems = [one for _, one in inspect(root, rules, rules.strict)] + [*more_than_left(counted, rules)]
    for one in problems:
        print(one)
    print(f"prose: {len(problems)} to change; {len(counted)} left in pages that are only counted")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
