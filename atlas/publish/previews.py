"""Pictures for link previews, drawn at build time: one for the site, one a release, one for each kind in it.

1200 × 630 pixels, the size that services of link previews ask for (https://ogp.me/). The typeface is the
one inside Pillow, so nothing is fetched and every machine draws the same bytes.
"""

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import PIL
from PIL import Image, ImageColor, ImageDraw, ImageFont, features

from atlas.words.vocabulary import KINDS

SIZE: Final = (1200, 630)
#: Slanted and round shapes are drawn larger and scaled down, which smooths their edges.
SCALE: Final = 4
#: Shades from the paper to each color.
STEPS: Final = 6
MARGIN: Final = 84
SITE: Final = "Upgrade Atlas for Django"
#: What the colors of tokens.css are called there.
PAPER, INK, SOFT, ACCENT = "paper", "ink", "ink-2", "accent"

Colors = Mapping[str, str]
Point = tuple[float, float]
#: The compass rose, in shares of its radius.
STAR: Final[tuple[Point, ...]] = (
    (0, -0.78), (0.16, -0.16), (0.66, 0), (0.16, 0.16), (0, 0.66), (-0.16, 0.16), (-0.66, 0), (-0.16, -0.16),
)  # fmt: skip
NORTH: Final[tuple[Point, ...]] = ((0, -0.8), (0.23, -0.19), (-0.23, -0.19))


@dataclass(frozen=True, order=True)
class Picture:
    """What a picture is about: the site, a release, or a kind of change in one."""

    release: str = ""
    kind: str = ""

    @property
    def file(self) -> str:
        """Its file name."""
        return (
            "-".join(part for part in (self.release, self.kind) if part) + ".png"
            if self.release
            else "atlas.png"
        )

    @property
    def alt(self) -> str:
        """What it says, in words."""
        words = [
            SITE,
            f"Django {self.release}" if self.release else "",
            KINDS[self.kind].label if self.kind else "",
        ]
        return ": ".join(word for word in words if word)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return SIZE


def palette(css: str, kinds: Iterable[str]) -> dict[str, str]:
    """The colors of the light scheme, by their names in the stylesheet. Errors: KeyError for one it lacks."""
    scheme = css.partition('[data-md-color-scheme="default"]')[2].partition("}")[0]
    found = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", scheme))
    return {name: found[name] for name in (PAPER, INK, SOFT, ACCENT, "rule", *kinds)}


def recipe() -> tuple[str, ...]:
    """What a picture follows from besides what it is about and its colors: this file, and the libraries that draw."""
    return (Path(__file__).read_text(encoding="utf-8"), PIL.__version__, str(features.version("freetype2")))


def draw(picture: Picture, colors: Colors) -> bytes:
    """One picture as PNG."""
    image = Image.new("RGB", SIZE, colors[PAPER])
    canvas = Canvas(image, ImageDraw.Draw(image), colors)
    canvas.frame()
    canvas.rose(SIZE[0] - MARGIN - 150, SIZE[1] // 2, 150)
    canvas.write(120, SITE, 40, SOFT)
    if picture.release:
        canvas.write(222, "Django", 60, INK)
        canvas.write(410, picture.release, 210, INK)
    else:
        for baseline, line in ((240, "What breaks,"), (326, "how to know,"), (412, "what to do")):
            canvas.write(baseline, line, 76, INK)
    if picture.kind:
        canvas.badge(452, KINDS[picture.kind].label, picture.kind)
    else:
        canvas.write(530, "Release notes and upgrade guides", 40, SOFT)
    small = image.quantize(palette=_shades(picture, colors), dither=Image.Dither.NONE)
    stored = io.BytesIO()
    small.save(stored, "PNG")
    return stored.getvalue()


def _shades(picture: Picture, colors: Colors) -> Image.Image:
    """A palette of what is in the picture: the paper, and each color in steps from there, for smooth edges.

    Known beforehand, it takes a thirtieth of the time in which Pillow finds one.
    """
    paper = ImageColor.getrgb(colors[PAPER])
    names = [INK, SOFT, ACCENT, "rule", *([picture.kind] if picture.kind else [])]
    shades = [*paper]
    for color in (ImageColor.getrgb(colors[name]) for name in names):
        for step in range(1, STEPS + 1):
            shades += [round(a + (b - a) * step / STEPS) for a, b in zip(paper, color, strict=True)]
    palette = Image.new("P", (1, 1))
    palette.putpalette(shades)
    return palette


@dataclass(frozen=True)
class Canvas:
    """Draws on a picture; all in its pixels."""

    image: Image.Image
    pen: ImageDraw.ImageDraw
    colors: Colors

    def write(self, baseline: int, text: str, height: int, color: str, left: int = MARGIN) -> None:
        """A line of text on a baseline; height: of the typeface."""
        stroke = height / 70  # the typeface has one weight; large letters need a little more
        font = ImageFont.load_default(height)
        self.pen.text((left, baseline), text, self.colors[color], font, anchor="ls", stroke_width=stroke)

    def frame(self) -> None:
        """The scale bar of a chart's border, above and below."""
        for y in (0, SIZE[1] - 18):
            self.pen.rectangle([0, y, SIZE[0] - 1, y + 17], self.colors["rule"])
            for x in range(0, SIZE[0], 120):
                self.pen.rectangle([x, y, x + 59, y + 17], self.colors[INK])

    def rose(self, x: int, y: int, radius: int) -> None:
        """The compass rose around a point, north in the accent color."""
        large = self._large(2 * radius + 1, 2 * radius + 1)
        pen = ImageDraw.Draw(large)
        pen.ellipse([0, 0, 2 * radius * SCALE, 2 * radius * SCALE], outline=self.colors[INK], width=5 * SCALE)
        pen.polygon(_around(STAR, radius), fill=self.colors[INK])
        pen.polygon(_around(NORTH, radius), fill=self.colors[ACCENT])
        self.image.paste(large.reduce(SCALE), (x - radius, y - radius))

    def badge(self, top: int, text: str, kind: str) -> None:
        """The kind of change, on its color."""
        width = round(self.pen.textlength(text, ImageFont.load_default(56))) + 64
        large = self._large(width, 92)
        box = [0, 0, large.width - 1, large.height - 1]
        ImageDraw.Draw(large).rounded_rectangle(box, radius=8 * SCALE, fill=self.colors[kind])
        self.image.paste(large.reduce(SCALE), (MARGIN, top))
        self.write(top + 66, text, 56, PAPER, MARGIN + 32)

    def _large(self, width: int, height: int) -> Image.Image:
        return Image.new("RGB", (width * SCALE, height * SCALE), self.colors[PAPER])


def _around(shape: Iterable[Point], radius: int) -> list[Point]:
    """A shape whose points are shares of the radius, in the pixels of a large picture of that radius."""
    return [((1 + x) * radius * SCALE, (1 + y) * radius * SCALE) for x, y in shape]
