"""The fresh project has what a version of a package asks for, where it asks for it."""

from typing import Any

from atlas.facts.packages import Recipe
from atlas.prove.packages import project
from atlas.prove.packages.working import recipe_key


def recipe(**fields: Any) -> Recipe:
    return Recipe(**{"does": "keeps books", "modules": ["shelves"], **fields})


def loaded(text: str) -> dict[str, Any]:
    """The settings that a module of settings makes."""
    made: dict[str, Any] = {}
    exec(text, made)
    return made


def test_an_app_that_must_come_first_comes_before_those_of_a_new_project() -> None:
    made = recipe(apps_first=["shelves >=2"], apps=["django.contrib.sites", "django.contrib.auth"])
    new, old = (loaded(project.files(made, version)["settings.py"]) for version in ("2.0", "1.0"))
    assert new["INSTALLED_APPS"] == ["shelves", *project.APPS, "django.contrib.sites"]
    assert old["INSTALLED_APPS"] == [*project.APPS, "django.contrib.sites"]


def test_a_version_without_addresses_is_not_asked_for_them() -> None:
    made = recipe(urls={"shelves/": "shelves.urls <2"}, requests=["/shelves/"])
    assert "include('shelves.urls')" in project.files(made, "1.9")["urls.py"]
    assert "shelves.urls" not in project.files(made, "2.0")["urls.py"]
    assert project.requests(made, "1.9") == [*project.ADDRESSES, "/shelves/"]
    assert project.requests(made, "2.0") == list(project.ADDRESSES)


def test_a_list_of_addresses_in_a_module_is_imported() -> None:
    made = recipe(urls={"a/": "shelves.urls", "b/": "shelves.more.urlpatterns"})
    urls = project.files(made, "1.0")["urls.py"]
    assert urls.startswith("from shelves.more import urlpatterns as list_1\n")
    assert "path(\"a/\", include('shelves.urls')),\n" in urls
    assert 'path("b/", include(list_1)),\n' in urls


def test_a_recipe_that_puts_no_app_first_keeps_the_key_of_its_records() -> None:
    assert recipe_key(recipe()) == "696fafaf5f0f"
    assert recipe_key(recipe(apps_first=["shelves"])) != recipe_key(recipe())
