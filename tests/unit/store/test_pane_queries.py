"""What the panes read: rows in order, what belongs to what, pins and letters; on an invented case."""

import sqlite3
from pathlib import Path

import pytest

from dossier.store.queries import entities, events, links, mentions, passages, sources, statements
from dossier.store.queries.appearances import most_named_in
from dossier.store.queries.filters import UNRESTRICTED, Noun, Pin, Restriction
from dossier.store.queries.ids import SORTS, count, ids, rowid
from dossier.store.queries.links import Chosen
from dossier.store.queries.overview import overview


def names(reader: sqlite3.Connection, rowids: object) -> list[str]:
    listed = list(rowids)  # type: ignore[call-overload]
    found = entities.rows(reader, listed)
    return [found[number].name for number in listed]


def id_of(reader: sqlite3.Connection, name: str) -> str:
    return str(reader.execute("SELECT id FROM entities WHERE name = ?", [name]).fetchone()[0])


def event_id(reader: sqlite3.Connection, start: str) -> str:
    return str(reader.execute("SELECT id FROM events WHERE label LIKE ?", [start + "%"]).fetchone()[0])


@pytest.mark.parametrize(("sort", "expected"), [
    ("name", ["Maud Ellery", "Ines Okonjo", "Tobias Renn", "Aldous Verrin"]),
    ("first seen", ["Maud Ellery", "Aldous Verrin", "Ines Okonjo", "Tobias Renn"]),
])
def test_people_come_in_the_order_asked_for(reader: sqlite3.Connection, sort: str, expected: list[str]) -> None:
    assert names(reader, ids(reader, Noun.ENTITY, kind="person", sort=sort)) == expected


def test_people_come_most_mentioned_first(reader: sqlite3.Connection) -> None:
    listed = ids(reader, Noun.ENTITY, kind="person")
    mentioned = [row.mentions for row in (entities.rows(reader, listed)[number] for number in listed)]
    assert mentioned == sorted(mentioned, reverse=True)


def test_undated_events_come_last(reader: sqlite3.Connection) -> None:
    listed = ids(reader, Noun.EVENT)
    assert [events.rows(reader, listed)[number].date for number in listed] == [
        "1911-03-03", "1911-03-03/1911-03-04", "1911-04", None]


@pytest.mark.parametrize("noun", list(Noun))
def test_every_order_is_backed_by_an_index(reader: sqlite3.Connection, noun: Noun) -> None:
    for sort, order in SORTS[noun].items():
        where = "kind = 'person'" if noun is Noun.ENTITY else "1"
        plan = " ".join(row[3] for row in reader.execute(
            f"EXPLAIN QUERY PLAN SELECT rowid FROM {noun} WHERE {where} ORDER BY {order}, rowid"))
        assert "TEMP B-TREE FOR ORDER BY" not in plan, sort


def test_what_could_not_be_read_is_listed_with_its_reason(reader: sqlite3.Connection) -> None:
    listed = ids(reader, Noun.SOURCE)
    faults = [row.fault for row in sources.rows(reader, listed).values() if row.fault]
    assert faults == ["This format is not read yet: save it as text."]


@pytest.mark.parametrize(("letters", "expected"), [
    ("ok", ["Ines Okonjo"]), ("cap ver", ["Aldous Verrin"]), ("REN", ["Tobias Renn"]), ("zz", []), ("\"'-*", None),
])
def test_letters_narrow_by_beginnings_of_words_of_any_alias(
    reader: sqlite3.Connection, letters: str, expected: list[str] | None
) -> None:
    everyone = ids(reader, Noun.ENTITY, kind="person")
    narrowed = ids(reader, Noun.ENTITY, kind="person", restriction=Restriction(letters=letters))
    assert narrowed == everyone if expected is None else names(reader, narrowed) == expected


def test_pins_combine_and_leave_their_own_list_alone(reader: sqlite3.Connection) -> None:
    keeper = Pin(Noun.ENTITY, id_of(reader, "Tobias Renn"), "person", "Tobias Renn")
    oil = Pin(Noun.EVENT, event_id(reader, "The oil"), "", "The oil")
    one, both = Restriction((keeper,)), Restriction((keeper, oil))
    assert count(reader, Noun.EVENT, restriction=one) == 2
    assert count(reader, Noun.EVENT, restriction=both) == 2
    assert count(reader, Noun.SOURCE, restriction=one) == 2
    assert count(reader, Noun.SOURCE, restriction=both) == 1
    assert count(reader, Noun.ENTITY, kind="person", restriction=one) == 4
    assert names(reader, ids(reader, Noun.ENTITY, kind="person", restriction=both)) == ["Tobias Renn"]


def linked(reader: sqlite3.Connection, noun: Noun, kind: str, to: Chosen) -> frozenset[int]:
    return links.among(reader, noun, ids(reader, noun, kind=kind), to)


@pytest.mark.parametrize(("letters", "pinned"), [("", ""), ("t", ""), ("", "The oil"), ("t", "The oil")])
@pytest.mark.parametrize(("noun", "kind"), [(Noun.ENTITY, "person"), (Noun.EVENT, ""), (Noun.SOURCE, "")])
def test_what_is_linked_is_counted_and_its_first_is_found_either_way(
    reader: sqlite3.Connection, noun: Noun, kind: str, letters: str, pinned: str
) -> None:
    pin = Pin(Noun.EVENT, event_id(reader, pinned), "", pinned)
    restriction, found = Restriction((pin,) if pinned else (), letters), 0
    for other in Noun:
        for (id_,) in reader.execute(f"SELECT id FROM {other}").fetchall() if other is not noun else ():
            to = Chosen(other, id_)
            for sort in SORTS[noun]:
                listed = ids(reader, noun, kind=kind, sort=sort, restriction=restriction)
                belong = [rowid for rowid in listed if rowid in links.among(reader, noun, listed, to)]
                assert links.number(reader, noun, kind, restriction, to) == len(belong)
                for many in (False, True):
                    first = links.first(reader, noun, kind, sort, restriction, to, many=many)
                    assert first == (belong[0] if belong else None)
                found += len(belong)
    assert found


def test_nothing_is_linked_to_what_is_gone(reader: sqlite3.Connection) -> None:
    for noun, other in ((Noun.EVENT, Noun.ENTITY), (Noun.SOURCE, Noun.EVENT), (Noun.SOURCE, Noun.SOURCE)):
        gone = Chosen(other, "gone")
        assert links.among(reader, noun, ids(reader, noun), gone) == frozenset()
        assert links.number(reader, noun, "", UNRESTRICTED, gone) == 0
        assert links.first(reader, noun, "", next(iter(SORTS[noun])), UNRESTRICTED, gone, many=True) is None


def test_belonging_is_mutual(reader: sqlite3.Connection) -> None:
    for noun, other in ((Noun.EVENT, Noun.ENTITY), (Noun.SOURCE, Noun.ENTITY), (Noun.EVENT, Noun.SOURCE)):
        pairs, back = set(), set()
        kind, other_kind = ("person" if which is Noun.ENTITY else "" for which in (noun, other))
        for id_, number in reader.execute(f"SELECT id, rowid FROM {other}").fetchall():
            pairs |= {(found, number) for found in linked(reader, noun, kind, Chosen(other, id_))}
        for id_, number in reader.execute(f"SELECT id, rowid FROM {noun}").fetchall():
            back |= {(number, found) for found in linked(reader, other, other_kind, Chosen(noun, id_))}
        people = set(ids(reader, Noun.ENTITY, kind="person"))
        assert {(a, b) for a, b in pairs if other is not Noun.ENTITY or b in people} == back


def test_an_entity_shows_where_it_is_named(reader: sqlite3.Connection) -> None:
    entity = entities.get(reader, id_of(reader, "Tobias Renn"))
    assert entity is not None
    assert entity.spread == (0, 1, 1, 0)
    assert [row.mentions for row in most_named_in(reader, entity.id, 5)] == [1, 1]
    for mention in mentions.of_entity(reader, entity.id):
        start = mention.start - mention.passage_start
        assert mention.passage_text[start : start + mention.end - mention.start] in ("Tobias Renn", "T. Renn")


def test_words_of_reports_and_statements_are_the_sources(reader: sqlite3.Connection) -> None:
    texts = dict(reader.execute("SELECT source, text FROM texts"))
    told = events.reports(reader, event_id(reader, "Halcyon"))
    said = statements.said_by(reader, id_of(reader, "Aldous Verrin"))
    assert told
    assert said
    for report in told:
        assert report.words == texts[report.source][report.start : report.end]
    for statement in said:
        assert statement.words == texts[statement.source][statement.start : statement.end]


def test_marks_of_a_source_stand_in_its_passages(reader: sqlite3.Connection) -> None:
    marks = {
        source: passages.marks(reader, source)
        for (source,) in reader.execute("SELECT id FROM sources WHERE fault IS NULL").fetchall()
    }
    assert any(marks.values())
    for source, found in marks.items():
        rows = passages.of_source(reader, source)
        for mark in found:
            assert any(row.start <= mark.start < mark.end <= row.end for row in rows)


def test_what_is_gone_is_none(reader: sqlite3.Connection) -> None:
    assert entities.get(reader, "gone") is events.get(reader, "gone") is sources.get(reader, "gone") is None
    assert rowid(reader, Noun.EVENT, "gone") is None
    assert entities.rows(reader, [10**9]) == {}


def test_overview_counts_what_is_there(reader: sqlite3.Connection, tmp_path: Path) -> None:
    case = overview(reader)
    assert (case.title, case.entities["person"], case.events, case.sources, case.faults) == ("The Halcyon", 4, 4, 4, 1)
    assert (case.first_year, case.last_year) == ("1911", "1911")
