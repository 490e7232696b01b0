"""Tables about releases: versions, support windows, facts, patch releases."""

from collections import Counter
from datetime import date

from atlas.decide.banner import Banner, banner
from atlas.decide.requirements import requirements
from atlas.decide.security import Cve, disclosed_after, patches
from atlas.decide.stages import stages
from atlas.facts.addresses import cve_url, notes_url
from atlas.records.patch_lines import page as patch_page
from atlas.words.dates import day
from atlas.words.vocabulary import KINDS, STATUSES
from macros.build.here import Here
from macros.build.render import render


def version_table(here: Here) -> str:
    """Every release and the planned ones, newest first."""
    facts = here.build.library.facts
    return render(
        "tables/versions.jinja",
        here=here,
        windows=list(reversed(here.build.windows.values())),
        newest_patch={release: facts.newest_patch(release) for release in facts.releases},
        notes={release: notes_url(facts, facts.newest_patch(release)) for release in facts.releases},
        pythons={release: needs.range for release, needs in requirements(facts).items()},
        **_clock(here),
    )


def support_windows(here: Here) -> str:
    """How long each release is supported, newest first."""
    shown = list(reversed(here.build.windows.values()))
    months = {
        one.release: (one.security_fixes_end.year - one.released.year) * 12
        + (one.security_fixes_end.month - one.released.month)
        for one in shown
    }
    return render("tables/windows.jinja", here=here, windows=shown, months=months, **_clock(here))


def support_banner(here: Here, release: str | None = None) -> str:
    """What a release is worth today, and what to move to."""
    build, name = here.build, here.release(release)
    window = build.windows[name]
    ended = window.security_fixes_end.next_day

    def say(today: date) -> Banner:
        return banner(window, build.windows, today)

    return render(
        "tables/banner.jinja",
        here=here,
        release=name,
        words=say(build.today),
        stages=stages(say, build.windows.values()),
        ended=ended.isoformat(),
        has_ended=build.today >= ended,
        later=len(disclosed_after(build.library.facts, window)),
        security_page=here.link("reference/security.md"),
        built=day(build.today),
    )


def release_facts(here: Here, release: str | None = None) -> str:
    """The facts of a release: dates, support, newest patch, Python, how many changes are described."""
    facts, name = here.build.library.facts, here.release(release)
    out = name in facts.releases
    newest = facts.newest_patch(name) if out else ""
    counts = Counter(change.kind for change in here.build.library.of_release(name))
    return render(
        "tables/facts.jinja",
        here=here,
        window=here.build.windows[name],
        newest_patch=newest,
        notes=notes_url(facts, newest),
        needs=requirements(facts).get(name),
        counts={kind: counts[kind] for kind in KINDS if counts[kind]},
        cve_count=sum(len(patch.cves) for patch in patches(facts, name)),
        kinds=KINDS,
        **_clock(here),
    )


def patch_releases(here: Here, release: str | None = None) -> str:
    """One release's patch releases with their CVEs."""
    facts, name = here.build.library.facts, here.release(release)

    def anchor(version: str, cve: Cve) -> str | None:
        return facts.patches[version].anchors.get(cve.id)

    return render(
        "tables/patches.jinja",
        here=here,
        release=name,
        page=patch_page,
        patches=patches(facts, name),
        notes=lambda version, at=None: notes_url(facts, version, at),
        cve_url=cve_url,
        anchors=anchor,
    )


def _clock(here: Here) -> dict[str, object]:
    return {"today": here.build.today, "built": day(here.build.today), "statuses": STATUSES}
