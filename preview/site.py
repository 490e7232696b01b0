"""The fourth process: pages of one state of the project, drawn with MkDocs' own steps, one at a time."""

import logging
import shutil
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands import build as steps
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from preview import project
from preview.handed import PAGES, Drawn, Routes
from preview.processes import Command

#: Files that a build publishes.
PUBLISHED = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV)


class Warnings(logging.Handler):
    """Keeps what is logged at level warning and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Called by logging."""
        self.lines.append(record.getMessage())

    def take(self) -> tuple[str, ...]:
        """The lines since the last time."""
        lines, self.lines = tuple(self.lines), []
        return lines


class Site:
    """folder: where pages are written; each other step is given one of its own."""

    def __init__(self, folder: Path) -> None:
        from macros.build import render

        self.warnings = Warnings()
        for name in ("mkdocs", "mkdocs.plugins"):
            logging.getLogger(name).handlers = []
        logging.getLogger("mkdocs").addHandler(self.warnings)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        config, self.files = project.here.config, project.here.files
        self.config = config
        self._move_to(folder)
        render.environment().bytecode_cache = project.here.bytecode()
        self.config = config = config.plugins.on_config(config)
        # Not on_pre_build: mkdocs-macros writes all variables as JSON into a debug message there.
        env = config.theme.get_env()
        env.loader = project.here.theme.loader(config.theme.dirs)
        env.bytecode_cache = project.here.theme.bytecode()
        self.files.add_files_from_theme(env, config)
        self.files = config.plugins.on_files(self.files, config=config)
        set_exclusions(self.files, config)
        documents = self.files.documentation_pages()
        self.sources = {file.src_uri: file for file in documents}
        # MkDocs makes a page for each file it is given, and most are in no navigation: those wait until they are drawn.
        shown = [file for file in documents if file.inclusion is not InclusionLevel.NOT_IN_NAV]
        self.nav = config.plugins.on_nav(
            get_navigation(Files(shown), config), config=config, files=self.files
        )
        for file in shown:
            self._prepare(self._page(file))
        self.env = config.plugins.on_env(env, config=config, files=self.files)

    def _page(self, file: File) -> Page:
        return file.page or Page(None, file, self.config)

    def _prepare(self, page: Page) -> None:
        """Have the title that the navigation shows: that of the front matter, or what only the drawn page tells."""
        page.read_source(self.config)
        if "title" not in page.meta:
            steps._populate_page(page, self.config, self.files)

    def routes(self) -> Routes:
        """What is where."""
        return Routes(
            {file.url.removeprefix("./"): source for source, file in self.sources.items()},
            {
                file.dest_uri: file.abs_src_path
                for file in self.files
                if not file.is_documentation_page() and file.inclusion in PUBLISHED and file.abs_src_path
            },
        )

    def page(self, source: str) -> Drawn:
        """One page, such as `releases/4.1/index.md`. Errors: whatever a build would end with."""
        page = self._page(self.sources[source])
        self.warnings.take()
        self._draw(page)
        page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
        return Drawn((self.folder / page.file.dest_uri).read_bytes(), self.warnings.take())

    def _draw(self, page: Page) -> None:
        steps._populate_page(page, self.config, self.files)
        documents = self.files.documentation_pages()
        steps._build_page(page, self.config, documents, self.nav, self.env)

    def missing(self) -> bytes:
        """The page for an address that is not there."""
        steps._build_theme_template("404.html", self.env, self.files, self.config, self.nav)
        return (self.folder / "404.html").read_bytes()

    def scripts(self, folder: Path) -> None:
        """Write the bundles that take no records. Every page waits for its scripts, so they come first."""
        from atlas.publish.scripts import write_scripts

        write_scripts(project.here.root, folder)

    def data(self, folder: Path) -> None:
        """Write what is made of records and scripts together."""
        import macros

        macros.write_data(self.config.extra["parts"].build, folder)

    def gather(self, folder: Path) -> list[str]:
        """Write what is made of all pages into another folder; what is wrong: nothing.

        Pages of changes are not drawn, for what is gathered of them is in their records.
        """
        from macros import content_day

        self._move_to(folder)
        build = self.config.extra["parts"].build
        pages = {source: self._page(file) for source, file in self.sources.items()}
        for source, page in pages.items():
            page.update_date = content_day(build, source)
        for template in self.config.theme.static_templates:
            steps._build_theme_template(template, self.env, self.files, self.config, self.nav)
        changes = {change.source for change in project.here.library.changes}
        for source, page in pages.items():
            if source not in changes:
                self._draw(page)
        self.config.plugins.on_post_build(config=self.config)
        return []

    def _move_to(self, folder: Path) -> None:
        self.folder, self.config.site_dir = folder, str(folder)
        for file in self.files:
            file.dest_dir = self.config.site_dir
            vars(file).pop("abs_dest_path", None)  # it is remembered


def check() -> list[str]:
    """Every problem of the records, as `make check` prints them."""
    from atlas.check.everything import inspect
    from atlas.claims import judge

    library, problems = inspect(project.here.root)
    return [str(problem) for problem in sorted([*problems, *judge.inspect(project.here.root, library)])]


here: Site


def start(number: int) -> Mapping[str, Command]:
    """What the process answers."""
    global here
    folder = project.here.cache / "states" / str(number)
    here = Site(folder / PAGES)
    routes, problems = here.routes(), [str(problem) for problem in sorted(project.here.problems)]
    return {
        "hello": lambda: (routes, problems, folder),
        "page": here.page,
        "missing": here.missing,
        "scripts": here.scripts,
    }


def behind() -> Mapping[str, Command]:
    """What a child answers that works behind."""
    return {"hello": lambda: None, "data": here.data, "gather": here.gather, "check": check}
