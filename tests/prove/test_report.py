"""The progress bar, on a terminal and in a log."""

import io

from atlas.prove.report import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_bar_stays_on_its_line():
    stream = Terminal()
    bar = Bar(4, stream)
    for _ in range(4):
        bar.step("4.1")
    assert stream.getvalue().count("\n") == 1
    assert "██████████████████████████████ 4/4 runs, Django 4.1" in stream.getvalue()


def test_in_a_log_it_writes_ten_lines_at_most():
    stream = io.StringIO()
    bar = Bar(1000, stream)
    for _ in range(1000):
        bar.step("4.1")
    assert stream.getvalue().count("\n") == 10
