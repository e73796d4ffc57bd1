"""`dossier disagreements`: what differs, in every form, and `dossier show` for one of them."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from invented import write_invented

from dossier.cli import main
from dossier.store.connection import open_reader
from dossier.store.queries.overview import overview

Output = pytest.CaptureFixture[str]
LIGHT, LOST = "Had the light failed?", "When was the Halcyon lost?"


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    return str(write_invented(tmp_path / "halcyon.db"))


@pytest.mark.parametrize(("words", "questions"), [
    ([], [LIGHT]), (["--agreements"], [LOST]), (["light"], [LIGHT]), (["zeppelin"], []),
    (["--source", "log.txt"], [LIGHT]), (["--source", "log.txt", "--agreements"], []),
    (["--about", "Halcyon runs aground"], [LIGHT]), (["--attribute", "date"], []),
])  # fmt: skip
def test_matters_are_narrowed(db: str, capsys: Output, words: list[str], questions: list[str]) -> None:
    assert main(["disagreements", *words, "--db", db, "--json"]) == (0 if questions else 1)
    assert [record["question"] for record in json.loads(capsys.readouterr().out)] == questions


def test_every_passage_is_a_line_for_a_pipe(db: str, capsys: Output) -> None:
    assert main(["disagreements", "--db", db, "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["side"], row["path"], row["line"], row["text"]) for row in rows] == [
        ("1", "courier.txt", "8", "The light on the bar was dark,"), ("1", "log.txt", "3", "Lamp out at nine"),
        ("2", "courier.txt", "10", "it was lit at dusk"), ("2", "gazette.md", "3", "the lamp had been lit"),
    ]  # fmt: skip
    assert main(["disagreements", "--db", db]) == 0
    assert [line.split("\t")[3] for line in capsys.readouterr().out.splitlines()] == [LIGHT] * 4


def test_one_is_shown_by_its_question(db: str, capsys: Output) -> None:
    assert main(["show", "light", "failed", "--db", db]) == 0
    shown = capsys.readouterr().out
    assert "the light was lit  1 voice" in shown
    assert "it was lit at dusk" in shown
    assert main(["show", "light", "failed", "--db", db, "--json"]) == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert {value["side"] for value in record["values"]} == {0, 1}


@pytest.fixture
def decided(db: str) -> str:
    """The same case with both matters in the hands of a reader, as a build writes them."""
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("UPDATE disagreements SET settled = 'settled' WHERE NOT agrees")
    return db


def test_what_a_reader_settled_says_so_and_is_no_longer_counted(decided: str, capsys: Output) -> None:
    assert main(["show", "light", "failed", "--db", decided]) == 0
    assert "the sources differ · settled by a reader" in capsys.readouterr().out
    assert main(["disagreements", "--db", decided, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["settled"] == "settled"
    with closing(open_reader(Path(decided))) as connection:
        assert overview(connection).disagreements == 0


def test_what_a_reader_dismissed_is_held_against_nobody(db: str, capsys: Output) -> None:
    assert main(["show", "Aldous Verrin", "--db", db]) == 0
    assert "≠ Ines Okonjo" in capsys.readouterr().out
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("UPDATE disagreements SET settled = 'dismissed' WHERE NOT agrees")
    assert main(["show", "Aldous Verrin", "--db", db]) == 0
    assert "≠ Ines Okonjo" not in capsys.readouterr().out
