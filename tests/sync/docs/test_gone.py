"""What a release no longer offers to an import, read from the sources of both."""

from atlas.sync.docs.bindings import Bindings
from atlas.sync.docs.gone import gone


def compared(before: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    """gone() of two sources: `a.b` is django/a/b.py, `a.` is django/a/__init__.py."""

    def bindings(sources: dict[str, str]) -> Bindings:
        paths = {
            f"django/{name.replace('.', '/')}{'__init__' if name.endswith('.') else ''}.py": text
            for name, text in sources.items()
        }
        return Bindings(paths)

    return gone(bindings(before), bindings(after))


CODE = "def shelve(book):\n    book.shelf = 1\n    book.save()\n    return book\n"


def test_what_both_have_is_not_gone() -> None:
    assert compared({"a": CODE}, {"a": f"{CODE}x = 1\n"}) == {}


def test_functions_classes_and_variables_can_go_private_ones_too() -> None:
    before = "class A: pass\n_b = 1\nasync def c(): pass\nfor d in (): pass\nwith e() as (f, *g): pass\nh: int = 1\n"
    assert set(compared({"a": before}, {"a": ""})) == {
        f"django.a.{name}" for name in ("A", "_b", "c", "d", "f", "g", "h")
    }


def test_what_is_bound_in_any_other_way_is_still_there() -> None:
    after = "try:\n    import json as A\nexcept ImportError:\n    b = 1\nif x:\n    from y import c\n"
    assert compared({"a": "A = b = c = 1\n"}, {"a": after}) == {}


def test_a_module_that_asks_for_a_name_itself_has_it() -> None:
    after = 'def __getattr__(name):\n    if name == "utc":\n        return 1\n'
    assert compared({"a": "utc = 1\n"}, {"a": after}) == {}
    assert compared({"a": after}, {"a": ""}) == {"django.a.utc": ""}


def test_what_only_some_pythons_have_is_not_counted_as_there() -> None:
    before = "try:\n    import x\nexcept ImportError:\n    y = 1\nif P:\n    z = 1\nelse:\n    w = z = 2\n"
    assert set(compared({"a": before}, {"a": ""})) == {"django.a.x", "django.a.z"}


def test_a_definition_that_moved_is_told_by_its_public_name() -> None:
    after = {"a": "", "b.": "from .c import shelve\n", "b.c": CODE}
    assert compared({"a": CODE}, after) == {"django.a.shelve": "django.b.shelve"}


def test_other_code_of_the_same_name_is_no_move() -> None:
    other = "def shelve(request, *shelves):\n    for shelf in shelves:\n        yield shelf.close()\n"
    assert compared({"a": CODE}, {"a": "", "b": other}) == {"django.a.shelve": ""}
    assert compared({"a": CODE}, {"a": "", "b": CODE, "c": CODE}) == {"django.a.shelve": ""}


def test_a_name_that_was_imported_is_told_where_it_comes_from() -> None:
    before = {"a": "from functools import wraps\nfrom django.b import shelve\nimport os.path\n", "b": CODE}
    found = compared(before, {"a": "", "b": CODE})
    assert found == {
        "django.a.wraps": "functools.wraps",
        "django.a.shelve": "django.b.shelve",
        "django.a.os": "os",
    }


def test_a_star_brings_what_the_other_module_lists_or_all_that_is_public() -> None:
    before = {
        "a": "from django.b import *\nfrom .c import *\n",
        "b": "x = _y = 1\n",
        "c": "__all__ = ['_z']\nw = _z = 1\n",
    }
    after = {**before, "a": ""}
    assert compared(before, after) == {"django.a.x": "django.b.x", "django.a._z": "django.c._z"}


def test_of_a_module_that_is_gone_the_names_are_told_that_moved() -> None:
    before = {"a": f"{CODE}x = 1\n"}
    assert compared(before, {"b": CODE}) == {"django.a": "", "django.a.shelve": "django.b.shelve"}
    assert compared({"a": CODE}, {"b": CODE})["django.a"] == "django.b"
