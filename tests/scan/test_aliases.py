"""Names of imports are found in the text where Python itself says that they are: it does so from 3.10 on."""

import ast
import sysconfig
from pathlib import Path

import pytest

from atlas.scan.python.aliases import places, read
from atlas.scan.python.lines import Lines
from atlas.scan.source import text_of
from atlas.scan.tables import DEFAULT

STATEMENTS = """\
import os
import os.path as path, sys
from a import b
from a import (  # import, of x
    b,  # , y
    c as d,
)
x = 'é'; from é import ö, ü as u
from . import a, \\
    b
from ...importer import *
if x: import a . b, c
"""


def imports(text: str) -> list[ast.Import | ast.ImportFrom]:
    return [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]


def told(text: str) -> list[list[tuple[int, int]]]:
    return [[(alias.lineno, alias.col_offset) for alias in node.names] for node in imports(text)]


def test_they_are_read_in_every_form_of_the_statement() -> None:
    lines = Lines(STATEMENTS.split("\n"))
    assert [read(node, lines) for node in imports(STATEMENTS)] == told(STATEMENTS)


@pytest.mark.parametrize("module", ["asyncio", "email", "unittest", "json", "xml/etree"])
def test_they_are_read_in_all_of_the_standard_library(module: str) -> None:
    for path in Path(sysconfig.get_paths()["stdlib"], module).rglob("*.py"):
        text, _ = text_of(path, DEFAULT)
        lines = Lines(text.split("\n"))
        assert [read(node, lines) for node in imports(text)] == told(text), path


def test_where_python_says_nothing_the_text_does() -> None:
    node = imports("from a import b, c")[0]
    for alias in node.names:
        del alias.lineno
    assert places(node, Lines(["from a import b, c"])) == [(1, 14), (1, 17)]
