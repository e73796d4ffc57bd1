"""Whom a document only describes: reached from what they said and by their words, and never among the people."""

import io
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

import pytest

from dossier.export.json_export import export, record
from dossier.model.dossier import Dossier
from dossier.model.entity import NAMED_KINDS, Entity, EntityKind, Mention
from dossier.model.span import Span
from dossier.present.page import Target
from dossier.present.pages import open_page
from dossier.present.plain import plain_lines
from dossier.present.show import shown
from dossier.store.connection import open_reader
from dossier.store.publish import publish
from dossier.store.queries.filters import Noun
from dossier.store.queries.ids import ids
from dossier.store.queries.naming import find
from dossier.store.writer import write

ID = "anonymous-0123456789ab"
BASIS = "spoken of before as “a keeper”"


def with_keeper(dossier: Dossier) -> Dossier:
    """The dossier, with its first statement said by `the keeper`."""
    said = dossier.statements[0]
    text = next(d.source.text for d in dossier.documents if d.source.id == said.source)
    span = Span(said.span.start, said.span.start + 8)
    mention = Mention(
        said.source, span, said.passage, span.of(text), EntityKind.ANONYMOUS, "nominal", "described, not named", BASIS
    )
    keeper = Entity(
        ID, EntityKind.ANONYMOUS, "a keeper", "keeper", ("a keeper", mention.text), "mentioned", (), (mention,)
    )
    statements = (replace(said, speakers=(ID,), speaker_span=span), *dossier.statements[1:])
    return replace(dossier, entities=(*dossier.entities, keeper), statements=statements)


@pytest.fixture
def reader(tmp_path: Path, dossier_records: Dossier) -> Iterator[Connection]:
    """A published case: its counts have been checked."""
    write(with_keeper(dossier_records), tmp_path / "new.db", case="/cases/ferry", stamp={})
    publish(tmp_path / "new.db", tmp_path / "live.db")
    with closing(open_reader(tmp_path / "live.db")) as connection:
        yield connection


def lines(connection: Connection, target: Target, *, why: bool = False) -> str:
    page = shown(connection, target, why=why)
    assert page is not None
    return "\n".join(plain_lines(connection, page, 100))


def test_the_page_of_a_statement_leads_to_who_is_only_described(reader: Connection, dossier_records: Dossier) -> None:
    page = open_page(reader, Target("statement", dossier_records.statements[0].id))
    assert page is not None
    assert Target("entity", ID) in [block.target for block in page.blocks]
    assert page.title.startswith("a keeper")


def test_its_own_page_says_what_it_said_and_why_it_is_one(reader: Connection) -> None:
    text = lines(reader, Target("entity", ID), why=True)
    assert "SAID  1" in text
    assert "DESCRIBED, NOT NAMED  1" in text
    assert "NAMED  0" not in text
    assert "WHY: EACH NAME" not in text
    assert BASIS in text


def test_no_list_of_people_or_others_has_it_and_its_words_find_it(reader: Connection) -> None:
    (row,) = reader.execute("SELECT rowid FROM entities WHERE id = ?", [ID]).fetchone()
    listed = [rowid for kind in NAMED_KINDS for rowid in ids(reader, Noun.ENTITY, kind=kind)]
    assert len(listed) == 2
    assert row not in listed
    assert [one.id for one in find(reader, "a keeper")] == [ID]
    assert find(reader, "a keeper", ("person", "organization")) == []


def test_the_export_has_its_words_and_no_such_person(reader: Connection) -> None:
    out = io.StringIO()
    export(reader, out)
    data = json.loads(out.getvalue())
    said = data["statements"][0]
    assert (said["speaker"], said["speakers"]) == (None, [])
    assert said["speaker_text"] == said["text"][:8]
    assert ID not in out.getvalue()
    alone = record(reader, "anonymous", ID)
    assert alone is not None
    assert [mention["form"] for mention in alone["descriptions"]] == ["nominal"]
