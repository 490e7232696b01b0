"""Code that provides for both releases is no hit; code that only seems to is."""

import pytest

from tests.scan.finding import found

RULE = {"name": "django.conf.urls.url"}
OLD = "    from django.conf.urls import url\n"
NEW = "    from django.urls import re_path as url\n"


@pytest.mark.parametrize(
    "text",
    [
        f"try:\n{NEW}except ImportError:\n{OLD}url(1)",
        f"try:\n{OLD}except ImportError:\n{NEW}url(1)",
        f"try:\n{OLD}except (ModuleNotFoundError, ImportError):\n    url = re_path\nurl(1)",
        "try:\n    from django.conf.urls import url\nexcept:\n    def url(*args): pass\nurl(1)",
        "import django\nif django.VERSION < (4, 0):\n    from django.conf.urls import url\n    url(1)",
        "from django import VERSION\nif VERSION[:2] >= (4, 0):\n    pass\nelse:\n    from django.conf.urls import url",
        "import django\nif django.VERSION[0] < 4:\n    from django.conf.urls import url",
        "import django\nif django.VERSION >= (4, 0):\n    pass\nelif x:\n    from django.conf.urls import url",
    ],
)
def test_nothing_happens_where_both_releases_are_provided_for(text: str) -> None:
    assert found(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # Where the import fails, nothing takes its place: the code goes wrong later.
        (
            "try:\n    from django.conf.urls import url\nexcept ImportError:\n    url = None\nurl(1)",
            ["2:34", "5:1"],
        ),
        ("try:\n    from django.conf.urls import url\nexcept ImportError:\n    pass", ["2:34"]),
        # Another error than a failed import is caught.
        ("try:\n    from django.conf.urls import url\nexcept KeyError:\n    from x import url", ["2:34"]),
        # The comparison lets the old code run on the release that removed it.
        ("import django\nif django.VERSION >= (3, 0):\n    from django.conf.urls import url", ["3:34"]),
        ("import django\nif django.VERSION < (4, 1):\n    from django.conf.urls import url", ["3:34"]),
        (
            "import django\nif django.VERSION <= (4, 0, 0):\n    pass\nelse:\n    from django.conf.urls import url",
            ["5:34"],
        ),
        # No comparison of Django's version.
        ("import sys\nif sys.version_info < (4, 0):\n    from django.conf.urls import url", ["3:34"]),
    ],
)
def test_what_only_looks_like_a_guard_is_found(text: str, places: list[str]) -> None:
    assert found(RULE, text) == [f"{place} django.conf.urls.url" for place in places]


def test_a_fallback_to_a_name_that_is_gone_too_is_found() -> None:
    rule = {"name": ["django.contrib.postgres.fields.JSONField", "django.contrib.postgres.forms.JSONField"]}
    text = (
        "try:\n    from django.contrib.postgres.fields import JSONField\n"
        "except ImportError:\n    from django.contrib.postgres.forms import JSONField"
    )
    assert [hit.split()[0] for hit in found(rule, text)] == ["2:48", "4:47"]


def test_a_comparison_guards_calls_settings_and_variables_as_well() -> None:
    body = "    default_app_config = 'x'\n    USE_L10N = True\n    a.is_ajax()"
    text = f"import django\nif django.VERSION < (4, 0):\n{body}"
    for rule in ({"variable": "default_app_config"}, {"setting": "USE_L10N"}, {"method": "is_ajax"}):
        assert found(rule, text) == []
        assert found(rule, text.replace("(4, 0)", "(4, 2)")) != []


def test_a_comparison_holds_for_the_release_in_which_the_change_is_necessary() -> None:
    text = "import django\nif django.VERSION < (5, 0):\n    from django.utils.timezone import utc"
    rule = {"name": "django.utils.timezone.utc"}
    assert found(rule, text, necessary_by="5.0") == []
    assert found(rule, text, necessary_by="4.2") == ["3:39 django.utils.timezone.utc"]
