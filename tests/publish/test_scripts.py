"""What the site publishes as scripts is what the manifest says, and the manifest leaves nothing out."""

import re
from pathlib import Path

import pytest

from atlas.publish.scripts import FOLDER, MANIFEST, BundleBroken, bundles, script, write_scripts


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two parts, `a` and `b`, and one bundle of both."""
    (tmp_path / FOLDER / "room").mkdir(parents=True)
    (tmp_path / FOLDER / "room/a.js").write_text('"use strict";\n\nconst first = 1;\n')
    (tmp_path / FOLDER / "b.js").write_text('"use strict";\n\nself.sum = first + 1;\n')
    manifest(tmp_path, '[both]\nfile = "assets/both.js"\nparts = ["room/a", "b"]\n')
    return tmp_path


def manifest(project: Path, text: str) -> None:
    """Write the manifest of a project."""
    (project / MANIFEST).write_text(text)


def test_parts_share_one_scope_in_the_order_of_the_manifest(project: Path) -> None:
    assert script(project, "both") == (
        '(() => {\n"use strict";\nconst first = 1;\nself.sum = first + 1;\n})();\n'
    )


def test_comments_are_left_out_and_nothing_that_looks_like_one(project: Path) -> None:
    code = 'const a = 1;\n  const b = "/* no comment */", d = "https:// none";\n  c((a));\n'
    asides = code.replace("1;", "1; // one").replace("(a)", "/** @type {any} */ (a)")
    comments = "// one line\n\n/** and\n * more **/\n  /* b */\n"
    (project / FOLDER / "b.js").write_text(f'"use strict";\n\n{comments}{asides}{comments}')
    manifest(project, '[one]\nfile = "x.js"\nparts = ["b"]\n')
    assert script(project, "one") == f'(() => {{\n"use strict";\n{code}}})();\n'


def test_a_held_bundle_is_a_function_that_only_a_worker_runs(project: Path) -> None:
    manifest(project, '[held]\nfile = "x.js"\nheld = "atlas.engine"\nparts = ["b"]\n')
    text = script(project, "held")
    assert text.startswith("self.atlas = self.atlas || {};\natlas.engine = function () {\n")
    assert text.endswith('};\nif (typeof document === "undefined") atlas.engine();\n')


def test_data_comes_before_the_parts_and_ends_no_line(project: Path) -> None:
    manifest(project, '[told]\nfile = "x.js"\ndata = ["WORDS"]\nparts = ["b"]\n')
    text = script(project, "told", {"WORDS": {"a": "é\u2028"}})
    assert 'const WORDS = {"a":"é\\u2028"};\nself.sum' in text


def test_other_data_than_named_is_an_error(project: Path) -> None:
    with pytest.raises(BundleBroken, match=r"\[both\]: data is \['WORDS'\], .* says \[\]"):
        script(project, "both", {"WORDS": 1})


def test_a_part_that_is_missing_is_named(project: Path) -> None:
    manifest(project, '[both]\nfile = "x.js"\nparts = ["room/c"]\n')
    with pytest.raises(
        BundleBroken, match=r"\[both\]: parts: docs/assets/javascripts/room/c\.js is not there"
    ):
        script(project, "both")


@pytest.mark.parametrize(
    ("one", "other"),
    [("const first = 1;\n", "function first() {}\n"), ("const first = 1;\n", "let first = 2;\n")],
)
def test_two_parts_with_one_name_are_an_error(project: Path, one: str, other: str) -> None:
    (project / FOLDER / "room/a.js").write_text(one)
    (project / FOLDER / "b.js").write_text(other)
    with pytest.raises(BundleBroken, match=r"\[both\]: two parts declare first"):
        script(project, "both")


def test_the_second_constant_of_a_line_is_one_too(project: Path) -> None:
    (project / FOLDER / "room/a.js").write_text("const MOST = 1, READ = 2;\n")
    (project / FOLDER / "b.js").write_text('const READ = 3;\nfunction draw({ title, summary = "" }) {}\n')
    with pytest.raises(BundleBroken, match=r"two parts declare READ$"):
        script(project, "both")


def test_an_unknown_key_is_named(project: Path) -> None:
    manifest(project, '[both]\nfile = "x.js"\nparts = []\nasync = true\n')
    with pytest.raises(BundleBroken, match=r"\[both\]: .*'async'"):
        bundles(project)


def test_bundles_without_data_are_written_where_the_manifest_says(project: Path, tmp_path: Path) -> None:
    manifest(
        project, '[a]\nfile = "x/a.js"\nparts = ["room/a"]\n[b]\nfile = "b.js"\ndata = ["D"]\nparts = []\n'
    )
    write_scripts(project, tmp_path / "site")
    assert [path.name for path in (tmp_path / "site").rglob("*.js")] == ["a.js"]


def test_every_script_of_the_project_is_in_a_bundle(root: Path) -> None:
    used = {part for bundle in bundles(root).values() for part in bundle.parts}
    folder = root / FOLDER
    scripts = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.js")}
    assert {part for part in used if not part.startswith("../")} == scripts


def test_every_script_that_the_theme_names_is_published(root: Path) -> None:
    files = {bundle.file for bundle in bundles(root).values()}
    sources = [*(root / "overrides").rglob("*.html"), root / "mkdocs.yml", *(root / "macros").rglob("*.py")]
    named = {
        name for path in sources for name in re.findall(r"assets/javascripts/[\w-]+\.js", path.read_text())
    }
    assert len(named) >= 5
    assert named - files == set()


def test_what_scripts_are_made_of_is_not_published(root: Path) -> None:
    config = (root / "mkdocs.yml").read_text()
    excluded = set(re.findall(r"^  /assets/javascripts/([\w.]+)/?$", config, re.M))
    assert excluded == {path.name for path in (root / FOLDER).iterdir()}
