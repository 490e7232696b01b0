"""The release that comes after the newest: its source distribution, made from the newest one."""

import io
import tarfile
from pathlib import Path

PATCH = """\
{line}
Django {version} release notes
{line}

*December 1, 2026*

Django {version} fixes a bug in {before}.

Bugfixes
========

* Fixed a bug in Django {before} where shelves of :class:`~django.views.generic.list.ListView` stayed open
  (:ticket:`36999`).
"""
FEATURE = """\
{line}
Django {version} release notes
{line}

*April 7, 2027*

Welcome to Django {version}!

Django {version} is designated as a :term:`long-term support release`.

Python compatibility
====================

Django {version} supports Python 3.12, 3.13, and 3.14.

What's new in Django {version}
===============================

Minor features
--------------

:mod:`django.contrib.admin`
~~~~~~~~~~~~~~~~~~~~~~~~~~~

* The new ``shelves`` option closes shelves.

* The admin rings a bell.

Backwards incompatible changes in {version}
============================================

Miscellaneous
-------------

* Shelves are closed on Sundays.
"""


def notes(template: str, version: str, before: str = "") -> str:
    """Notes of a release that is made up. before: the release that a patch follows."""
    line = "=" * len(f"Django {version} release notes")
    return template.format(line=line, version=version, before=before)


def made_from(newest: Path, folder: Path, version: str, added: dict[str, str]) -> Path:
    """An archive of `version`: all that the newest has, and more files (path below the archive's folder to text)."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"django-{version}.tar.gz"
    with tarfile.open(newest) as old, tarfile.open(path, "w:gz", compresslevel=1) as new:
        for member in old:
            inner = member.name.partition("/")[2]
            if not inner or inner in added or not member.isfile():
                continue
            stream = old.extractfile(member)
            assert stream
            raw = stream.read()
            if inner == "PKG-INFO":
                raw = _renamed(raw.decode(), version).encode()
            _add(new, f"django-{version}/{inner}", raw)
        for inner, text in added.items():
            _add(new, f"django-{version}/{inner}", text.encode())
    return path


def _renamed(metadata: str, version: str) -> str:
    lines = [
        f"Version: {version}" if line.startswith("Version: ") else line for line in metadata.splitlines()
    ]
    return "\n".join(lines) + "\n"


def _add(archive: tarfile.TarFile, name: str, raw: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(raw)
    archive.addfile(member, io.BytesIO(raw))
