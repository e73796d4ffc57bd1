"""Opening another case without leaving the browser, and coming back to it."""

from collections.abc import Sequence
from pathlib import Path

from dossier.tui.messages import CaseWanted
from dossier.tui.screens.case import CaseScreen
from dossier.tui.visits import Stay


class CaseActions(CaseScreen):
    """Asks which case to open; the application opens it."""

    def left(self) -> Stay:
        """How this case is left now."""
        listings = tuple((pane.listing.kind, pane.listing.letters) for pane in self.panes)
        return Stay(self.reading.left(), tuple(self.pins), listings, tuple(self.trail.stands(self.panes)),
                    self.panes.index(self.pane), self.reads)  # fmt: skip

    def resume(self, stay: Stay) -> None:
        """Be as the case was left, once it is loaded."""
        self.stay, self.pane = stay, self.panes[stay.pane]
        self.pins[:] = stay.pins
        for pane, (kind, letters) in zip(self.panes, stay.listings, strict=True):
            pane.listing.kind, pane.listing.letters = kind, letters
        self.reading.resume(stay.history)

    def action_cases(self) -> None:
        """Choose among the cases known, or type a folder's path."""
        from dossier.tui.known_cases import cases_like  # noqa: PLC0415 (only when asked for)
        from dossier.tui.screens.ask import AskScreen, Choice  # noqa: PLC0415 (as above)

        def suggest(typed: str) -> Sequence[Choice]:
            return [Choice(str(one.path), one.title, one.shown_path) for one in cases_like(typed)]

        def judge(path: str) -> tuple[bool, str]:
            return bool(path), "" if path else "No case is called so. Type the path of a folder, beginning with / or ~."

        def answered(path: str | None) -> None:
            if path:
                self.post_message(CaseWanted(Path(path)))

        self.app.push_screen(AskScreen("Open a case: letters, or a folder", suggest=suggest, judge=judge), answered)
