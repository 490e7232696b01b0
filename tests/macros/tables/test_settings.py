"""The reference of settings says which default each release has, and which changes nothing announced."""

import pytest

from atlas.facts import default_files
from atlas.publish.search.html import read_html
from macros.tables import settings
from tests.html_tables import Table, tables
from tests.macros.one_page import here_on
from tests.project import GOOD, Project

PAGE = "reference/settings.md"
#: A page of 5.0 that names a setting.
ZONES = GOOD.replace("django.contrib.auth.views.LogoutView", "USE_TZ").replace("removed: 5.0", "removed: 6.0")


def rows(drawn: str) -> dict[str, list[str]]:
    (table,) = tables(drawn)
    return {row[0]: row for row in table.rows}


@pytest.fixture
def everything(project: Project) -> Table:
    (table,) = tables(settings.all_settings(here_on(project, PAGE)))
    return table


def test_a_default_that_never_changed_is_shown_without_releases(everything: Table) -> None:
    assert next(row for row in everything.rows if row[0] == "CSRF_COOKIE_AGE")[1] == "31449600"


def test_a_default_that_changed_names_the_releases_of_each(everything: Table) -> None:
    shown = next(row for row in everything.rows if row[0] == "USE_TZ")
    assert shown[1].startswith("2.2 to 4.2 False 5.0 to ")
    assert shown[2] == "set"


def test_a_long_list_is_told_by_its_size_and_then_by_what_differs(everything: Table) -> None:
    shown = next(row for row in everything.rows if row[0] == "LANGUAGES")[1]
    assert " entries[('af', 'Afrikaans')" in shown
    assert "3.2('ms'" not in shown
    assert "('ckb', 'Central Kurdish (Sorani)')" in shown
    assert shown.count("Afrikaans") == 1


def test_every_setting_of_every_release_is_there(everything: Table, project: Project) -> None:
    kept = default_files.load(project.root / "data")
    assert [row[0] for row in everything.rows] == sorted(kept.settings)


def test_permissions_of_files_are_octal(project: Project) -> None:
    shown = rows(settings.changed_defaults(here_on(project, PAGE)))["FILE_UPLOAD_PERMISSIONS"]
    assert shown[1] == "to 2.2 None from 3.0 0o644"


def test_a_change_that_nothing_announced_stands_out(project: Project) -> None:
    found = rows(settings.changed_defaults(here_on(project, PAGE)))
    assert found["X_FRAME_OPTIONS"][2] == "Silent"
    assert found["USE_TZ"][2] == "a warning or a check; generated projects set it"


def test_lists_that_only_grew_are_kept_apart(project: Project) -> None:
    changed = rows(settings.changed_defaults(here_on(project, PAGE)))
    grown = rows(settings.grown_defaults(here_on(project, PAGE)))
    assert {"LANGUAGES", "PASSWORD_HASHERS"} <= set(grown)
    assert not set(grown) & set(changed)
    assert "DATETIME_INPUT_FORMATS" in changed, "it lost entries"


def test_a_change_leads_to_the_pages_that_name_the_setting(project: Project) -> None:
    project.write("5.0/zones", ZONES)
    project.write("4.1/other", GOOD.replace("django.contrib.auth.views.LogoutView", "X_FRAME_OPTIONS"))
    drawn = settings.changed_defaults(here_on(project, PAGE))
    assert rows(drawn)["USE_TZ"][3] == "Shelves close on Sundays"
    assert 'href="../../releases/5.0/zones/"' in drawn
    assert rows(drawn)["X_FRAME_OPTIONS"][3] == "–no page here", "4.1 is not where that default changed"


def test_what_came_and_went_is_told_by_release(project: Project) -> None:
    found = rows(settings.settings_by_release(here_on(project, PAGE)))
    assert found["5.1"] == ["5.1", "none", "DEFAULT_FILE_STORAGE, STATICFILES_STORAGE"]


def test_keys_of_a_database_have_their_defaults(project: Project) -> None:
    found = rows(settings.database_settings(here_on(project, PAGE)))
    assert found["CONN_MAX_AGE"][1] == "0"
    assert found["CONN_HEALTH_CHECKS"][1].startswith("4.1 to ")


def test_a_name_is_searched_for_but_not_its_defaults(project: Project) -> None:
    project.write("5.0/zones", ZONES)
    drawn = settings.all_settings(here_on(project, PAGE))
    words = read_html(f"<article>{drawn}</article>").sections[0].text
    assert "CSRF_COOKIE_AGE" in words
    assert "31449600" not in words and "Shelves close" not in words
