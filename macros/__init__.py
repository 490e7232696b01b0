"""The hooks that mkdocs-macros calls, which put the rooms of this folder together. Everything else is in the rooms.

A line for each, in the order in which they build on each other; `tests/test_walls.py` holds the arrows. A room may
import itself and the rooms after its arrow, and from `atlas` anything but `scan`, `sync` and `prove`.

    build     <-                                      one Build for each build, and Here, the build as one page sees it
    markdown  <-                                      extensions of Markdown: samples, evidence, tickets, code
    links     <- build                                addresses that last: what moved, link formats, previews
    pictures  <- build                                figures drawn from data
    runs      <- build                                what the runs gave: strips, proofs, the life of a release
    tables    <- build                                the lists of the reference
    pages     <- build markdown links pictures runs tables  the parts that pages are put together from
"""

import gc
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from atlas.publish.endoflife import write_endoflife
from atlas.publish.plan_data import write_plan
from atlas.publish.plan_packages import write_packages
from atlas.publish.rule_data import write_scanner
from atlas.publish.samples import write_samples
from atlas.publish.scripts import write_script, write_scripts
from atlas.publish.search.index import write_index
from atlas.publish.styles import shorten_styles
from atlas.publish.support_data import support_data
from atlas.publish.write import write_api, write_subscriptions
from atlas.words.deflated import Text
from atlas.words.problems import RecordsBroken
from macros.build.build import Build
from macros.links import permanent
from macros.markdown import code
from macros.markdown.evidence import EvidenceExtension
from macros.markdown.insertions import InsertionExtension
from macros.markdown.samples import SampleExtension
from macros.markdown.tickets import TicketExtension
from macros.pages import markdown_copy
from macros.pages.macros import callables
from macros.pages.parts import Parts, insertions
from macros.tables import security

ROOT = Path(__file__).parent.parent
#: Front matter of a change that templates of pages read; the rest is in its record.
SHOWN = ("title", "summary", "description")


def define_env(env: Any) -> None:
    """Called once, before pages are read."""
    try:
        build = Build.read(ROOT, env.conf)
    except RecordsBroken as broken:
        raise PluginError(f"{len(broken.problems)} broken records:\n{broken}") from None
    permanent.draw_ahead(build)
    register(env, build)
    gc.collect()
    gc.freeze()  # records stay to the end: without them there is little to look through, and it is done more often


def register(env: Any, build: Build) -> None:
    """Give pages and templates what they may call. env: that of mkdocs-macros."""

    def source() -> str:
        return str(env.page.file.src_uri)

    env.conf["extra"]["parts"] = Parts(build)
    extensions = env.conf["markdown_extensions"]
    extensions.append(TicketExtension(frozenset(build.library.facts.cves), source))
    samples = SampleExtension()
    extensions += [samples, InsertionExtension(lambda: insertions(build, source())), EvidenceExtension()]
    settings = env.conf["mdx_configs"].pop(code.NAME)
    extensions[extensions.index(code.NAME)] = code.CodeExtension(
        build.cache("code", code.recipe()), samples.found, **settings
    )
    env.drawn = []
    for name, macro in callables(build, source, env.drawn.append).items():
        env.macro(macro, name)


def on_post_page_macros(env: Any) -> None:
    """Called for each page, its macros filled in, before its Markdown becomes HTML."""
    build = _build(env)
    if (before := getattr(env, "page_before", None)) is not None:
        let_go(build, before)
    env.page_before = env.page
    env.page.update_date = content_day(build, env.page.file.src_uri)
    markdown_copy.write(build, env.page, env.markdown, env.drawn, Path(env.conf["site_dir"]))
    env.drawn.clear()
    if notes := permanent.moved_notes(build, env.page.file.src_uri):
        env.markdown += f"\n\n{notes}"


def content_day(build: Build, source: str) -> str:
    """The day that the sitemap states of a page: that of the release on the page of a patch release, else none.

    MkDocs states the day of the build, on which nothing changed for most pages.
    """
    patch = build.library.facts.patches.get(Path(source).parent.name)
    return patch.date if patch else ""


def let_go(build: Build, page: Any) -> None:
    """Take from a page, MkDocs', what it needs no more once it is HTML. MkDocs keeps all pages until the end."""
    page.markdown = ""
    page.content = Text(page.content).deflate()
    if change := build.library.at(page.file.src_uri):
        change.page.forget()
        page.meta = {key: page.meta[key] for key in SHOWN if key in page.meta}


def on_post_build(env: Any) -> None:
    """Called when the pages are written."""
    for file in env.variables["files"].documentation_pages():
        file.page.content = file.page.toc = None  # what is gathered takes its place
    gather(env)
    shorten_styles(ROOT, Path(env.conf["site_dir"]))
    for cache in _build(env).caches.values():
        cache.prune()


def gather(env: Any) -> None:
    """Write everything that is no page of its own."""
    build, site = _build(env), Path(env.conf["site_dir"])
    write_scripts(build.root, site)
    write_data(build, site)
    write_index(build.root, build.library, build.proofs, site, flat=not build.directory_urls)
    markdown_copy.write_list(build, env.variables["files"].documentation_pages(), env.conf, site)
    permanent.write_previews(build, site)


def write_data(build: Build, site: Path) -> None:
    """Write what is made of records and scripts together, whether or not there are pages."""
    library, proofs = build.library, build.proofs
    security.write_filter(library, site)
    write_script(build.root, site, "by-day", support_data(build.windows))
    write_scanner(library, site)
    write_api(library, proofs, build.today, site, build.site_url)
    if build.is_hosted:
        write_endoflife(library.facts, build.today, site, build.site_url)
    write_subscriptions(library, build.today, site, build.site_url)
    write_plan(library, build.hops, proofs, build.redirects, site)
    write_packages(build.packages, site)
    write_samples(build.hops, site)
    permanent.write_moved(build, site)


def _build(env: Any) -> Build:
    parts: Parts = env.conf["extra"]["parts"]
    return parts.build
