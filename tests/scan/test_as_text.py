"""The report as a tired engineer reads it."""

from pathlib import Path

import pytest

from atlas.scan import as_text
from tests.scan import catalog
from tests.scan.catalog import report


def printed(folder: Path, start: str = "3.2", end: str = "4.1", **files: str) -> str:
    return "\n".join(as_text.lines(report(folder, start, end, **files), 1.234))


def test_nothing_found_is_not_called_fine_where_rules_cannot_see(tmp_path: Path) -> None:
    text = printed(tmp_path, a_py="x = 1")
    assert " TO 4.1:" not in text
    assert "CHECK BY HAND: 1 change that no rule can see" in text
    assert "no rule: what people type is not in the code" in text
    assert text.endswith(
        "Nothing found, 1 to check by hand. Rules read code and do not run it: what other packages do,"
        " and names put together at run time, they do not see."
    )


def test_a_change_says_by_when_it_is_necessary_how_it_is_fixed_and_where_it_was_met(tmp_path: Path) -> None:
    text = printed(tmp_path, a_py="from django.conf.urls import url\n\nurl(r'^$')\n")
    assert text.startswith("Django 3.2 to 4.1: 1 file in shop checked against 3 changes in 1.2 s.")
    assert (
        """
3.2 TO 4.0: 1 change, 2 places

Stops

4.0/url: url() is gone [high impact]
  removed in 4.0; can be fixed on 3.2 already, django-upgrade's fixer django_urls helps
  https://atlas.example/releases/4.0/url/
    a.py:1:30: from django.conf.urls import url
    a.py:3:1: url(r'^$')
"""
        in text
    )
    assert "1 change met in 2 places (stops: 1), 1 to check by hand." in text


def test_what_can_wait_stands_apart(tmp_path: Path) -> None:
    text = printed(tmp_path, a_py="from django.utils.timezone import utc")
    assert "STILL WORKS ON 4.1, CAN BE FIXED NOW: 1 change, 1 place\n" in text
    assert "deprecated in 4.1, works on 4.1, removed in 5.0; can be fixed on 3.2 already, by hand" in text


def test_many_places_in_a_file_are_counted_with_their_lines(tmp_path: Path) -> None:
    text = printed(tmp_path, a_py="request.is_ajax()\n" * 30)
    assert text.count("request.is_ajax()") == 5 + 1  # and once in the title
    assert "    a.py: 25 more lines: 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, …\n" in text


def test_long_lines_are_cut(tmp_path: Path) -> None:
    text = printed(tmp_path, a_py=f"request.is_ajax({'x' * 500})")
    assert max(map(len, text.split("\n"))) < 200
    assert "xxx…" in text


def test_files_that_could_not_be_read_are_named(tmp_path: Path) -> None:
    text = printed(tmp_path, a_py="from django.conf.urls import url; print 1")
    assert (
        "NOT READ: 1 file, in which nothing could be looked for\n    a.py: line 1: not valid Python 3" in text
    )


def test_a_silent_change_says_so(tmp_path: Path) -> None:
    assert "different from 4.1 on, without a warning or an error" in printed(tmp_path, a_py="")


def test_what_steers_a_terminal_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    name = "red\x1b[31m\nforged.py:1:1: nothing\u202e.py"
    text = printed(tmp_path, **{name.replace(".", "_"): "request.is_ajax()  # \x1b]0;title\x07\x9b2J\tend"})
    place, line = r"red\x1b[31m\nforged.py:1:1: nothing\u202e.py", r"# \x1b]0;title\x07\x9b2J end"
    assert f"\n    {place}:1:9: request.is_ajax()  {line}\n" in text
    assert all(letter.isprintable() for letter in text.replace("\n", ""))


def test_what_could_not_be_read_steers_no_terminal_either(tmp_path: Path) -> None:
    text = printed(tmp_path, **{"a\x1b[2J\n_py": "from django.conf.urls import url; print 1"})
    assert r"    a\x1b[2J\n.py: line 1: not valid Python 3" in text


def test_what_breaks_stands_by_hop_and_the_worst_comes_first(tmp_path: Path) -> None:
    text = printed(
        tmp_path,
        "3.2",
        "5.0",
        a_py="import django.db.moved\nfrom django.utils.timezone import utc\nurl.is_ajax()\n",
    )
    wanted = (
        "3.2 TO 4.0: 2 changes",
        "Stops",
        "4.0/is-ajax",
        "imports/4.0",
        "4.2 TO 5.0: 1 change",
        "4.1/timezone-utc",
    )
    places = [text.index(f"\n{one}") for one in wanted]
    assert places == sorted(places)


def test_changes_of_a_hop_stand_by_what_they_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(catalog.URL, "severity", "looks")
    monkeypatch.setitem(catalog.AJAX, "severity", "differs")
    text = printed(
        tmp_path, a_py="from django.conf.urls import url\nrequest.is_ajax()\nimport django.utils.old\n"
    )
    wanted = ("Stops", "imports/4.0", "Changes results", "4.0/is-ajax", "Looks different", "4.0/url")
    places = [text.index(f"\n{one}") for one in wanted]
    assert places == sorted(places)
    assert "3 changes met in 3 places (stops: 1, changes results: 1, looks different: 1)" in text
