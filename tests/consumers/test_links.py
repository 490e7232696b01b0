"""A real Sphinx project and a real MkDocs project link to changes and releases by their ids."""

import re
import subprocess
from pathlib import Path

import pytest

from bench.serving import served

pytestmark = pytest.mark.slow
SITE = "https://upgrade-atlas.example/"
CHANGE = f"{SITE}releases/4.1/logout-by-post/"
RELEASE = f"{SITE}releases/4.1/"
CONF = """\
project = "A project"
extensions = ["sphinx.ext.intersphinx"]
intersphinx_mapping = {{"atlas": ("{site}", "{inventory}")}}
"""
RST = """\
A project
=========

See :external+atlas:ref:`4.1/logout-by-post` and :ref:`the release <atlas:django-4.1>`.
"""
MKDOCS = """\
site_name: A project
plugins:
  - autorefs
  - mkdocstrings:
      handlers:
        python:
          inventories:
            - {{url: "{inventory}", base_url: "{site}", domains: {domains}}}
"""
MARKDOWN = "See [signing out][4.1/logout-by-post] and [the release][django-4.1].\n"


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True)


def links(page: Path) -> list[str]:
    return re.findall(rf'href="({SITE}[^"]*)"', page.read_text(encoding="utf-8"))


def test_a_sphinx_project_links_by_intersphinx(others: Path, built_site: Path, tmp_path: Path) -> None:
    conf = CONF.format(site=SITE, inventory=built_site / "objects.inv")
    (tmp_path / "conf.py").write_text(conf, encoding="utf-8")
    (tmp_path / "index.rst").write_text(RST, encoding="utf-8")
    done = run(others, "-m", "sphinx", "-q", "-W", "-n", "-b", "html", tmp_path, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert links(tmp_path / "out/index.html") == [CHANGE, RELEASE]
    assert "Logging out takes a POST request" in html


def mkdocs(others: Path, site: Path, folder: Path, domains: str) -> subprocess.CompletedProcess[str]:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs/index.md").write_text(MARKDOWN, encoding="utf-8")
    with served(site) as address:
        text = MKDOCS.format(site=SITE, inventory=f"{address}/objects.inv", domains=domains)
        (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
        return run(others, "-m", "mkdocs", "build", "--strict", "--config-file", folder / "mkdocs.yml")


def test_a_mkdocs_project_links_by_its_inventory_if_it_asks_for_the_domain_of_the_ids(
    others: Path, built_site: Path, tmp_path: Path
) -> None:
    done = mkdocs(others, built_site, tmp_path, "[std]")
    assert done.returncode == 0, done.stderr
    assert links(tmp_path / "site/index.html") == [CHANGE, RELEASE]
    without = mkdocs(others, built_site, tmp_path, "[py]")
    assert without.returncode == 1
    assert "4.1/logout-by-post" in without.stderr
