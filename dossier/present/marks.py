"""One character that says how far a row can be trusted; the same in lists, pages and plain text."""

from dossier.store.queries.events import EventRow
from dossier.store.queries.sources import SourceRow

STATUS_MARKS = {"alleged": "!", "denied": "✗", "planned": "○", "ruled out": "✗"}
INFERRED = "?"
DIFFERS, AGREES = "≠", "="
DECIDED = "✎"
SAID, HAPPENS = "“", "·"
READ = "✓"
PAGE_CHARS = 1_800
"""Of a standard page in publishing: 30 lines of 60."""
LEGEND = (
    ("!", "alleged"), ("✗", "denied or ruled out"), ("○", "planned"),
    ("?", "date uncertain, or inferred and not stated"),
    ("~", "date approximate"), ("≤ ≥", "date open at one end"),
    (SAID, "somebody is quoted"), (HAPPENS, "something happens"),
    (DIFFERS, "the sources differ"), (AGREES, "compared, and agrees"),
    (DECIDED, "decided or noted by a reader"), (READ, "read: all of it was seen"),
)  # fmt: skip

_BLOCKS = "▁▂▃▄▅▆▇█"


def event_mark(event: EventRow) -> str:
    """How an event stands: disputed, alleged, denied, planned; else whether its date was inferred; else a space."""
    if event.disputed:
        return DIFFERS
    return STATUS_MARKS.get(event.status) or _inferred(event.date, event.date_inferred) or " "


def mark_role(mark: str) -> str:
    """The role of a mark or of what begins with one: that sources differ looks the same wherever it is said."""
    return "fault" if mark.lstrip().startswith(DIFFERS) else "mark"


def event_marks(event: EventRow) -> str:
    """All that can be said of how an event stands, the gravest first: disputed; alleged, denied or planned; its date
    inferred."""
    marks = (DIFFERS if event.disputed else "", STATUS_MARKS.get(event.status, ""),
             _inferred(event.date, event.date_inferred))
    return "".join(marks)


def length_words(chars: int) -> str:
    """How long a text of so many code points is, in pages as they are typed: `3 p`."""
    return f"{max(1, -(-chars // PAGE_CHARS)):,} p"


def source_mark(source: SourceRow) -> str:
    """What stands behind a source's date that was inferred; an open interval shows that by itself."""
    return "" if ".." in (source.published or "") else _inferred(source.published, source.published_inferred)


def _inferred(date: str | None, inferred: bool) -> str:
    """The mark of an inferred date, unless the date's own words have one that says as much."""
    return INFERRED if date and inferred and not set("?~%") & set(date) else ""


def lanes(spread: tuple[int, ...]) -> str:
    """Which sources tell of something, one mark a source: `●` those that do, `·` those that are silent."""
    return "".join("●" if count else "·" for count in spread)


def bar(spread: tuple[int, ...]) -> str:
    """Mentions per source as columns: `·` for a silent source; up to eight mentions each has its own height."""
    most = max(spread, default=0)
    scale = max(most, len(_BLOCKS))
    return "".join(_BLOCKS[-(-count * len(_BLOCKS) // scale) - 1] if count else "·" for count in spread)
