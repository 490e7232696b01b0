"""GIS libraries of the newest release, from its installation page."""

import pytest

from atlas.sync.errors import SyncError
from tests.sync.archives import facts_of


def test_what_the_notes_do_not_state_comes_from_the_page_and_says_so() -> None:
    databases = facts_of().releases["4.1"].databases
    assert databases["GDAL"].minimum == "2.2"
    assert databases["GDAL"].page == "ref/contrib/gis/install/geolibs"
    assert databases["PostgreSQL"].page is None


def test_what_the_notes_state_wins_over_the_page() -> None:
    sentence = ("* Support for GDAL 2.1 is removed.", "* Support for PROJ < 5 is removed.")
    proj = facts_of(notes=sentence).releases["4.1"].databases["PROJ"]
    assert (proj.minimum, proj.page) == ("5", None)


def test_databases_stand_before_libraries_in_one_order() -> None:
    names = list(facts_of().releases["4.1"].databases)
    assert names == ["PostgreSQL", "PostGIS", "GDAL", "GEOS", "PROJ", "SpatiaLite"]


def test_a_page_without_a_library_is_refused() -> None:
    with pytest.raises(SyncError, match=r"geolibs\.txt:1: found no versions for GEOS"):
        facts_of(libraries=("GEOS  ", "GERS  "))
