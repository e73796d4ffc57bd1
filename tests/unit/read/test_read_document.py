"""Bytes to sources, and what is not read and why."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.source import Fault, Source
from dossier.read import identify, read_document
from dossier.read.decode import decode
from dossier.read.limits import MAX_BYTES, MAX_CHARACTERS
from dossier.read.load import UnreadableError

TEXT = "Zoë wrote – “not mine”.\r\n\r\nNext ⚓ block.\n"


def read(folder: Path, name: str, content: bytes) -> Source | Fault:
    (folder / name).write_bytes(content)
    return read_document(folder, name)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
)
def test_text_is_the_decoded_file_without_its_mark_and_with_its_line_ends(tmp_path: Path, content: bytes) -> None:
    source = read(tmp_path, "a.txt", content)
    assert isinstance(source, Source)
    assert source.text == TEXT
    assert source.sha256 == sha256(content).hexdigest()


def test_an_old_western_file_stays_legible() -> None:
    assert decode("Señor Müller paid 5 € — “all”".encode("cp1252")) == "Señor Müller paid 5 € — “all”"


def test_utf16_without_a_mark_is_recognised() -> None:
    assert decode("An ordinary letter.".encode("utf-16-le")) == "An ordinary letter."
    assert decode("An ordinary letter.".encode("utf-16-be")) == "An ordinary letter."


def test_a_damaged_byte_does_not_turn_a_whole_file_into_another_encoding() -> None:
    content = "Élan, café, naïveté".encode() + b" \xff " + "Øresund".encode()
    assert decode(content) == "Élan, café, naïveté \ufffd Øresund"


@given(st.binary(max_size=300))
def test_whatever_the_bytes_the_text_can_be_encoded_again(content: bytes) -> None:
    try:
        text = decode(content)
    except UnreadableError:
        return
    text.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "holds no text"),
        ("photo", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\xff\xd8\xfe", "binary"),
        ("codes.txt", b"\x01\x02\x03\x04" * 50, "binary"),
        ("scan.pdf", b"%PDF-1.7", ".pdf file"),
    ],
)
def test_what_is_no_text_is_named_with_its_reason(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    fault = read(tmp_path, name, content)
    assert isinstance(fault, Fault)
    assert (fault.path, fault.stage) == (name, "read")
    assert words in fault.reason


@pytest.mark.parametrize("name", ["README", "Letter No. 5", "Dr. Smith to the Board", "a.MD", "a.TEXT", "1912.05.03"])
def test_names_that_text_files_have(tmp_path: Path, name: str) -> None:
    assert isinstance(read(tmp_path, name, b"Dear Sir, it sank."), Source)


def test_a_pipe_does_not_block_and_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    fault = read_document(tmp_path, "pipe.txt")
    assert isinstance(fault, Fault)
    assert "pipe" in fault.reason


def test_links_are_told_apart(tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    (case / "real.txt").write_text("x")
    (tmp_path / "secret.txt").write_text("secret")
    links = {"in.txt": "real.txt", "out.txt": "../secret.txt", "loop.txt": "loop.txt", "gone.txt": "nowhere.txt"}
    for name, target in links.items():
        (case / name).symlink_to(target)
    reasons = {name: read_document(case, name) for name in links}
    assert all(isinstance(fault, Fault) for fault in reasons.values())
    assert "file of this case" in reasons["in.txt"].reason
    assert "out of the case" in reasons["out.txt"].reason
    assert "nowhere or round" in reasons["loop.txt"].reason
    assert "nowhere or round" in reasons["gone.txt"].reason


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "closed.txt").write_text("x")
    (tmp_path / "closed.txt").chmod(0)
    fault = read_document(tmp_path, "closed.txt")
    assert isinstance(fault, Fault)
    assert "permission" in fault.reason.lower()


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert isinstance(read_document(tmp_path, "nowhere.txt"), Fault)
    assert isinstance(read_document(tmp_path, "folder"), Fault)


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "sparse.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    fault = read_document(tmp_path, "sparse.txt")
    assert isinstance(fault, Fault)
    assert "larger" in fault.reason
    long = read(tmp_path, "long.txt", b"a" * (MAX_CHARACTERS + 1))
    assert isinstance(long, Fault)
    assert "characters" in long.reason


def test_a_file_name_that_is_not_utf8_is_shown_and_storable(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text("It sank.")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    source = read_document(tmp_path, name)
    assert isinstance(source, Source)
    assert source.path == "caf\\xe9.txt"


def test_equal_content_gets_ids_of_its_own_in_order(tmp_path: Path) -> None:
    sources = [read(tmp_path, name, b"The same words.") for name in ("a.txt", "b.md", "c.txt")]
    sources.append(read(tmp_path, "d.txt", b"Other words."))
    ids = [source.id for source in identify([s for s in sources if isinstance(s, Source)])]
    assert ids[1:3] == [f"{ids[0]}-2", f"{ids[0]}-3"]
    assert len(set(ids)) == 4
