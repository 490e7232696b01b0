"""YAML that people write keeps its values as text and knows the line of every key."""

from pathlib import Path

from atlas.words.yaml_lines import line_of, read_yaml

FILE = Path("x.yml")


def test_values_stay_the_text_that_they_are() -> None:
    assert read_yaml("a: 5.10\nb: [1e234567, yes]\n", FILE).value == {"a": "5.10", "b": ["1e234567", "yes"]}


def test_every_key_has_its_line_and_what_has_none_that_of_the_key_around_it() -> None:
    lines = read_yaml("a:\n  b: 1\n  c:\n    - x\n    - y\n", FILE, before=10).lines
    assert [line_of(lines, *keys) for keys in (("a",), ("a", "c", 1), ("a", "d", "e"), ("z",))] == [
        11,
        15,
        11,
        0,
    ]


def test_nothing_at_all_is_no_value_and_no_mistake() -> None:
    read = read_yaml("# later\n", FILE)
    assert (read.value, read.lines, read.problems) == (None, {}, ())


def test_a_key_that_stands_twice_is_told() -> None:
    (problem,) = read_yaml("a: 1\nb: 2\na: 3\n", FILE).problems
    assert str(problem) == "x.yml:3: a: stands twice in the file; keep one of them"


def test_a_tab_is_told_with_what_to_write() -> None:
    (problem,) = read_yaml("a:\n\tb: 1\n", FILE).problems
    assert str(problem).endswith("; write spaces in place of the tab")
