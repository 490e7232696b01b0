"""What a worker imports before any sample: a warning stops it, but for one that is not about Django."""

from pathlib import Path

import pytest

from atlas.prove.worker import project

TEXT = "import warnings\nwarnings.warn({!r}, DeprecationWarning)\n"


def imports(text: str, name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / f"{name}.py").write_text(TEXT.format(text), encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr(project, "CORE", (name,))
    project.import_core()


def test_the_first_patches_of_3_2_may_import_distutils(tmp_path, monkeypatch):
    said = "The distutils package is deprecated and slated for removal in Python 3.12."
    imports(said, "imports_distutils", tmp_path, monkeypatch)


def test_any_other_warning_at_import_stops_the_worker(tmp_path, monkeypatch):
    with pytest.raises(DeprecationWarning, match="the url package"):
        imports("the url package is deprecated", "imports_url", tmp_path, monkeypatch)
