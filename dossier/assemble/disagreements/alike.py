"""How many and how much of one thing, told in other words: quantities that are each the likest of the other's source.

`Three ballot boxes were found` and `Five boxes of ballots turned up` share no act, and yet are of one thing: nothing
else in either source is nearly as like.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from dossier import lexis
from dossier.assemble.clauses import clause
from dossier.assemble.content import stem
from dossier.assemble.disagreements.bearing import dated_apart, heard_apart
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.datelines import dateline, elsewhere, without_dateline
from dossier.assemble.disagreements.quantities import counted_from, grew, overlap, shown
from dossier.assemble.disagreements.questions import how_many, how_much, noun
from dossier.assemble.disagreements.sides import Answer, Question, matter, sided
from dossier.assemble.disagreements.tellings import PENALTY, Telling, tellings
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.span import Span

MOST_TIMES = 3.0
"""How many times the one may be the other; what is farther off is more likely of something else."""
LARGEST_BLOCK = 60
"""Quantities of one kind that are compared with each other."""
_TOLD_WITH = 0.5
"""What else must be told alike of things with which different things are done."""
_SHARE = "percent"
"""A share is of a noun: of what else is done there are many."""
ENOUGH = 0.8
"""Likeness from which on two can be of one thing, as a part of what makes a chance unlikely."""


def alike(context: Context) -> Iterator[Matter]:
    """One matter for each pair of quantities that are of one thing and cannot both hold."""
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for reading in context.readings:
        for telling in tellings(context, reading):
            for key in [telling.kind] if telling.kind else sorted(telling.nouns):
                blocks[key].append(telling)
    for _, block in sorted(blocks.items()):
        first = counted_from(context, block)
        for one, other in _pairs(context, block[:LARGEST_BLOCK]):
            grows = one.still_counted or other.still_counted
            made = None if grows and grew(context, first, one, other) else _matter(context, one, other)
            if made is not None:
                yield made


def _pairs(context: Context, block: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of which each is the likest to the other in its source, and that differ."""
    likeness = {(a, b): _likeness(context, block[a], block[b]) for a, b in combinations(range(len(block)), 2)}
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (a, b), score in sorted(likeness.items()):
        for here, there in ((a, b), (b, a)):
            place = here, block[there].reading.source
            if score > best.get(place, (0.0, 0))[0]:
                best[place] = score, there
    for (a, b), score in sorted(likeness.items()):
        one, other = block[a], block[b]
        if score < ENOUGH or not _differ(one, other):
            continue
        likest = best[a, other.reading.source][1] == b and best[b, one.reading.source][1] == a
        if likest and not _told_too(block, one, other) and not _told_too(block, other, one):
            yield one, other


def _told_too(block: Sequence[Telling], one: Telling, other: Telling) -> bool:
    """Whether the source of the one has the value of the other, too: then they are of two things."""
    own = (t for t in block if t.reading is one.reading and t is not one and t is not other)
    return any(overlap(t.quantity, other.quantity) and t.nouns & other.nouns for t in own)


def _differ(one: Telling, other: Telling) -> bool:
    """Whether two quantities differ, in two voices."""
    if one.reading is other.reading and not (one.said_by and other.said_by):
        return False  # A source that gives two numbers in its own voice gives them of two things.
    return not overlap(one.quantity, other.quantity) and heard_apart(
        (one.reading, one.said_by), (other.reading, other.said_by)
    )


def _likeness(context: Context, one: Telling, other: Telling) -> float:
    """How like two quantities are told; 0 for what cannot be of one thing."""
    shared = one.nouns & other.nouns
    if one.kind not in {"", _SHARE}:  # `The load was 17 tonnes`, `was loaded with 12 tonnes`.
        shared |= (one.nouns & other.stems) | (one.stems & other.nouns)
    acts = one.stems & other.stems or one.senses & other.senses
    if not (shared or (acts and one.kind != _SHARE)) or _are_two(context, one, other):
        return 0.0
    if one.kind == PENALTY:
        return ENOUGH  # Somebody is sentenced once in an affair, whatever else is told with it.
    around = context.weight(one.words & other.words)
    if one.stems and other.stems and not acts and (one.kind or around < _TOLD_WITH):
        return 0.0  # Something else is done with them.
    return around + 0.5 * context.weight(shared) + (0.5 if acts and not one.stems & other.stems else 0.0)


def _are_two(context: Context, one: Telling, other: Telling) -> bool:
    """Whether two quantities are of two things: far apart, of another time, place, affair or thing."""
    if one.sentence is other.sentence or one.to_come != other.to_come or not _is_near(one, other):
        return True
    if one.kind and one.things and other.things and not one.things & other.things:
        return True
    if not one.kind and _are_of_two(one, other):
        return True
    if not context.one_affair(one.reading.source, other.reading.source):
        return True
    if one.kind != PENALTY and elsewhere(one, other):
        return True
    return dated_apart((one.reading, one.sentence, one.verb), (other.reading, other.sentence, other.verb))


def _are_of_two(one: Telling, other: Telling) -> bool:
    """Whether two counts, of which no act is told, are in two things that different nouns name: `the museum had 340
    visitors`, `the theatre had 560 visitors`; two nouns for vehicles may name one."""
    if one.stems or other.stems or not one.owners or not other.owners:
        return False
    return not one.owners & other.owners and not one.owners | other.owners <= _vehicles()


@cache
def _vehicles() -> frozenset[str]:
    return frozenset(map(stem, lexis.word_list("vehicle_nouns")))


def _is_near(one: Telling, other: Telling) -> bool:
    """Whether two quantities do not differ by so much that they must be of two things."""
    least = [t.quantity.least or t.quantity.most or 0.0 for t in (one, other)]
    return 0 < max(least) <= MOST_TIMES * min(least)


def _around(telling: Telling) -> Span:
    span = without_dateline(telling.reading, telling.sentence, clause(telling.sentence, telling.verb).span)
    return span if span.contains(telling.quantity.span) else telling.quantity.span


def _matter(context: Context, one: Telling, other: Telling) -> Matter | None:
    pair = (one, other)
    sides = sided((shown(t.quantity), Answer(t.reading.source, t.sentence.passage, _around(t))) for t in pair)
    word = "For how long" if one.kind == "second" else "How much"
    plain = [_asked(t, word) for t in pair]
    question = Question(
        min(filter(None, plain), key=len, default=f"{word}?"), "quantity", MatterKind.CONFLICT,
        "quantities told alike", "nothing else that either source counts or measures is told so much alike", 0.5,
    )  # fmt: skip
    return matter(context, question, sides)


def _asked(telling: Telling, word: str) -> str | None:
    if telling.sentence.tokens[telling.verb].lemma == "be" and telling.quantity.noun is None:
        subjects = clause(telling.sentence, telling.verb).subjects
        one = len(subjects) == 1 and telling.sentence.tokens[subjects[0]].pos != "PRON"
        return f"How much was {noun(telling.reading, telling.sentence, subjects[0])}?" if one else None
    if telling.quantity.noun is not None:
        return how_many(telling.reading, telling.sentence, Span(telling.quantity.span.start, telling.quantity.noun.end))
    line = dateline(telling.reading, telling.sentence)
    subjects = clause(telling.sentence, telling.verb).subjects
    if line is not None and any(telling.sentence.tokens[i].start < line.end for i in subjects):
        return None
    return how_much(telling.reading, telling.sentence, telling.verb, word)
