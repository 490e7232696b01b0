"""Finishing touches to a page's HTML: samples that form a pair, and parts that belong after a section."""

import re
from collections.abc import Iterable

from atlas.words.vocabulary import ROLES

#: One highlighted block of a sample as pymdownx writes it. Blocks never nest: the first `</div>` ends it.
SAMPLE = re.compile(
    r'<div class="(?P<class>[^"]*)highlight"><span class="filename">'
    r"(?P<title>(?P<role>Before|After)(?:: [^<]*)?)</span>(?P<code>.*?)</div>",
    re.DOTALL,
)
TAG = re.compile(r"<[^>]+>")
ENTITY = re.compile(r"&#?\w+;")
#: Characters of code that fit into half of the text column without scrolling.
HALF = 50


def pair_samples(html: str) -> str:
    """Mark the blocks titled Before and After; neighbors of both roles become the two halves of a pair."""
    parts: list[str] = []
    group: list[re.Match[str]] = []
    end = 0
    for block in SAMPLE.finditer(html):
        between = html[end : block.start()]
        if between.strip() or not group:
            parts += [_group(group), between]
            group = []
        group.append(block)
        end = block.end()
    return "".join((*parts, _group(group), html[end:]))


def _group(blocks: list[re.Match[str]]) -> str:
    """Blocks that nothing stands between, as a pair where both roles are among them."""
    halves = {role: [block for block in blocks if block["role"] == role] for role in ROLES}
    if not all(halves.values()):
        return "\n".join(map(_block, blocks))
    side = " pair--side" if max(_width(block["code"]) for block in blocks) <= HALF else ""
    inner = "".join(
        f'<div class="half half--{role.lower()}">{"".join(map(_block, rows))}</div>'
        for role, rows in halves.items()
    )
    return f'<div class="pair{side}">{inner}</div>'


def _block(block: re.Match[str]) -> str:
    printed = " sample--output" if block["title"].endswith(": output") else ""
    classes = f"{block['class']}highlight sample sample--{block['role'].lower()}{printed}"
    return f'<div class="{classes}"><span class="filename">{block["title"]}</span>{block["code"]}</div>'


def _width(block: str) -> int:
    """The longest line of a highlighted block, in characters."""
    return max(map(len, ENTITY.sub("x", TAG.sub("", block)).split("\n")))


def after_section(html: str, headings: Iterable[str], part: str) -> str:
    """Put `part` at the end of the section with one of these headings; at the end of the page without one."""
    if not part:
        return html
    anchors = "|".join(heading.lower().replace(" ", "-") for heading in headings)
    start = re.search(rf'<h2 id="(?:{anchors})"', html)
    following = re.search(r"<h2\b", html[start.end() :]) if start else None
    place = start.end() + following.start() if start and following else len(html)
    # str(): adding markup to text would escape the text.
    return html[:place] + str(part) + html[place:]
