"""The pictures of the README can be made from a build, and an empty folder is told as such."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

pytestmark = pytest.mark.slow


def take(root: Path, site: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.screenshots", str(site), str(folder)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


def test_both_schemes_are_shot(root: Path, built_site: Path, tmp_path: Path) -> None:
    taken = take(root, built_site, tmp_path)
    assert taken.returncode == 0, taken.stderr
    light, dark = (Image.open(tmp_path / f"{scheme}.png").convert("L") for scheme in ("light", "dark"))
    assert light.size == dark.size == (1360, 940)
    assert light.getpixel((5, 400)) > 200 > 60 > dark.getpixel((5, 400))


def test_without_a_build_it_says_what_to_do(root: Path, tmp_path: Path) -> None:
    taken = take(root, tmp_path / "site", tmp_path / "pictures")
    assert taken.returncode == 1
    assert "make build" in taken.stderr
    assert "Traceback" not in taken.stderr
