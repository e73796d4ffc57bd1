"""The events of an entity: the same ones in the same order, whichever way is sooner."""

import sqlite3
from pathlib import Path

import pytest
from synthetic import write_synthetic

from dossier.store.connection import open_reader
from dossier.store.queries import events


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    database: Path = tmp_path_factory.mktemp("crowd") / "dossier.db"
    write_synthetic(database, people=20, events=300, sources=5, passages=300)
    return open_reader(database)


def test_both_ways_find_the_same(crowded: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = [id_ for (id_,) in crowded.execute("SELECT id FROM entities")]
    sorted_ = [events.of_entity(crowded, id_, 40) for id_ in everybody]
    assert any(sorted_)
    monkeypatch.setattr(events, "DENSE", -1)
    assert [events.of_entity(crowded, id_, 40) for id_ in everybody] == sorted_
