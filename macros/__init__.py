"""What a page may call. Registration only: tables, charts and lists are drawn by the modules beside this."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from atlas.check import load_or_fail
from atlas.clock import build_date
from atlas.export.plan_data import write_plan
from atlas.export.rule_data import write_scanner
from atlas.export.write import write_api, write_subscriptions
from atlas.problems import RecordsBroken
from atlas.proof import read as read_proofs
from atlas.redirects import load as load_redirects
from atlas.search.index import write_index
from macros import (
    api,
    conventions,
    links,
    lists,
    messages,
    pictures,
    planner,
    plans,
    project_files,
    releases,
    requirements,
    security,
    settings,
    tables,
    twins,
)
from macros.site import Site
from macros.views import Views

ROOT = Path(__file__).parent.parent

#: What pages call, by the function's own name. The first argument, the build, is given here.
MACROS: tuple[Callable[..., str], ...] = (
    tables.version_table,
    tables.support_windows,
    tables.support_banner,
    tables.release_facts,
    requirements.python_grid,
    requirements.database_grid,
    requirements.geo_grid,
    requirements.requirements_of,
    tables.patch_releases,
    lists.breaks_first,
    lists.new_by_area,
    lists.changes_by_area,
    lists.changes_by_kind,
    lists.all_changes,
    lists.deprecated_here,
    lists.removed_here,
    lists.deprecation_timeline,
    lists.ticket_table,
    messages.message_index,
    project_files.project_hops,
    project_files.compare_projects,
    settings.changed_defaults,
    settings.grown_defaults,
    settings.settings_by_release,
    settings.all_settings,
    settings.database_settings,
    security.cve_table,
    lists.coverage_statement,
    releases.release_sections,
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
    pictures.support_chart,
    pictures.python_chart,
    pictures.database_chart,
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
    links.register(env, library, ROOT)
    for macro in MACROS:
        env.macro(partial(macro, site), macro.__name__)


def on_post_page_macros(env: Any) -> None:
    """Called by mkdocs-macros for each page, before its Markdown becomes HTML."""
    twins.keep(env)
    links.add_moved_notes(env)


def on_post_build(env: Any) -> None:
    """Called by mkdocs-macros when the pages are written."""
    library, proofs = env.conf["extra"]["library"], read_proofs(ROOT / "data/proof")
    site_dir, site_url = Path(env.conf["site_dir"]), env.conf["site_url"] or "/"
    security.write_filter(library, site_dir)
    write_scanner(library, site_dir)
    write_api(library, proofs, build_date(), site_dir, site_url)
    write_subscriptions(library, build_date(), site_dir, site_url)
    write_index(library, proofs, site_dir, flat=not env.conf["use_directory_urls"])
    twins.write(env, library, proofs)
    write_plan(library, proofs, load_redirects(ROOT)[0], site_dir)
    links.write(env, ROOT)
