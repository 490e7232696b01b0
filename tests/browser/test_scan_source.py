"""The browser reads the same files of a project as the command line, in the same letters, and skips the same."""

from pathlib import Path

from playwright.sync_api import Browser

from atlas.scan.engine import scan_folder
from atlas.scan.tables import TABLES
from tests.browser.scan_page import as_data, opened, scan, write_page

CHANGES = [
    {"id": "4.1/name", "necessary_by": "4.1", "rules": [{"name": ["django.utils.timezone.utc"]}]},
    {
        "id": "4.1/text",
        "necessary_by": "4.1",
        "rules": [{"pattern": ["é|ж|\\bneedle"], "files": ["*.txt", "*.js", "templates"]}],
    },
]
CODE = "from django.utils.timezone import utc  # é\n"
FILES: dict[str, bytes] = {
    "plain.py": CODE.encode(),
    "marked.py": b"\xef\xbb\xbf" + CODE.encode(),
    "windows.py": CODE.replace("\n", "\r\n").encode() * 2,
    "old-mac.py": CODE.replace("\n", "\r").encode() * 2,
    "latin.py": b"# coding: latin-1\n" + CODE.encode("latin-1"),
    "second-line.py": b"#!/usr/bin/env python\n# vim: set fileencoding=cp1251 :\nx = '\xe6'; "
    + CODE.encode("cp1251", "replace"),
    "no-cookie.py": b"x = 1; " + CODE.encode("latin-1"),
    "unknown-cookie.py": b"# coding: no-such\n" + CODE.encode(),
    "wide.txt": "needle é".encode("utf-16"),
    "big-endian.txt": b"\xfe\xff" + "é needle".encode("utf-16-be"),
    "latin.txt": "caf\xe9 \x93needle".encode("latin-1"),
    "binary.py": b"x = 1\0",
    "binary.txt": b"needle\0",
    "empty.py": b"",
    "large.py": b"#" * (TABLES["largest_file"] + 1),
    "just-not-large.txt": b"needle " + b"#" * (TABLES["largest_file"] - 7),
    "made.min.js": b"needle",
    "own.js": b"needle",
    "templates/page.html": "{{ é }}".encode(),
    "jinja2/page.html": "{{ é }}".encode(),
    "UPPER/Templates/Page.HTML": "{{ é }}".encode(),
    "photo.png": b"needle",
    ".hidden/a.py": CODE.encode(),
    "any/.git/a.py": CODE.encode(),
    "deep/env/pyvenv.cfg": b"",
    "deep/env/lib/a.py": CODE.encode(),
    **{f"in/{name}/a.py": CODE.encode() for name in TABLES["skipped_folders"]},
}  # fmt: skip


def test_files_are_read_and_skipped_alike(browser: Browser, tmp_path: Path) -> None:
    project = tmp_path / "project"
    for name, data in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(data)
    with opened(browser, write_page(tmp_path / "site", as_data(CHANGES)).as_uri()) as page:
        told = scan(page, project)
    expected = scan_folder(project, CHANGES)
    fields = ("path", "line", "column", "change", "what", "source")
    assert [tuple(hit[name] for name in fields) for hit in told["hits"]] == [
        tuple(getattr(hit, name) for name in fields) for hit in expected.hits
    ]
    assert told["files"] == expected.files
    assert [(item["path"], item["reason"]) for item in told["unread"]] == expected.unread
    assert len(expected.unread) == 3
