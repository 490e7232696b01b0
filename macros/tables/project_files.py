"""What `startproject` and `startapp` generate: the differences of each hop, and those of any two releases."""

import json
from difflib import unified_diff

from markupsafe import Markup

from atlas.facts.defaults import Defaults
from atlas.words.vocabulary import STATUSES
from macros.build.here import Here
from macros.build.render import render
from macros.tables.settings import STYLE_SHEET

SCRIPT = "assets/javascripts/project-files.js"
#: What a file is that only one of two releases generates.
NEW, GONE = "new", "gone"


def project_hops(here: Here) -> str:
    """Markdown: for each hop that changed a generated file a heading of level 3 and the differences, newest first."""
    all_of_them = here.build.defaults
    parts = []
    for hop in reversed(all_of_them.hops()):
        found = differences(all_of_them, hop.old, hop.new)
        anchor = f"{hop.old}-{hop.new}".replace(".", "-")
        parts.append(f"### {hop.old} to {hop.new} {{ #{anchor} }}")
        if not found:
            parts.append("Nothing differs.")
        for path, (state, text) in found.items():
            title = f"{path} ({state})" if state else path
            parts.append(f'```diff title="{title}"\n{text}```')
    return "\n\n".join(parts)


def compare_projects(here: Here) -> str:
    """The choice of any two releases: a form that a script shows, and all generated files for it to compare."""
    all_of_them = here.build.defaults
    # As it stands in a script element no text may end that element.
    files = json.dumps(all_of_them.files, ensure_ascii=False).replace("<", "\\u003c")
    return render(
        "tables/project_files.jinja",
        releases=all_of_them.releases,
        windows=here.build.windows,
        today=here.build.today,
        statuses=STATUSES,
        files=Markup(files),
        new=NEW,
        gone=GONE,
        style_sheet=here.file(STYLE_SHEET),
        script=here.file(SCRIPT),
    )


def differences(all_of_them: Defaults, old: str, new: str) -> dict[str, tuple[str, str]]:
    """By path, what differs between the files of two releases: `new`, `gone` or nothing, and a unified diff."""
    found = {}
    for path, texts in all_of_them.files.items():
        was, now = texts.get(old), texts.get(new)
        if was == now:
            continue
        state = NEW if was is None else GONE if now is None else ""
        lines = unified_diff((was or "").splitlines(True), (now or "").splitlines(True))
        found[path] = state, "".join(list(lines)[2:])
    return found
