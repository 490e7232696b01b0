"""How heavy a release is: what forces work, by area and impact."""

from atlas.records.library import load
from macros.pictures.figures import weight_picture
from macros.pictures.weights import weights
from tests.project import GOOD, Project


def test_the_heaviest_area_comes_first_and_its_bars_add_up(project: Project) -> None:
    project.write("4.1/one", GOOD)
    project.write("4.1/two", GOOD.replace("impact: low", "impact: high"))
    project.write(
        "4.1/three", GOOD.replace("area: auth", "area: forms").replace("impact: low", "impact: high")
    )
    library, problems = load(project.root)
    assert not problems
    auth, forms = weights(library.of_release("4.1"))
    assert (auth.area, auth.total, dict(auth.counts)) == (
        "Authentication and passwords",
        2,
        {"high": 1, "medium": 0, "low": 1},
    )
    assert [impact for impact, _, _ in auth.bars] == ["high", "low"]
    assert auth.bars[0][2] == auth.bars[1][1], "the second bar begins where the first ends"
    assert forms.total == 1


def test_a_release_without_work_has_no_picture_of_weight(project: Project) -> None:
    library, _ = load(project.root)
    assert weight_picture(library, "4.1") == ""
