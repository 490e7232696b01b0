"""A macro knows on which page it stands, and its links hold in both layouts of URLs."""

import pytest

from macros.build.here import Here, PageMissing
from tests.macros.one_page import build_of, here_on
from tests.project import Project


@pytest.mark.parametrize(
    ("page", "directories", "way"),
    [
        ("releases/4.1/index.md", True, "logout-by-post/"),
        ("releases/4.1/index.md", False, "logout-by-post.html"),
        ("releases/4.2/index.md", True, "../4.1/logout-by-post/"),
        ("releases/4.2/index.md", False, "../4.1/logout-by-post.html"),
        ("reference/security.md", True, "../../releases/4.1/logout-by-post/"),
        ("reference/security.md", False, "../releases/4.1/logout-by-post.html"),
        ("index.md", True, "releases/4.1/logout-by-post/"),
    ],
)
def test_links_to_a_change_are_relative_to_the_page(
    project: Project, page: str, directories: bool, way: str
) -> None:
    project.write("4.1/logout-by-post")
    assert here_on(project, page, directories).to_change("4.1/logout-by-post") == way


def test_the_offline_copy_links_to_files(project: Project) -> None:
    here = here_on(project, "reference/security.md", directories=False)
    assert here.to_release("4.1", "patch-releases") == "../releases/4.1/index.html#patch-releases"


def test_a_release_before_the_first_one_here_has_no_link(project: Project) -> None:
    assert here_on(project).to_release("1.11") is None


def test_a_link_to_nothing_stops_the_build_and_names_the_page(project: Project) -> None:
    with pytest.raises(PageMissing, match=r"releases/4\.1/index\.md links to docs/releases/4\.1/gone\.md"):
        here_on(project).to_change("4.1/gone")


def test_the_folder_says_which_release_a_page_is_about(project: Project) -> None:
    assert here_on(project, "releases/3.2/index.md").release() == "3.2"


def test_another_release_can_be_named(project: Project) -> None:
    assert here_on(project).release("5.0") == "5.0"


def test_a_page_outside_a_release_has_to_name_one(project: Project) -> None:
    with pytest.raises(PageMissing, match=r"reference/security\.md is no page of a release"):
        here_on(project, "reference/security.md").release()


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("releases/4.1/", "./"),
        ("releases/4.1/shelves/", "shelves/"),
        ("releases/", "../"),
        ("feed.xml", "../../feed.xml"),
        ("", "../../"),
        ("releases/4.10/", "../4.10/"),
    ],
)
def test_links_go_no_further_up_than_they_must(project: Project, path: str, way: str) -> None:
    assert here_on(project, "releases/4.1/index.md").file(path) == way


def test_the_page_for_wrong_addresses_links_from_the_root_as_it_may_be_shown_at_any_depth(
    project: Project,
) -> None:
    assert Here(build_of(project)).link("about/index.md", "words") == "/about/#words"


def test_a_build_says_little_of_itself_as_plugins_write_it_into_their_logs(project: Project) -> None:
    assert len(repr(build_of(project))) < 60
