"""The palettes: the one place with colour values. `styles/` says what gets which.

Kinds keep their colour everywhere: person blue, organization violet, place green, vehicle grey-green, date amber,
dispute red, quotation cream, everything secondary grey. Everything that is read has a contrast of at least 4.5:1 with
what it stands on, in the high-contrast theme 7:1 (WCAG 2.2, success criteria 1.4.3 and 1.4.6).

The terminal theme has none of this: it takes the sixteen colours of the user's own terminal, whatever they are, and
`styles/ansi.tcss` says with reverse, bold, underline and dim what the others say with backgrounds and greys. So does
NO_COLOR.
"""

from textual.theme import Theme

_COLOURS = {
    "person": ("#7cc7f8", "#0b5ea8", "#7fd4ff", "ansi_cyan"),
    "organization": ("#b9a5f0", "#6741b0", "#d3bdff", "ansi_magenta"),
    "place": ("#8fd18f", "#1f6f2b", "#8df58d", "ansi_green"),
    "vehicle": ("#a3bfae", "#456658", "#bfe8d0", "ansi_blue"),
    "date": ("#f2c272", "#855300", "#ffd75f", "ansi_yellow"),
    "dispute": ("#f0787a", "#b3232c", "#ffb0b0", "ansi_red"),
    "quotation": ("#efe6c8", "#5c4f1e", "#fff3c4", "ansi_default"),
    "secondary": ("#959dae", "#565d6e", "#d0d4dc", "ansi_default"),
    "faint": ("#767e91", "#6c7282", "#bec4d0", "ansi_default"),
    "text": ("#d6dae3", "#262b36", "#ffffff", "ansi_default"),
    "strong": ("#ffffff", "#000000", "#ffffff", "ansi_default"),
    "base": ("#11141b", "#fbfaf7", "#000000", "ansi_default"),
    "bar": ("#1a1f2b", "#eeece6", "#101010", "ansi_default"),
    "cursor": ("#263149", "#d5e4f5", "#00316b", "ansi_default"),
    "cursor-blur": ("#1c2230", "#e9e8e3", "#1f1f1f", "ansi_default"),
    "rule": ("#2c3445", "#d3d1ca", "#8a8f9a", "ansi_bright_black"),
    "hit": ("#5a4a12", "#ffe08a", "#ffe600", "ansi_default"),
    "hit-text": ("#ffffff", "#000000", "#000000", "ansi_default"),
    "badge-text": ("#0d1017", "#ffffff", "#000000", "ansi_default"),
}
"""What each kind of thing looks like in the dark theme, the light one, that of high contrast, and on the terminal's own
colours."""
_DARK_KINDS, _LIGHT_KINDS, _CONTRAST_KINDS, _TERMINAL_KINDS = (
    {name: colours[theme] for name, colours in _COLOURS.items()} for theme in range(4)
)


def _variables(kinds: dict[str, str]) -> dict[str, str]:
    return {
        **{f"kind-{name}": colour for name, colour in kinds.items()},
        "block-cursor-text-style": "none", "input-cursor-background": kinds["strong"],
        "input-cursor-foreground": kinds["base"], "input-selection-background": kinds["cursor"],
        "scrollbar": kinds["rule"], "scrollbar-hover": kinds["secondary"], "scrollbar-active": kinds["secondary"],
        "scrollbar-background": kinds["base"], "scrollbar-background-hover": kinds["base"],
        "scrollbar-background-active": kinds["base"], "scrollbar-corner-color": kinds["base"],
        # Textual's own sheets ask for these two, and only its own terminal themes have them.
        "ansi-background": kinds["base"], "ansi-foreground": kinds["text"],
    }  # fmt: skip


def _theme(name: str, kinds: dict[str, str], *, dark: bool = True, ansi: bool = False) -> Theme:
    return Theme(
        name=name, dark=dark, ansi=ansi, primary=kinds["person"], secondary=kinds["organization"], accent=kinds["date"],
        warning=kinds["date"], error=kinds["dispute"], success=kinds["place"], foreground=kinds["text"],
        background=kinds["base"], surface=kinds["base"], panel=kinds["bar"], variables=_variables(kinds),
    )  # fmt: skip


DARK = _theme("dark", _DARK_KINDS)
LIGHT = _theme("light", _LIGHT_KINDS, dark=False)
CONTRAST = _theme("high-contrast", _CONTRAST_KINDS)
TERMINAL = _theme("terminal", _TERMINAL_KINDS, ansi=True)
THEMES = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST, TERMINAL)}
"""In the order that a key goes through."""
FALLBACK = _variables(_DARK_KINDS)
"""What the style sheets' variables mean under a theme that does not know them."""


def following(name: str) -> str:
    """The name of the theme after this one; the first where it is none of ours."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
