"""Which case was opened last: kept in the user's data directory."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.case.places import home, make_private
from dossier.errors import CaseError

if TYPE_CHECKING:
    from dossier.case.case import Case

_LAST = "last-case.json"


def remember(case: "Case") -> None:
    """Note `case` as the last one opened. A data directory that cannot be written to forgets it, silently."""
    file = home() / _LAST
    record = {"case": str(case.root), "db": str(case.places.db) if case.places.chosen else None}
    try:
        make_private(file.parent)
        file.write_text(json.dumps(record), encoding="ascii")
        file.chmod(0o600)
    except (OSError, CaseError):
        return


def last_opened() -> tuple[Path, Path | None] | None:
    """Folder of the last case opened, and its database where the user chose one; None where nothing is known."""
    try:
        record = json.loads((home() / _LAST).read_text(encoding="ascii"))
        return Path(record["case"]), Path(record["db"]) if record["db"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
