"""What a decision would do, said in words before it is taken; and what fits what."""

import sqlite3

import pytest
from invented import write_invented

from dossier.model.decision import Verb
from dossier.model.event import ROLES
from dossier.present.acts import roles_of
from dossier.present.consequences import consequences
from dossier.store.connection import open_reader
from dossier.store.queries.naming import Named


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    """The invented case, in which the first event is in question once."""
    path = write_invented(tmp_path_factory.mktemp("case") / "dossier.db")
    with sqlite3.connect(path) as connection:
        event = connection.execute("SELECT id FROM events ORDER BY id").fetchone()[0]
        matters = [id_ for (id_,) in connection.execute("SELECT id FROM disagreements ORDER BY position")]
        connection.execute("DELETE FROM disagreement_subjects WHERE target = ?", [event])
        connection.executemany("INSERT INTO disagreement_subjects VALUES (?, ?)", [(id_, event) for id_ in matters[:2]])
    connection.close()
    return open_reader(path)


def test_one_disagreement_stays_and_two_stay(own: sqlite3.Connection) -> None:
    event = own.execute("SELECT id FROM events ORDER BY id").fetchone()[0]
    thing = Named("event", event, "It happens", 1)
    assert consequences(own, Verb.REDATE, thing) == "2 disagreements about it stay as they are."
    with sqlite3.connect(own.execute("PRAGMA database_list").fetchone()[2]) as writer:
        writer.execute(
            "DELETE FROM disagreement_subjects WHERE target = ? AND disagreement = (SELECT max(disagreement) FROM "
            "disagreement_subjects WHERE target = ?)", [event, event])
    writer.close()
    assert consequences(own, Verb.STATUS, thing) == "1 disagreement about it stays as it is."


@pytest.mark.parametrize(("kind", "never"), [
    ("person", {"vehicle", "place"}), ("organization", {"vehicle"}), ("place", {"vehicle", "speaker"}),
    ("vehicle", {"place", "speaker"}), ("anonymous", {"vehicle", "place"}),
])  # fmt: skip
def test_a_part_in_an_event_fits_whoever_has_it(kind: str, never: set[str]) -> None:
    assert set(ROLES) - set(roles_of(kind)) == never
