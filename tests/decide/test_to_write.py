"""What is to be written is listed, each with the command that begins it."""

from datetime import date

from atlas.decide.to_write import of_facts, to_write
from atlas.facts.django import Facts
from atlas.records.library import load
from tests.project import GOOD, Project


def test_a_note_without_a_page_is_listed_until_it_has_one(project: Project) -> None:
    unit = next(row for row in Facts(project.root).notes["4.1"] if row.unit and row.symbols)
    begin = f"make new CHANGE=4.1/… HASH={unit.hash}"
    told = {entry.hash for entry in Facts(project.root).patch_notes}
    listed = {one.begin: str(one) for one in of_facts(load(project.root)[0], told)}
    about = f"a page for the note about {unit.symbols[0]} (docs/releases/4.1.txt:{unit.line})"
    assert listed[begin] == f"to write: docs/releases/4.1: {about}: {begin}"
    project.write("4.1/shelves", GOOD.replace("covers: []", f"covers: [{unit.hash}]"))
    assert begin not in {one.begin for one in of_facts(load(project.root)[0], told)}


def test_an_entry_of_patch_notes_without_a_line_is_listed(project: Project) -> None:
    entries = Facts(project.root).patch_notes
    library = load(project.root)[0]
    (one,) = [
        row for row in of_facts(library, {entry.hash for entry in entries[1:]}) if "patches.yml" in str(row)
    ]
    assert one.begin == f"make new HASH={entries[0].hash}"
    assert one.where.as_posix() == "docs/releases/2.2/patches.yml"


def test_a_source_of_support_dates_is_listed_after_ninety_days_with_where_to_look(project: Project) -> None:
    library = load(project.root)[0]
    (name, source), *_ = library.facts.support.sources.items()
    checked = date.fromisoformat(source.checked)
    told = {entry.hash for entry in library.facts.patch_notes}

    def listed(days: int) -> list[str]:
        rows = to_write(library, told, date.fromordinal(checked.toordinal() + days))
        return [str(row) for row in rows if name in str(row)]

    assert listed(90) == []
    (line,) = listed(91)
    assert (
        f"{name} was checked 91 days ago; compare https://github.com/{source.repository}/blob/HEAD/" in line
    )
    assert line.endswith(f"git ls-remote https://github.com/{source.repository} HEAD")
