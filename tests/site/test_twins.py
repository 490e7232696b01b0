"""What the built site publishes for programs is all there."""

import re
from pathlib import Path

SITE = "https://upgrade-atlas.example/"


def test_every_page_has_a_twin_and_every_listed_twin_is_there(built_site: Path) -> None:
    pages = {page.relative_to(built_site).as_posix() for page in built_site.rglob("index.html")} - {
        "index.html"
    }
    twins = {page.relative_to(built_site).as_posix() for page in built_site.rglob("*.md")}
    addresses = {
        twin.removesuffix("index.md") if twin.endswith("/index.md") else f"{twin[:-3]}/" for twin in twins
    }
    assert addresses == {page.removesuffix("index.html") for page in pages}
    text = (built_site / "llms.txt").read_text(encoding="utf-8")
    listed = re.findall(rf"^- .*?\]\({SITE}([^)]+\.md)\)", text, re.MULTILINE)
    assert sorted(listed) == sorted(twins)


def test_what_a_program_with_little_room_reads_is_half_of_the_list_at_most(built_site: Path) -> None:
    text = (built_site / "llms.txt").read_text(encoding="utf-8")
    first, rest = text.split("\n## Optional\n")
    assert len(first) <= len(rest)
    assert "/logout-by-post.md" in first


def test_a_page_names_its_twin_and_the_feed(built_site: Path) -> None:
    html = (built_site / "releases/4.1/logout-by-post/index.html").read_text(encoding="utf-8")
    for name in ("releases/4.1/logout-by-post.md", "feed.xml"):
        assert f'href="{SITE}{name}"' in html
        assert (built_site / name).is_file()
