"""The palette can be read: ratios of WCAG 2.2, computed from the variables in tokens.css."""

import re
from pathlib import Path

import pytest

#: How the block of each scheme begins in the file.
SCHEMES = {
    "light": '[data-md-color-scheme="default"],\n[data-md-color-scheme="slate"] {',
    "dark": '@media screen {\n  [data-md-color-scheme="slate"] {',
}
GROUNDS = ("paper", "sunk", "raised")
TEXTS = ("ink", "ink-2", "accent", "added", "changed", "deprecated", "removed", "requirement")
TINTED = TEXTS[2:]
#: WCAG: 7 for text (AAA), 4.5 for text (AA), 3 for lines and symbols that carry meaning.
AAA, AA, SYMBOL = 7.0, 4.5, 3.0


def ratio(one: str, other: str) -> float:
    """Contrast of two colors as #rrggbb. Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def colors(root: Path, scheme: str) -> dict[str, str]:
    """The colors of one scheme by name."""
    css = (root / "docs/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    assert css.count(SCHEMES[scheme]) == 1
    block = css.partition(SCHEMES[scheme])[2].partition("}")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


@pytest.fixture(params=SCHEMES)
def palette(request: pytest.FixtureRequest, root: Path) -> dict[str, str]:
    """The colors of each scheme in turn."""
    return colors(root, request.param)


def test_black_on_white_has_the_ratio_that_the_standard_states() -> None:
    assert round(ratio("#000000", "#ffffff"), 2) == 21
    assert ratio("#777777", "#ffffff") < AA < ratio("#767676", "#ffffff")


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_holds_the_highest_level_on_every_ground(
    palette: dict[str, str], text: str, ground: str
) -> None:
    assert ratio(palette[text], palette[ground]) >= AAA


@pytest.mark.parametrize("name", TINTED)
def test_text_holds_the_highest_level_on_its_own_tint(palette: dict[str, str], name: str) -> None:
    assert ratio(palette[name], palette[f"{name}-tint"]) >= AAA
    assert ratio(palette["ink"], palette[f"{name}-tint"]) >= AAA


@pytest.mark.parametrize("name", ("ink", "accent"))
def test_text_in_reverse_holds_the_highest_level(palette: dict[str, str], name: str) -> None:
    assert ratio(palette["paper"], palette[name]) >= AAA


def test_lines_that_carry_meaning_are_seen(palette: dict[str, str]) -> None:
    for ground in GROUNDS:
        assert ratio(palette["line"], palette[ground]) >= SYMBOL


def test_every_color_of_one_scheme_is_in_the_other(root: Path) -> None:
    light, dark = (colors(root, scheme) for scheme in SCHEMES)
    assert light.keys() == dark.keys()
    assert {*GROUNDS, *TEXTS} <= light.keys()
