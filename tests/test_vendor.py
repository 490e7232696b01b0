"""Scripts of others that the site brings along are the ones that their notes describe."""

import hashlib
from pathlib import Path

import pytest

VENDOR = Path(__file__).parent.parent / "docs/assets/vendor"
FOLDERS = sorted(VENDOR.iterdir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_has_its_license_and_the_digest_of_its_script(folder: Path) -> None:
    readme = (folder / "README.txt").read_text(encoding="utf-8")
    scripts = list(folder.glob("*.js"))
    assert scripts
    assert (folder / "LICENSE.txt").is_file()
    for script in scripts:
        assert hashlib.sha256(script.read_bytes()).hexdigest() in readme, f"{script.name} was changed"
