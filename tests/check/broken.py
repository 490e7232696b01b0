"""A project whose data a test may damage."""

import shutil
from pathlib import Path

from tests.project import Project


def own_copy(project: Project, *names: str) -> None:
    """Make files or folders below the project's `data/` copies instead of links to the real ones."""
    for name in names:
        path = project.root / "data" / name
        real = path.resolve()
        path.unlink()
        if real.is_dir():
            shutil.copytree(real, path)
        else:
            shutil.copyfile(real, path)


def replace(path: Path, old: str, new: str) -> int:
    """Replace the first `old` in a file, which must be there; the number of its line."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} has no {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    return text[: text.index(old)].count("\n") + 1
