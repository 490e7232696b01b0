"""Packages that are installed in an environment, packed into files again, so that pip needs no network."""

import zipfile
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

#: What pip writes when it installs, and what no archive holds.
LEFT_OUT = ("INSTALLER", "REQUESTED", "direct_url.json")


def pack(environment: Path, names: Iterable[str], folder: Path) -> list[Path]:
    """Write a wheel of each package into a folder. environment: its folder; names: in small letters.

    Errors: KeyError for a package that is not installed there; AssertionError for one that has compiled parts.
    Source: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
    """
    (site,) = environment.glob("lib/python3.*/site-packages")
    installed = {one.metadata["Name"].lower(): one for one in distributions(path=[str(site)])}
    return [_wheel(installed[name], folder) for name in names]


def _wheel(package: Distribution, folder: Path) -> Path:
    about = package.read_text("WHEEL") or ""
    assert "Root-Is-Purelib: true" in about, package.metadata["Name"]
    name = package.metadata["Name"].replace("-", "_")
    path = folder / f"{name}-{package.version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for file in package.files or ():
            # Programs (`../../../bin/django-admin`) are made anew from the entry points.
            if ".." not in file.parts and "__pycache__" not in file.parts and file.name not in LEFT_OUT:
                wheel.write(file.locate(), file.as_posix())
    return path
