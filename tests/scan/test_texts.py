"""Strings and patterns: what is found in text rather than in the meaning of code."""

from atlas.scan.engine import scan_texts
from tests.scan.finding import found

BACKEND = {"string": "django.core.cache.backends.memcached.MemcachedCache"}


def test_nothing_happens_where_the_string_only_contains_the_text() -> None:
    name = BACKEND["string"]
    text = f"x = 'see {name}'\ny = '{name}2'"
    assert found(BACKEND, text) == []


def test_a_string_is_found_wherever_it_stands() -> None:
    text = "{'BACKEND': 'django.core.cache.backends.memcached.MemcachedCache'}\nf('postgresql_psycopg2')"
    assert [hit.split()[0] for hit in found(BACKEND, text)] == ["1:13"]
    assert found({"string": "postgresql_psycopg2"}, text) == ["2:3 postgresql_psycopg2"]


def test_a_string_is_found_by_the_module_that_it_begins_with() -> None:
    rule = {"string": "django.contrib.gis.db.backends"}
    assert found(rule, "x = 'django.contrib.gis.db.backends.postgis'") == [
        "1:5 django.contrib.gis.db.backends"
    ]
    assert found(rule, "x = 'django.contrib.gis.db.backends_x'") == []


def test_a_pattern_is_for_templates_unless_it_says_otherwise() -> None:
    rule = {"pattern": "IntegrityError"}
    assert found(rule, "except IntegrityError: pass") == []
    assert found({**rule, "files": "python"}, "try: pass\nexcept IntegrityError: pass  # IntegrityError") == [
        "2:8 IntegrityError"
    ]


def test_a_pattern_may_name_files() -> None:
    rule = {"pattern": "^pytz\\b", "files": ["requirements*.txt", "Pipfile"]}
    for path in ("requirements.txt", "a/Requirements-dev.txt", "Pipfile"):
        assert found(rule, "django\npytz==2022.7", path) == ["2:1 pytz"]
    assert found(rule, "pytz", "notes.txt") == []
    assert found({"pattern": "x+", "files": "*.js"}, "xx", "lib/a.min.js") == []
    assert found({"pattern": "x+", "files": "*.html"}, "{# x #}xx", "a.html") == ["1:8 xx"]


def test_of_a_very_long_line_the_part_around_the_place_is_shown() -> None:
    changes = [{"id": "4.0/x", "necessary_by": "4.0", "rules": [{"pattern": ["old"], "files": ["*.js"]}]}]
    text = f"  a = 1\n{'a' * 1000} old {'b' * 1000}\n  old"
    long, short = scan_texts([("a.js", text)], changes).hits
    assert (long.line, long.column, len(long.source)) == (2, 1002, 202)
    assert long.source.startswith("…aaa")
    assert " old bbb" in long.source
    assert long.source.endswith("bbb…")
    assert short.source == "old"
