"""The pictures of link previews."""

import io
from pathlib import Path

import PIL
import pytest
from PIL import Image, features

from atlas.publish.previews import PAPER, Picture, draw, palette, recipe
from atlas.words.vocabulary import KINDS

COLORS = {"paper": "#ffffff", "ink": "#000000", "ink-2": "#444444", "accent": "#aa0055", "rule": "#dddddd"}
COLORS |= dict.fromkeys(KINDS, "#123456")


def test_a_picture_says_what_it_is_about() -> None:
    picture = Picture("4.1", "deprecated")
    assert (picture.file, Picture("4.1").file, Picture().file) == (
        "4.1-deprecated.png",
        "4.1.png",
        "atlas.png",
    )
    assert picture.alt == "Upgrade Atlas for Django: Django 4.1: Deprecated"


@pytest.mark.parametrize("picture", [Picture(), Picture("2028"), *(Picture("4.1", kind) for kind in KINDS)])
def test_it_has_the_size_that_services_ask_for_and_is_small(picture: Picture) -> None:
    drawn = draw(picture, COLORS)
    image = Image.open(io.BytesIO(drawn))
    assert image.size == picture.size == (1200, 630)
    assert len(drawn) < 40_000


def test_the_kind_is_drawn_in_its_own_color() -> None:
    image = Image.open(io.BytesIO(draw(Picture("4.1", "removed"), {**COLORS, "removed": "#901f18"}))).convert(
        "RGB"
    )
    assert image.getpixel((100, 500)) == (0x90, 0x1F, 0x18)


def test_the_same_picture_has_the_same_bytes() -> None:
    assert draw(Picture("4.1"), COLORS) == draw(Picture("4.1"), COLORS)


def test_every_color_of_the_stylesheet_is_drawn_exactly() -> None:
    image = Image.open(io.BytesIO(draw(Picture("4.1"), COLORS))).convert("RGB")
    drawn = {image.getpixel(place) for place in ((50, 50), (10, 5), (70, 5), (966, 230))}
    assert drawn == {(255, 255, 255), (0, 0, 0), (0xDD, 0xDD, 0xDD), (0xAA, 0, 0x55)}


def test_what_a_picture_follows_from_names_the_libraries_that_draw_it() -> None:
    assert {PIL.__version__, features.version("freetype2")} <= set(recipe())


def test_colors_are_those_of_the_pages(root: Path) -> None:
    css = (root / "docs/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    assert set(palette(css, KINDS)) == set(COLORS)


def test_a_color_that_the_stylesheet_lost_is_an_error() -> None:
    with pytest.raises(KeyError, match=PAPER):
        palette('[data-md-color-scheme="default"] { --ink: #000000; }', KINDS)
