"""Files of a project: which are read, as what, and their text. Nothing here fails; what cannot be read is said."""

from __future__ import annotations

import codecs
import fnmatch
import io
import os
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from atlas.scan.tables import Tables


class File(NamedTuple):
    """A file to read. `shown`: its path below the scanned folder, with slashes."""

    path: Path
    shown: str
    kind: str


class Unread(NamedTuple):
    """A file that was not read, and why."""

    path: str
    reason: str


def kind_of(shown: str, globs: list[str], tables: Tables) -> str | None:
    """`python`, `template` or `other` for a path; None if no rule asks for such a file."""
    *folders, name = shown.lower().split("/")
    if name.endswith(tables.python_suffix):
        return "python"
    if name.endswith(tables.made_suffixes):
        return None
    text = tables.template_folder in folders and name.endswith(tables.text_template_suffixes)
    if tables.foreign_template_folder not in folders and (text or name.endswith(tables.template_suffixes)):
        return "template"
    return "other" if any(fnmatch.fnmatchcase(name, glob.lower()) for glob in globs) else None


def walk(folder: Path, globs: list[str], unread: list[Unread], tables: Tables) -> Iterator[File]:
    """Files below a folder in order of path. Links to folders are not followed, so that no loop is walked.

    Nor are links to files outside of the folder: a report goes to others, and shows lines of what was read.
    """
    if folder.is_file():
        kind = kind_of(folder.name, globs, tables)
        if kind:
            yield File(folder, folder.name, kind)
        return

    def failed(error: OSError) -> None:
        where = Path(error.filename).relative_to(folder).as_posix()
        unread.append(Unread(where, tables.reason("unlisted", why=error.strerror)))

    root = os.path.realpath(folder)
    for at, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in tables.skipped_folders
        )
        if tables.environment_file in names:
            folders.clear()
            continue
        below = Path(at).relative_to(folder).as_posix()
        for name in sorted(names):
            shown = name if below == "." else f"{below}/{name}"
            file = File(Path(at, name), shown, kind_of(shown, globs, tables) or "")
            if file.kind and leads_out(file.path, root):
                unread.append(Unread(shown, "a link to a file outside of the folder"))
            elif file.kind:
                yield file


def leads_out(path: Path, root: str) -> bool:
    """Whether a path is a link to what is not below a folder. root: without links in it."""
    # Not `Path.is_symlink`, which fails in a folder that may be listed and not entered.
    return os.path.islink(path) and not Path(os.path.realpath(path)).is_relative_to(root)  # noqa: PTH114


def text_of(path: Path, tables: Tables) -> tuple[str, str]:
    r"""A file's text with `\n` for every end of line, or why there is none: one of the two is empty."""
    try:
        if not path.is_file():
            return "", "not a file (a broken link, a device or a pipe)"
        if (size := path.stat().st_size) > tables.largest_file:
            limit = tables.largest_file // 1_000_000
            return "", tables.reason("large", size=f"{size / 1_000_000:.1f}", limit=limit)
        data = path.read_bytes()
    except OSError as error:
        return "", tables.reason("unreadable", why=error.strerror)
    if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "", tables.reason("binary")
    return _decoded(data).replace("\r\n", "\n").replace("\r", "\n"), ""


def _decoded(data: bytes) -> str:
    """The text by its byte order mark or coding cookie, else UTF-8, else Latin-1, which reads anything."""
    encoding = "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        try:
            encoding = tokenize.detect_encoding(io.BytesIO(data).readline)[0]
        except SyntaxError:  # an unknown cookie, or bytes that are no UTF-8
            encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return data.decode("latin-1")
