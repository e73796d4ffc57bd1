"""The page of a statement: the words, who said them, and where they stand."""

import sqlite3
from collections.abc import Iterator

from dossier.present.cells import clean, fit
from dossier.present.excerpts import excerpt
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
        *_speakers(statement), *_passage(statement),
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


def _passage(statement: StatementRow) -> Iterator[Block]:
    yield section("in the source")
    source = Target("source", statement.source)
    yield Block(clean(statement.source_label), "subheading", (), source, indent=2, hang=2)
    words, start, end = excerpt(
        statement.passage_text, statement.start - statement.passage_start, statement.end - statement.passage_start,
        before=AROUND, after=AROUND)  # fmt: skip
    yield Block(words, "text", (Run(start, end, "said"),),
                Target("source", statement.source, statement.start, statement.end), indent=4, hang=2)
