"""What is broken stops a build with the lines of `make check`, before the first page is drawn."""

from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

import macros
from tests.check.broken import own_copy, replace
from tests.project import GOOD, Project


def test_a_build_tells_every_broken_file_and_page_at_once(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = project.write("4.1/shelves", GOOD.replace("removed: 5.0\n", "removed: 3.2\n"))
    own_copy(project, "support.yml", "cves.json")
    line = replace(project.root / "data/support.yml", '"2023-12-01"', '"December 2023"')
    (project.root / "data/cves.json").write_text("{", encoding="utf-8")
    (project.root / "data/proof").mkdir()
    (project.root / "data/proof/services.json").write_text("[]", encoding="utf-8")
    monkeypatch.setattr(macros, "ROOT", project.root)
    conf = {"site_url": "/", "site_name": "", "use_directory_urls": True, "extra": {}}
    with pytest.raises(PluginError) as stopped:
        macros.define_env(SimpleNamespace(conf=conf))
    first, *lines = str(stopped.value).splitlines()
    assert first == "4 broken records:"
    assert [text.partition(": ")[0] for text in lines] == [
        "data/cves.json:1",
        "data/proof/services.json",
        f"data/support.yml:{line}",
        f"{page}:7",
    ]
