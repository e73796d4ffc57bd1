"""`dossier decide` about words of a document, and what a reader keeps: in effect at once, listed, taken back."""

import io
import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from dossier.case import open_case
from dossier.cli import main
from dossier.decide import show

Output = pytest.CaptureFixture[str]
Run = Callable[..., str]
LETTER = """Letter

On 3 May 1911 Captain Ada Byrne left Cork in the Kestrel. Thomas Reeve was on the quay.

"The pumps were sound," Byrne said. The old stoker heard it, and nobody believed him.
"""
NOTE = """Note

Ada Byrne left Cork on 3 May 1911. Reeve denied that the pumps had failed.
"""


@pytest.fixture
def root(
    build_case: Callable[[Path, Mapping[str, str]], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    return build_case(tmp_path / "case", {"letter.txt": LETTER, "note.txt": NOTE})


def listed(run: Run, noun: str, key: str = "name") -> list[str]:
    return sorted(one[key] for one in json.loads(run(noun, "--json")))


def states(run: Run) -> list[str]:
    return [row["state"] for row in json.loads(run("decisions", "--json"))]


def the_same_rebuilt(run: Run, root: Path, *nouns: str) -> None:
    before = [json.loads(run(noun, "--json")) for noun in nouns]
    assert main(["build", str(root)]) == 0
    assert [json.loads(run(noun, "--json")) for noun in nouns] == before


def test_a_name_in_its_place_shows_at_once_and_after_a_rebuild(run: Run, root: Path) -> None:
    run("decide", "add", "person", "Old Quill", "--at", "letter.txt:5", "--words", "old stoker")
    assert "Old Quill" in listed(run, "people")
    assert "The old stoker heard it" in run("show", "Old Quill")
    the_same_rebuilt(run, root, "people", "events", "statements")
    run("undo")
    assert "Old Quill" not in listed(run, "people")


def test_an_event_and_a_statement_at_their_words(run: Run, root: Path) -> None:
    run("decide", "add-event", "Reeve waits", "letter.txt:3", "--date", "1911-05-03",
        "--words", "Thomas Reeve was on the quay")  # fmt: skip
    event = next(one for one in json.loads(run("events", "--json")) if one["label"] == "Reeve waits")
    assert event["date"] == "1911-05-03"
    assert "Thomas Reeve" in run("show", event["id"])
    run("decide", "add-statement", "letter.txt:5", "Thomas Reeve", "--words", "nobody believed him")
    said = [one for one in json.loads(run("statements", "--json")) if one["text"] == "nobody believed him"]
    assert [one["speaker_names"] for one in said] == [["Thomas Reeve"]]
    assert "nobody believed him ✎" in run("show", "Thomas Reeve")
    run("decide", "involve", "Reeve waits", "Ada Byrne", "--role", "agent")
    assert "Ada Byrne" in run("show", event["id"])
    run("decide", "involve", "Reeve waits", "Ada Byrne", "--role", "vehicle", status=2)
    run("decide", "exclude", "Reeve waits", "Ada Byrne")
    the_same_rebuilt(run, root, "people", "events", "statements")


def test_a_joined_event_is_parted_again(run: Run, root: Path) -> None:
    left = next(one for one in json.loads(run("events", "--json")) if one["reports"] == 2)
    run("decide", "part", left["id"], "note.txt:3", "--as", "Another departure")
    assert "Another departure" in listed(run, "events", "label")
    the_same_rebuilt(run, root, "events")
    run("undo")
    assert next(one for one in json.loads(run("events", "--json")) if one["id"] == left["id"])["reports"] == 2


def test_notes_and_tags_on_a_line(run: Run, root: Path) -> None:
    run("decide", "note", "letter.txt:5", "Who heard it?")
    run("decide", "tag", "letter.txt:5", "hearsay")
    run("decide", "bookmark", "letter.txt:3")
    assert set(states(run)) == {"holds"}
    shown = run("show", "letter.txt", "--why")
    assert "Who heard it?" in shown
    assert "#hearsay" in shown
    (root / "letter.txt").write_text("An older letter\n\n" + LETTER)
    assert main(["build", str(root)]) == 0
    assert set(states(run)) == {"holds"}
    (root / "letter.txt").write_text("Nothing of all that.\n")
    assert main(["build", str(root)]) == 0
    assert set(states(run)) == {"orphan"}


def test_how_far_a_document_can_be_relied_on_stands_on_its_page(run: Run) -> None:
    run("decide", "reliability", "note.txt", "Written from memory, years later.")
    assert "Written from memory" in run("show", "note.txt")


def test_what_was_read_and_searched_is_kept_and_undo_passes_over_it(run: Run, root: Path) -> None:
    run("decide", "rename", "Thomas Reeve", "Tom Reeve")
    run("decide", "read", "note.txt")
    run("decide", "read", "note.txt", status=1)
    run("decide", "search", "pumps  OR quay")
    run("undo")
    assert "Thomas Reeve" in listed(run, "people")
    run("decide", "unread", "note.txt")
    run("decide", "unread", "note.txt", status=1)
    assert [row["verb"] for row in json.loads(run("decisions", "--json"))] == ["undo", "rename"]
    assert len(json.loads(run("decisions", "--all", "--json"))) == 5
    with closing(sqlite3.connect(root / ".dossier" / "dossier.db")) as connection:
        assert connection.execute("SELECT sum(decided) FROM sources").fetchone() == (0,)
        assert connection.execute("SELECT value, state FROM decisions WHERE verb = 'search'").fetchall() == [
            ("pumps OR quay", "holds")]


def test_two_readers_at_odds_are_told_until_one_is_taken_back(run: Run) -> None:
    run("decide", "rename", "Thomas Reeve", "Tom Reeve")
    ben = run("decide", "rename", "Tom Reeve", "T. Reeve the younger", by="Ben")
    assert states(run) == ["holds", "contradicted"]
    assert len(json.loads(run("decisions", "--state", "contradicted", "--json"))) == 2
    run("undo", ben, by="Ben")
    assert states(run) == ["holds", "undone", "holds"]
    assert "Tom Reeve" in listed(run, "people")


def test_merging_in_a_circle_is_one_and_undone_is_three(run: Run) -> None:
    before = listed(run, "people")
    ids = {one["name"]: one["id"] for one in json.loads(run("people", "--json"))}
    byrne, reeve = ids["Ada Byrne"], ids["Thomas Reeve"]
    first = run("decide", "merge", byrne, reeve)
    run("decide", "merge", "Thomas Reeve", "Ada Byrne", status=2)
    assert len(listed(run, "people")) == len(before) - 1
    run("undo", first)
    assert listed(run, "people") == before


@pytest.mark.parametrize("words", [
    ("add", "person", "Nobody", "--at", "letter.txt:5"), ("add", "person", "Quill", "--at", "letter.txt"),
    ("add", "person", "Quill", "--words", "Quill"), ("add", "person", " "), ("add", "spirit", "Quill"),
    ("add", "person", "Byrne", "--at", "letter.txt:99999999999"), ("add", "person", "Q", "--at", "gone.txt:1"),
    ("add-event", "Waiting", "letter.txt:5", "--date", "31 June"), ("add-event", " ", "letter.txt:5"),
    ("add-statement", "letter.txt:5", "Nobody Known"), ("add-statement", "letter.txt:4"),
    ("part", "note.txt", "letter.txt:3"), ("redate", "note.txt", "1911"), ("involve", "note.txt", "Thomas Reeve"),
    ("reliability", "Ada Byrne", "very"), ("reliability", "note.txt", " "), ("reject", "note.txt"),
    ("note", "gone.txt:3", "x"), ("search", "  "), ("reopen", "Ada Byrne"), ("read", "Ada Byrne"),
])  # fmt: skip
def test_what_cannot_be_meant_is_wrong_use_and_decides_nothing(
    run: Run, root: Path, capsys: Output, words: tuple[str, ...]
) -> None:
    run("decide", *words, status=2)
    assert not list((root / ".dossier").glob("decisions/*"))


def test_every_verb_says_what_it_is_for(capsys: Output) -> None:
    assert main(["decide", "--help"]) == 0
    listed_verbs = capsys.readouterr().out.split("Commands:")[1].splitlines()[1:]
    assert len(listed_verbs) > 25
    assert all(len(line.split(maxsplit=1)) == 2 for line in listed_verbs if line.strip())


def test_a_journal_that_another_program_adds_to_shows_with_the_next_decision(run: Run, root: Path) -> None:
    run("decide", "tag", "Ada Byrne", "one")
    run("decide", "tag", "Ada Byrne", "two", by="Ben")
    assert show(open_case(root))
    assert states(run) == ["holds", "holds"]


def test_a_long_note_comes_in_through_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    note = "The pumps were sound, they said. \n" * 30_000
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(note.encode())))
    run("decide", "note", "Ada Byrne", "-")
    assert json.loads(run("decisions", "--json"))[0]["value"] == note


def test_everything_can_be_rejected_and_had_again(run: Run) -> None:
    before = listed(run, "people")
    for noun in ("people", "events", "statements", "places", "vehicles"):
        found = main_json(run, noun)
        for one in found:
            run("decide", "reject", one["id"])
        run(noun, "--json", status=1)
    for _ in range(len(json.loads(run("decisions", "--json")))):
        run("undo")
    assert listed(run, "people") == before


def main_json(run: Run, noun: str) -> list[dict[str, str]]:
    try:
        found: list[dict[str, str]] = json.loads(run(noun, "--json"))
    except AssertionError:
        return []
    return found


def test_a_journal_of_a_later_version_is_refused_by_name_and_left_alone(run: Run, root: Path, capsys: Output) -> None:
    folder = root / ".dossier" / "decisions"
    folder.mkdir()
    later = b'{"v":9,"decision":{},"prev":"","sum":"0"}\n'
    (folder / "ada.jsonl").write_bytes(later)
    assert main(["decide", "tag", "Ada Byrne", "x", "--by", "Ada", "--case", str(root)]) == 2
    told = capsys.readouterr().err
    assert "version 9" in told
    assert "versions up to 1" in told
    assert (folder / "ada.jsonl").read_bytes() == later


def test_what_was_merged_comes_apart_by_taking_back_the_merge(root: Path, run: Run, capsys: Output) -> None:
    (root / "log.txt").write_text("Log\n\nSamuel Hale kept the light on 3 May 1911.\n")
    assert main(["build", str(root)]) == 0
    before = listed(run, "people")
    merge = run("decide", "merge", "Thomas Reeve", "Samuel Hale")
    (one,) = [name for name in listed(run, "people") if name in ("Thomas Reeve", "Samuel Hale")]
    assert main(["decide", "split", one, "log.txt:3", "--by", "Ada", "--case", str(root)]) == 2
    said = capsys.readouterr().err
    assert "all of what Ada merged into it" in said
    assert f"dossier undo {merge}" in said
    assert states(run) == ["holds"]
    run("decide", "split", one, "note.txt:3", "--as", "Another Reeve")
    assert "Another Reeve" in listed(run, "people")
    run("undo")
    run("undo", merge)
    assert listed(run, "people") == before
