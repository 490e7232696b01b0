"""The Content-Security-Policy in `deploy/` is the one that the built site needs."""

from pathlib import Path

import pytest

from atlas.built.csp import HEADERS, NGINX, files, policy, same, stale
from atlas.built.pages import read_page


@pytest.mark.slow
def test_deploy_holds_the_policy_of_the_built_site(built_site: Path, root: Path) -> None:
    assert stale(built_site, root) == [], "run `make csp` and commit deploy/"


def test_a_new_inline_script_makes_it_stale(built_site: Path, root: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<script>alert(1)</script>")
    assert stale(tmp_path, root) == [NGINX, HEADERS]


def test_a_script_is_allowed_by_its_text_and_data_needs_no_leave() -> None:
    page = read_page("x.html", '<script>go()</script><script type="application/json">{}</script>')
    assert "script-src 'self' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=';" in policy([page])


def test_both_files_name_the_same_policy(tmp_path: Path) -> None:
    for name, text in files("default-src 'none'").items():
        assert "default-src 'none'" in text
        (tmp_path / Path(name).name).write_text(text)
        assert same(tmp_path / Path(name).name, text)
