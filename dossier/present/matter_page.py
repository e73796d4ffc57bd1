"""The page of a matter on which sources differ or agree: the question, and each answer in the words that give it."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby

from dossier.present.cells import clean, fit, width_of
from dossier.present.dates import date_words
from dossier.present.decided import decided_blocks
from dossier.present.excerpts import excerpt
from dossier.present.marks import AGREES, DECIDED, DIFFERS, mark_role
from dossier.present.page import Block, Page, Run, Target, joined, section
from dossier.store.queries import disagreements, entities, events
from dossier.store.queries.disagreements import MatterRow, ValueRow
from dossier.store.queries.tellers import answers_of

KIND_WORDS = {
    "conflict": "the sources differ",
    "contradiction": "one source says both",
    "headline": "the headline says more than its text",
    "revision": "an account changed in time",
    "granularity": "one is only vaguer than the other",
    "agreement": "they agree",
}
SETTLED = {"settled": "settled by a reader", "dismissed": "no disagreement, says a reader"}
LEAST_ANSWER = 12
"""An answer of which fewer cells would be seen is counted instead."""
ANSWER_INDENT = 4
SUBJECTS = 20
"""The most that a page says it is about."""
_DATED = ("date", "time")


def matter_page(connection: sqlite3.Connection, target: Target) -> Page | None:
    """The page of a disagreement or agreement; None where it is gone."""
    matter = disagreements.get(connection, target.id)
    if matter is None:
        return None
    open_ = not matter.agrees and not matter.settled
    text, runs = joined((kind_words(matter), "mark" if open_ else "secondary"),
                        (f"  {matter.sides} answers in {_number(matter.sources, 'source')}", "secondary"))  # fmt: skip
    blocks = [
        Block(clean(matter.question), "title"), Block(text, "text", runs), *decided_blocks(connection, matter.id),
        *_sides(connection, matter),
        *_silent(connection, matter), *_about(connection, matter),
    ]  # fmt: skip
    return Page(target, matter.question, blocks)


def kind_words(matter: MatterRow) -> str:
    """How the sides stand to one another, and how a reader settled it."""
    words = KIND_WORDS.get(matter.kind, matter.kind)
    return f"{words} · {SETTLED[matter.settled]}" if matter.settled in SETTLED else words


def decided_mark(matter: MatterRow) -> str:
    """Behind its question: whether a reader decided something about it."""
    return f" {DECIDED}" if matter.decided else ""


def value_words(matter: MatterRow, value: str) -> str:
    """A side's answer as a person writes it."""
    return date_words(value) if matter.attribute in _DATED else clean(value)


def matter_blocks(matter: MatterRow, rows: Sequence[ValueRow], width: int) -> Iterator[Block]:
    """A matter on another page: the question, and under it its answers against each other in one line of `width`."""
    target = Target("disagreement", matter.id)
    mark = AGREES if matter.agrees else DIFFERS
    text, runs = joined((f"{mark} ", mark_role(mark)), (clean(matter.question), ""),
                        (decided_mark(matter), "mark"))  # fmt: skip
    yield Block(text, "text", runs, target, indent=2, hang=2)
    yield Block(answers_within(matter, rows, width - ANSWER_INDENT), "secondary", indent=ANSWER_INDENT, about=target)


def answers_within(matter: MatterRow, rows: Sequence[ValueRow], width: int) -> str:
    """The answers to a matter in one line of `width` cells: as many as go, the rest counted."""
    values = [*dict.fromkeys(value_words(matter, row.value) for row in rows)]
    line = ""
    for place, value in enumerate(values):
        before = " · " if line else ""
        after = len(" · 9 more") if len(values) - place > 1 else 0
        room = width - width_of(line + before) - after
        if line and room < min(LEAST_ANSWER, width_of(value)):
            return f"{line} · {len(values) - place} more"
        line += before + (value if width_of(value) <= room else fit(value, room).rstrip())
    return line


def matter_lines(connection: sqlite3.Connection, target: str, width: int) -> Iterator[Block]:
    """What is in dispute about an event, a statement or an entity, to be read in lines of `width` cells."""
    found = disagreements.about(connection, target)
    answers = answers_of(connection, [matter.id for matter in found]) if found else {}
    for title, agrees in (("disputed", 0), ("compared, and agrees", 1)):
        matters = [matter for matter in found if matter.agrees == agrees]
        if matters:
            yield section(title, len(matters))
        for matter in matters:
            yield from matter_blocks(matter, answers.get(matter.id, ()), width)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def _sides(connection: sqlite3.Connection, matter: MatterRow) -> Iterator[Block]:
    for _, group in groupby(disagreements.values(connection, matter.id), key=lambda row: row.side):
        rows = list(group)
        text, runs = joined((value_words(matter, rows[0].value), "date" if matter.attribute in _DATED else ""),
                            ("  " + _number(rows[0].voices, "voice"), "secondary"))  # fmt: skip
        yield Block(text, "answer", runs, space=1)
        for row in rows:
            yield from _words(row)


def _words(row: ValueRow) -> Iterator[Block]:
    """The source, whose word it is there, and the words in their passage."""
    who = f"{clean(row.speaker)}, in " if row.speaker else ""
    words, start, end = excerpt(row.passage_text, row.start - row.passage_start, row.end - row.passage_start)
    text, runs = joined((who, "secondary"), (clean(row.source_label), "secondary"))
    yield Block(text, "text", runs, Target("source", row.source), indent=2, hang=2)
    yield Block(words, "text", (Run(start, end, "hit"),), Target("source", row.source, row.start, row.end),
                indent=4, hang=2)  # fmt: skip


def _silent(connection: sqlite3.Connection, matter: MatterRow) -> Iterator[Block]:
    found = disagreements.silent(connection, matter.id)
    if found:
        yield section("no answer found in", len(found))
    for source, label in found:
        yield Block(clean(label), "text", (), Target("source", source), indent=2, hang=2)


def _about(connection: sqlite3.Connection, matter: MatterRow) -> Iterator[Block]:
    """The events and people in question; the statements stand above."""
    blocks = []
    for target in disagreements.subjects(connection, matter.id)[:SUBJECTS]:
        if event := events.get(connection, target):
            text, runs = joined((date_words(event.date) + "  ", "date"), (clean(event.label), ""))
            blocks.append(Block(text, "text", runs, Target("event", target), indent=2, hang=2))
        elif entity := entities.get(connection, target):
            text, runs = joined((clean(entity.name), entity.kind))
            blocks.append(Block(text, "text", runs, Target("entity", target), indent=2))
    if blocks:
        yield section("about")
        yield from blocks
