"""The front matter of pages that are no records: each mistake is a line."""

from pathlib import Path

from atlas.check.everything import inspect
from tests.project import Project

GOOD = "---\ntitle: A guide\ndescription: What this test reads.\n---\nText.\n"


def guide(project: Project, text: str, name: str = "guides/a-guide") -> Path:
    path = project.root / f"docs/{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path.relative_to(project.root)


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in inspect(project.root)[1]]


def test_a_guide_with_title_and_description_is_right(project: Project) -> None:
    guide(project, GOOD)
    guide(project, GOOD.replace("description", "summary"), "guides/another")
    assert problems(project) == []


def test_a_guide_needs_a_description(project: Project) -> None:
    path = guide(project, GOOD.replace("description: What this test reads.\n", ""))
    assert problems(project) == [
        f"{path}:1: description: missing, and every guide needs one;"
        " add `description:` with the sentence that search engines and lists show"
    ]


def test_a_guide_without_front_matter_lacks_both(project: Project) -> None:
    path = guide(project, "# A guide\n")
    assert [line.split(": ")[1] for line in problems(project)] == ["description", "title"]
    assert problems(project)[1] == f"{path}:1: title: missing, and every page needs one; add `title:`"


def test_an_unknown_field_of_a_guide_is_named(project: Project) -> None:
    path = guide(project, GOOD.replace("---\nText", "keyword: [a]\n---\nText"))
    (said,) = problems(project)
    assert said.startswith(f"{path}:4: keyword: unknown field, expected one of description, ")
    assert said.endswith("; did you mean 'keywords'?")


def test_a_guide_with_front_matter_that_is_no_yaml_is_named(project: Project) -> None:
    path = guide(project, GOOD.replace("A guide", "A guide: the best"))
    (said,) = problems(project)
    assert said.startswith(f"{path}:2: front matter: not valid YAML")


def test_a_guide_with_line_ends_of_windows_is_named(project: Project) -> None:
    path = guide(project, GOOD.replace("\n", "\r\n"))
    (said,) = problems(project)
    assert said.startswith(f"{path}:1: line ends: ")


def test_what_the_site_leaves_out_needs_no_front_matter(project: Project) -> None:
    (project.root / "mkdocs.yml").write_text("exclude_docs: |\n  /decisions/\n", encoding="utf-8")
    guide(project, "# A decision\n", "decisions/one")
    assert [line for line in problems(project) if "decisions" in line] == []
