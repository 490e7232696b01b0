"""The reference of settings: which default each release has, and what each release changed."""

from atlas.words.spans import in_words
from atlas.words.vocabulary import IMPACTS, KINDS, STATUSES
from macros.build.here import Here
from macros.build.render import render
from macros.tables.setting_rows import Changed, Setting, changed, grew, numbers, pages_by_setting, values

STYLE_SHEET = "assets/stylesheets/defaults.css"
SCRIPT = "assets/javascripts/settings-table.js"


def changed_defaults(here: Here) -> str:
    """Every default that a release changed, newest release first, but for lists that only grew."""
    rows = [row for row in _changed(here) if not grew(row)]
    silent = sum(not row.told for row in rows)
    caption = f"{len(rows)} defaults changed since 2.2, {silent} of them without a word beforehand"
    return _render(here, "tables/settings/changed.jinja", rows=rows, caption=caption)


def grown_defaults(here: Here) -> str:
    """Default lists that gained entries and lost none, newest release first."""
    return _render(here, "tables/settings/grew.jinja", rows=[row for row in _changed(here) if grew(row)])


def settings_by_release(here: Here) -> str:
    """The settings that each release added and removed, newest release first."""
    hops = [hop for hop in reversed(here.build.defaults.hops()) if hop.added or hop.removed]
    return _render(here, "tables/settings/came_and_went.jinja", hops=hops)


def all_settings(here: Here) -> str:
    """Every setting with its default in every release, below a filter that a script fills in."""
    all_of_them = here.build.defaults
    pages = pages_by_setting(here.build.library.changes)
    assigned = {release: all_of_them.assigned(release) for release in all_of_them.releases}
    rows = [
        Setting(
            name,
            values(all_of_them, name, texts),
            numbers(all_of_them, texts),
            here.build.names.look_up(name, list(texts)[-1]).docs,
            frozenset(release for release in all_of_them.releases if name in assigned[release]),
            tuple(pages[name]),
        )
        for name, texts in all_of_them.settings.items()
    ]
    return _render(
        here,
        "tables/settings/all.jinja",
        rows=rows,
        order=all_of_them.releases,
        statuses=STATUSES,
        style_sheet=here.file(STYLE_SHEET),
        script=here.file(SCRIPT),
    )


def database_settings(here: Here) -> str:
    """The keys of an entry of DATABASES that a project may leave out."""
    all_of_them = here.build.defaults
    rows = [(name, values(all_of_them, name, texts)) for name, texts in all_of_them.database.items()]
    return _render(here, "tables/settings/database.jinja", rows=rows, order=all_of_them.releases)


def _changed(here: Here) -> list[Changed]:
    return changed(here.build.defaults, here.build.library.changes)


def _render(here: Here, template: str, **given: object) -> str:
    return render(template, here=here, spans=in_words, kinds=KINDS, impacts=IMPACTS, **given)
