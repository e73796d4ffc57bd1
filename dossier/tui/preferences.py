"""What the browser keeps from one day to the next: its theme, widths and orders, in the user's data directory.

Chosen on the screen and written by the program; what is written by hand (keys) is in `keymap.py`.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from dossier.case.places import home, make_private
from dossier.errors import CaseError

_FILE = "browser.json"
CASES = 50
"""Of how many cases the orders are kept."""


@dataclass(slots=True)
class Preferences:
    """Kept in `file`, or nowhere where there is none."""

    theme: str = ""
    """Name of a theme; empty where none was chosen."""
    panes: int = 0
    """Width of the panes in percent of the screen; 0 as the style sheet has it."""
    sorts: dict[str, dict[str, str]] = field(default_factory=dict)
    """Order of each pane, by noun, in each case where one was chosen, by its database; the last one chosen last."""
    hinted: bool = False
    """Whether the hint for newcomers was seen."""
    file: Path | None = None

    def sort(self, database: Path, noun: str) -> str:
        """The order of a pane that was chosen in a case; empty where none was."""
        return self.sorts.get(str(database.absolute()), {}).get(noun, "")

    def choose_sort(self, database: Path, noun: str, sort: str) -> None:
        """This order from now on, in this case; the others have their own."""
        case = str(database.absolute())
        self.sorts[case] = {**self.sorts.pop(case, {}), noun: sort}
        self.sorts = dict(list(self.sorts.items())[-CASES:])
        self.keep()

    def keep(self) -> None:
        """Write them down. A data directory that cannot be written to forgets them, silently."""
        if self.file is None:
            return
        kept = {name: value for name, value in asdict(self).items() if name != "file"}
        new = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        try:
            make_private(self.file.parent)
            new.touch(mode=0o600)
            new.write_text(json.dumps(kept), encoding="ascii")
            new.replace(self.file)
        except (OSError, CaseError):
            with suppress(OSError):
                new.unlink(missing_ok=True)


def read_preferences() -> Preferences:
    """Those of this user; what is missing, or not as it should be, is as at first."""
    file = home() / _FILE
    try:
        kept = json.loads(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        kept = {}
    found = Preferences(file=file)
    if isinstance(kept, dict):
        for known in fields(Preferences):
            value = kept.get(known.name)
            if known.name != "file" and type(value) is type(getattr(found, known.name)):
                setattr(found, known.name, value)
    found.sorts = {case: {noun: sort for noun, sort in chosen.items() if isinstance(sort, str)}
                   for case, chosen in found.sorts.items() if isinstance(chosen, dict)}  # fmt: skip
    return found
