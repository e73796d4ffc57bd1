"""The order of events by date, and which documents could have told of an event, on rows made for it."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from invented import write_invented

from dossier.store.queries.documents import not_told
from dossier.store.queries.events import get
from dossier.store.queries.filters import Noun
from dossier.store.queries.ids import ids
from dossier.store.queries.timeline import after, before, silent

DATES = {
    "on 1 August": ("2018-08-01", "2018-08-01"),
    "in August": ("2018-08-01", "2018-08-31"),
    "some time from August to October": ("2018-08-01", "2018-10-31"),
    "on 29 August": ("2018-08-29", "2018-08-29"),
    "on 31 August at nine": ("2018-08-31T09:00:00", "2018-08-31T09:00:00"),
    "since 30 August": ("2018-08-30", None),
    "by 28 August": (None, "2018-08-28"),
    "never dated": (None, None),
}
IN_ORDER = [
    "on 1 August", "in August", "some time from August to October", "by 28 August", "on 29 August", "since 30 August",
    "on 31 August at nine", "never dated",
]  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> sqlite3.Connection:
    """A case of nothing but these events, each told by its first two sources of three."""
    connection = sqlite3.connect(write_invented(tmp_path / "dossier.db"))
    connection.execute("DELETE FROM reports")
    connection.execute("DELETE FROM events")
    sources = [row[0] for row in connection.execute("SELECT id FROM sources ORDER BY position LIMIT 2")]
    (passage,) = connection.execute("SELECT min(id) FROM passages").fetchone()
    for label, (earliest, latest) in DATES.items():
        connection.execute(
            """INSERT INTO events (id, label, kind, date, earliest, latest, date_inferred, status, reports, sources,
               first_source, first_start) VALUES (?, ?, 'sink', 'given', ?, ?, 0, 'reported', 2, 2, 0, 0)""",
            [label, label, earliest, latest])  # fmt: skip
        connection.executemany(
            """INSERT INTO reports (event, source, passage, start, end, status, rule, basis)
               VALUES (?, ?, ?, 0, 1, 'reported', '', '')""",
            [(label, source, passage) for source in sources],
        )
    return connection


def source(case: sqlite3.Connection, place: int) -> tuple[str, str]:
    """Id and label of a readable source by its place."""
    where = "WHERE fault IS NULL ORDER BY position LIMIT 1 OFFSET ?"
    found: tuple[str, str] = case.execute(f"SELECT id, label FROM sources {where}", [place]).fetchone()
    return found


def labels(case: sqlite3.Connection, rowids: Iterable[int]) -> list[str]:
    return [case.execute("SELECT label FROM events WHERE rowid = ?", [one]).fetchone()[0] for one in rowids]


def test_a_range_stands_where_it_begins_after_what_is_sure_to_be_of_that_day(case: sqlite3.Connection) -> None:
    assert labels(case, ids(case, Noun.EVENT)) == IN_ORDER


def test_what_comes_before_and_after_is_in_the_same_order(case: sqlite3.Connection) -> None:
    event = get(case, "since 30 August")
    assert event is not None
    around = [*before(case, event, 9)[::-1], event.rowid, *after(case, event, 9)]
    assert labels(case, around) == IN_ORDER[:-1]


def test_a_document_cannot_leave_out_what_happened_after_it(case: sqlite3.Connection) -> None:
    third = source(case, 2)
    case.execute("UPDATE sources SET published_latest = '2018-08-29' WHERE id = ?", [third[0]])
    assert set(labels(case, not_told(case, third[0], 12))) == {
        "on 1 August", "by 28 August", "on 29 August", "never dated"}
    assert third[1] in silent(case, "on 29 August", 9)[0]
    assert third[1] not in silent(case, "on 31 August at nine", 9)[0]


def test_a_document_without_a_date_could_tell_of_all(case: sqlite3.Connection) -> None:
    case.execute("UPDATE sources SET published_latest = NULL")
    assert set(labels(case, not_told(case, source(case, 2)[0], 12))) == set(DATES)
