"""A small source distribution of Django for tests: made up, but laid out like the real one."""

import io
import tarfile
from pathlib import Path

from atlas.facts.schema import Atlas
from atlas.sync.collect import collect
from atlas.sync.sources.sdist import Sdist

FEATURE_NOTES = """\
========================
Django 4.1 release notes
========================

*August 3, 2022*

Welcome.

Python compatibility
====================

Django 4.1 supports Python 3.8, 3.9, and 3.10 (as of 4.1.1). Use the newest.

What's new in Django 4.1
========================

Lending shelves
---------------

A :class:`~library.shelves.Shelf` lends ``books`` (:ticket:`123`).

* A detail of it.

Minor features
--------------

:mod:`library.desk`
~~~~~~~~~~~~~~~~~~~

* The new :func:`~library.desk.ring` rings.

  * Twice, with ``times=2``.

* It closes.

Backwards incompatible changes in 4.1
=====================================

Dropped support for PostgreSQL 10
---------------------------------

Django 4.1 supports PostgreSQL 11 and higher.

:mod:`library.maps`
-------------------

* Support for GDAL 2.1 is removed.
"""

PATCH_NOTES = """\
==========================
Django 4.1.1 release notes
==========================

*September 5, 2022*

Django 4.1.1 fixes a security issue with severity "high" in 4.1. It also adds compatibility with
Python 3.10.

CVE-2022-11111: Potential SQL injection via ``QuerySet.shelve()``
=================================================================

Shelves were open.

Bugfixes
========

* One thing works.

* Another thing works.
"""

SECURITY = """\
==========================
Archive of security issues
==========================

Issues
======

September 5, 2022 - :cve:`2022-11111`
-------------------------------------

Potential SQL injection via ``QuerySet.shelve()``. `Full description
<https://example.org/>`__

* Django 4.1 :commit:`(patch) <0123456789012345678901234567890123456789>`
"""

TIMELINE = """\
====================
Deprecation timeline
====================

.. _deprecation-removed-in-5.0:

5.0
---

See the :ref:`Django 4.1 release notes <deprecated-features-4.1>`.

* The ``library.desk.bell()`` function will be removed.
"""

LIBRARIES = """\
=========
Libraries
=========

Versions
========

==========  ======  ========
Program     Needed  Versions
==========  ======  ========
`PostGIS`_  Yes     3.2, 3.1
GDAL        Yes     3.4, 2.2
GEOS        Yes     3.10
PROJ        Yes     9.x, 4.x
SpatiaLite  Yes     5.0, 4.3
==========  ======  ========

.. _PostGIS: https://example.org/
"""

METADATA = "Metadata-Version: 2.1\nName: Django\nVersion: {version}\n\nA web framework.\n"

FILES = {
    "docs/releases/4.1.txt": FEATURE_NOTES,
    "docs/releases/4.1.1.txt": PATCH_NOTES,
    "docs/releases/security.txt": SECURITY,
    "docs/internals/deprecation.txt": TIMELINE,
    "docs/ref/contrib/gis/install/geolibs.txt": LIBRARIES,
}


def files_with(**changed: tuple[str, str]) -> dict[str, str]:
    """The files, with text replaced in those named: `notes=("old", "new")`."""
    names = dict(zip(("notes", "patch", "security", "timeline", "libraries"), FILES, strict=True))
    files = dict(FILES)
    for short, (old, new) in changed.items():
        assert old in files[names[short]]
        files[names[short]] = files[names[short]].replace(old, new)
    return files


def facts_of(**changed: tuple[str, str]) -> Atlas:
    """The facts that the files give, after replacements as for `files_with`."""
    return collect(Sdist("4.1.1", files_with(**changed)), lambda line: None)


def write_archive(folder: Path, files: dict[str, str] | None = None, version: str = "4.1.1") -> Path:
    """A .tar.gz as the index has it; with code that fails loudly if anything ever runs it."""
    trap = "raise SystemExit('the code of the distribution was run')\n"
    build = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
    extra = {"PKG-INFO": METADATA.format(version=version), "setup.py": trap, "pyproject.toml": build}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"django-{version}.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, text in {**extra, **(FILES if files is None else files)}.items():
            member = tarfile.TarInfo(f"django-{version}/{name}")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return path
