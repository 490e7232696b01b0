"""The reference of settings: which default each release has, and what each release changed."""

from functools import cache
from pathlib import Path

from atlas.decide.names import names
from atlas.facts import defaults
from atlas.facts.defaults import Defaults
from atlas.words.spans import in_words
from atlas.words.vocabulary import IMPACTS, KINDS
from macros.build.render import render
from macros.build.site import Site
from macros.tables.setting_rows import Changed, Setting, changed, grew, numbers, pages_by_setting, values

STYLE_SHEET = "assets/stylesheets/defaults.css"
SCRIPT = "assets/javascripts/settings-table.js"


@cache
def kept(data: Path) -> Defaults:
    """What is in `data/defaults/`, read once for a build."""
    return defaults.load(data)


def changed_defaults(site: Site) -> str:
    """Every default that a release changed, newest release first, but for lists that only grew."""
    rows = [row for row in _changed(site) if not grew(row)]
    silent = sum(not row.told for row in rows)
    caption = f"{len(rows)} defaults changed since 2.2, {silent} of them without a word beforehand"
    return _render(site, "tables/settings/changed.jinja", rows=rows, caption=caption)


def grown_defaults(site: Site) -> str:
    """Default lists that gained entries and lost none, newest release first."""
    return _render(site, "tables/settings/grew.jinja", rows=[row for row in _changed(site) if grew(row)])


def settings_by_release(site: Site) -> str:
    """The settings that each release added and removed, newest release first."""
    hops = [hop for hop in reversed(kept(site.library.facts.data).hops()) if hop.added or hop.removed]
    return _render(site, "tables/settings/came_and_went.jinja", hops=hops)


def all_settings(site: Site) -> str:
    """Every setting with its default in every release, below a filter that a script fills in."""
    all_of_them = kept(site.library.facts.data)
    pages = pages_by_setting(site.library.changes)
    assigned = {release: all_of_them.assigned(release) for release in all_of_them.releases}
    rows = [
        Setting(
            name,
            values(all_of_them, name, texts),
            numbers(all_of_them, texts),
            names(site.library.facts.data).look_up(name, list(texts)[-1]).docs,
            frozenset(release for release in all_of_them.releases if name in assigned[release]),
            tuple(pages[name]),
        )
        for name, texts in all_of_them.settings.items()
    ]
    return _render(
        site,
        "tables/settings/all.jinja",
        rows=rows,
        order=all_of_them.releases,
        style_sheet=site.beside(STYLE_SHEET),
        script=site.beside(SCRIPT),
    )


def database_settings(site: Site) -> str:
    """The keys of an entry of DATABASES that a project may leave out."""
    all_of_them = kept(site.library.facts.data)
    rows = [(name, values(all_of_them, name, texts)) for name, texts in all_of_them.database.items()]
    return _render(site, "tables/settings/database.jinja", rows=rows, order=all_of_them.releases)


def _changed(site: Site) -> list[Changed]:
    return changed(kept(site.library.facts.data), site.library.changes)


def _render(site: Site, template: str, **given: object) -> str:
    return render(template, site=site, spans=in_words, kinds=KINDS, impacts=IMPACTS, **given)
