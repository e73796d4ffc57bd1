"""The questions that a reader is asked in a row: which of two decisions holds, are these two one, is this a person at
all?"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.model.decision import Verb
from dossier.present.acts import ENTITY
from dossier.present.cells import clean
from dossier.present.consequences import number
from dossier.present.decisions_page import told
from dossier.present.excerpts import excerpt
from dossier.present.page import Block, Run, joined
from dossier.store.queries import decisions, entities, mentions, review
from dossier.store.queries.merged import became
from dossier.store.queries.naming import Named, with_id

ASKED = 200
"""Pairs asked about in a row, at most."""
SHOWN = 2
"""Passages shown of each thing in question."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what an answer decides."""

    text: str
    things: tuple[Named, ...] = ()
    yes: Verb = Verb.CONFIRM
    no: Verb = Verb.REJECT
    take_back: tuple[str, ...] = ()
    """Where two decisions contradict each other: which one yes takes back, and which one no."""


def questions(connection: sqlite3.Connection) -> list[Question]:
    """All that is open: what two readers decided otherwise, likely pairs, then people in doubt."""
    from dossier.present.namesakes import likely  # noqa: PLC0415 (late: the rules for names, where one is asked)

    apart = review.kept_apart(connection)
    pairs = [pair for kind in ENTITY for pair in likely(review.named(connection, kind))
             if frozenset((pair.one.id, pair.other.id)) not in apart]  # fmt: skip
    pairs.sort(key=lambda pair: -pair.strength)
    found = [Question(f"{one.name} / {other.name}: the same?", (one, other), Verb.MERGE, Verb.APART)
             for one, other, _ in pairs[:ASKED]]  # fmt: skip
    found += [Question(f"{one.name}: a person?", (one,), Verb.CONFIRM, Verb.REJECT)
              for one in review.doubtful(connection)]  # fmt: skip
    return [*_at_odds(connection), *found]


def still_open(connection: sqlite3.Connection, question: Question) -> Question | None:
    """A question about the things as they are now; None where an answer to another one left nothing to ask."""
    ids = [became(connection, thing.id) or thing.id for thing in question.things]
    things = tuple(filter(None, (with_id(connection, id_) for id_ in ids)))
    if len({thing.id for thing in things}) < len(question.things):
        return None
    return replace(question, things=things)


def _at_odds(connection: sqlite3.Connection) -> Iterator[Question]:
    """Decisions of two readers that cannot both hold; what holds now is the later one."""
    for earlier, later in decisions.at_odds(connection):
        yield Question(f"{later.by} decided otherwise than {earlier.by}: does the later one hold?",
                       take_back=(earlier.id, later.id))  # fmt: skip


def question_blocks(connection: sqlite3.Connection, question: Question) -> Iterator[Block]:
    """What is known of each thing in question, side by side with the words that name it."""
    for place, id_ in enumerate(question.take_back):
        decision = decisions.get(connection, id_)
        if decision is not None:
            text, runs = joined(("earlier  " if not place else "later    ", "secondary"), (told(decision), ""))
            yield Block(text, "text", runs, space=1, hang=9)
            if decision.why:
                yield Block(clean(f"because {decision.why}"), "secondary", indent=9)
    for thing in question.things:
        entity = entities.get(connection, thing.id)
        if entity is None:
            continue
        known = " · ".join(filter(None, [entity.role, entity.affiliation]))
        often = f"  {number(entity.mentions, 'mention')} in {number(entity.sources, 'document')}"
        text, runs = joined((clean(entity.name), entity.kind), (f"  {clean(known)}" if known else "", "secondary"),
                            (often, "secondary"))  # fmt: skip
        yield Block(text, "text", runs, space=1)
        for mention in mentions.of_entity(connection, thing.id, SHOWN):
            words, start, end = excerpt(mention.passage_text, mention.start - mention.passage_start,
                                        mention.end - mention.passage_start)  # fmt: skip
            yield Block(words, "text", (Run(start, end, entity.kind),), indent=2, hang=2)
