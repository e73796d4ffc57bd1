"""The page of a statement: the words, who said them, and where they stand."""

import sqlite3
from collections.abc import Iterator

from dossier.present.cells import clean, fit
from dossier.present.dates import date_words
from dossier.present.decided import decided_blocks
from dossier.present.excerpts import excerpt
from dossier.present.matter_page import matter_lines
from dossier.present.page import Block, Page, Run, Target, joined, section
from dossier.present.speech import manner, said_words, speaker_words
from dossier.store.queries import statements
from dossier.store.queries.statements import StatementRow

ROLE_CELLS = 14
AROUND = 400
"""Code points of the passage shown on either side of the words."""


def statement_page(connection: sqlite3.Connection, target: Target) -> Page | None:
    """The page of a statement; None where it is gone."""
    statement = statements.get(connection, target.id)
    if statement is None:
        return None
    who = speaker_words(statement)
    text, runs = joined((who, ""), (f"  {manner(statement)}", "secondary"))
    blocks = [
        Block(text, "title", runs),
        Block(said_words(statement), "said", (), Target("source", statement.source, statement.start, statement.end),
              space=1),
        *_speakers(statement), *_chain(connection, statement), *_passage(statement),
        *decided_blocks(connection, statement.id), *matter_lines(connection, statement.id),
        *_sightings(connection, statement),
    ]  # fmt: skip
    return Page(target, f"{who}, {manner(statement)}", blocks)


def _speakers(statement: StatementRow) -> Iterator[Block]:
    yield section("who said it")
    for speaker in statement.speakers:
        text, runs = joined((fit(speaker.kind, ROLE_CELLS), "secondary"), (clean(speaker.name), speaker.kind))
        yield Block(text, "text", runs, Target("entity", speaker.id), indent=2, hang=ROLE_CELLS)
    for role, words in (("named as", statement.speaker_text), ("told by", statement.cue)):
        if words:
            text, runs = joined((fit(role, ROLE_CELLS), "secondary"), (clean(words), ""))
            yield Block(text, "text", runs, indent=2, hang=ROLE_CELLS)
    if not statement.speakers and not statement.speaker_text:
        yield Block("The source does not say.", "secondary", indent=2)


def _chain(connection: sqlite3.Connection, statement: StatementRow) -> Iterator[Block]:
    """How it came here: each relay in turn, and when it was said."""
    relays = statements.relays(connection, statement.id)
    if relays:
        yield section("how it came here")
    for entity, name in relays:
        text, runs = joined((fit("through", ROLE_CELLS), "secondary"), (clean(name), "organization" if entity else ""))
        yield Block(text, "text", runs, Target("entity", entity) if entity else None, indent=2, hang=ROLE_CELLS)
    if statement.said:
        text, runs = joined((fit("said", ROLE_CELLS), "secondary"), (date_words(statement.said), "date"))
        yield Block(text, "text", runs, indent=2, hang=ROLE_CELLS)


def _sightings(connection: sqlite3.Connection, statement: StatementRow) -> Iterator[Block]:
    found = statements.sightings(connection, statement)
    if found:
        yield section("the same words elsewhere", len(found))
    for other in found:
        text, runs = joined((clean(other.source_label) + "  ", "secondary"), (said_words(other), ""))
        yield Block(text, "text", runs, Target("source", other.source, other.start, other.end), indent=2, hang=2)


def _passage(statement: StatementRow) -> Iterator[Block]:
    yield section("in the source")
    source = Target("source", statement.source)
    yield Block(clean(statement.source_label), "subheading", (), source, indent=2, hang=2)
    words, start, end = excerpt(
        statement.passage_text, statement.start - statement.passage_start, statement.end - statement.passage_start,
        before=AROUND, after=AROUND)  # fmt: skip
    yield Block(words, "text", (Run(start, end, "said"),),
                Target("source", statement.source, statement.start, statement.end), indent=4, hang=2)
