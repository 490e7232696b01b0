"""What a page says about the published JSON files."""

from pydantic import BaseModel

from atlas.publish.calendar import NAME as CALENDAR
from atlas.publish.describe import fields_of
from atlas.publish.endoflife import FOLDER as ENDOFLIFE
from atlas.publish.feed import NAME as FEED
from atlas.publish.models import (
    ChangeRow,
    ChangesFile,
    CoverageRow,
    MinimumRow,
    PackageBridgeRow,
    PackageReleaseRow,
    PackageRow,
    PackagesFile,
    PatchEntryRow,
    PatchNotesFile,
    PatchRow,
    ReachRow,
    ReleaseRow,
    ReleasesFile,
)
from atlas.publish.rules_model import RuledChangeRow, RulesFile
from atlas.publish.write import FOLDER
from macros.build.here import Here
from macros.build.render import render

#: What is written where the configuration says where the site will be.
HOSTED = (FEED.name, CALENDAR.name, f"{ENDOFLIFE.name}/")
#: What a page may ask for, by the name that readers meet in the files.
MODELS: dict[str, type[BaseModel]] = {
    "changes.json": ChangesFile,
    "a change": ChangeRow,
    "measured reach": ReachRow,
    "releases.json": ReleasesFile,
    "a release": ReleaseRow,
    "a database": MinimumRow,
    "a patch release": PatchRow,
    "coverage": CoverageRow,
    "patch-notes.json": PatchNotesFile,
    "an entry of patch notes": PatchEntryRow,
    "packages.json": PackagesFile,
    "a package": PackageRow,
    "a package on a release": PackageReleaseRow,
    "a hop of a package": PackageBridgeRow,
    "rules.json": RulesFile,
    "a change with rules": RuledChangeRow,
}


def api_fields(here: Here, name: str) -> str:
    """The fields of one object of the published files. Errors: KeyError for a name that is none of `MODELS`."""
    return render("tables/api_fields.jinja", name=name, fields=fields_of(MODELS[name]))


def api_file(here: Here, name: str) -> str:
    """A link to a file below `api/v1/`, right in every layout of URLs."""
    return site_file(here, name, f"{FOLDER.as_posix()}/")


def site_file(here: Here, name: str, folder: str = "") -> str:
    """A link to a file of the site that is no page, such as `feed.xml`; its name alone where it is not written."""
    written = here.build.is_hosted or not name.startswith(HOSTED)
    return render("tables/api_file.jinja", name=name, url=here.file(f"{folder}{name}") if written else None)
