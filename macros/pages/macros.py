"""What a page may call, by the function's own name. The first argument is given: the build as that page sees it."""

from collections.abc import Callable

from macros.build.build import Build
from macros.build.here import Here
from macros.pages import conventions, covered, patch, planner, plans, release_sections
from macros.pictures import figures
from macros.tables import (
    api,
    changes,
    messages,
    packages,
    project_files,
    pythons,
    releases,
    requirements,
    security,
    settings,
)

MACROS: tuple[Callable[..., str], ...] = (
    releases.version_table,
    releases.support_windows,
    releases.support_banner,
    releases.release_facts,
    requirements.python_grid,
    requirements.database_grid,
    requirements.geo_grid,
    requirements.requirements_of,
    releases.patch_releases,
    changes.breaks_first,
    changes.new_by_area,
    changes.changes_by_area,
    changes.changes_by_kind,
    changes.all_changes,
    changes.deprecated_here,
    changes.removed_here,
    changes.deprecation_timeline,
    changes.ticket_table,
    messages.message_index,
    packages.package_matrix,
    packages.package,
    pythons.python_runs,
    pythons.python_errors,
    project_files.project_hops,
    project_files.compare_projects,
    settings.changed_defaults,
    settings.grown_defaults,
    settings.settings_by_release,
    settings.all_settings,
    settings.database_settings,
    security.cve_table,
    changes.coverage_statement,
    release_sections.release_sections,
    patch.patch_notes,
    api.api_fields,
    api.api_file,
    api.site_file,
    conventions.kind_marks,
    conventions.impact_marks,
    conventions.severity_marks,
    conventions.impact_table,
    conventions.run_marks,
    conventions.support_marks,
    conventions.example_strip,
    conventions.headings_by_kind,
    covered.covered,
    plans.hop,
    plans.hops,
    plans.hop_table,
    planner.planner,
    plans.unread,
    figures.support_chart,
    figures.python_chart,
    figures.database_chart,
)


def callables(
    build: Build, source: Callable[[], str], drawn: Callable[[str], object]
) -> dict[str, Callable[..., str]]:
    """All macros by name. source: gives the source of the page that is being read, such as `index.md`.

    drawn: is told what each call puts into the page.
    """

    def on_the_page(macro: Callable[..., str]) -> Callable[..., str]:
        def call(*given: object, **named: object) -> str:
            html = macro(Here(build, source()), *given, **named)
            drawn(html)
            return html

        return call

    return {macro.__name__: on_the_page(macro) for macro in MACROS}
