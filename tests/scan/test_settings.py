"""Settings: given, overridden, read, and left at their default."""

import pytest

from atlas.records.rules import Rule
from atlas.scan.engine import scan_texts
from tests.scan.finding import found

RULE = {"setting": "USE_L10N"}


@pytest.mark.parametrize(
    "text",
    [
        "USE_TZ = True",
        "def f():\n    USE_L10N = True",
        "self.USE_L10N = True",
        "x = {'USE_L10N': True}",
        "from other import settings\nsettings.USE_L10N",
        "# USE_L10N = True",
        "getattr(self, 'USE_L10N')",
    ],
)
def test_nothing_happens_where_no_setting_is_meant(text: str) -> None:
    assert found(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("USE_L10N = True", "1:1"),
        ("USE_L10N: bool = True", "1:1"),
        ("A, USE_L10N = 1, True", "1:4"),
        ("if DEBUG:\n    USE_L10N = True", "2:5"),
        ("class Base(Configuration):\n    USE_L10N = True", "2:5"),
        ("from django.conf import settings\nsettings.USE_L10N = True", "2:1"),
        ("from django.conf import settings as s\nif s.USE_L10N: pass", "2:4"),
        ("import django.conf\ndjango.conf.settings.USE_L10N", "2:1"),
        ("from django.conf import settings\ngetattr(settings, 'USE_L10N', True)", "2:19"),
        (
            "from django.conf import settings\ndef f(monkeypatch): monkeypatch.setattr(settings, 'USE_L10N', 1)",
            "2:51",
        ),
        ("from django.conf import settings\nsettings.configure(USE_L10N=True)", "2:20"),
        ("@override_settings(USE_L10N=True)\ndef f(): pass", "1:20"),
        ("with self.settings(USE_L10N=True): pass", "1:20"),
        ("def test_it(settings):\n    settings.USE_L10N = True", "2:5"),
        ("mock.patch('django.conf.settings.USE_L10N', True)", "1:12"),
    ],
)
def test_a_setting_is_found_where_it_is_given_and_where_it_is_read(text: str, place: str) -> None:
    assert found(RULE, text) == [f"{place} USE_L10N"]


def test_a_setting_may_be_limited_to_values() -> None:
    rule = {"setting": "CSRF_TRUSTED_ORIGINS", "value": '"(?!https?://).*"'}
    assert found(rule, "CSRF_TRUSTED_ORIGINS = ['https://a.example', 'http://b.example']") == []
    assert found(rule, "CSRF_TRUSTED_ORIGINS = env('ORIGINS') + OTHER") == []
    assert found(rule, "from django.conf import settings\nsettings.CSRF_TRUSTED_ORIGINS") == []
    assert found(rule, "CSRF_TRUSTED_ORIGINS = OTHER + [\n  'https://a.example',\n  '.b.example',\n]") == [
        "3:3 CSRF_TRUSTED_ORIGINS"
    ]
    assert found(rule, "override_settings(CSRF_TRUSTED_ORIGINS=('x',))") == ["1:41 CSRF_TRUSTED_ORIGINS"]
    assert found(rule, "def f(settings):\n    settings.CSRF_TRUSTED_ORIGINS = ['x']") == [
        "2:38 CSRF_TRUSTED_ORIGINS"
    ]


def test_values_in_a_dictionary_count_one_by_one() -> None:
    rule = {"setting": "CACHES", "value": '".*\\.MemcachedCache"'}
    text = "CACHES = {'a': {'BACKEND': 'x.Redis'},\n  'b': {'BACKEND': 'x.MemcachedCache'}}"
    assert found(rule, text) == ["2:20 CACHES"]


def unset(*files: tuple[str, str]) -> list[str]:
    changes = [{"id": "5.0/x", "necessary_by": "5.0", "rules": [Rule(unset="USE_TZ").plain()]}]
    return [f"{hit.path}:{hit.line}:{hit.column}" for hit in scan_texts(files, changes).hits]


def test_a_setting_that_one_file_gives_is_not_at_its_default() -> None:
    assert unset(("base.py", "X = 1\nINSTALLED_APPS = []"), ("local.py", "USE_TZ = False")) == []
    assert unset(("urls.py", "x = 1")) == []


def test_a_module_that_adds_to_the_settings_of_another_is_not_their_place() -> None:
    files = ("base.py", "INSTALLED_APPS = []"), ("local.py", "from .base import *\nINSTALLED_APPS += ['x']")
    assert unset(*files) == ["base.py:1:1"]


def test_a_setting_that_no_file_gives_is_found_at_the_settings() -> None:
    assert unset(("a.py", "X = 1\nINSTALLED_APPS = []"), ("b.py", "x.USE_TZ = 1")) == ["a.py:2:1"]
