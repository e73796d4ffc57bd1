"""What stands on the pages of a person, an event, a statement and a document; and that making one takes as many
queries however large the case is."""

import sqlite3
from pathlib import Path

import pytest
from synthetic import write_synthetic

from dossier.present.fields import beside
from dossier.present.flow import Flow
from dossier.present.page import CASE, DISAGREEMENTS, Page, PageKind, Target
from dossier.present.pages import open_page
from dossier.present.plain import plain_lines
from dossier.store.connection import open_reader


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    database: Path = tmp_path_factory.mktemp("large") / "dossier.db"
    write_synthetic(database, people=300, events=900, sources=30, passages=900)
    return open_reader(database)


def page(reader: sqlite3.Connection, target: Target, width: int = 82) -> Page:
    opened = open_page(reader, target, width=width)
    assert opened is not None
    return opened


def one(reader: sqlite3.Connection, query: str) -> str:
    found: str = reader.execute(query).fetchone()[0]
    return found


def sections(opened: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"": []}
    for block in opened.blocks:
        if block.role == "section":
            found[block.text.split("  ")[0]] = []
        else:
            found[[*found][-1]].append(" ".join(block.text.split()))
    return found


def entity(reader: sqlite3.Connection, name: str) -> Target:
    return Target("entity", one(reader, f"SELECT id FROM entities WHERE name = '{name}'"))


def test_a_person_has_names_words_events_company_and_places(reader: sqlite3.Connection) -> None:
    shown = sections(page(reader, entity(reader, "Aldous Verrin")))
    assert shown["NAMED AS"] == ["Captain Aldous Verrin 1 Halcyon strikes the…", "Verrin 1 Halcyon strikes the…"]
    assert shown["IS SAID TO BE"] == ["captain Halcyon strikes the…"]
    assert "“The light on the bar was dark,” through the Courier ≠ Ines Okonjo" in shown["SAID"]
    assert shown["EVENTS"] == ["03–04 Mar 1911 ≠ Halcyon runs aground on the Carrick bar"]
    assert "Halcyon 1 event · 1 passage" in shown["APPEARS WITH"]
    assert shown["WHERE"] == ["Halcyon strikes the Carri… ████████████████████ 2",
                              "never named in The loss of the Halcyon · Keeper's log"]


def test_whom_one_appears_with_leads_to_the_passages_that_name_both(reader: sqlite3.Connection) -> None:
    verrin = page(reader, entity(reader, "Aldous Verrin"))
    (line,) = [block for block in verrin.blocks if block.target and block.target.kind == "together"
               and block.text.startswith("Carrick")]
    assert line.target is not None
    both = page(reader, line.target)
    assert both.title == "Aldous Verrin and Carrick"
    assert both.blocks[1].text == "1 passage name both"
    passage = both.blocks[-1]
    assert {passage.text[run.start : run.end] for run in passage.runs} == {"Captain Aldous Verrin", "Carrick bar"}


def test_an_event_has_each_sources_report_and_what_came_before_and_after(reader: sqlite3.Connection) -> None:
    event = one(reader, "SELECT id FROM events WHERE label LIKE 'Halcyon runs%'")
    shown = sections(page(reader, Target("event", event)))
    assert shown["REPORTS IN 2 SOURCES"] == [
        "Halcyon strikes the Carrick bar", "03 Mar 1911 ran aground on the Carrick bar on the night of 3 March 1911",
        "The loss of the Halcyon", "04 Mar 1911 On 4 March 1911 the ferry Halcyon was lost at Carrick"]  # fmt: skip
    assert shown["NO PASSAGE JOINED WITH IT IN"] == ["Keeper's log"]
    assert shown["BEFORE"] == ["03 Mar 1911 The lamp goes out at nine"]
    assert shown["AFTER"] == ["Apr 1911 ○ Inquiry of the Harbour Board"]


def test_an_allegation_says_whose_it_is(reader: sqlite3.Connection) -> None:
    event = one(reader, "SELECT id FROM events WHERE status = 'alleged'")
    shown = sections(page(reader, Target("event", event)))
    assert shown[""] == ["The oil is never delivered", "undated no source dates it · alleged by Tobias Renn"]


def test_a_statement_has_its_chain_its_subject_and_who_is_against_it(reader: sqlite3.Connection) -> None:
    relayed = one(reader, "SELECT statement FROM relays")
    shown = sections(page(reader, Target("statement", relayed)))
    assert shown["WHO SAID IT"][0] == "person Aldous Verrin"
    assert shown["HOW IT CAME HERE"] == [
        "through the Courier", "in Halcyon strikes the Carrick bar", "≠ against it: Ines Okonjo"]


def test_a_document_says_what_only_it_tells_and_what_it_leaves_out(reader: sqlite3.Connection) -> None:
    log = one(reader, "SELECT id FROM sources WHERE path = 'log.txt'")
    shown = sections(page(reader, Target("document", log)))
    assert shown["ONLY HERE"] == ["03 Mar 1911 The lamp goes out at nine"]
    assert shown["TOLD BY OTHERS, NOT FOUND HERE"] == ["03–04 Mar 1911 ≠ Halcyon runs aground on the Carrick bar"]
    assert shown["PEOPLE"] == ["Tobias Renn ████████████████████ 1"]
    unread = one(reader, "SELECT id FROM sources WHERE fault IS NOT NULL")
    assert "not read yet" in " ".join(block.text for block in page(reader, Target("document", unread)).blocks)


@pytest.mark.parametrize("width", [12, 33, 64, 82])
def test_columns_give_way_to_the_words_where_there_is_no_room(width: int) -> None:
    block = beside(("03–04 Mar 1911", "date"), 16, ("the ferry ran aground on the bar at night", ""), width=width)
    flow = Flow([block], width)
    first = flow.line(0)
    assert first is not None
    beside_it = width - 20 >= 28
    assert block.text.startswith("03–04 Mar 1911    the" if beside_it else "03–04 Mar 1911  the")
    assert block.hang == (18 if beside_it else 2)


@pytest.mark.parametrize(("kind", "table", "most"), [
    ("entity", "entities", 26), ("event", "events", 16), ("statement", "statements", 12),
    ("disagreement", "disagreements", 30), ("document", "sources", 20),
])  # fmt: skip
def test_a_page_takes_a_bounded_number_of_queries(
    reader: sqlite3.Connection, large: sqlite3.Connection, kind: PageKind, table: str, most: int
) -> None:
    for connection in (reader, large):
        for (id_,) in connection.execute(f"SELECT id FROM {table} ORDER BY rowid LIMIT 30").fetchall():
            assert _queries(connection, Target(kind, id_)) <= most
    assert all(_queries(reader, target) <= 12 for target in (CASE, DISAGREEMENTS))


def _queries(connection: sqlite3.Connection, target: Target) -> int:
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    try:
        page(connection, target)
    finally:
        connection.set_trace_callback(None)
    return len(asked)


def test_the_reasons_of_a_disagreement_are_each_sides_words_and_how_they_were_read(reader: sqlite3.Connection) -> None:
    matter = one(reader, "SELECT id FROM disagreements WHERE attribute = 'date'")
    shown = sections(page(reader, Target("why", matter, focus="disagreement")))
    assert shown["WHY: EACH SIDE"] == [
        "03–04 Mar 1911 Halcyon strikes the Carrick bar", "“on the night of 3 March 1911”",
        "“3 March 1911” is 03 Mar 1911: stated",
        "04 Mar 1911 The loss of the Halcyon", "“On 4 March 1911”", "“4 March 1911” is 04 Mar 1911: stated",
    ]  # fmt: skip


def test_the_reasons_of_a_statement_name_the_words_it_was_found_by(reader: sqlite3.Connection) -> None:
    statement = one(reader, "SELECT id FROM statements WHERE kind = 'direct'")
    blocks = page(reader, Target("why", statement, focus="statement")).blocks
    rule = next(block for block in blocks if block.text == "cue")
    assert rule.target is not None
    assert rule.target.start is not None
    assert any(block.text.startswith("words") for block in blocks)


def test_plain_text_takes_one_query_more(large: sqlite3.Connection) -> None:
    busiest = one(large, "SELECT id FROM entities ORDER BY mentions DESC")
    opened = page(large, Target("entity", busiest))
    asked: list[str] = []
    large.set_trace_callback(asked.append)
    lines = list(plain_lines(large, opened, 100))
    large.set_trace_callback(None)
    assert len(asked) == 1
    assert any(line.endswith(")") for line in lines)
