"""`dossier statements`, and the lists as a terminal shows them."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from invented import write_invented

from dossier.case import Case
from dossier.cli import main

Output = pytest.CaptureFixture[str]
DARK, STEERED = "The light on the bar was dark,", "I steered by what I could see."
LIT, LAMP = "it was lit at dusk", "the lamp had been lit"


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    return str(write_invented(tmp_path / "halcyon.db"))


@pytest.mark.parametrize(("words", "said"), [
    ([], [DARK, STEERED, LIT, LAMP]), (["lit"], [LIT, LAMP]), (["lamp", "li"], [LAMP]), (["--kind", "direct"],
    [DARK, STEERED]), (["--speaker", "okonjo"], [LIT, LAMP]), (["--source", "gazette.md"], [LAMP]),
    (["--limit", "1", "--speaker", "ines okonjo"], [LIT]), (["ran", "aground"], []),
    (["lit", "--speaker", "Aldous Verrin"], []),
])  # fmt: skip
def test_statements_are_narrowed(db: str, capsys: Output, words: list[str], said: list[str]) -> None:
    assert main(["statements", *words, "--db", db, "--json"]) == (0 if said else 1)
    assert [record["text"] for record in json.loads(capsys.readouterr().out)] == said


@pytest.mark.parametrize("words", [["--speaker", "Carrick"], ["--source", "none.txt"], ["--kind", "shouted"]])
def test_a_filter_that_fits_nothing_is_wrong_use(db: str, capsys: Output, words: list[str]) -> None:
    assert main(["statements", *words, "--db", db]) == 2
    assert capsys.readouterr().out == ""


def test_every_statement_is_where_it_says(case: Case, capsys: Output) -> None:
    assert main(["statements", "--case", str(case.root), "--json"]) == 0
    said, unsaid = json.loads(capsys.readouterr().out)
    assert (said["speaker"], said["speaker_names"]) == ("person-byrne", ["Ada Byrne"])
    assert (unsaid["speaker"], unsaid["speakers"]) == (None, [])
    for record in (said, unsaid):
        text = (case.root / record["path"]).read_bytes().decode()
        assert text[record["start"] : record["end"]] == record["text"]
        assert record["text"].split()[0] in text.split("\n")[record["line"] - 1]


def test_pipes_get_bare_values_and_csv_a_head(db: str, capsys: Output) -> None:
    main(["statements", "dark", "--db", db])
    fields = capsys.readouterr().out.rstrip("\n").split("\t")
    assert (fields[3], fields[5], fields[-1]) == ("Aldous Verrin", "direct", DARK)
    main(["statements", "dark", "--db", db, "--csv"])
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["speaker_names"], row["line"], row["text"]) == ("Aldous Verrin", "8", DARK)


@pytest.mark.parametrize(("command", "head", "line"), [
    ("people", "NAME", "Aldous Verrin"), ("places", "NAME", "Carrick"), ("vehicles", "NAME", "Halcyon"),
    ("organizations", "NAME", "Harbour Board"), ("events", "DATE", "03–04 Mar 1911"),
    ("sources", "SOURCE", "✗ chart.pdf: This format is not read"),
    ("statements", "WHO", f"Aldous Verrin  “{DARK}”"),
])  # fmt: skip
def test_a_terminal_gets_a_table(
    db: str, capsys: Output, monkeypatch: pytest.MonkeyPatch, command: str, head: str, line: str
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main([command, "--db", db]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(head)
    assert any(shown.startswith(line) for shown in lines[1:])
