"""Public names and the modules behind them."""

from atlas.scan.reexports import PUBLIC, REEXPORTS, spellings


def test_a_name_that_stands_in_no_such_module_has_one_spelling() -> None:
    assert spellings("django.utils.timezone.utc", REEXPORTS) == ["django.utils.timezone.utc"]
    assert spellings("django.db.models.fields", REEXPORTS) == ["django.db.models.fields"]


def test_the_longest_module_counts() -> None:
    assert spellings("django.db.models.fields.json.JSONField", REEXPORTS)[1] == "django.db.models.JSONField"
    assert (
        spellings("django.db.models.fields.CharField.name", REEXPORTS)[1] == "django.db.models.CharField.name"
    )


def test_modules_are_listed_in_order() -> None:
    assert list(PUBLIC) == sorted(PUBLIC)
    assert all(names.split() == sorted(names.split()) for names in PUBLIC.values())
