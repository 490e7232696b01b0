"""Variables of modules and classes, and methods that a class overrides."""

from tests.scan.finding import found


def test_nothing_happens_where_the_name_is_local_or_an_attribute() -> None:
    text = "def f():\n    index_together = 1\nself.index_together = 2\nf(index_together=3)\nindex_together"
    assert found({"variable": "index_together"}, text) == []


def test_a_variable_is_found_in_modules_and_classes() -> None:
    text = "x = 1\nclass A:\n    class Meta:\n        x: int = 2\n(a, x) = f()"
    assert found({"variable": "x"}, text) == ["1:1 x", "4:9 x", "5:5 x"]
    assert found({"variable": "x", "scope": "module"}, text) == ["1:1 x", "5:5 x"]
    assert found({"variable": "x", "scope": "class"}, text) == ["4:9 x"]


def test_a_variable_may_be_limited_to_values_and_to_classes_of_a_base() -> None:
    rule = {"variable": "checks", "value": "True|False", "base": "django.core.management.BaseCommand"}
    text = (
        "from django.core.management.base import BaseCommand as B\n"
        "class A(B):\n    checks = True\nclass C(A):\n    checks = False\n"
        "class D(B):\n    checks = []\nclass E:\n    checks = True"
    )
    assert found(rule, text) == ["3:14 checks", "5:14 checks"]


OVERRIDE = {"override": "delete", "base": "django.views.generic.DeleteView"}


def test_a_method_of_another_class_is_no_override() -> None:
    text = "from django.views import generic\nclass A(generic.ListView):\n    def delete(self): 1\ndef delete(): 1"
    assert found(OVERRIDE, text) == []
    assert (
        found(OVERRIDE, "from rest import DeleteView\nclass A(DeleteView):\n    def delete(self): pass") == []
    )


def test_an_override_is_found_through_aliases_and_classes_in_between() -> None:
    text = (
        "from django.views.generic import edit as e\n"
        "class A(Mixin, e.DeleteView): pass\n"
        "class B(A):\n    @login_required\n    async def delete(self): pass\n"
        "class C(e.DeleteView[Book]):\n    def delete(self): pass"
    )
    assert found(OVERRIDE, text) == ["5:15 delete", "7:9 delete"]


def test_a_bare_base_stands_for_any_class_of_that_name() -> None:
    text = "from .base import DeleteView as D\nfrom x.DeleteView import Y\nclass A(D):\n    def delete(self): pass"
    assert found({"override": "delete", "base": "DeleteView"}, text) == ["4:9 delete"]


def test_classes_that_derive_from_each_other_do_not_hang() -> None:
    assert found(OVERRIDE, "class A(B): pass\nclass B(A):\n    def delete(self): pass") == []


def test_an_override_may_be_limited_by_its_parameters() -> None:
    rule = {"override": "lookup_allowed", "lacks": "request"}
    text = (
        "class A:\n    def lookup_allowed(self, lookup, value): pass\n"
        "class B:\n    def lookup_allowed(self, lookup, *, request): pass\n"
        "class C:\n    def lookup_allowed(self, *args, **kwargs): pass"
    )
    assert found(rule, text) == ["2:9 lookup_allowed"]
    assert found({"override": "lookup_allowed", "passes": "request"}, text) == ["4:9 lookup_allowed"]
