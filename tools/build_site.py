"""Build the site, and put it in place as a whole: `python -m tools.build_site site [OPTION OF MKDOCS …]`.

A build that fails, or is killed at any moment, leaves the site of before. The new one is made in `.site.new` beside it.
"""

import re
import shutil
import sys
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from mkdocs.__main__ import cli

SETTINGS: Final = Path("mkdocs.yml")
SITE_URL: Final = re.compile(r"^site_url: *(\S+)", re.M)
#: Domains that are nobody's. Source: https://www.rfc-editor.org/rfc/rfc2606
NOBODYS: Final = re.compile(r"(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))$")


def main(arguments: list[str]) -> int:
    """Exit status 0, or that of MkDocs, which says why."""
    if not arguments:
        print("python -m tools.build_site: expected the folder to build into, such as site", file=sys.stderr)
        return 2
    site, *options = arguments
    target = Path(site)
    new, old = beside(target, "new"), beside(target, "old")
    if old.exists() and not target.exists():  # killed between the two moves below
        old.rename(target)
    shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    code = mkdocs(["build", "--strict", "--site-dir", str(new), *options])
    if code:
        shutil.rmtree(new, ignore_errors=True)
        return code
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    if found := placeholder(SETTINGS.read_text(encoding="utf-8")):
        print(
            f"{SETTINGS}: site_url: found {found}, which is nobody's; before you publish, put the site's address there:"
            " copied links, feeds and canonical addresses begin with it",
            file=sys.stderr,
        )
    return 0


def placeholder(settings: str) -> str:
    """The address of the site in the text of its settings, if it is one that nobody can have."""
    found = SITE_URL.search(settings)
    return found[1] if found and NOBODYS.search(urlsplit(found[1]).hostname or "") else ""


def beside(target: Path, state: str) -> Path:
    """Where the other site is: on the same disk, so that a move is one step."""
    return target.with_name(f".{target.name}.{state}")


def mkdocs(arguments: list[str]) -> int:
    """Run MkDocs in this process, so that nothing of it goes on when this is killed; its exit status."""
    try:
        cli.main(arguments, prog_name="mkdocs")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
