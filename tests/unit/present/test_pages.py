"""Pages: every line that leads to a source leads to words that are there, and marks are hidden without a shift."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import write_invented

from dossier.present.page import Page, Target
from dossier.present.pages import open_page
from dossier.present.passage_text import show_passage
from dossier.store.connection import open_reader
from dossier.store.queries.passages import PassageRow

EXTRA = {"[red].txt": "[/] [@click=app.quit]boo[/]\n\nA \x1b]52;c;aGk=\x07 bell \u202e and [red]Maud Ellery[/red]\n"}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    return open_reader(write_invented(tmp_path_factory.mktemp("case") / "dossier.db", extra=EXTRA))


def page(reader: sqlite3.Connection, target: Target) -> Page:
    opened = open_page(reader, target)
    assert opened is not None
    return opened


def ids(reader: sqlite3.Connection, table: str) -> list[str]:
    found = [row[0] for row in reader.execute(f"SELECT id FROM {table}")]
    assert found
    return found


def test_every_line_of_every_page_leads_to_words_that_are_there(reader: sqlite3.Connection) -> None:
    texts = dict(reader.execute("SELECT source, text FROM texts"))
    for kind, table in (("entity", "entities"), ("event", "events")):
        for id_ in ids(reader, table):
            targets = [block.target for block in page(reader, Target(kind, id_)).blocks if block.target]  # type: ignore[arg-type]
            assert any(target.kind == "source" for target in targets)
            for target in targets:
                if target.start is not None and target.end is not None:
                    opened = page(reader, target)
                    stop = opened.stops[opened.at]
                    shown = opened.blocks[stop.block].text[stop.start : stop.end]
                    written = texts[target.id][target.start : target.end].replace("*", "").replace("\n", " ")
                    assert shown == written


def test_a_source_shows_each_of_its_passages(reader: sqlite3.Connection) -> None:
    for source in ids(reader, "sources"):
        opened = page(reader, Target("source", source))
        for block in opened.blocks:
            assert "\n" not in block.text
            assert all(0 <= run.start <= run.end <= len(block.text) for run in block.runs)


def test_hostile_text_is_shown_and_not_acted_on(reader: sqlite3.Connection) -> None:
    source = reader.execute("SELECT id FROM sources WHERE path = '[red].txt'").fetchone()[0]
    shown = "".join(block.text for block in page(reader, Target("source", source)).blocks)
    assert "[@click=app.quit]boo[/]" in shown
    assert "\x1b" not in shown
    assert "␛]52" in shown


def test_a_search_leads_to_its_hits(reader: sqlite3.Connection) -> None:
    found = page(reader, Target("search", "lamp"))
    hits = [block.target for block in found.blocks if block.target and block.target.kind == "source" and
            block.target.start is not None]
    assert len(hits) == 2
    opened = page(reader, hits[0])
    assert opened.focused
    stop = opened.stops[opened.at]
    assert opened.blocks[stop.block].text[stop.start : stop.end].lower() == "lamp"


def test_a_search_without_hits_says_what_to_try(reader: sqlite3.Connection) -> None:
    shown = [block.text for block in page(reader, Target("search", "lamp zeppelin")).blocks]
    assert any("every word" in text for text in shown)
    assert any(text.startswith("word*") for text in shown)
    assert not any("word*" in block.text for block in page(reader, Target("search", "lamp")).blocks)


def test_roles_are_told_in_plain_words(reader: sqlite3.Connection) -> None:
    event = reader.execute("SELECT id FROM events WHERE label LIKE 'Halcyon runs%'").fetchone()[0]
    shown = [block.text.split() for block in page(reader, Target("event", event)).blocks]
    assert ["what", "Halcyon"] in shown
    assert ["with", "Aldous", "Verrin"] in shown
    assert ["where", "Carrick"] in shown
    halcyon = reader.execute("SELECT id FROM entities WHERE name = 'Halcyon'").fetchone()[0]
    blocks = page(reader, Target("entity", halcyon)).blocks
    assert [block.text for block in blocks if block.target == Target("event", event)] == [
        "03–04 Mar 1911    ≠ Halcyon runs aground on the Carrick bar"]


def test_a_person_opened_in_a_source_is_gone_through(reader: sqlite3.Connection) -> None:
    renn = reader.execute("SELECT id FROM entities WHERE name = 'Tobias Renn'").fetchone()[0]
    log = reader.execute("SELECT id FROM sources WHERE path = 'log.txt'").fetchone()[0]
    opened = page(reader, Target("source", log, focus=renn))
    assert [opened.blocks[stop.block].text[stop.start : stop.end] for stop in opened.stops] == ["T. Renn"]


def test_what_could_not_be_read_says_why(reader: sqlite3.Connection) -> None:
    source = reader.execute("SELECT id FROM sources WHERE fault IS NOT NULL").fetchone()[0]
    text = " ".join(block.text for block in page(reader, Target("source", source)).blocks)
    assert "could not be read" in text
    assert "save it as text" in text


def test_a_page_of_what_is_gone_is_none(reader: sqlite3.Connection) -> None:
    assert [open_page(reader, Target(kind, "gone")) for kind in ("entity", "event", "source")] == [None] * 3  # type: ignore[arg-type]


parts = st.lists(st.tuples(st.text(alphabet="abc d", max_size=6), st.booleans()), max_size=12)


@given(pieces=parts, first=st.integers(0, 9))
def test_hidden_marks_shift_no_offset(pieces: list[tuple[str, bool]], first: int) -> None:
    text, marks, visible = "", [], []
    for piece, hidden in pieces:
        if hidden and piece:
            marks.append((first + len(text), first + len(text) + len(piece)))
        else:
            visible += range(len(text), len(text) + len(piece))
        text += piece
    row = PassageRow(1, "paragraph", 0, first, first + len(text), 1, text, tuple(marks))
    shown = show_passage(row)
    assert shown.text == "".join(text[place] for place in visible)
    for place, offset in enumerate(visible):
        assert shown.place(first + offset) == place
