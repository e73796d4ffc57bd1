"""Which cases were opened last: kept in the user's data directory."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dossier.case.places import home, make_private
from dossier.errors import CaseError

if TYPE_CHECKING:
    from dossier.case.case import Case

KEPT = 20
_LAST = "last-case.json"


class Recent(NamedTuple):
    """A case that was opened."""

    root: Path
    db: Path | None
    """Its database, where the user chose one."""
    title: str


def remember(case: "Case") -> None:
    """Note `case` as the last one opened. A data directory that cannot be written to forgets it, silently."""
    file = home() / _LAST
    opened = Recent(case.root, case.places.db if case.places.chosen else None, case.title)
    before = [one for one in recent() if one[:2] != opened[:2]]
    cases = [
        {"case": str(one.root), "db": str(one.db) if one.db else None, "title": one.title}
        for one in (opened, *before[: KEPT - 1])
    ]
    try:
        make_private(file.parent)
        file.write_text(json.dumps({**cases[0], "before": cases[1:]}), encoding="ascii")
        file.chmod(0o600)
    except (OSError, CaseError):
        return


def last_opened() -> tuple[Path, Path | None] | None:
    """Folder of the last case opened, and its database where the user chose one; None where nothing is known."""
    return next((one[:2] for one in recent()), None)


def recent() -> tuple[Recent, ...]:
    """The cases opened, the last one first; whether they are still there is not looked at."""
    try:
        record = json.loads((home() / _LAST).read_text(encoding="ascii"))
        return tuple(
            Recent(Path(one["case"]), Path(one["db"]) if one["db"] else None, str(one.get("title", "")))
            for one in (record, *record.get("before", ()))
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()
