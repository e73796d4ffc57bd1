"""`dossier matrix`, and the timeline drawn: the twins of what the browser shows."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from invented import write_invented

from dossier.cli import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(write_invented(tmp_path / "halcyon.db"))


def printed(capsys: Output, *words: str) -> str:
    assert main([*words]) == 0
    return capsys.readouterr().out


def test_a_table_shows_who_is_named_where(db: str, capsys: Output) -> None:
    lines = printed(capsys, "matrix", "--db", db).splitlines()
    assert re.split(r"  +", lines[0].strip()) == ["Halcyon strikes…", "The loss of the…", "Keeper's log"]
    (verrin,) = [line for line in lines if "Aldous Verrin" in line]
    assert verrin.split()[:3] == ["Aldous", "Verrin", "2"]
    assert verrin.split()[4:] == ["2", "·", "·"]


def test_for_programs_it_has_every_number(db: str, capsys: Output) -> None:
    rows = list(csv.reader(io.StringIO(printed(capsys, "matrix", "--csv", "--db", db))))
    assert rows[0] == ["", "Halcyon strikes the Carrick bar", "The loss of the Halcyon", "Keeper's log"]
    assert ["Tobias Renn", "", "1", "1"] in rows
    found = json.loads(printed(capsys, "matrix", "--json", "--db", db))
    (renn,) = [row for row in found if row["name"] == "Tobias Renn"]
    assert sorted(renn["sources"].values()) == [1, 1]
    assert "| Tobias Renn |  | 1 | 1 |" in printed(capsys, "matrix", "--md", "--db", db)


def test_who_stands_with_whom(db: str, capsys: Output) -> None:
    found = json.loads(printed(capsys, "matrix", "--together", "--kind", "person", "--json", "--db", db))
    numbers = {(row["id"], other): number for row in found for other, number in row["with"].items()}
    assert all(numbers[other, one] == number for (one, other), number in numbers.items())


def test_what_is_asked_for_is_left(db: str, capsys: Output) -> None:
    assert "Renn" in printed(capsys, "matrix", "renn", "--db", db)
    assert "Verrin" not in printed(capsys, "matrix", "renn", "--db", db)
    assert len(json.loads(printed(capsys, "matrix", "--source", "log.txt", "--json", "--db", db))) == 1
    assert main(["matrix", "zzzz", "--db", db]) == 1


def test_the_timeline_is_drawn_on_a_scale(db: str, capsys: Output) -> None:
    lines = printed(capsys, "timeline", "--scale", "days", "--db", db).splitlines()
    assert lines[0].split() == ["Mar", "1911", "Apr"]
    assert lines[1].split() == ["03", "04", "┊01", "┊30"]
    lanes = {line[2:20].strip(): line[21:].strip() for line in lines[2:6]}
    assert set(lanes) == {"all sources", "Halcyon strikes…", "The loss of the…", "Keeper's log"}
    assert "○" in lanes["The loss of the…"]
    assert lines[-1].startswith("◆ reported")


def test_a_long_timeline_goes_on_below(db: str, capsys: Output) -> None:
    lines = printed(capsys, "timeline", "--scale", "minutes", "--db", db).splitlines()
    assert all(len(line) <= 100 for line in lines)
    assert main(["timeline", "--scale", "whole", "zzzz", "--db", db]) == 1


def test_lists_and_pages_are_had_in_markdown(db: str, capsys: Output) -> None:
    assert "| Tobias Renn[^" in printed(capsys, "people", "--md", "--db", db)
    assert "[^1]: “Lamp out at nine” — Keeper's log, undated, log.txt:3" in printed(
        capsys, "show", "lamp", "goes", "--md", "--db", db)
    disagreements = printed(capsys, "disagreements", "--md", "--db", db)
    assert "≠ Had the light failed?" in disagreements
    assert "[^1]: “The light on the bar was dark,” — Halcyon strikes the Carrick bar" in disagreements
    assert "it was lit at dusk[^3]" in printed(capsys, "statements", "--md", "--db", db)
