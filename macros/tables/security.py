"""The table of CVEs, and the style sheet that filters it without a script."""

from collections import Counter
from pathlib import Path

from atlas.decide.security import LEVELS, cves
from atlas.facts.addresses import cve_url, notes_url, security_archive_url
from atlas.records.library import Library
from macros.build.here import Here
from macros.build.render import render

STYLE_SHEET = "assets/stylesheets/cve-filter.css"


def cve_table(here: Here) -> str:
    """Every CVE, newest first, below a filter by affected release and severity."""
    facts = here.build.library.facts
    rows = list(cves(facts).values())
    affected = Counter(release for cve in rows for release in cve.affected)
    return render(
        "tables/cves.jinja",
        here=here,
        cves=rows,
        releases={release: affected[release] for release in reversed(facts.releases)},
        levels={level: count for level in LEVELS if (count := sum(cve.level == level for cve in rows))},
        style_sheet=here.file(STYLE_SHEET),
        caption=f"{len(rows)} CVEs in Django since {rows[-1].when.year}, newest first",
        notes=lambda version, anchor=None: notes_url(facts, version, anchor),
        cve_url=cve_url,
        archive=lambda anchor: security_archive_url(facts, anchor),
    )


def write_filter(library: Library, site_dir: Path) -> Path:
    """Write the rules that hide what does not match: one for each release and level that can be chosen."""
    path = site_dir / STYLE_SHEET
    path.parent.mkdir(parents=True, exist_ok=True)
    css = render("tables/cve_filter.css.jinja", releases=list(library.facts.releases), levels=list(LEVELS))
    path.write_text(css, encoding="utf-8")
    return path
