"""The palettes: the one place with colour values. `styles/` says what gets which.

Kinds keep their colour everywhere: person blue, organization violet, place green, vehicle grey-green, date amber,
dispute red, quotation cream, everything secondary grey. Contrast on the background is at least 4.5:1 but for what is
dimmed on purpose.
"""

from textual.theme import Theme

_DARK_KINDS = {
    "person": "#7cc7f8", "organization": "#b9a5f0", "place": "#8fd18f", "vehicle": "#a3bfae", "date": "#f2c272",
    "dispute": "#f0787a", "quotation": "#efe6c8", "secondary": "#838b9c", "faint": "#687083", "text": "#d6dae3",
    "strong": "#ffffff", "base": "#11141b", "bar": "#1a1f2b", "cursor": "#263149", "cursor-blur": "#1c2230",
    "rule": "#2c3445", "hit": "#5a4a12", "badge-text": "#0d1017",
}  # fmt: skip
_LIGHT_KINDS = {
    "person": "#0b5ea8", "organization": "#6741b0", "place": "#1f6f2b", "vehicle": "#47695a", "date": "#8a5600",
    "dispute": "#b3232c", "quotation": "#5c4f1e", "secondary": "#62697a", "faint": "#878d9c", "text": "#262b36",
    "strong": "#000000", "base": "#fbfaf7", "bar": "#eeece6", "cursor": "#d5e4f5", "cursor-blur": "#e9e8e3",
    "rule": "#d3d1ca", "hit": "#ffe08a", "badge-text": "#ffffff",
}  # fmt: skip


def _variables(kinds: dict[str, str]) -> dict[str, str]:
    return {
        **{f"kind-{name}": colour for name, colour in kinds.items()},
        "block-cursor-text-style": "none", "input-cursor-background": kinds["strong"],
        "input-cursor-foreground": kinds["base"], "input-selection-background": kinds["cursor"],
        "scrollbar": kinds["rule"], "scrollbar-hover": kinds["secondary"], "scrollbar-active": kinds["secondary"],
        "scrollbar-background": kinds["base"], "scrollbar-background-hover": kinds["base"],
        "scrollbar-background-active": kinds["base"], "scrollbar-corner-color": kinds["base"],
    }  # fmt: skip


def _theme(name: str, kinds: dict[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name, dark=dark, primary=kinds["person"], secondary=kinds["organization"], accent=kinds["date"],
        warning=kinds["date"], error=kinds["dispute"], success=kinds["place"], foreground=kinds["text"],
        background=kinds["base"], surface=kinds["base"], panel=kinds["bar"], variables=_variables(kinds),
    )  # fmt: skip


DARK = _theme("dossier-dark", _DARK_KINDS, dark=True)
LIGHT = _theme("dossier-light", _LIGHT_KINDS, dark=False)
FALLBACK = _variables(_DARK_KINDS)
"""What the style sheets' variables mean under a theme that does not know them."""
