"""What the application looks like: its style sheets, its themes, and which of them is worn."""

import os
from pathlib import Path
from typing import ClassVar

from dossier.resources import styles
from dossier.tui import themes
from dossier.tui.keys_in_order import KeysInOrder
from dossier.tui.preferences import Preferences

_ANSI, _DIALOGS = styles() / "ansi.tcss", styles() / "dialogs.tcss"


class ThemedApp(KeysInOrder):
    """Wears the theme that was chosen; reads no style sheet before something needs it."""

    CSS_PATH: ClassVar[list[str | Path]] = [  # type: ignore[assignment]
        styles() / f"{name}.tcss" for name in ("base", "panes", "roles")]

    def __init__(self, preferences: Preferences) -> None:
        # Without colour nothing is a shade of grey either: attributes alone, on the terminal's own two colours.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.preferences = preferences
        for theme in themes.THEMES.values():
            self.register_theme(theme)
        self._framed = False
        """Whether there was a first frame."""
        self._wear(self._first_theme())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the style sheets' own variables mean under foreign themes."""
        return themes.FALLBACK

    @property
    def held(self) -> bool:
        """Until the first frame: a dialog over a screen that was not drawn yet would keep it from being begun."""
        return not self._framed

    def framed(self) -> None:
        """There was a first frame: now dialogs can come, and other themes."""
        self._framed = True
        self._style_by(_DIALOGS)

    def _first_theme(self) -> str:
        """The one that was chosen; else the dark one."""
        if self.preferences.theme in self.available_themes:
            return self.preferences.theme
        return (themes.TERMINAL if self.no_color else themes.DARK).name

    def spare_colours(self) -> None:
        """Where none was chosen and the terminal has but sixteen colours, take those as they are."""
        if not self.preferences.theme and self.console.color_system not in ("256", "truecolor"):
            self._wear(themes.TERMINAL.name)

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the style sheets anew. Textual asks for it once while it starts, because a theme was set: then
        everything would be parsed, laid out and drawn twice."""
        if self._framed:
            super().refresh_css(animate)

    def _wear(self, theme: str) -> None:
        """Put on a theme. The style sheet of those with few colours is read with the first of them: parsing it takes
        its share of the time to the first frame."""
        self.theme = theme
        self.stylesheet.set_variables(self.get_css_variables())
        if self.native_ansi_color:
            self._style_by(_ANSI)

    def _style_by(self, sheet: Path) -> None:
        """From now on also by this style sheet; what is on the screen is not styled anew."""
        if sheet not in self.css_path:
            self.css_path.append(sheet)
            if self.is_running:
                self.stylesheet.read(sheet)

    def action_theme(self) -> None:
        """The next of our themes, and it is kept."""
        self._wear(themes.following(self.theme))
        self.preferences.theme = self.theme
        self.preferences.keep()
        self.notify(f"theme: {self.theme}", timeout=2, markup=False)
