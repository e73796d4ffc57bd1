"""`dossier timeline`: dated events in order, narrowed by days that their dates can mean."""

import json
import sys
from pathlib import Path

import pytest
from invented import write_invented

from dossier.cli import main

Output = pytest.CaptureFixture[str]
LAMP, AGROUND = "The lamp goes out at nine", "Halcyon runs aground on the Carrick bar"
INQUIRY = "Inquiry of the Harbour Board"


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    return str(write_invented(tmp_path / "halcyon.db"))


@pytest.mark.parametrize(("words", "labels"), [
    ([], [LAMP, AGROUND, INQUIRY]), (["--from", "1911-03-04"], [AGROUND, INQUIRY]),
    (["--to", "1911-03-03"], [LAMP, AGROUND]), (["--from", "1911-03-05", "--to", "1911-03"], []),
    (["--from", "1911-04-30"], [INQUIRY]), (["--from", "1911", "--to", "1911-03"], [LAMP, AGROUND]),
    (["--to", "1910"], []), (["--source", "log.txt"], [LAMP]), (["halc"], [AGROUND]),
    (["--person", "Tobias Renn"], [LAMP]),
])  # fmt: skip
def test_dated_events_in_order(db: str, capsys: Output, words: list[str], labels: list[str]) -> None:
    assert main(["timeline", *words, "--db", db, "--json"]) == (0 if labels else 1)
    assert [event["label"] for event in json.loads(capsys.readouterr().out)] == labels


@pytest.mark.parametrize("date", ["yesterday", "", "1911-02-30", "../1911", "XXXX-03-04"])
def test_what_is_no_date_is_wrong_use(db: str, capsys: Output, date: str) -> None:
    assert main(["timeline", "--from", date, "--db", db]) == 2
    assert "is no date" in capsys.readouterr().err


def test_the_order_of_the_sources_is_that_of_their_list(
    db: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(["timeline", "halcyon", "--db", db])
    assert capsys.readouterr().out.splitlines()[1].endswith("●●··")
    main(["sources", "--db", db])
    assert "Halcyon strikes" in capsys.readouterr().out.splitlines()[1]
