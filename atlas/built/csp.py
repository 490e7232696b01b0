"""`python -m atlas csp SITE`: the Content-Security-Policy that a built site needs, and no more.

Scripts that stand inside pages are allowed by the hash of their text, so the policy is made from the
built pages. Source: https://www.w3.org/TR/CSP3/
"""

import argparse
import base64
import hashlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from atlas.built.pages import BuiltPage, read_site

ROOT = Path(__file__).resolve().parents[2]
#: Where the policy goes: a line for nginx, and the header lines of hosts that read a `_headers` file.
NGINX, HEADERS = "deploy/csp.conf", "deploy/_headers"

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
/assets/stylesheets/*.min.css
  Cache-Control: public, max-age=31536000, immutable
/assets/javascripts/*.min.js
  Cache-Control: public, max-age=31536000, immutable
/api/*
  Access-Control-Allow-Origin: *
"""


def policy(pages: Iterable[BuiltPage]) -> str:
    """The policy for pages, its hashes sorted."""
    hashes = sorted({script_hash(text) for page in pages for text in page.scripts})
    allowed = {**DIRECTIVES, "script-src": " ".join([DIRECTIVES["script-src"], *hashes])}
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def script_hash(text: str) -> str:
    """A script's text as a policy names it: `'sha256-…'`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def files(text: str) -> dict[str, str]:
    """What `deploy/` holds for a policy, by path."""
    return {
        NGINX: f'# Written by `make csp`.\nadd_header Content-Security-Policy "{text}" always;\n',
        HEADERS: STATIC_HOST.format(policy=text),
    }


def stale(site: Path, root: Path = ROOT) -> list[str]:
    """The files of `deploy/` that do not hold the policy of a built site."""
    wanted = files(policy(read_site(site)))
    return [name for name, text in wanted.items() if not same(root / name, text)]


def same(path: Path, text: str) -> bool:
    """Whether a file is there and holds exactly this text."""
    return path.is_file() and path.read_text(encoding="utf-8") == text


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the policy, or with `--write` bring `deploy/` up to date."""
    parser = argparse.ArgumentParser(prog="python -m atlas csp", description=__doc__.partition(": ")[2])
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--write", action="store_true", help=f"write {NGINX} and {HEADERS}")
    options = parser.parse_args(arguments)
    text = policy(read_site(options.site))
    if options.write:
        for name, content in files(text).items():
            (ROOT / name).write_text(content, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
