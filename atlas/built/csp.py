"""`python -m atlas csp SITE`: the Content-Security-Policy that a built site needs, and no more.

Scripts that stand inside pages are allowed by the hash of their text, so the policy is made from the
built pages. Source: https://www.w3.org/TR/CSP3/
"""

import argparse
import base64
import hashlib
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from atlas.built.pages import BuiltPage, read_site
from atlas.records.redirects import Redirects, load

ROOT = Path(__file__).resolve().parents[2]
#: Where the policy goes: a line for nginx, and the header lines of hosts that read a `_headers` file.
NGINX, HEADERS = "deploy/csp.conf", "deploy/_headers"
#: Where what moved goes, for the same two.
MOVED, STATIC_MOVED = "deploy/redirects.conf", "deploy/_redirects"

DIRECTIVES: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
STATIC_HOST: Final = """\
# Written by `make csp`; for hosts that read this file from the folder of the site.
/*
  Content-Security-Policy: {policy}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: {permissions}
  Cross-Origin-Opener-Policy: same-origin
/api/*
  Access-Control-Allow-Origin: *
/endoflife/*
  Access-Control-Allow-Origin: *
/objects.inv
  Access-Control-Allow-Origin: *
"""
#: The last line for the second of these: a folder is answered with the file of JSON in it, where that is all it has.
ANSWERED: Final = "/endoflife/api/v1/* /endoflife/api/v1/:splat/index.json 200\n"
#: What follows for each file that never changes. The parts of the search index carry their digest in the query, which
#: no line of such a file can ask for: they are asked for again, and answered with 304.
KEPT: Final = "/{path}\n  Cache-Control: public, max-age=31536000, immutable\n"
#: A name with a digest, as the theme writes it.
DIGESTED: Final = re.compile(r"\.[0-9a-f]{8}\.min\.(?:css|js)$")
#: What no page asks a browser for. Source: https://www.w3.org/TR/permissions-policy/
PERMISSIONS: Final = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def policy(pages: Iterable[BuiltPage]) -> str:
    """The policy for pages, its hashes sorted."""
    hashes = sorted({script_hash(text) for page in pages for text in page.scripts})
    allowed = {**DIRECTIVES, "script-src": " ".join([DIRECTIVES["script-src"], *hashes])}
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def script_hash(text: str) -> str:
    """A script's text as a policy names it: `'sha256-…'`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def digested(site: Path) -> list[str]:
    """The files of a built site whose names carry a digest of what is in them, below its root."""
    found = (path.relative_to(site).as_posix() for path in (site / "assets").rglob("*.min.*"))
    return sorted(path for path in found if DIGESTED.search(path))


def files(text: str, kept: Sequence[str] = ()) -> dict[str, str]:
    """What `deploy/` holds for a policy, by path. kept: files that never change."""
    lines = STATIC_HOST.format(policy=text, permissions=PERMISSIONS)
    return {
        NGINX: f'# Written by `make csp`.\nadd_header Content-Security-Policy "{text}" always;\n',
        HEADERS: lines + "".join(KEPT.format(path=path) for path in kept),
    }


def moved(redirects: Redirects) -> dict[str, str]:
    """What `deploy/` holds for pages that moved, by path. Servers never see an anchor: browsers keep it."""
    pages = {old: new.partition("#")[0] for old, new in sorted(redirects.pages.items())}
    return {
        MOVED: "# Written by `make csp`.\n" + "".join(f'"{old}" "{new}";\n' for old, new in pages.items()),
        STATIC_MOVED: "# Written by `make csp`.\n"
        + "".join(f"{old} {new} 301\n" for old, new in pages.items())
        + ANSWERED,
    }


def wanted(site: Path, root: Path) -> dict[str, str]:
    """Everything that is written into `deploy/`, by path. site: the folder of a built site."""
    return {**files(policy(read_site(site)), digested(site)), **moved(load(root)[0])}


def stale(site: Path, root: Path = ROOT) -> list[str]:
    """The files of `deploy/` that do not hold the policy of a built site."""
    return [name for name, text in wanted(site, root).items() if not same(root / name, text)]


def same(path: Path, text: str) -> bool:
    """Whether a file is there and holds exactly this text."""
    return path.is_file() and path.read_text(encoding="utf-8") == text


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the policy, or with `--write` bring `deploy/` up to date."""
    parser = argparse.ArgumentParser(prog="python -m atlas csp", description=__doc__.partition(": ")[2])
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument(
        "--write", action="store_true", help="write the files of deploy/ that follow from the site"
    )
    options = parser.parse_args(arguments)
    text = policy(read_site(options.site))
    if options.write:
        for name, content in wanted(options.site, ROOT).items():
            (ROOT / name).write_text(content, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
