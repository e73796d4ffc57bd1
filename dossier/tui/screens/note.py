"""A note over several lines, written in the browser or in the user's own editor."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from dossier.tui.widgets.key_line import Keys

MAX_CHARS = 1_000_000
"""Of a note; more is a document."""


class NoteScreen(ModalScreen[str | None]):
    """Dismissed with the note, or with None by Escape."""

    keys: ClassVar[Keys] = (("Ctrl+S", "keep it", ""), ("Ctrl+E", "editor", ""), ("Esc", "leave it", ""))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "keep", show=False, priority=True),
        Binding("ctrl+e", "editor", "editor", show=False, priority=True),
        Binding("escape", "dismiss", "leave", show=False, priority=True),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The text, and the keys that end it."""
        with Vertical(id="note"):
            yield Static(self._title, id="note-title", markup=False)
            yield TextArea(id="note-text", soft_wrap=True, show_line_numbers=False)
            yield Static("Ctrl+S: keep it · Ctrl+E: write it in $EDITOR · Esc: leave it", id="note-keys", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(TextArea).focus()

    def action_keep(self) -> None:
        """Keep the note, where there is one."""
        text = self.query_one(TextArea).text.strip()
        self.dismiss(text[:MAX_CHARS] or None)

    def action_editor(self) -> None:
        """Write on in the user's editor; what it leaves comes back here."""
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        area = self.query_one(TextArea)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "note.md"
            file.write_text(area.text, encoding="utf-8")
            try:
                with self.app.suspend():
                    subprocess.run([*command, str(file)], check=False)
            except OSError as error:
                self.notify(f"{command[0]} cannot be started: {error.strerror}", severity="warning", markup=False)
                return
            area.text = file.read_text(encoding="utf-8", errors="replace")
