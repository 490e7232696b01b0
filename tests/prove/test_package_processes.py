"""Programs that hang, flood or fail end with a reason; the time that is left is told; what uv says is sorted."""

import io
import sys

import pytest

from atlas.prove.packages import processes
from atlas.prove.packages.index import NoSuchVersion, NotBuilt, Unreachable, _reason, in_order, one_line
from atlas.prove.packages.processes import Ended
from atlas.prove.packages.progress import Progress


def python(code: str, seconds: float = 60) -> Ended:
    return processes.run([sys.executable, "-c", code], seconds)


def test_a_program_that_ends_says_what_it_says() -> None:
    ended = python("import sys; print(1); print(2, file=sys.stderr); sys.exit(3)")
    assert (ended.status, ended.answers, ended.words, ended.why) == (3, "1\n", "2", "")


def test_a_program_that_hangs_is_ended_with_all_that_it_started() -> None:
    ended = python("import subprocess, time; subprocess.Popen(['sleep', '600']); time.sleep(600)", seconds=1)
    assert (ended.status, ended.why) == (None, "did not end within 1 seconds")


def test_a_program_that_prints_without_end_is_ended() -> None:
    ended = python("import sys\nwhile True: sys.stderr.write('x' * 100_000)")
    assert (ended.status, ended.why) == (None, "printed more than 4 megabytes")


def test_the_first_and_the_last_words_of_many_are_kept() -> None:
    ended = python("import sys; sys.stderr.write('first\\n' + 'x' * 100_000 + '\\nlast')")
    assert ended.words.startswith("first\n") and ended.words.endswith("\nlast")
    assert len(ended.words) <= 2 * processes.KEPT


SAID = {
    "a version that another refuses": (
        "  × No solution found when resolving dependencies:\n  ╰─▶ Because shelves==3.0 depends on django>=4.2 and you"
        " require django==4.1.13, we can\n      conclude that nothing goes.\n",
        NoSuchVersion,
        "shelves==3.0 depends on django>=4.2 and you require django==4.1.13",
    ),
    "an index that is away": (
        "error: Failed to fetch: `https://index.example/simple/shelves/`\n  Caused by: error sending request for url",
        Unreachable,
        "the index did not answer: Failed to fetch: `… Caused by: error sending request for url",
    ),
    "a build that fails": (
        "  × Failed to build `shelves==1.0`\n  ├─▶ The build backend returned an error\n  ╰─▶ Call to `x` failed\n"
        "      [stderr]\n      error: no books here\n",
        NotBuilt,
        "Failed to build `shelves==1.0`: error: no books here",
    ),
    "an option that uv does not know": ("error: unexpected '--no'", NotBuilt, "uv: unexpected '--no'"),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_what_uv_says_is_one_line_of_the_right_sort(name: str) -> None:
    words, sort, line = SAID[name]
    reason = _reason(Ended(1, "", words))
    assert (type(reason), str(reason)) == (sort, line)


def test_a_program_that_was_ended_was_not_built() -> None:
    assert (
        str(_reason(Ended(None, "", "", "did not end within 9 seconds"))) == "uv did not end within 9 seconds"
    )


def test_previews_and_what_is_no_version_are_left_out() -> None:
    assert in_order(["2.0", "10.0", "3.0b1", "2.0.post1", "4.0.dev2", "latest"]) == [
        "2.0",
        "2.0.post1",
        "10.0",
    ]


def test_places_of_this_machine_are_not_told() -> None:
    assert one_line("ERROR: /usr/lib/x.py\n  and file:///opt/wheels") == "… and …"


def test_the_time_that_is_left_is_that_of_the_steps_so_far() -> None:
    now = [0.0]
    out = io.StringIO()
    progress = Progress(10, out, lambda: now[0])
    assert progress.left() == "?"
    now[0] = 1200
    progress.tell("shelves 1.0 on 4.1: runs")
    progress.step("shelves on 4.1: newest")
    assert out.getvalue().splitlines() == [
        "  shelves 1.0 on 4.1: runs",
        "███··························· 1/10, 3 h 00 min left shelves on 4.1: newest",
    ]
    now[0] = 1300
    progress.step("shelves on 4.2: newest")
    assert progress.left() == "1 h 27 min"
