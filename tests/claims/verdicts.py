"""Results in a few letters, for tests of the contract."""

from atlas.claims import contract
from atlas.facts.proofs import Message, PageProof, Raised, Result, SampleProof
from atlas.words.problems import Problem
from tests.desk import Desk, fence

RELEASES = ("3.2", "4.0", "4.1", "4.2", "5.0")
BOTH = (fence("Before", "print(1)"), fence("After", "print(2)"))


def result(release: str, word: str) -> Result:
    """`ok`, `ok=2` (prints 2), `warns`, `warns42` (a warning that names 4.2), `W` and `E` (checks), `fails`."""
    word, _, output = word.partition("=")
    if word == "fails":
        return Result((release,), "fails", error=Raised("TypeError", "no"))
    if word in ("W", "E"):
        return Result((release,), "check", output, (Message(f"fields.{word}904", "is going"),))
    if word.startswith("warns"):
        said = Message(f"RemovedInDjango{word[5:] or '50'}Warning", "goes")
        return Result((release,), "warns", output, (said,))
    return Result((release,), "ok", output)


def proof(**samples: str) -> PageProof:
    """`proof(Before="ok ok warns warns fails")`: one word for each of RELEASES."""
    return PageProof(
        {
            role: SampleProof("", tuple(result(*pair) for pair in zip(RELEASES, words.split(), strict=True)))
            for role, words in samples.items()
        }
    )


def judged(desk: Desk, change: str, *fences: str, fields: dict[str, str], **samples: str) -> list[Problem]:
    """What the contract says of a page with these fields and these results."""
    desk.write(change, *(fences or BOTH), **fields)
    return contract.check(desk.library().by_id[change], proof(**samples), RELEASES)
