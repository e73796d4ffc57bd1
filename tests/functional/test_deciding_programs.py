"""Deciding with the real program where other programs do, too: at once, of another version, with torn lines, and a note
as long as a book."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import Terminal

NOTE = "The light was dark. \n" * 50_000


def program(*words: str, case: Path, stdin: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-m", "dossier", *words, "--case", str(case)], input=stdin,
                          capture_output=True, check=False)  # fmt: skip
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def decisions(case: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(program("decisions", "--json", case=case)[1])
    return found


def test_programs_that_decide_at_once_are_all_heard(kestrel: Path) -> None:
    words = [("tag", f"tag {number}", f"{by}") for number in range(2) for by in ("Ada", "Ben")]
    running = [
        subprocess.Popen([sys.executable, "-m", "dossier", "decide", verb, "Ada Byrne", value, "--by", by,
                          "--case", str(kestrel)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for verb, value, by in words
    ]  # fmt: skip
    ends = [(one.communicate(), one.returncode) for one in running]
    assert [status for _, status in ends] == [0, 0, 0, 0], ends
    assert sorted((one["value"], one["by"], one["state"]) for one in decisions(kestrel)) == sorted(
        (value, by, "holds") for _, value, by in words)  # fmt: skip
    (person,) = [one for one in json.loads(program("export", case=kestrel)[1])["people"] if one["name"] == "Ada Byrne"]
    assert person["tags"] == ["tag 0", "tag 1"]


def test_a_note_of_a_megabyte_is_kept_whole(kestrel: Path) -> None:
    assert program("decide", "note", "Ada Byrne", "-", "--by", "Ada", case=kestrel, stdin=NOTE.encode())[0] == 0
    (one,) = decisions(kestrel)
    assert (one["value"], one["state"]) == (NOTE, "holds")
    with Terminal(["-m", "dossier", str(kestrel)]) as terminal:
        terminal.wait_for("IN THIS CASE")
        terminal.press("enter")
        terminal.wait_for("The light was dark")
        terminal.press("q")


def test_a_journal_of_a_newer_version_is_refused_with_both_versions_and_left(kestrel: Path) -> None:
    folder = kestrel / ".dossier" / "decisions"
    folder.mkdir()
    journal = folder / "ben.jsonl"
    journal.write_text('{"v":99,"decision":{"verb":"foretell"},"prev":"","sum":""}\n')
    before = journal.read_bytes()
    for words in (("decide", "tag", "Ada Byrne", "one", "--by", "Ben"), ("decisions",)):
        status, _, said = program(*words, case=kestrel)
        assert status == 2
        assert "version 99" in said.replace("\n", " ")
        assert "versions up to 1" in said.replace("\n", " ")
    assert journal.read_bytes() == before
    assert program("people", case=kestrel)[0] == 0
    with Terminal(["-m", "dossier", str(kestrel)]) as terminal:
        terminal.wait_for("99")
        terminal.press("q")
    assert "Traceback" not in terminal.text
    assert journal.read_bytes() == before


@pytest.mark.parametrize("end", [b'{"v":1,"decis', b"\xff\x00\n", b"\n\n{}\n"])
def test_a_torn_line_is_named_kept_and_written_behind(kestrel: Path, end: bytes) -> None:
    decide = ("decide", "tag", "Ada Byrne")
    assert program(*decide, "one", "--by", "Ada", case=kestrel)[0] == 0
    journal = kestrel / ".dossier" / "decisions" / "ada.jsonl"
    torn = journal.read_bytes() + end
    journal.write_bytes(torn)
    assert program(*decide, "two", "--by", "Ada", case=kestrel)[0] == 0
    assert journal.read_bytes().startswith(torn)
    status, out, said = program("decisions", "--json", case=kestrel)
    assert (status, {one["value"] for one in json.loads(out)}) == (0, {"one", "two"})
    assert "ada.jsonl:" in said
    assert "does not prove itself" in said
