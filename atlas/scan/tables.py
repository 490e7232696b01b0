r"""Every list, name, limit and expression by which the scanner reads a project, written once for both engines.

`TABLES` travels in every file of rules (`atlas.publish.rules`): the engine in the page has no other, and the command
line uses those of the file that it is given. `Tables` is what an engine makes of them. Expressions are written in what
Python (`re.ASCII`) and JavaScript share, as those of rules; see `atlas.records.expressions`.
"""

import re
from typing import Final, TypedDict

from atlas.scan.pieces import IN_PIECES
from atlas.scan.reexports import REEXPORTS
from atlas.words.rule_kinds import LOOKED_UP


class TableData(TypedDict):
    """The tables as plain data."""

    #: Folders with nothing that the project's authors wrote. Hidden folders are passed over as well.
    skipped_folders: list[str]
    #: A folder with this file is a virtual environment, whatever its name.
    environment_file: str
    python_suffix: str
    template_suffixes: list[str]
    #: Texts that are templates only below a folder of that name.
    text_template_suffixes: list[str]
    template_folder: str
    #: Below a folder of this name templates are not Django's.
    foreign_template_folder: str
    #: What tools made of other files.
    made_suffixes: list[str]
    #: Kind of file to its word in the `files` of a rule.
    file_words: dict[str, str]
    #: Bytes; larger files are not read.
    largest_file: int
    #: Characters of a line that are kept with a hit; longer ones are data or minified code.
    longest_line: int
    #: Characters of what a pattern matched.
    longest_match: int
    #: Characters of a string that may name something; longer ones do not, unless they hold a template.
    longest_name: int
    #: Kinds of rules that look for names, and `gone`: names that a release lacks.
    naming_kinds: list[str]
    #: Origins of one name, and `import *` of one file, that are looked into; more are nobody's code.
    most_origins: int
    #: Bases of one class, and theirs, that are looked into.
    most_bases: int
    #: Module to the public module that is meant.
    reexports: dict[str, str]
    #: Exceptions of which an `except` clause runs after a failed import.
    import_errors: list[str]
    #: Django's settings object, and the parameter that is taken for it (pytest-django's fixture).
    settings_object: str
    settings_parameter: str
    #: What settings modules assign, and hardly anything else.
    settings_mark: str
    #: A string with one of these is read as a template.
    template_marks: list[str]
    #: What words of a file are made of.
    word: str
    #: A word (group 1) behind the letter of an escape, from which it does not look apart: `\\nload`.
    escaped_word: str
    #: Code in which a word may be that does not stand there in one piece.
    in_pieces: str
    #: `django.VERSION >= (4, 1)`, `DJANGO_VERSION[:2] < (4, 1)`, `VERSION[0] >= 4`: part, operator, numbers.
    version_comparison: str
    #: How tags, variables and comments begin and end; as in Django's `tag_re`, none of them spans lines.
    template_tokens: list[list[str]]
    #: In a token: a quoted text, a filter (group 1), or what stands before a dot and an attribute (2, 3).
    template_part: str
    #: How a hit names what was found, by kind of rule.
    found: dict[str, str]
    #: Why a file was not read.
    reasons: dict[str, str]


TABLES: Final[TableData] = {
    "skipped_folders": [
        *("__pycache__", "__pypackages__", "bower_components", "htmlcov", "node_modules", "site-packages")
    ],
    "environment_file": "pyvenv.cfg",
    "python_suffix": ".py",
    "template_suffixes": [".html", ".htm", ".djhtml", ".django"],
    "text_template_suffixes": [
        *(".txt", ".xml", ".js", ".css", ".svg", ".md", ".json", ".csv", ".tex", ".rss", ".mjml"),
        *(".eml", ".email", ".subject", ".ics", ".sql"),
    ],
    "template_folder": "templates",
    "foreign_template_folder": "jinja2",
    "made_suffixes": [".min.js", ".min.css"],
    "file_words": {"python": "python", "template": "templates"},
    "largest_file": 2_000_000,
    "longest_line": 200,
    "longest_match": 80,
    "longest_name": 200,
    "naming_kinds": list(LOOKED_UP),
    "most_origins": 100,
    "most_bases": 250,
    "reexports": REEXPORTS,
    "import_errors": ["ImportError", "ModuleNotFoundError", "Exception", "BaseException"],
    "settings_object": "django.conf.settings",
    "settings_parameter": "settings",
    "settings_mark": "INSTALLED_APPS",
    "template_marks": ["{%", "{{"],
    "word": r"\b\w+",
    "escaped_word": r"\\[abfnrtv](\w+)",
    "in_pieces": IN_PIECES,
    "version_comparison": (
        r"\s*(?:django\.VERSION|VERSION|DJANGO_VERSION|django_version)(?:\[(:[ \t]*[1-3]|0)\])?"
        r"\s*(<=|>=|<|>|==|!=)\s*(?:\(\s*)?(\d+(?:\s*,\s*\d+)*)\s*(?:,\s*)?(?:\)\s*)?"
    ),
    "template_tokens": [["{%", "%}"], ["{{", "}}"], ["{#", "#}"]],
    "template_part": (
        r'(?<!\\)"[^"\\]*(?:\\.[^"\\]*)*"'
        r"|(?<!\\)'[^'\\]*(?:\\.[^'\\]*)*'"
        r"|\|\s*([A-Za-z_]\w*)"
        r"|\b([A-Za-z_]\w*)(?=\.([A-Za-z_]\w*))"
    ),
    "found": {"tag": "{% NAME %}", "filter": "|NAME", "load": "{% load NAME %}", "unset": "NAME is not set"},
    "reasons": {
        "large": "too large (SIZE MB; the limit is LIMIT MB)",
        "unreadable": "cannot be read (WHY)",
        "binary": "not text",
        "unlisted": "folder cannot be listed (WHY)",
        "invalid": "line LINE: not valid Python 3 (WHY)",
        "unparsed": "not readable as Python (WHY)",
    },
}


class Tables:
    """The tables as an engine looks into them."""

    def __init__(self, data: TableData) -> None:
        self.skipped_folders = frozenset(data["skipped_folders"])
        self.environment_file = data["environment_file"]
        self.python_suffix = data["python_suffix"]
        self.template_suffixes = tuple(data["template_suffixes"])
        self.text_template_suffixes = tuple(data["text_template_suffixes"])
        self.template_folder = data["template_folder"]
        self.foreign_template_folder = data["foreign_template_folder"]
        self.made_suffixes = tuple(data["made_suffixes"])
        self.file_words = data["file_words"]
        self.largest_file = data["largest_file"]
        self.longest_line = data["longest_line"]
        self.longest_match = data["longest_match"]
        self.longest_name = data["longest_name"]
        self.most_origins = data["most_origins"]
        self.most_bases = data["most_bases"]
        self.reexports = data["reexports"]
        self.import_errors = frozenset(data["import_errors"])
        self.settings_object = data["settings_object"]
        self.settings_parameter = data["settings_parameter"]
        self.settings_mark = data["settings_mark"]
        self.template_marks = tuple(data["template_marks"])
        self.word = _searching(data["word"])
        self._blanks = {code: " " for code in range(128) if not self.word.match(chr(code))}
        self._escaped_word = _searching(data["escaped_word"])
        self.in_pieces = _searching(data["in_pieces"])
        self.version_comparison = re.compile(data["version_comparison"], re.ASCII | re.DOTALL)
        self.template_tokens = dict(data["template_tokens"])
        self.template_part = _searching(data["template_part"])
        self._found = data["found"]
        self._reasons = data["reasons"]

    def words_in(self, text: str) -> frozenset[str]:
        """Every word of a text, and what stands behind the letter of an escape."""
        # Twice as fast as looking for words one by one.
        words = text.translate(self._blanks).split() if text.isascii() else self.word.findall(text)
        return frozenset((*words, *self._escaped_word.findall(text)) if "\\" in text else words)

    def may_hold_template(self, text: str) -> bool:
        """Whether a text is worth reading as a template."""
        return any(mark in text for mark in self.template_marks)

    def found(self, kind: str, name: str) -> str:
        """How a hit of a rule names what was found."""
        return self._found[kind].replace("NAME", name)

    def reason(self, which: str, **values: object) -> str:
        """Why a file was not read. values: what stands for the words in capitals."""
        text = self._reasons[which]
        for word, value in values.items():
            text = text.replace(word.upper(), str(value))
        return text


def _searching(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.ASCII | re.MULTILINE)


#: The tables of this checkout.
DEFAULT: Final = Tables(TABLES)
