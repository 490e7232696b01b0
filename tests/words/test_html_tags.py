"""HTML is cut into tags as a browser would cut that of known builders."""

from atlas.words.html_tags import attributes, tags, with_attribute


def test_a_tag_ends_at_the_first_angle_outside_of_quotes() -> None:
    (opened, closed) = tags("<h2 class=\"a>b\" id='steps'>Steps</H2>")
    assert (opened.name, opened.is_end, attributes(opened.given)) == (
        "h2",
        False,
        {"class": "a>b", "id": "steps"},
    )
    assert (closed.name, closed.is_end) == ("h2", True)


def test_scripts_and_styles_are_one_token_and_comments_have_no_name() -> None:
    found = list(tags("<!doctype html><script src=x>'<p>'</script><!-- <p> --><style>p > a {}</style>"))
    assert [(tag.name, tag.text) for tag in found] == [
        ("", None),
        ("script", "'<p>'"),
        ("", None),
        ("style", "p > a {}"),
    ]


def test_an_angle_that_begins_no_tag_is_text() -> None:
    assert list(tags("1 < 2 <3 a<=b")) == []


def test_attributes_are_read_without_their_escapes_and_with_or_without_a_value() -> None:
    assert attributes(' href="?a=1&amp;b=2" HIDDEN data-x=y') == {
        "href": "?a=1&b=2",
        "hidden": "",
        "data-x": "y",
    }


def test_one_attribute_changes_and_the_others_stay_as_they_are_written() -> None:
    given = " class='x' href=\"?a=1&amp;b=2\" hidden"
    assert (
        with_attribute(given, "href", lambda value: f"/{value}") == " class='x' href=\"/?a=1&amp;b=2\" hidden"
    )
    assert with_attribute(given, "hidden", lambda value: "never") == given
