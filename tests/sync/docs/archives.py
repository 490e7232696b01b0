"""Small source distributions of Django for tests."""

import io
import tarfile
from pathlib import Path

SETTINGS = """\
========
Settings
========

.. setting:: DEBUG

``DEBUG``
---------

On or off.
"""


def archive(folder: Path, version: str, files: dict[str, str] | None = None) -> Path:
    """Write `Django-<version>.tar.gz` with a settings page, a package, and the files given (path to text)."""
    contents = {
        "PKG-INFO": f"Metadata-Version: 2.1\nName: Django\nVersion: {version}\n",
        "docs/ref/settings.txt": SETTINGS,
        "django/db/__init__.py": "from django.db.rows import Row\nfrom .rows import *\n",
        "django/db/rows.py": "class Row:\n    pass\n\ndef scan():\n    pass\n",
        **(files or {}),
    }
    path = folder / f"Django-{version}.tar.gz"
    with tarfile.open(path, "w:gz") as packed:
        for name, text in contents.items():
            member = tarfile.TarInfo(f"Django-{version}/{name}")
            member.size = len(text.encode())
            packed.addfile(member, io.BytesIO(text.encode()))
    return path
