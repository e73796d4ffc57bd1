"""The questions that a reader is asked in a row: are these two one, is this a person at all?"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model.decision import Verb
from dossier.present.cells import clean
from dossier.present.excerpts import excerpt
from dossier.present.page import Block, Run, joined
from dossier.store.queries import entities, mentions, review
from dossier.store.queries.naming import Named

SHOWN = 2
"""Passages shown of each thing in question."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what an answer decides."""

    text: str
    things: tuple[Named, ...]
    yes: Verb
    no: Verb


def questions(connection: sqlite3.Connection) -> list[Question]:
    """All that is open, likely pairs first."""
    found = [Question(f"{one.name} / {other.name}: the same?", (one, other), Verb.MERGE, Verb.APART)
             for one, other in review.alike(connection)]  # fmt: skip
    found += [Question(f"{one.name}: a person?", (one,), Verb.CONFIRM, Verb.REJECT)
              for one in review.doubtful(connection)]  # fmt: skip
    return found


def question_blocks(connection: sqlite3.Connection, question: Question) -> Iterator[Block]:
    """What is known of each thing in question, side by side with the words that name it."""
    for thing in question.things:
        entity = entities.get(connection, thing.id)
        if entity is None:
            continue
        known = " · ".join(filter(None, [entity.role, entity.affiliation]))
        text, runs = joined((clean(entity.name), entity.kind), (f"  {clean(known)}" if known else "", "secondary"),
                            (f"  {entity.mentions} in {entity.sources}", "secondary"))  # fmt: skip
        yield Block(text, "text", runs, space=1)
        for mention in mentions.of_entity(connection, thing.id, SHOWN):
            words, start, end = excerpt(mention.passage_text, mention.start - mention.passage_start,
                                        mention.end - mention.passage_start)  # fmt: skip
            yield Block(words, "text", (Run(start, end, entity.kind),), indent=2, hang=2)
