"""What a page may call. Registration only: tables, charts and lists are drawn by the modules beside this."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from atlas.check.everything import load_or_fail
from atlas.facts.proofs import read as read_proofs
from atlas.publish.plan_data import write_plan
from atlas.publish.rule_data import write_scanner
from atlas.publish.search.index import write_index
from atlas.publish.write import write_api, write_subscriptions
from atlas.records.redirects import load as load_redirects
from atlas.words.clock import build_date
from atlas.words.problems import RecordsBroken
from macros.build.site import Site
from macros.build.views import Views
from macros.links import permanent
from macros.pages import conventions, markdown_copy, planner, plans, release_sections
from macros.pictures import figures
from macros.tables import api, changes, messages, project_files, releases, requirements, security, settings

ROOT = Path(__file__).parent.parent

#: What pages call, by the function's own name. The first argument, the build, is given here.
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
    api.api_fields,
    api.api_file,
    api.site_file,
    conventions.kind_marks,
    conventions.impact_marks,
    conventions.run_marks,
    conventions.support_marks,
    conventions.example_strip,
    conventions.headings_by_kind,
    plans.way,
    plans.hop,
    plans.ways,
    planner.planner,
    plans.unread,
    figures.support_chart,
    figures.python_chart,
    figures.database_chart,
)


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once before pages are rendered."""
    try:
        library = load_or_fail(ROOT)
    except RecordsBroken as broken:
        raise PluginError(f"{len(broken.problems)} broken records:\n{broken}") from None
    env.conf["extra"]["library"] = library
    site = Site(env, library, build_date())
    env.conf["extra"]["views"] = Views(library, read_proofs(ROOT / "data/proof"), site.today, env.conf)
    permanent.register(env, library, ROOT)
    for macro in MACROS:
        env.macro(partial(macro, site), macro.__name__)


def on_post_page_macros(env: Any) -> None:
    """Called by mkdocs-macros for each page, before its Markdown becomes HTML."""
    markdown_copy.keep(env)
    permanent.add_moved_notes(env)


def on_post_build(env: Any) -> None:
    """Called by mkdocs-macros when the pages are written."""
    library, proofs = env.conf["extra"]["library"], read_proofs(ROOT / "data/proof")
    site_dir, site_url = Path(env.conf["site_dir"]), env.conf["site_url"] or "/"
    security.write_filter(library, site_dir)
    write_scanner(library, site_dir)
    write_api(library, proofs, build_date(), site_dir, site_url)
    write_subscriptions(library, build_date(), site_dir, site_url)
    write_index(library, proofs, site_dir, flat=not env.conf["use_directory_urls"])
    markdown_copy.write(env, library, proofs)
    write_plan(library, proofs, load_redirects(ROOT)[0], site_dir)
    permanent.write(env, ROOT)
