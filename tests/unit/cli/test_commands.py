"""The commands on a small case: what they print, where, and how they end."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.case import Case, fingerprint
from dossier.cli import COMMANDS, main
from dossier.model.annotation import Passage, PassageKind
from dossier.model.dossier import Attribute, Document, Dossier
from dossier.model.span import Span
from dossier.store.writer import write

Output = pytest.CaptureFixture[str]


def records(output: Output) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(output.readouterr().out)
    return found


def test_people(case: Case, capsys: Output) -> None:
    assert main(["people", "--case", str(case.root)]) == 0
    out, err = capsys.readouterr()
    assert out.split("\t")[:3] == ["person-byrne", "Ada Byrne", "person"]
    assert err == ""


@pytest.mark.parametrize("where", [["people", "--db"], ["--db"]])
def test_a_database_may_be_named_before_or_after_the_command(case: Case, capsys: Output, where: list[str]) -> None:
    command = ["people"] if where == ["--db"] else []
    assert main([*where, str(case.places.db), *command, "--json"]) == 0
    assert [person["name"] for person in records(capsys)] == ["Ada Byrne"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["places"], ["Cork"]),
        (["people", "ad", "by"], ["Ada Byrne"]),
        (["people", "--source", "note.txt"], ["Ada Byrne"]),
        (["places", "--source", "source-note"], []),
        (["people", "--event", "Byrne leaves Cork"], ["Ada Byrne"]),
        (["events", "--person", "ada byrne"], ["Byrne leaves Cork"]),
        (["events", "--source", "The ferry"], ["Byrne leaves Cork"]),
        (["sources", "--person", "person-byrne"], ["The ferry", "Byrne — née O’Hara — of Cork Lines met nobody."]),
    ],
)
def test_lists_are_narrowed(case: Case, capsys: Output, words: list[str], names: list[str]) -> None:
    assert main([*words, "--case", str(case.root), "--json"]) == (0 if names else 1)
    assert [record.get("name", record.get("label")) for record in records(capsys)] == names


def test_what_could_not_be_read_is_among_the_sources(case: Case, capsys: Output) -> None:
    main(["sources", "--case", str(case.root), "--json"])
    faults = {source["path"]: source["fault"] for source in records(capsys)}
    assert faults == {"letter.md": None, "note.txt": None, "broken.pdf": "It is no text.", "bad-�.txt": "Not UTF-8."}


def test_comma_separated_values(case: Case, capsys: Output) -> None:
    assert main(["events", "--case", str(case.root), "--csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["date"], row["label"], row["reports"]) == ("1911-05-03", "Byrne leaves Cork", "2")


@pytest.mark.parametrize("words", [["people", "--source", "no such"], ["events", "--person", "Cork"]])
def test_a_filter_that_names_nothing_is_wrong_use(case: Case, capsys: Output, words: list[str]) -> None:
    assert main([*words, "--case", str(case.root)]) == 2
    assert "is called" in capsys.readouterr().err


def test_search_prints_as_grep_does(case: Case, capsys: Output) -> None:
    assert main(["search", "byrne", "said", "--case", str(case.root)]) == 0
    assert capsys.readouterr().out == "letter.md:5: “No fault of ours,” Byrne said.\n"
    text = (case.root / "letter.md").read_bytes().decode()
    assert text.split("\n")[4].startswith("“No fault of ours,”")


def test_search_as_json_gives_the_exact_place(case: Case, capsys: Output, dossier_records: Dossier) -> None:
    assert main(["search", "TIDE", "--case", str(case.root), "--json"]) == 0
    (hit,) = records(capsys)
    text = dossier_records.documents[1].source.text
    assert text[int(str(hit["start"])) : int(str(hit["end"]))] == hit["text"] == "tide"


@pytest.mark.parametrize("query", ["zeppelin", '"', "(", "NEAR(", "* OR", "-", "o'", ":", "a\x00b", "%", "—"])
def test_no_query_is_an_error(case: Case, capsys: Output, query: str) -> None:
    assert main(["search", "--case", str(case.root), "--", query]) in (0, 1)
    assert "Traceback" not in capsys.readouterr().err


def test_export_is_the_contract(case: Case, capsys: Output, dossier_records: Dossier) -> None:
    assert main(["export", "--db", str(case.places.db), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert set(data) >= {
        "sources", "people", "organizations", "places", "vehicles", "dates", "events", "statements", "disagreements",
        "agreements",
    }  # fmt: skip
    texts = {document.source.id: document.source.text for document in dossier_records.documents}
    spans = [span for span in walk(data) if "start" in span]
    assert len(spans) == 10
    assert all(texts[span["source"]][span["start"] : span["end"]] == span["text"] for span in spans)


def walk(value: object) -> list[dict[str, object]]:
    """Every object in a JSON value."""
    if isinstance(value, dict):
        return [value, *(found for item in value.values() for found in walk(item))]
    return [found for item in value for found in walk(item)] if isinstance(value, list) else []


def test_info_says_how_to_erase(case: Case, capsys: Output) -> None:
    assert main(["info", "--case", str(case.root)]) == 0
    out = capsys.readouterr().out
    assert str(case.places.db) in out
    assert "up to date" in out
    (case.root / "more.txt").write_text("More.")
    main(["info", "--case", str(case.root)])
    assert "older than the documents" in capsys.readouterr().out


def test_a_list_of_a_changed_case_says_so(case: Case, capsys: Output) -> None:
    (case.root / "more.txt").write_text("More.")
    assert main(["people", "--case", str(case.root)]) == 0
    assert "have changed since" in capsys.readouterr().err


def test_control_characters_do_not_reach_the_terminal(case: Case, capsys: Output, dossier_records: Dossier) -> None:
    hostile = "\x1b]52;c;ZXZpbA==\x07 \x9b2J tide \u202egnp.exe"
    text = dossier_records.documents[1].source.text.replace("née O’Hara", hostile)
    (case.root / "note.txt").write_text(text)
    source = replace(dossier_records.documents[1].source, text=text)
    document = Document(
        source, (Passage(PassageKind.PARAGRAPH, Span(0, len(text))),), (Attribute("title", hostile, False, None, ""),)
    )
    records = Dossier("", "", (document,), (), (), (), (), (), ())
    case.places.db.unlink()
    write(records, case.places.db, case=str(case.root), stamp=fingerprint(case))
    for words in (["search", "tide"], ["search", "tide", "--json"], ["sources"], ["sources", "--json"],
                  ["sources", "--csv"], ["export"], ["info"]):  # fmt: skip
        assert main([*words, "--case", str(case.root)]) == 0
        shown = "".join(capsys.readouterr())
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown), words


def test_the_version_and_help(capsys: Output) -> None:
    assert main(["--version"]) == 0
    assert re.fullmatch(r"dossier \d+\.\d+\.\d+\n", capsys.readouterr().out)
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(command in text for command in COMMANDS)
    for command in COMMANDS:
        assert main([command, "--help"]) == 0
        assert command in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [["--x"], ["people", "--x"], [".", "--x"], ["build"], ["search"], ["people", "--limit", "-1"], ["a", "b"]],
)
def test_wrong_use(case: Case, capsys: Output, words: list[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("command", [["people"], ["search", "x"], ["export"], ["info"]])
def test_a_case_that_cannot_be_used_is_one_clear_line(case: Case, capsys: Output, command: list[str]) -> None:
    (case.root.parent / "text.db").write_text("no database " * 20)
    for option, name in (("--case", "missing"), ("--db", "missing.db"), ("--db", "text.db"), ("--db", "ferry")):
        assert main([*command, option, str(case.root.parent / name)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("dossier: ")
        assert err.count("\n") == 1
        assert name in err


def test_a_database_elsewhere_is_as_fresh_as_its_case_and_named_where_it_is_not(
    case: Case, tmp_path: Path, capsys: Output
) -> None:
    elsewhere = tmp_path / "a copy.db"
    elsewhere.write_bytes(case.places.db.read_bytes())
    assert main(["people", "--db", str(elsewhere)]) == 0
    assert "have changed" not in capsys.readouterr().err
    (case.root / "one more.txt").write_text("A third letter.\n")
    assert main(["people", "--db", str(elsewhere)]) == 0
    assert f"dossier build {case.root} --db '{elsewhere}'" in capsys.readouterr().err
