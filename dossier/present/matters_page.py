"""All matters on which the sources differ, the weightiest first, and what was compared and agrees."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby, islice

from dossier.present.cells import clean, fit, short
from dossier.present.matter_page import KIND_WORDS, value_words
from dossier.present.page import DISAGREEMENTS, Block, Page, Target, joined, section
from dossier.store.queries import disagreements
from dossier.store.queries.disagreements import Asked, MatterRow, ValueRow

VALUE_CELLS = 26
LISTED = 200
"""Matters on the page; `dossier disagreements` has no limit."""


def matters_page(connection: sqlite3.Connection, target: Target = DISAGREEMENTS) -> Page:
    """The page of disagreements and agreements."""
    differ = list(islice(disagreements.select(connection, Asked()), LISTED))
    agree = list(islice(disagreements.select(connection, Asked(agrees=True)), LISTED))
    blocks = [Block("Where the sources differ", "title")]
    if not differ:
        blocks.append(Block("Nothing was found on which they differ.", "secondary", space=1))
    for matter in differ:
        blocks += matter_blocks(connection, matter)
    if agree:
        blocks.append(section("compared, and agrees", len(agree)))
    for matter in agree:
        blocks += matter_blocks(connection, matter)
    return Page(target, "Where the sources differ", blocks, at=1 if differ else 0)


def matter_blocks(connection: sqlite3.Connection, matter: MatterRow) -> Iterator[Block]:
    """A matter in a list: its question, and each answer with the first words that give it."""
    text, runs = joined((clean(matter.question), "answer"),
                        (f"  {KIND_WORDS.get(matter.kind, matter.kind)}", "secondary"))  # fmt: skip
    yield Block(text, "text", runs, Target("disagreement", matter.id), space=1, hang=2)
    for _, group in groupby(disagreements.values(connection, matter.id), key=lambda row: row.side):
        yield _answer(matter, list(group))


def _answer(matter: MatterRow, rows: list[ValueRow]) -> Block:
    first = rows[0]
    others = f"  +{len(rows) - 1}" if len(rows) > 1 else ""
    text, runs = joined(
        (fit(value_words(matter, first.value), VALUE_CELLS), "date"), ("  “" + clean(first.words) + "”", ""),
        ("  " + short(first.source_label) + others, "secondary"),
    )  # fmt: skip
    return Block(text, "text", runs, Target("source", first.source, first.start, first.end), indent=2,
                 hang=VALUE_CELLS + 2)  # fmt: skip
