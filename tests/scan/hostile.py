"""Texts on which an engine that reads the same again and again takes forever: each by its size, in characters or so."""

from collections.abc import Callable
from typing import Final

#: What a file is called, and its text of some size.
Hostile = tuple[str, Callable[[int], str]]
PYTHON, TEMPLATE = "a.py", "templates/a.html"


def _again(unit: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + unit * (size // len(unit)) + after


def _classes(size: int) -> str:
    first = "from django.views.generic import DeleteView\nclass A0(DeleteView): pass\n"
    body = "class A{}(A{}):\n def delete(self): pass\n"
    return first + "".join(body.format(at + 1, at) for at in range(size // 40))


def _imports(size: int) -> str:
    count = size // 40
    return "".join(f"from django.m{at} import url\n" for at in range(count)) + "url()\n" * count


def _stars(size: int) -> str:
    count = size // 40
    return "".join(f"from django.m{at} import *\nurl{at}()\n" for at in range(count))


def _scopes(size: int) -> str:
    names = "".join(f"from django.m{at} import url\n" for at in range(200))
    return names + "".join(f"def f{at}():\n    url()\n" for at in range(size // 30))


HOSTILE: Final[dict[str, Hostile]] = {
    "a long word": (PYTHON, _again("a", "x = '", "'")),
    "hex digits": (PYTHON, _again("0f", "request.is_ajax('", "')")),
    "words in a row": (PYTHON, _again("a ", "# request.is_ajax ", "\n")),
    "blanks": (PYTHON, _again(" ", "request.is_ajax(", ")")),
    "blank lines": (PYTHON, _again("\n", "request.is_ajax()")),
    "lines of blanks": (PYTHON, _again("   \n", "request.is_ajax()")),
    "brackets that open": (PYTHON, _again("(", "# request.is_ajax ", "\n")),
    "hits and comments": (PYTHON, _again("class A(Field):  # a\n    def get_placeholder(self): ...\n")),
    "hits on one line": (PYTHON, _again("request.is_ajax(); ")),
    "hits on one line beyond ASCII": (PYTHON, _again("é = request.is_ajax(); ")),
    "a version and blanks": (PYTHON, _again(" ", "if django.VERSION >= (4 ", '+ 1, "a"):\n    request.is_ajax()')),
    "a version, a comma and blanks": (PYTHON, _again(" ", "if django.VERSION >= (4, ", '"a"): request.is_ajax()')),
    "a version and digits": (PYTHON, _again("1", "if django.VERSION >= (", ' + "a"): request.is_ajax()')),
    "classes of classes": (PYTHON, _classes),
    "imports of one name": (PYTHON, _imports),
    "imports of everything": (PYTHON, _stars),
    "scopes that use an import of many": (PYTHON, _scopes),
    "templates in strings": (PYTHON, _again("x = '{{ a.b|length_is:1 }}'\n")),
    "tags that open": (TEMPLATE, _again("{%")),
    "tags that open, and one end below": (TEMPLATE, _again("{%", "", "\n%}")),
    "variables that open": (TEMPLATE, _again("{{ a|length_is ")),
    "comments that open": (TEMPLATE, _again("{#")),
    "blocks of comments": (TEMPLATE, _again("{% comment %}")),
    "quotes behind backslashes": (TEMPLATE, _again('\\"', "{{ ", " }}")),
    "quotes": (TEMPLATE, _again("'\"", "{{ ", " }}")),
    "a word in a tag": (TEMPLATE, _again("a", "{{ ", " }}")),
    "attributes in a tag": (TEMPLATE, _again("a.", "{{ ", " }}")),
    "blanks in a tag": (TEMPLATE, _again(" ", "{{ a|length_is ", " b }}")),
    "blanks in a tag, then words": (TEMPLATE, _again(" ", "{% load a ", "b %}")),
    "elements that open": (TEMPLATE, _again("<a ", "{{ x }}")),
    "forms and links": (TEMPLATE, _again("<form><a href=\"{% url 'x'", "{{ x }}")),
}  # fmt: skip
