"""The page of a statement: the words, who said them, through whom they came, when, about what, and who denies them."""

import sqlite3
from collections.abc import Iterator

from dossier.present.cells import clean, short
from dossier.present.dates import date_words
from dossier.present.decided import decided_blocks
from dossier.present.excerpts import excerpt
from dossier.present.fields import WIDTH, field
from dossier.present.marks import DIFFERS
from dossier.present.matter_page import matter_lines
from dossier.present.page import Block, Page, Run, Target, joined, section
from dossier.present.speech import manner, said_words, speaker_words
from dossier.store.queries import statements, tellers
from dossier.store.queries.statements import StatementRow

AROUND = 400
"""Code points of the passage shown on either side of the words."""


def statement_page(connection: sqlite3.Connection, target: Target, width: int = WIDTH) -> Page | None:
    """The page of a statement in lines of `width` cells; None where it is gone."""
    statement = statements.get(connection, target.id)
    if statement is None:
        return None
    who = speaker_words(statement)
    text, runs = joined((who, ""), (f"  {manner(statement)}", "secondary"))
    blocks = [
        Block(text, "title", runs),
        Block(said_words(statement), "said", (), Target("source", statement.source, statement.start, statement.end),
              space=1),
        *_speakers(statement, width), *_chain(connection, statement, width), *_against(connection, statement),
        *matter_lines(connection, statement.id, width),
        *_about(connection, statement, width), *_passage(statement, width),
        *decided_blocks(connection, statement.id), *_sightings(connection, statement),
    ]  # fmt: skip
    return Page(target, f"{who}, {manner(statement)}", blocks)


def _speakers(statement: StatementRow, width: int) -> Iterator[Block]:
    yield section("who said it")
    for speaker in statement.speakers:
        yield field(speaker.kind, speaker.name, speaker.kind, Target("entity", speaker.id), width=width)
    for role, words in (("named as", statement.speaker_text), ("told by", statement.cue)):
        if words:
            yield field(role, words, width=width)
    if not statement.speakers and not statement.speaker_text:
        yield Block("The source does not say.", "secondary", indent=2)


def _chain(connection: sqlite3.Connection, statement: StatementRow, width: int) -> Iterator[Block]:
    """How it came here: each relay in turn, the source, and when it was said."""
    relays = statements.relays(connection, statement.id)
    if relays or statement.said:
        yield section("how it came here")
    for entity, name in relays:
        role = "organization" if entity else ""
        yield field("through", name, role, Target("entity", entity) if entity else None, width=width)
    if relays:
        yield field("in", statement.source_label, "place", Target("source", statement.source), width=width)
    if statement.said:
        yield field("said", date_words(statement.said), "date", width=width)


def _against(connection: sqlite3.Connection, statement: StatementRow) -> Iterator[Block]:
    """Who says another thing."""
    names = tellers.against_each(connection, [statement.id]).get(statement.id, [])
    if names:
        text, runs = joined((f"{DIFFERS} ", "fault"), ("against it: ", "secondary"), (
            ", ".join(short(name, 40) for name in names), ""))  # fmt: skip
        yield Block(text, "text", runs, space=1, hang=2)


def _about(connection: sqlite3.Connection, statement: StatementRow, width: int) -> Iterator[Block]:
    """Whom and what its words name."""
    found = statements.names_in(connection, statement)
    if found:
        yield section("about")
    for named in found:
        yield field(named.kind, named.name, named.kind, Target("entity", named.id), width=width)


def _sightings(connection: sqlite3.Connection, statement: StatementRow) -> Iterator[Block]:
    found = statements.sightings(connection, statement)
    if found:
        yield section("the same words elsewhere", len(found))
    for other in found:
        text, runs = joined((clean(other.source_label) + "  ", "secondary"), (said_words(other), ""))
        yield Block(text, "text", runs, Target("source", other.source, other.start, other.end), indent=2, hang=2)


def _passage(statement: StatementRow, width: int) -> Iterator[Block]:
    yield section("in the source")
    source = Target("source", statement.source)
    yield Block(short(statement.source_label, width - 2), "subheading", (), source, indent=2)
    words, start, end = excerpt(
        statement.passage_text, statement.start - statement.passage_start, statement.end - statement.passage_start,
        before=AROUND, after=AROUND)  # fmt: skip
    yield Block(words, "text", (Run(start, end, "said"),),
                Target("source", statement.source, statement.start, statement.end), indent=4, hang=2)
