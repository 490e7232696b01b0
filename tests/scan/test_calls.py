"""Calls of a name and of a method, by what they pass and what they lack."""

from tests.scan.finding import found

SIGNAL = {"call": "django.dispatch.Signal", "passes": ["providing_args", 0]}
RANDOM = {"call": "django.utils.crypto.get_random_string", "lacks": ["length", 0]}


def test_nothing_happens_where_the_argument_is_not_passed() -> None:
    text = "from django.dispatch import Signal\nSignal()\nSignal(use_caching=True)\nSignal"
    assert found(SIGNAL, text) == []


def test_a_call_is_found_by_keyword_and_by_position() -> None:
    text = (
        "from django import dispatch\ndispatch.Signal(\n    providing_args=['a'],\n)\ndispatch.Signal(['a'])"
    )
    assert found(SIGNAL, text) == ["3:5 django.dispatch.Signal", "5:17 django.dispatch.Signal"]


def test_a_call_is_found_by_what_it_lacks() -> None:
    text = (
        "from django.utils.crypto import get_random_string as r\nr()\nr(8)\nr(length=8)\nr(allowed_chars='a')"
    )
    assert found(RANDOM, text) == [f"{line}:1 django.utils.crypto.get_random_string" for line in (2, 5)]


def test_stars_may_pass_anything_and_are_no_hit() -> None:
    text = "from django.utils.crypto import get_random_string as r\nr(*a)\nr(**k)"
    assert found(RANDOM, text) == []
    assert found(SIGNAL, "from django.dispatch import Signal\nSignal(*a, **k)") == []


def test_the_same_name_from_elsewhere_is_no_hit() -> None:
    assert found(SIGNAL, "from blinker import Signal\nSignal(providing_args=[])") == []
    assert found(SIGNAL, "from django.dispatch import Signal\ndef f(Signal): Signal([])") == []


def test_a_method_is_found_on_any_object() -> None:
    text = "request.is_ajax()\nself.request.is_ajax()\nf()[0].is_ajax()\n(a\n  .b\n  .is_ajax())\nis_ajax()\nx.is_ajax"
    places = ["1:9", "2:14", "3:8", "6:4"]
    assert found({"method": "is_ajax"}, text) == [f"{place} is_ajax" for place in places]


def test_a_method_may_be_limited_to_what_stands_before_the_dot() -> None:
    text = "self.save(True)\nsuper().save(True)\nBook.objects.get().save(True)\nself.book.save(True)"
    assert found({"method": "save", "on": "super()"}, text) == ["2:9 save"]
    assert found({"method": "save", "on": ["get()", "book"]}, text) == ["3:20 save", "4:11 save"]


def test_an_argument_may_be_limited_to_values() -> None:
    rule = {"method": "filter", "passes": "name__isnull", "value": "[01]"}
    text = "q.filter(name__isnull=1)\nq.filter(name__isnull=True)\nq.filter(name__isnull=x)"
    assert found(rule, text) == ["1:23 filter"]


def test_an_attribute_is_found_wherever_it_stands() -> None:
    text = "a.xreadlines\nb.xreadlines()\nfor x in request.xreadlines: pass\nc.xreadlines = 1\nxreadlines"
    assert found({"attribute": "xreadlines"}, text) == [
        f"{place} xreadlines" for place in ("1:3", "2:3", "3:18", "4:3")
    ]
    assert found({"attribute": "xreadlines", "on": "request"}, text) == ["3:18 xreadlines"]
