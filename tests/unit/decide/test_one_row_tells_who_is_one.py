"""What a decision about somebody writes does not grow with how often they are named, and reads as if all were written
anew."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from deciding import decision, subject, undo
from invented import invented

from dossier.curation.journal import Journals
from dossier.decide.refresh import refresh
from dossier.model.decision import Decision, Verb
from dossier.model.event import Participant
from dossier.store.connection import open_reader
from dossier.store.queries import events
from dossier.store.writer import write

FOUND = invented()
VERRIN, RENN = (subject(FOUND, "person", name) for name in ("Aldous Verrin", "Tobias Renn"))
AGROUND = FOUND.events[0]
IDS = {entity.name: entity.id for entity in FOUND.entities}
TOGETHER = replace(FOUND, events=(
    replace(AGROUND, participants=(*AGROUND.participants, Participant(IDS["Tobias Renn"], "agent"))),
    *FOUND.events[1:]))  # fmt: skip
"""Two people in one event, each in a role of his own."""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    write(TOGETHER, tmp_path / "halcyon.db", case="/cases/halcyon", stamp={"journals": "{}"})
    return tmp_path / "halcyon.db"


def bring_in(database: Path, *decisions: Decision) -> None:
    assert refresh(database, lambda: (Journals(decisions, ()), str(len(decisions))))


def kept(database: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(database)) as connection:
        return [connection.execute(f"SELECT * FROM {table}").fetchall()
                for table in ("found_mentions", "found_participants", "found_appearances")]  # fmt: skip


def roles(database: Path) -> dict[str, str]:
    with closing(open_reader(database)) as connection:
        return {one.name: one.role for one in events.participants(connection, AGROUND.id)}


def test_merging_renaming_and_rejecting_leave_what_was_found(database: Path) -> None:
    before = kept(database)
    made: list[Decision] = []
    for verb, subjects, value in ((Verb.MERGE, (VERRIN, RENN), ""), (Verb.RENAME, (VERRIN,), "A Name"),
                                  (Verb.REJECT, (VERRIN,), ""), (Verb.NOTE, (RENN,), "seen")):  # fmt: skip
        made.append(decision(verb, *subjects, value=value))
        bring_in(database, *made)
        assert kept(database) == before


def test_of_two_who_are_one_the_fuller_part_is_shown_once(database: Path) -> None:
    before = roles(database)
    assert (before["Aldous Verrin"], before["Tobias Renn"]) == ("participant", "agent")
    merge = decision(Verb.MERGE, VERRIN, RENN)
    bring_in(database, merge)
    with closing(open_reader(database)) as connection:
        people = [one for one in events.participants(connection, AGROUND.id) if one.kind == "person"]
    assert [one.role for one in people] == ["agent"]
    bring_in(database, merge, undo(merge))
    assert roles(database) == before


def test_counts_follow(database: Path) -> None:
    def counts() -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(database)) as connection:
            return connection.execute(
                "SELECT name, mentions, sources, events FROM entities ORDER BY id").fetchall()  # fmt: skip

    before = counts()
    merge, reject = decision(Verb.MERGE, VERRIN, RENN), decision(Verb.REJECT, VERRIN)
    bring_in(database, merge)
    with closing(sqlite3.connect(database)) as connection:
        (one,) = connection.execute("""
            SELECT e.mentions = (SELECT count(*) FROM mentions WHERE entity = e.id AND form = 'name'),
                   e.sources = (SELECT count(*) FROM appearances WHERE entity = e.id),
                   e.events = (SELECT count(DISTINCT event) FROM participants WHERE entity = e.id), e.events
            FROM entities e WHERE id IN (SELECT target FROM decided)""").fetchall()
    assert one == (1, 1, 1, 3)
    bring_in(database, merge, reject)
    assert len(counts()) == len(before) - 2
    bring_in(database, merge, reject, undo(merge), undo(reject))
    assert counts() == before
