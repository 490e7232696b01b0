"""What is drawn from records lands where it belongs among an author's headings."""

from markdown import Markdown

from macros.markdown.insertions import Insertion, InsertionExtension

PAGE = "Intro\n\n## Section one\n\na\n\n## Two\n\nb"
ONE, TWO = '<h2 id="section-one">Section one</h2>\n<p>a</p>\n', '<h2 id="two">Two</h2>\n<p>b</p>'
PLAIN = f"<p>Intro</p>\n{ONE}{TWO}"


def convert(*insertions: Insertion) -> str:
    return Markdown(extensions=["toc", InsertionExtension(lambda: insertions)]).convert(PAGE)


def test_nothing_to_insert_changes_nothing() -> None:
    assert convert() == PLAIN


def test_a_part_ends_its_section() -> None:
    part = "<div>drawn</div>"
    assert convert(Insertion(part, ("Section one",))) == f"<p>Intro</p>\n{ONE}{part}\n{TWO}"
    assert convert(Insertion(part, ("None", "Two"))) == f"{PLAIN}\n{part}"


def test_a_part_may_stand_right_below_its_heading() -> None:
    html = convert(Insertion("<div>drawn</div>", ("Two",), below=True))
    assert html == PLAIN.replace("Two</h2>\n", "Two</h2>\n<div>drawn</div>\n")


def test_a_part_whose_section_is_missing_ends_the_page() -> None:
    for below in (True, False):
        assert convert(Insertion("<div>drawn</div>", ("Three",), below)) == f"{PLAIN}\n<div>drawn</div>"


def test_parts_of_one_section_stand_in_their_order() -> None:
    html = convert(Insertion("<div>1</div>", ("Section one",)), Insertion("<div>2</div>", ("Section one",)))
    assert "<div>1</div>\n<div>2</div>\n<h2" in html
