"""`dossier decide`, `decisions` and `undo` on a real case: in effect at once, kept over rebuilds, taken back."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dossier.case import open_case, remember
from dossier.cli import main

Output = pytest.CaptureFixture[str]
LETTER = """Letter

On 3 May 1911 Captain Ada Byrne left Cork in the Kestrel. Thomas Reeve was on the quay.

"The pumps were sound," Byrne said.
"""
NOTE = """Note

A. Byrne and Thomas Reeve met at Cork on 4 May 1911. Reeve denied that the pumps had failed.
"""


Run = Callable[..., str]


@pytest.fixture
def root(
    build_case: Callable[[Path, Mapping[str, str]], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    case = build_case(tmp_path / "case", {"letter.txt": LETTER, "note.txt": NOTE})
    remember(open_case(case))
    return case


def names(run: Run) -> list[str]:
    return sorted(person["name"] for person in json.loads(run("people", "--json")))


def test_a_merge_is_in_effect_when_the_command_returns_and_undo_is_the_identity(run: Run) -> None:
    before = names(run)
    assert {"Ada Byrne", "Thomas Reeve"} <= set(before)
    id_ = run("decide", "merge", "Ada Byrne", "Thomas Reeve", "--why", "one and the same")
    assert len(names(run)) == len(before) - 1
    (row,) = json.loads(run("decisions", "--json"))
    assert (row["id"], row["by"], row["verb"], row["why"], row["state"]) == (
        id_, "Ada", "merge", "one and the same", "holds")  # fmt: skip
    redo = run("undo")
    assert names(run) == before
    run("undo", redo)
    assert len(names(run)) == len(before) - 1


def test_decisions_outlive_the_database_and_wait_for_their_document(run: Run, root: Path) -> None:
    run("decide", "rename", "Thomas Reeve", "Thomas Reeve the elder")
    (root / ".dossier" / "dossier.db").unlink()
    assert "Thomas Reeve the elder" in names(run)
    texts = {path: path.read_text() for path in root.glob("*.txt")}
    for path in texts:
        path.unlink()
    (root / "other.txt").write_text("Nothing of it.\n")
    assert main(["build", str(root)]) == 0
    assert [row["state"] for row in json.loads(run("decisions", "--json"))] == ["orphan"]
    for path, text in texts.items():
        path.write_text(text)
    assert main(["build", str(root)]) == 0
    assert "Thomas Reeve the elder" in names(run)


def test_events_are_redated_and_people_rejected(run: Run) -> None:
    event = next(one for one in json.loads(run("events", "--json")) if "Cork" in one["label"])
    run("decide", "redate", event["id"], "1911-05-02~")
    run("decide", "reject", "Thomas Reeve")
    dates = {one["id"]: one["date"] for one in json.loads(run("events", "--json"))}
    assert dates[event["id"]] == "1911-05-02~"
    assert "Thomas Reeve" not in names(run)


def test_a_date_in_words_is_kept_as_it_is_understood(run: Run, capsys: Output) -> None:
    event = next(one for one in json.loads(run("events", "--json")) if "Cork" in one["label"])
    assert main(["decide", "redate", event["id"], "about 2 May 1911"]) == 0
    assert "is understood as ~02 May 1911 (1911-05-02~)" in capsys.readouterr().err
    assert main(["decide", "redate", event["id"], "some day in May"]) == 2
    run("decide", "field", "note.txt", "published", "6 May 1911")
    assert {one["id"]: one["date"] for one in json.loads(run("events", "--json"))}[event["id"]] == "1911-05-02~"
    assert {one["path"]: one["published"] for one in json.loads(run("sources", "--json"))}["note.txt"] == "1911-05-06"


def test_what_is_one_already_is_said_to_be(run: Run, capsys: Output) -> None:
    assert main(["decide", "merge", "Ada Byrne", "Byrne"]) == 2
    assert "“Ada Byrne” and “Byrne” both mean Ada Byrne (person-" in capsys.readouterr().err
    assert main(["decide", "apart", "Ada Byrne", "Byrne"]) == 2
    assert "dossier decide split" in capsys.readouterr().err
    assert main(["decide", "merge", "Byrne"]) == 2
    assert "Name the other one, too" in capsys.readouterr().err


def test_a_corrected_input_is_worked_out_again(run: Run) -> None:
    run("decide", "field", "note.txt", "published", "1911-05-06")
    run("decide", "add", "vehicle", "Kestrel")
    assert {one["path"]: one["published"] for one in json.loads(run("sources", "--json"))}["note.txt"] == "1911-05-06"
    assert "Kestrel" in [one["name"] for one in json.loads(run("vehicles", "--json"))]


def test_notes_and_tags_stand_on_the_page(run: Run) -> None:
    run("decide", "note", "Ada Byrne", "Ask her *sister*.\nSoon.")
    run("decide", "tag", "Ada Byrne", "witness")
    run("decide", "tag", "Ada Byrne", "doubtful")
    run("decide", "untag", "Ada Byrne", "doubtful")
    shown = run("show", "Ada Byrne")
    assert "Ask her *sister*." in shown
    assert "#witness" in shown
    assert "#doubtful" not in shown


@pytest.mark.parametrize("words", [
    ("merge", "Ada Byrne", "Ada Byrne"), ("merge", "Ada Byrne"), ("merge", "Ada Byrne", "Nobody Known"),
    ("kind", "Ada Byrne", "spirit"), ("rename", "Ada Byrne", ""), ("split", "Ada Byrne", "letter.txt"),
    ("split", "Ada Byrne", "letter.txt:1"), ("field", "note.txt", "published", "31 June"),
])  # fmt: skip
def test_what_cannot_be_meant_is_wrong_use_and_decides_nothing(run: Run, root: Path, words: tuple[str, ...]) -> None:
    run("decide", *words, status=2)
    assert not list((root / ".dossier").glob("decisions/*"))


def test_a_person_and_a_place_are_not_merged_by_a_slip(run: Run, root: Path) -> None:
    run("decide", "merge", "Ada Byrne", "Cork", status=2)
    assert not list((root / ".dossier").glob("decisions/*"))


def test_what_was_taken_back_is_not_taken_back_again(run: Run, root: Path) -> None:
    id_ = run("decide", "tag", "Ada Byrne", "seen")
    run("undo", id_)
    run("undo", id_, status=1)
    assert (root / ".dossier" / "decisions" / "ada.jsonl").read_text().count("\n") == 2


def test_nobody_can_undo_what_was_never_done(run: Run) -> None:
    run("undo", status=1)
    run("undo", "0123456789ab", status=2)
    run("decisions", status=1)


def test_a_damaged_line_is_named_and_the_others_hold(run: Run, root: Path, capsys: Output) -> None:
    run("decide", "tag", "Ada Byrne", "one")
    run("decide", "tag", "Ada Byrne", "two")
    journal = root / ".dossier" / "decisions" / "ada.jsonl"
    journal.write_text(journal.read_text().replace('"one"', '"won"'))
    assert main(["build", str(root)]) == 0
    capsys.readouterr()
    assert main(["decisions", "--case", str(root), "--json"]) == 0
    out, err = capsys.readouterr()
    assert [row["value"] for row in json.loads(out)] == ["two"]
    assert "ada.jsonl:1: the line does not prove itself" in err


def test_the_export_tells_what_was_decided(run: Run, root: Path) -> None:
    renamed = run("decide", "rename", "Thomas Reeve", "T. Reeve", "--why", "so he signs")
    tagged = run("decide", "tag", "T. Reeve", "witness")
    rejected = run("decide", "reject", "Cork")
    undoing = run("undo")
    data = json.loads(run("export"))
    kept = {one["id"]: one for one in data["decisions"]}
    assert list(kept) == [renamed, tagged, rejected, undoing]
    (reeve,) = [one for one in data["people"] if one["name"] == "T. Reeve"]
    others = [one for name in ("people", "places", "sources", "events", "statements") for one in data[name]
              if one["id"] != reeve["id"]]  # fmt: skip
    assert (reeve["decided"], reeve["tags"]) == ([renamed, tagged], ["witness"])
    assert all(one["decided"] == one["tags"] == [] for one in others)
    assert kept[renamed]["at"].startswith("20")
    assert {key: value for key, value in kept[renamed].items() if key != "at"} == {
        "id": renamed, "by": "Ada", "verb": "rename", "subject": "Thomas Reeve", "value": "T. Reeve",
        "why": "so he signs", "state": "holds", "against": None, "targets": [reeve["id"]]}  # fmt: skip
    assert [kept[id_]["state"] for id_ in (rejected, undoing)] == ["undone", "holds"]
    (root / "letter.txt").unlink()
    (root / "note.txt").write_text("Note\n\nAt Cork nobody was told on 4 May 1911.\n")
    assert main(["build", str(root)]) == 0
    waiting = json.loads(run("export"))["decisions"]
    assert {one["id"]: (one["state"], one["targets"]) for one in waiting[:2]} == {
        renamed: ("orphan", []), tagged: ("orphan", [])}  # fmt: skip
