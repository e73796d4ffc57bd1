"""Everything that is read stands out enough from what it stands on, by the formula of WCAG 2.2."""

import re
from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from dossier.resources import styles
from dossier.tui import themes

READ = ("person", "organization", "place", "vehicle", "date", "dispute", "quotation", "secondary", "text", "strong")
GROUNDS = ("base", "bar", "cursor", "cursor-blur")


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [value / 255 for value in Color.parse(colour).rgb]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("theme", "least"), [(themes.DARK, 4.5), (themes.LIGHT, 4.5), (themes.CONTRAST, 7)])
def test_what_is_read_can_be_read(theme: Theme, least: float) -> None:
    kinds = {name.removeprefix("kind-"): value for name, value in theme.variables.items() if name.startswith("kind-")}
    pairs = [*product(READ, GROUNDS), ("faint", "base"), ("hit-text", "hit"),
             *(("badge-text", chip) for chip in ("person", "date", "place"))]
    weak = {(on, ground): contrast(kinds[on], kinds[ground]) for on, ground in pairs}
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < least}


def test_every_theme_knows_every_variable_of_the_style_sheets() -> None:
    asked = {name for sheet in styles().glob("*.tcss") for name in re.findall(r"\$(kind-[\w-]+)", sheet.read_text())}
    for theme in themes.THEMES.values():
        assert asked <= set(theme.variables)


def test_the_terminals_own_theme_has_no_colour_but_the_terminals_own() -> None:
    kinds = [value for name, value in themes.TERMINAL.variables.items() if name.startswith("kind-")]
    assert all(value.startswith("ansi_") for value in kinds)


def test_a_key_goes_through_all_themes_and_comes_back() -> None:
    seen = [themes.following("nord")]
    for _ in themes.THEMES:
        seen.append(themes.following(seen[-1]))
    assert (set(seen), seen[0]) == (set(themes.THEMES), seen[-1])
