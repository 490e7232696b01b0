"""Expressions that would mean something else in a browser are refused where they are written."""

import re

import pytest

from atlas.records.expressions import not_shared


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a|b)(?=c)(?!d)(?<=e)(?<!f)",
        r"\+\+|\[\]|a+?|b{2}|c{2,}|d{2,3}?",
        r"[^>]*<a\b[\s\S][\w.-]\"\'\-",
        r"\\1",
        r"^\s*x\S+\d$",
        r"(?=a)b",
        r"{{ x }}",
        "x\\u0041\\x41",
    ],
)
def test_what_both_read_alike_is_accepted(pattern: str) -> None:
    re.compile(pattern)
    assert not_shared(pattern) == ""


@pytest.mark.parametrize(
    ("pattern", "piece"),
    [
        ("(?P<x>a)", "(?"),
        ("(?i)a", "(?"),
        ("(?>a)", "(?"),
        ("(?#b)a", "(?"),
        (r"(['\"])a\1", r"\1"),
        (r"\012", r"\0"),
        (r"a\Z", r"\Z"),
        (r"\Aa", r"\A"),
        (r"\U00000041", r"\U"),
        ("a*+", "*+"),
        ("a{2}+", "}+"),
        ("a{,3}", "{,"),
        ("[]a]", "[]"),
        ("[^]a]", "[^]"),
        ("[[a]", "[[a]"),
        (r"[\S.]", r"[\S.]"),
        ("(?=a)*b", ")"),
    ],
)
def test_what_only_python_reads_so_is_named(pattern: str, piece: str) -> None:
    assert not_shared(pattern) == piece
