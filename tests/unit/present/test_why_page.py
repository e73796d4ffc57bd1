"""The page behind the "why?" key: of a thing, its reasons; of a passage, everything that it supports."""

import sqlite3

import pytest
from invented import COURIER

from dossier.present.page import CASE, Block, Page, Target
from dossier.present.pages import open_page
from dossier.present.why_page import why_target


def page(reader: sqlite3.Connection, target: Target | None) -> Page:
    assert target is not None
    opened = open_page(reader, target)
    assert opened is not None
    return opened


def courier(reader: sqlite3.Connection) -> Target:
    return Target("source", reader.execute("SELECT id FROM sources WHERE path = 'courier.txt'").fetchone()[0])


def test_a_passage_tells_all_that_it_supports_and_whence(reader: sqlite3.Connection) -> None:
    source = courier(reader)
    passage = next(block for block in page(reader, source).blocks if block.text.startswith("The ferry"))
    blocks = page(reader, why_target(source, passage)).blocks
    told = [(block.text.split()[0], block.target) for block in blocks if block.text.endswith("”")]
    assert {kind for kind, _ in told} == {"vehicle", "place", "date", "person", "organization", "event", "disagreement"}
    for _, target in told:
        assert target is not None
        assert passage.span is not None
        assert target.start is not None
        assert passage.span[0] <= target.start < (target.end or 0) <= passage.span[1]
        assert any(COURIER[target.start : target.end].replace("\n", " ") in block.text for block in blocks)
    assert "→ 03 Mar 1911" in [block.text for block in blocks]
    assert "full name" in [block.text for block in blocks]


def test_an_empty_passage_says_that_nothing_was_concluded(reader: sqlite3.Connection) -> None:
    source = courier(reader)
    passage = next(block for block in page(reader, source).blocks if block.text.startswith("Share"))
    texts = [block.text for block in page(reader, why_target(source, passage)).blocks]
    assert "Nothing was concluded from them." in texts


@pytest.mark.parametrize(("kind", "table"), [
    ("entity", "entities"), ("event", "events"), ("statement", "statements"), ("disagreement", "disagreements"),
    ("source", "sources"),
])  # fmt: skip
def test_everything_concluded_has_its_reasons(reader: sqlite3.Connection, kind: str, table: str) -> None:
    ids = reader.execute(f"SELECT id FROM {table}" + " WHERE fault IS NULL" * (kind == "source")).fetchall()
    assert ids
    for (id_,) in ids:
        opened = page(reader, why_target(Target(kind, id_)))  # type: ignore[arg-type]
        assert opened.title.startswith("About: " if kind == "source" else "Why: ")
        assert len(opened.blocks) > 1


def test_of_a_page_that_is_no_conclusion_the_line_under_the_cursor_is_asked(reader: sqlite3.Connection) -> None:
    assert why_target(CASE, Block("move")) is None
    assert why_target(CASE, None) is None
    assert why_target(CASE, Block("an event", target=Target("event", "e"))) == Target("why", "e", None, None, "event")


def test_what_is_gone_has_no_reasons(reader: sqlite3.Connection) -> None:
    assert open_page(reader, Target("why", "gone", focus="event")) is None
