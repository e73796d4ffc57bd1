"""`dossier show`: what a name means, what is printed of it, and how it ends."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import write_invented
from rich.cells import cell_len

from dossier.case import Case
from dossier.cli import main

Output = pytest.CaptureFixture[str]
EXTRA = {"[red].txt": "[/] \x1b]52;c;aGk=\x07 boo\n\nA \x9b2J bell \u202e and Maud Ellery\n"}


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    return str(write_invented(tmp_path / "halcyon.db", extra=EXTRA))


def show(db: str, output: Output, *words: str) -> tuple[int, str, str]:
    status = main(["show", *words, "--db", db])
    shown = output.readouterr()
    return status, shown.out, shown.err


@pytest.mark.parametrize(("words", "first"), [
    (["Aldous Verrin"], "Aldous Verrin  captain"), (["VERRIN"], "Aldous Verrin  captain"),
    (["t", "renn"], "Tobias Renn  Keeper"), (["tob"], "Tobias Renn  Keeper"),
    (["okonjo", "ines"], "Ines Okonjo  Board secretary"), (["Harbour Board"], "Harbour Board  organization"),
    (["lowestéad"], "Lowestead  place"), (["lamp goes"], "The lamp goes out at nine"),
    (["keeper's log"], "Keeper's log"), (["log.txt"], "Keeper's log"), (["chart.pdf"], "chart.pdf"),
])  # fmt: skip
def test_a_name_is_found(db: str, capsys: Output, words: list[str], first: str) -> None:
    status, out, _ = show(db, capsys, *words)
    assert status == 0
    assert out.splitlines()[0].strip() == first


def test_a_name_that_is_a_ships_and_a_headlines_means_the_ship_when_it_is_all_of_it(db: str, capsys: Output) -> None:
    assert show(db, capsys, "halcyon")[1].startswith("Halcyon  vehicle")
    assert show(db, capsys, "halcyon", "--kind", "event")[1].startswith("Halcyon runs aground")


def test_an_ambiguous_name_lists_what_it_can_mean(db: str, capsys: Output) -> None:
    status, out, err = show(db, capsys, "the")
    assert (status, out) == (2, "")
    assert {"The lamp goes out at nine", "The oil is never delivered"} <= set(re.findall(r"event +(.+)", err))
    for id_ in re.findall(r"^  (\S+)  event", err, re.M):
        assert show(db, capsys, id_)[0] == 0


def test_a_name_that_nothing_has_gives_the_nearest(db: str, capsys: Output) -> None:
    status, out, err = show(db, capsys, "Aldus Verin")
    assert (status, out) == (1, "")
    assert "Aldous Verrin" in err
    assert show(db, capsys, "qqqq")[0] == 1


@pytest.mark.parametrize("name", ["", " ", "…", "%", "'", '"', "*", "a\x00b", "\udcff", "OR", "x" * 5000, "-"])
def test_no_name_is_an_error(db: str, capsys: Output, name: str) -> None:
    assert main(["show", "--db", db, "--", name]) in (0, 1, 2)
    assert "Traceback" not in capsys.readouterr().err


def test_every_place_leads_to_the_line_it_names(case: Case, capsys: Output) -> None:
    assert main(["show", "Byrne", "--case", str(case.root)]) == 0
    out = capsys.readouterr().out
    assert "“No fault of ours,”  (line 5)" in out
    assert re.search(r"NAMED AS  3\n  Byrne +2  \(letter.md:5\) \+1\n", out)
    (captain,) = re.findall(r"  Captain  \((\S+):(\d+)\)", out)
    assert "Captain" in (case.root / captain[0]).read_bytes().decode().split("\n")[int(captain[1]) - 1]


def test_what_is_said_of_a_person_stands_behind_who_says_it(case: Case, capsys: Output, db: str) -> None:
    assert "Keeper Tobias Renn" not in show(db, capsys, "Tobias Renn")[1].splitlines()[0]
    out = show(db, capsys, "Tobias Renn")[1]
    assert re.search(r"undated +! The oil is never delivered +alleged by Tobias Renn", out)
    assert "! alleged" in out.splitlines()[-1]


def test_why_gives_rule_and_grounds_of_every_mention(case: Case, capsys: Output) -> None:
    main(["show", "Byrne", "--why", "--case", str(case.root)])
    out = capsys.readouterr().out
    reasons = out[out.index("WHY") :].splitlines()
    assert reasons[0] == "WHY: EACH NAME AND HOW IT WAS JOINED  4"
    assert [line.strip() for line in reasons[1:4]] == ["Byrne  2", "exact  (letter.md:5)", "likewise note.txt:1"]
    assert "nowhere written exactly so" not in out


def test_why_of_an_event_tells_how_each_date_was_reached(db: str, capsys: Output) -> None:
    out = " ".join(show(db, capsys, "halcyon runs", "--why")[1].split())
    assert "WHY: THE DATE 03–04 Mar 1911 worked out from the dates of the reports together" in out
    assert "WHY: EACH REPORT 2 Halcyon strikes the Carrick bar 1 (courier.txt) 03 Mar 1911 verb (line 5)" in out


def test_why_of_a_source_tells_the_grounds_of_its_metadata(db: str, capsys: Output) -> None:
    plain, why = show(db, capsys, "courier.txt")[1], show(db, capsys, "courier.txt", "--why")[1]
    assert "published   06 Mar 1911  · inferred\n" in plain
    assert "published   06 Mar 1911  · inferred: from what it tells\n" in why
    assert "ran aground on the Carrick bar on the night of 3 March 1911" in " ".join(why.split())


def test_a_statement_shows_who_said_it_and_where(case: Case, capsys: Output) -> None:
    assert main(["show", "statement-1", "--why", "--case", str(case.root)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Ada Byrne  in direct speech"
    assert lines[2] == "“No fault of ours,”  (letter.md:5)"
    assert any(re.fullmatch(r" +person +Ada Byrne", line) for line in lines)


def test_json_is_the_record_of_the_export(case: Case, capsys: Output) -> None:
    main(["export", "--case", str(case.root)])
    export = json.loads(capsys.readouterr().out)
    for section, name in (("people", "Ada Byrne"), ("events", "Byrne leaves Cork"), ("sources", "letter.md"),
                          ("statements", "statement-1")):  # fmt: skip
        assert main(["show", name, "--json", "--case", str(case.root)]) == 0
        (shown,) = json.loads(capsys.readouterr().out)
        (exported,) = [record for record in export[section] if record["id"] == shown["id"]]
        assert exported.items() <= shown.items()


def test_nothing_a_document_holds_acts_on_the_terminal(db: str, capsys: Output) -> None:
    shown = "".join(show(db, capsys, "[red].txt", "--why")[1:]) + "".join(show(db, capsys, "Maud Ellery", "--why")[1:])
    assert "bell" in shown
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


def test_lines_are_no_wider_than_asked(db: str, capsys: Output) -> None:
    def lines() -> Iterator[str]:
        for name in ("courier.txt", "Aldous Verrin", "halcyon runs"):
            yield from show(db, capsys, name, "--why")[1].splitlines()

    assert max(map(cell_len, lines())) <= 100
