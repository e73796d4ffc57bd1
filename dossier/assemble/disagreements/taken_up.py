"""A number told right after another as what somebody else makes it: `400 walked out. The company puts the number at
310`; `2,100 jobs were lost. The firm says 900`."""

from collections.abc import Sequence
from dataclasses import replace

from dossier.assemble.clauses import children, predicate_above, subjects_of
from dossier.assemble.disagreements.amount import Amount
from dossier.model.annotation import Sentence
from dossier.model.quantity import Quantity

_GIVING = frozenset({"say", "put", "give", "claim", "count", "estimate", "make", "report", "state", "speak", "insist"})
"""Verbs with which somebody gives a number."""
_NUMBERS = frozenset({"number", "figure", "total", "toll", "count", "sum", "amount", "it", "that", "this"})
"""What the number is called where it is named again."""
_MOST_TIMES = 10
"""How many times the one may be the other: a number that is farther off is one of something else."""
_NO_RATIO = "kelvin"
"""The base of units that do not begin at nothing."""
_LATER = frozenset({"day", "night", "morning", "evening", "week", "month", "year", "hour", "later", "now", "then",
                    "soon", "already"})  # fmt: skip
"""Words of another time, at which the number may have become another."""
_BACK = 2
"""Sentences back to which a number can be taken up."""


def taken_up(sentence: Sentence, quantity: Quantity, at: int, told: Sequence[Amount]) -> Amount | None:
    """The amount that a bare number makes of the last thing `told` that it can be a number of; None where it takes
    nothing up."""
    if not _is_bare(quantity):
        return None
    for last in reversed(told[-_BACK - 1 :]):
        scaled = _in_units(quantity, last.quantity)
        if scaled is not None and _is_near(sentence, last) and _is_given(sentence, at, last):
            return replace(last, sentence=sentence, quantity=scaled, takes_up=True)
    return None


def _is_bare(quantity: Quantity) -> bool:
    return not (quantity.base or quantity.counted or quantity.partial)


def _is_near(sentence: Sentence, last: Amount) -> bool:
    """Whether the number stands in the same passage, in one of the next sentences, and no other day is told."""
    told = last.sentence
    if told.passage != sentence.passage or told is sentence:
        return False
    between = [
        s for s in last.reading.sentences_of(told.passage) if told.span.start < s.span.start <= sentence.span.start
    ]
    later = any(t.lemma.casefold() in _LATER for t in sentence.tokens)
    return len(between) <= _BACK and not later and not last.reading.dates_in(sentence.span)


def _is_given(sentence: Sentence, at: int, last: Amount) -> bool:
    """Whether somebody gives the number, and counts nothing anew."""
    tokens, below = sentence.tokens, children(sentence)
    verb = predicate_above(sentence, at)
    if verb is None:
        return tokens[0].lemma.casefold() == "or"  # `Or 75, if you believe the neighbours.`
    linked = tokens[at].dep == "pobj"
    top = tokens[at].head if linked else at
    if tokens[top].head != verb or (linked and tokens[top].lemma.casefold() != "at"):
        return False
    objects = {tokens[i].lemma.casefold() for i in below[verb] if tokens[i].dep == "dobj" and i != at}
    lemma = tokens[verb].lemma.casefold()
    if lemma == "be":  # `It was sixteen.`
        named = {tokens[i].lemma.casefold() for i in subjects_of(sentence, verb)}
        return tokens[at].dep == "attr" and bool(named) and named <= _NUMBERS
    return lemma in _GIVING and lemma != last.verb and objects <= _NUMBERS and bool(subjects_of(sentence, verb))


def _in_units(quantity: Quantity, like: Quantity) -> Quantity | None:
    """The number as one of the unit and noun of another; None where it is too far from it."""
    if quantity.low is None or not like.low or not quantity.low:
        return None
    if not 1 / _MOST_TIMES <= quantity.low / like.low <= _MOST_TIMES:
        return None
    if like.base and (like.least is None or like.most is None or like.base == _NO_RATIO):
        return None
    factor = ((like.least or 0.0) + (like.most or 0.0)) / 2 / like.low if like.base else 1.0
    return replace(
        quantity, unit=like.unit, base=like.base, per=like.per, noun=like.noun, counted=like.counted,
        least=None if quantity.least is None else quantity.least * factor,
        most=None if quantity.most is None else quantity.most * factor,
    )  # fmt: skip
