"""The palettes: the one place with colour values. `styles/` says what gets which.

Kinds keep their colour everywhere: person blue, organization violet, place green, vehicle grey-green, date amber,
dispute red, quotation cream, everything secondary grey. Everything that is read has a contrast of at least 4.5:1 with
what it stands on, in the high-contrast theme 7:1 (WCAG 2.2, success criteria 1.4.3 and 1.4.6).

The terminal theme has none of this: it takes the sixteen colours of the user's own terminal, whatever they are, and
`styles/ansi.tcss` says with reverse, bold, underline and dim what the others say with backgrounds and greys. So does
NO_COLOR.
"""

from textual.theme import Theme

_DARK_KINDS = {
    "person": "#7cc7f8", "organization": "#b9a5f0", "place": "#8fd18f", "vehicle": "#a3bfae", "date": "#f2c272",
    "dispute": "#f0787a", "quotation": "#efe6c8", "secondary": "#959dae", "faint": "#767e91", "text": "#d6dae3",
    "strong": "#ffffff", "base": "#11141b", "bar": "#1a1f2b", "cursor": "#263149", "cursor-blur": "#1c2230",
    "rule": "#2c3445", "hit": "#5a4a12", "hit-text": "#ffffff", "badge-text": "#0d1017",
}  # fmt: skip
_LIGHT_KINDS = {
    "person": "#0b5ea8", "organization": "#6741b0", "place": "#1f6f2b", "vehicle": "#456658", "date": "#855300",
    "dispute": "#b3232c", "quotation": "#5c4f1e", "secondary": "#565d6e", "faint": "#6c7282", "text": "#262b36",
    "strong": "#000000", "base": "#fbfaf7", "bar": "#eeece6", "cursor": "#d5e4f5", "cursor-blur": "#e9e8e3",
    "rule": "#d3d1ca", "hit": "#ffe08a", "hit-text": "#000000", "badge-text": "#ffffff",
}  # fmt: skip
_CONTRAST_KINDS = {
    "person": "#7fd4ff", "organization": "#d3bdff", "place": "#8df58d", "vehicle": "#bfe8d0", "date": "#ffd75f",
    "dispute": "#ffb0b0", "quotation": "#fff3c4", "secondary": "#d0d4dc", "faint": "#bec4d0", "text": "#ffffff",
    "strong": "#ffffff", "base": "#000000", "bar": "#101010", "cursor": "#00316b", "cursor-blur": "#1f1f1f",
    "rule": "#8a8f9a", "hit": "#ffe600", "hit-text": "#000000", "badge-text": "#000000",
}  # fmt: skip
_TERMINAL_KINDS = {
    "person": "ansi_cyan", "organization": "ansi_magenta", "place": "ansi_green", "vehicle": "ansi_blue",
    "date": "ansi_yellow", "dispute": "ansi_red",
    **dict.fromkeys(("quotation", "secondary", "faint", "text", "strong", "base", "bar", "cursor", "cursor-blur"),
                    "ansi_default"),
    **dict.fromkeys(("hit", "hit-text", "badge-text"), "ansi_default"), "rule": "ansi_bright_black",
}  # fmt: skip


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
