"""A name leads to the file that defines it."""

from pathlib import Path

from atlas.facts.source_files import SourceIndex, load, module_of, to_json
from atlas.sync.docs.imports import imported_names

SOURCES = {
    "django/forms/__init__.py": "from django.forms.widgets import *\nfrom .fields import Field, _private\nimport os\n",
    "django/forms/fields.py": "from django.forms.widgets import Select\nclass Field: ...\ndef _private(): ...\n",
    "django/forms/widgets.py": "LIMIT = 3\nclass Select: ...\n",
    "django/apps/__init__.py": "from .config import AppConfig\nfrom . import config\n",
    "django/apps/config.py": "from django.apps import apps\nclass AppConfig: ...\n",
}


def index() -> SourceIndex:
    files = {module_of(path): path for path in SOURCES}
    return SourceIndex({"4.1": "4.1.13"}, {"4.1": files}, {"4.1": imported_names(SOURCES)})


def test_a_name_imported_into_a_package_leads_to_where_it_is_defined() -> None:
    assert index().path("django.forms.Field", "4.1") == "django/forms/fields.py"
    assert index().path("django.forms.Select", "4.1") == "django/forms/widgets.py"


def test_a_member_leads_to_the_file_of_its_class() -> None:
    assert index().path("django.forms.Field.clean()", "4.1") == "django/forms/fields.py"
    assert index().path("django.forms.widgets.Select.render", "4.1") == "django/forms/widgets.py"


def test_modules_that_import_each_other_are_no_trap() -> None:
    assert index().path("django.apps.AppConfig", "4.1") == "django/apps/config.py"


def test_a_name_that_the_series_does_not_have_leads_nowhere() -> None:
    assert index().path("shelves.Shelf", "4.1") is None
    assert index().path("django.tasks.task", "4.1") is None
    assert index().path("django.forms.Field", "1.11") is None


def test_the_file_gives_back_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "django-source.json").write_text(to_json(index()))
    assert load(tmp_path) == index()


def test_the_real_index_knows_where_fields_are_defined(root: Path) -> None:
    real = load(root / "data")
    assert real.path("django.db.models.CharField", "4.1") == "django/db/models/fields/__init__.py"
    assert real.path("django.contrib.auth.views.LogoutView", "2.2") == "django/contrib/auth/views.py"
