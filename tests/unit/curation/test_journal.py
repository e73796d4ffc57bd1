"""Journals: what was acknowledged is there, whatever happens to the end of the file; damage is told, never hidden."""

import os
import stat
from pathlib import Path

import pytest
from deciding import decision
from hypothesis import given
from hypothesis import strategies as st

from dossier.curation.journal import append, file_name, read
from dossier.errors import JournalError
from dossier.model.decision import Anchor, Subject, Verb

ADA = Subject("person", "Ada Byrne", (Anchor("f" * 64, 7, "Ada\n“Byrne”"),))


def written(folder: Path, number: int) -> list[str]:
    decisions = [decision(Verb.RENAME, ADA, value=f"Ada Byrne {i} ﷽") for i in range(number)]
    for one in decisions:
        append(folder, one)
    return [one.id for one in decisions]


def test_what_was_decided_is_read_again(tmp_path: Path) -> None:
    one = decision(Verb.NOTE, ADA, value="a note\nof two lines\x1b[31m", why="“why”")
    append(tmp_path, one)
    assert read(tmp_path).decisions == (one,)
    assert read(tmp_path / "none").decisions == ()


def test_a_line_a_decision_for_its_owner_only(tmp_path: Path) -> None:
    written(tmp_path, 3)
    (journal,) = tmp_path.iterdir()
    assert journal.name == "ada.jsonl"
    assert journal.read_bytes().count(b"\n") == 3
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600


@given(data=st.data())
def test_a_torn_end_loses_only_what_was_never_acknowledged(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    ids = written(folder, 3)
    (journal,) = folder.iterdir()
    whole = journal.read_bytes()
    last = whole[:-1].rfind(b"\n") + 1
    # A share of the line: how long it is, depends on the numbers that the tests before it used up.
    cut = last + round(data.draw(st.floats(0, 1)) * (len(whole) - 1 - last))
    journal.write_bytes(whole[:cut])
    ids += written(folder, 1)
    found = read(folder)
    # A line without its line break proves itself all the same.
    kept = ids if cut == len(whole) - 1 else [*ids[:2], ids[3]]
    assert [one.id for one in found.decisions] == kept
    assert whole[:cut] in journal.read_bytes()


@given(data=st.data())
def test_a_changed_byte_is_told_and_the_rest_still_read(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    ids = written(folder, 4)
    (journal,) = folder.iterdir()
    whole = bytearray(journal.read_bytes())
    place = round(data.draw(st.floats(0, 1)) * (len(whole) - 1))
    place -= whole[place] == ord("\n")
    whole[place] = ord("~") if whole[place] != ord("~") else ord("#")
    journal.write_bytes(bytes(whole))
    line = bytes(whole[:place]).count(b"\n")
    found = read(folder)
    assert {one.id for one in found.decisions} >= set(ids[:line]) | set(ids[line + 1 :])
    assert line + 1 in {damage.line for damage in found.damage}


def test_a_removed_line_is_told(tmp_path: Path) -> None:
    written(tmp_path, 3)
    (journal,) = tmp_path.iterdir()
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(lines[0] + lines[2])
    assert [damage.line for damage in read(tmp_path).damage] == [2]
    assert len(read(tmp_path).decisions) == 2


def test_the_order_is_that_of_time_whoever_writes(tmp_path: Path) -> None:
    mine, theirs = decision(Verb.TAG, ADA, value="a"), decision(Verb.TAG, ADA, value="b", by="zoe")
    last = decision(Verb.TAG, ADA, value="c")
    for one in (last, theirs, mine):
        append(tmp_path, one)
    assert read(tmp_path).decisions == (mine, theirs, last)
    assert sorted(os.listdir(tmp_path)) == ["ada.jsonl", "zoe.jsonl"]


def test_a_copied_journal_says_nothing_twice(tmp_path: Path) -> None:
    ids = written(tmp_path, 2)
    (tmp_path / "ada (copy).jsonl").write_bytes((tmp_path / "ada.jsonl").read_bytes())
    assert [one.id for one in read(tmp_path).decisions] == ids


def test_a_journal_of_a_later_version_is_refused_and_untouched(tmp_path: Path) -> None:
    later = b'{"v":7,"decision":{},"prev":"","sum":"0"}\n'
    (tmp_path / "ada.jsonl").write_bytes(later)
    with pytest.raises(JournalError, match="version 7; this dossier knows versions up to 1"):
        read(tmp_path)
    with pytest.raises(JournalError, match="version 7"):
        append(tmp_path, decision(Verb.TAG, ADA, value="a"))
    assert (tmp_path / "ada.jsonl").read_bytes() == later


@pytest.mark.parametrize(("writer", "name"), [("Ada Byrne", "ada-byrne.jsonl"), ("../../etc/x", "etc-x.jsonl"),
                                              ("Ёлка", "ёлка.jsonl")])  # fmt: skip
def test_a_writer_has_a_file_in_the_folder(writer: str, name: str) -> None:
    assert file_name(writer) == name


@pytest.mark.parametrize("writer", ["", "…", "ada@example.org"])
def test_what_cannot_name_a_journal_is_refused(writer: str) -> None:
    with pytest.raises(JournalError):
        file_name(writer)


def test_a_folder_that_cannot_be_written_says_that_nothing_was_decided(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="Nothing was decided"):
        append(tmp_path / "missing", decision(Verb.TAG, ADA, value="a"))
