"""Styles of roles. A role (`person`, `date`, `hit`, …) is what `present` gives a piece of text; `styles/roles.tcss`
says how it looks. Roles combine: a date in a cursor row has the colour of the one and the background of the other.

They are component classes of the screen, not of each widget: Textual matches every rule against every component
of every widget whenever styles are applied, which with roles on each list and line cost 0.1 s of the first frame.
"""

from rich.style import Style
from textual.widget import Widget

ROLES = (
    # kinds
    "person", "organization", "place", "vehicle", "date", "said", "reported-speech",
    # text
    "text", "title", "heading", "subheading", "section", "caption", "quote", "dim", "secondary", "key", "mark", "fault",
    "answer", "disputed", "origin", "anonymous", "emphasis", "strong", "fold",
    # rows and lines
    "name", "bar", "year", "faint", "related", "chosen", "tab", "number", "badge", "rule", "spacer",
    "chip", "chip-entities", "chip-events", "chip-sources",
    # places
    "hit", "current", "current-long", "selected",
    "cursor", "cursor-row", "cursor-row-blur", "gutter", "gutter-1", "gutter-2", "gutter-3", "scroll",
)  # fmt: skip
COMPONENTS = frozenset(f"role--{role}" for role in ROLES)
"""For the `COMPONENT_CLASSES` of a screen."""


class RoleStyles:
    """The styles of roles on the background of a widget."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, ...], Style] = {}

    def __call__(self, *roles: str) -> Style:
        """The widget's own style, changed by what each role sets, in turn."""
        style = self._styles.get(roles)
        if style is None:
            style = self._widget.visual_style.rich_style
            screen = self._widget.screen
            for role in roles:
                style += screen.get_component_rich_style(f"role--{role}", partial=True)
            self._styles[roles] = style
        return style

    def clear(self) -> None:
        """Forget them: colours changed."""
        self._styles.clear()
