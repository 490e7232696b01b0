"""Packages that are installed in an environment, packed into files again, so that pip needs no network."""

import zipfile
from collections.abc import Iterable, Mapping
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
    return [_wheel(_pure(installed[name]), folder) for name in names]


def pack_all(environment: Path, folder: Path) -> list[Path]:
    """Write a wheel of every package of an environment, compiled ones included, for the system that it is on."""
    (site,) = environment.glob("lib/python3.*/site-packages")
    return [_wheel(one, folder, _tag(one)) for one in distributions(path=[str(site)])]


def _tag(package: Distribution) -> str:
    """The last of the tags that the package came with: `py3-none-any`, `cp310-cp310-manylinux_2_17_x86_64`."""
    lines = (package.read_text("WHEEL") or "").splitlines()
    return [line.removeprefix("Tag: ") for line in lines if line.startswith("Tag: ")][-1]


def repacked(
    wheel: Path, version: str, folder: Path, texts: Mapping[str, tuple[str, str]] | None = None
) -> Path:
    """The same package as a release that is made up.

    texts: what is replaced by what in a file, by its path inside of the wheel.
    """
    name, old = wheel.name.split("-")[:2]
    path = folder / wheel.name.replace(f"-{old}-", f"-{version}-")
    with zipfile.ZipFile(wheel) as before, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.namelist():
            raw = before.read(entry)
            inner = entry.replace(f"{name}-{old}.dist-info/", f"{name}-{version}.dist-info/")
            if entry.endswith(".dist-info/METADATA"):
                raw = raw.replace(f"Version: {old}\n".encode(), f"Version: {version}\n".encode(), 1)
            elif entry.endswith(".dist-info/RECORD"):
                raw = f"{name}-{version}.dist-info/RECORD,,\n".encode()
            elif entry in (texts or {}):
                was, now = (texts or {})[entry]
                assert was in raw.decode(), entry
                raw = raw.decode().replace(was, now).encode()
            after.writestr(
                zipfile.ZipInfo(inner), raw, zipfile.ZIP_DEFLATED
            )  # without the time: always the same bytes
    return path


def _pure(package: Distribution) -> Distribution:
    assert "Root-Is-Purelib: true" in (package.read_text("WHEEL") or ""), package.metadata["Name"]
    return package


def _wheel(package: Distribution, folder: Path, tag: str = "py3-none-any") -> Path:
    name = package.metadata["Name"].replace("-", "_")
    path = folder / f"{name}-{package.version}-{tag}.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for file in package.files or ():
            # Programs (`../../../bin/django-admin`) are made anew from the entry points.
            if ".." not in file.parts and "__pycache__" not in file.parts and file.name not in LEFT_OUT:
                wheel.write(file.locate(), file.as_posix())
    return path
