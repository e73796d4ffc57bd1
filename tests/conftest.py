"""Records and cases that several tests use."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from invented import write_invented

from dossier.build import build
from dossier.case import open_case
from dossier.model.annotation import Passage, PassageKind
from dossier.model.citation import Citation
from dossier.model.date import DateMeaning, DateMention
from dossier.model.dossier import Attribute, Document, Dossier
from dossier.model.entity import Entity, EntityKind, Mention, Role
from dossier.model.event import Event, EventStatus, Participant, Report
from dossier.model.source import Fault, Source
from dossier.model.span import Span
from dossier.model.statement import Statement
from dossier.resources import example_case
from dossier.store.connection import open_reader

pytest_plugins = ["assembling"]

# Everybody who runs the tests gets the same examples; `--hypothesis-profile=search` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=500)
settings.load_profile("steady")

Program = Callable[..., subprocess.CompletedProcess[str]]
LETTER = (
    "# The ferry\n\nCaptain Ada Byrne left Cork on 3 May 1911.\r\n\r\n"
    "“No fault of ours,” Byrne said.\n[1] Cork Herald."
)
NOTE = "Byrne — née O’Hara — of Cork Lines met nobody.\nShe sailed in May 1911; Ada was late 🚢 and so was the tide.\n"


def span_of(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand in `text` for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def _document(path: str, text: str, lines: list[tuple[PassageKind, str]], title: str = "") -> Document:
    source = Source(
        id="source-" + path.partition(".")[0], path=path, sha256=hashlib.sha256(text.encode()).hexdigest(),
        format="text", text=text, blocks=(),
    )  # fmt: skip
    attributes = (Attribute("title", title, False, span_of(text, title), "its heading"),) if title else ()
    return Document(source, tuple(Passage(kind, span_of(text, words)) for kind, words in lines), attributes)


def _mention(document: Document, words: str, passage: int, kind: EntityKind, nth: int = 0) -> Mention:
    span = span_of(document.source.text, words, nth)
    return Mention(document.source.id, span, passage, words, kind, "name", "exact", "")


def _documents() -> tuple[Document, Document]:
    letter = _document(
        "letter.md", LETTER,
        [
            (PassageKind.HEADING, "# The ferry"), (PassageKind.PARAGRAPH, "Captain Ada Byrne left Cork on 3 May 1911."),
            (PassageKind.PARAGRAPH, "“No fault of ours,” Byrne said."), (PassageKind.REFERENCE, "[1] Cork Herald."),
        ], title="The ferry",
    )  # fmt: skip
    first, second = NOTE.splitlines()
    note = _document("note.txt", NOTE, [(PassageKind.PARAGRAPH, first), (PassageKind.PARAGRAPH, second)])
    published = Attribute("published", "1911-06", True, None, "the letter it answers")
    heading = replace(letter.passages[0], level=1, marks=(Span(0, 2),))
    return replace(letter, passages=(heading, *letter.passages[1:])), replace(note, attributes=(published,))


def make_dossier() -> Dossier:
    """Two documents about one sailing, with everything a build can conclude, and one that could not be read."""
    letter, note = _documents()
    person, place = EntityKind.PERSON, EntityKind.PLACE
    byrne = Entity(
        "person-byrne", person, "Ada Byrne", "Byrne, Ada", ("Byrne", "Ada Byrne", "Ada"), "principal",
        (
            Role("Captain", letter.source.id, span_of(LETTER, "Captain")),
            Role("of Cork Lines", note.source.id, span_of(NOTE, "of Cork Lines"), "Cork Lines"),
            Role("of Cork Lines", note.source.id, span_of(NOTE, "of Cork Lines"), "Cork Lines"),
        ),
        (
            _mention(letter, "Ada Byrne", 1, person), _mention(letter, "Byrne", 2, person, nth=1),
            _mention(note, "Byrne", 0, person), _mention(note, "Ada", 1, person),
        ),
    )  # fmt: skip
    cork_mentions = (_mention(letter, "Cork", 1, place),)
    cork = Entity("place-cork", place, "Cork", "Cork", ("Cork",), "mentioned", (), cork_mentions)
    reports = (
        Report(
            letter.source.id, 1, letter.passages[1].span, "1911-05-03", span_of(LETTER, "3 May 1911"),
            EventStatus.REPORTED, "dated clause",
        ),
        Report(
            note.source.id, 1, span_of(NOTE, "She sailed in May 1911"), "1911-05", None, EventStatus.REPORTED, "same",
        ),
    )  # fmt: skip
    sailing = Event(
        "event-sailing", "Byrne leaves Cork", "leave", "1911-05-03", False, EventStatus.REPORTED,
        (Participant(byrne.id, "agent"), Participant(byrne.id, "agent"), Participant(cork.id, "place")), reports,
    )  # fmt: skip
    return Dossier(
        title="The ferry", description="A sailing.", documents=(letter, note),
        faults=(Fault("broken.pdf", "read", "It is no text."), Fault("bad-\udcff.txt", "read", "Not UTF-8.")),
        entities=(byrne, cork),
        dates=(
            DateMention(
                letter.source.id, span_of(LETTER, "3 May 1911"), 1, "3 May 1911", "1911-05-03", DateMeaning.HAPPENED,
                "stated",
            ),
        ),
        events=(sailing,),
        statements=(
            Statement(
                "statement-1", letter.source.id, 2, span_of(LETTER, "No fault of ours,"), "direct", (byrne.id,),
                span_of(LETTER, "Byrne", 1), span_of(LETTER, "said"), "cue after quotation",
            ),
            Statement(
                "statement-2", note.source.id, 0, span_of(NOTE, "met nobody"), "indirect", (), None, None, "none",
            ),
        ),
        citations=(
            Citation(
                letter.source.id, 3, letter.passages[3].span, 1, None, "Cork Herald", None, None, None,
                (span_of(LETTER, "[1]"),),
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def dossier_records() -> Dossier:
    """A whole, small dossier (see `make_dossier`)."""
    return make_dossier()


@pytest.fixture(scope="session")
def halcyon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the invented case. Never written to."""
    return write_invented(tmp_path_factory.mktemp("halcyon") / "dossier.db")


@pytest.fixture(scope="session")
def reader(halcyon: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads it."""
    with closing(open_reader(halcyon)) as connection:
        yield connection


Build = Callable[[Path, Mapping[str, str]], Path]


@pytest.fixture(scope="session")
def build_case(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Writes a case of some texts to a new folder, and builds it; the language model reads each text but once for all
    tests."""
    annotated = tmp_path_factory.mktemp("annotated") / "cache.db"

    def make(folder: Path, texts: Mapping[str, str]) -> Path:
        own = folder / ".dossier"
        own.mkdir(parents=True)
        for path, text in texts.items():
            (folder / path).write_text(text)
        if annotated.exists():
            shutil.copy(annotated, own / "cache.db")
        build(open_case(folder))
        shutil.copy(own / "cache.db", annotated)
        return folder

    return make


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Runs `dossier` with the words given, in a process of its own and with a data directory of its own."""
    home = tmp_path_factory.mktemp("home")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "dossier", *words], capture_output=True, text=True, check=False, timeout=300,
            env={**os.environ, "DOSSIER_HOME": str(home)}, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    return run


@pytest.fixture(scope="session")
def example_database(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled case as the real program builds it, once for all tests. Never written to."""
    database = tmp_path_factory.mktemp("example") / "example.db"
    result = program("build", str(example_case()), "--db", str(database))
    assert result.returncode == 0, result.stderr
    return database


@pytest.fixture(scope="session")
def example_export(program: Program, example_database: Path) -> Path:
    """A file with what `dossier export --format json` prints of the bundled case."""
    result = program("export", "--db", str(example_database), "--format", "json")
    assert result.returncode == 0, result.stderr
    exported = example_database.with_name("export.json")
    exported.write_text(result.stdout, encoding="utf-8")
    return exported
