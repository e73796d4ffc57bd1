"""A document among the others: what is known of it and from where, what it cites and passes on, what only it tells, and
what it does not tell though others do. Its text is a page of its own."""

import sqlite3
from collections.abc import Iterator, Sequence

from dossier.present.cells import clean
from dossier.present.dates import date_words
from dossier.present.decided import decided_blocks
from dossier.present.fields import WIDTH, bar_lines, event_line, field
from dossier.present.page import Block, Page, Target, joined, section
from dossier.present.why import source_facts
from dossier.store.queries import documents, entities, events, sources
from dossier.store.queries.documents import CitationRow
from dossier.store.queries.filters import Noun, Pin, Restriction
from dossier.store.queries.ids import ids
from dossier.store.queries.sources import SourceRow

SHOWN = 12
"""The most that each part of the page has."""
NAME_CELLS = 26


def document_page(connection: sqlite3.Connection, target: Target, width: int = WIDTH) -> Page | None:
    """The page about a source in lines of `width` cells; None where it is gone."""
    source = sources.get(connection, target.id)
    if source is None:
        return None
    return Page(target, f"About: {source.label}", list(document_blocks(connection, source, width, why=True)))


def document_blocks(connection: sqlite3.Connection, source: SourceRow, width: int, *, why: bool) -> Iterator[Block]:
    """All of it; what is known of the document stands with its grounds where `why`."""
    yield Block(clean(source.label), "title", (), Target("source", source.id))
    if source.fault is not None:
        yield Block(clean(source.fault), "fault")
    yield from source_facts(connection, source, why=why)
    yield from decided_blocks(connection, source.id)
    if source.fault is None:
        yield from _people(connection, source, width)
        yield from _cited(connection, source)
        yield from _relayed(connection, source, width)
        yield from _events(connection, "only here", documents.told_alone(connection, source.id, SHOWN), width)
        others = documents.not_told(connection, source.id, SHOWN)
        yield from _events(connection, "told by others, not found here", others, width)
        yield from _unanswered(connection, source)


def _people(connection: sqlite3.Connection, source: SourceRow, width: int) -> Iterator[Block]:
    """Whom it names most in the case, and how often it does."""
    pins = (Pin(Noun.SOURCE, source.id, "", source.label),)
    found = entities.rows(connection, ids(
        connection, Noun.ENTITY, kind="person", restriction=Restriction(pins), limit=SHOWN)).values()  # fmt: skip
    if not found:
        return
    here = entities.mentions_in(connection, [row.id for row in found], source.id)
    ordered = sorted(found, key=lambda row: -here.get(row.id, 0))
    yield section("people", source.people)
    yield from bar_lines(
        ((row.name, here.get(row.id, 0), Target("source", source.id, focus=row.id)) for row in ordered),
        max(here.values(), default=1), cells=NAME_CELLS, width=width)  # fmt: skip


def _cited(connection: sqlite3.Connection, source: SourceRow) -> Iterator[Block]:
    found = documents.citations(connection, source.id, SHOWN)
    if found:
        yield section("cites")
    for work in found:
        text, runs = joined((_work(work), ""), (f"  {date_words(work.published)}" if work.published else "", "date"))
        yield Block(text, "text", runs, Target("source", source.id, work.start, work.end), indent=2, hang=2)
    yield from _more(found)


def _work(work: CitationRow) -> str:
    """A work by author, title and publisher; as it is cited where none of these is known."""
    return clean(", ".join(filter(None, (work.author, work.title, work.publisher))) or work.words)


def _relayed(connection: sqlite3.Connection, source: SourceRow, width: int) -> Iterator[Block]:
    found = documents.relayed(connection, source.id, SHOWN)
    if found:
        yield section("has from others")
    for one in found:
        number = f"{one.statements} statement{'s' * (one.statements != 1)}"
        yield field(number, one.name, "organization" if one.entity else "",
                    Target("entity", one.entity) if one.entity else None, width=width)  # fmt: skip


def _events(connection: sqlite3.Connection, title: str, found: Sequence[int], width: int) -> Iterator[Block]:
    if found:
        yield section(title)
    rows = events.rows(connection, found)
    for rowid in found:
        yield event_line(rows[rowid], width=width)
    yield from _more(found)


def _unanswered(connection: sqlite3.Connection, source: SourceRow) -> Iterator[Block]:
    found = documents.silent_on(connection, source.id, SHOWN)
    if found:
        yield section("asked elsewhere, no answer found here")
    for matter, question in found:
        yield Block(clean(question), "text", (), Target("disagreement", matter), indent=2, hang=2)


def _more(found: Sequence[object]) -> Iterator[Block]:
    if len(found) == SHOWN:
        yield Block("… and perhaps more", "secondary", indent=2)
