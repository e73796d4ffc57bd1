"""How many and how much, where the sources differ, and where they say the same in other units."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from math import inf
from typing import Protocol

from dossier.assemble.content import stem
from dossier.assemble.disagreements.amount import COUNTED_FOR, Amount, tied
from dossier.assemble.disagreements.amounts import amounts
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.gathering import gathered
from dossier.assemble.disagreements.questions import noun
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.assemble.reading import Reading
from dossier.assemble.when import interval
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.quantity import Quantity

LARGEST_BLOCK = 300
"""Quantities of one frame that are compared with each other."""
_ASKED = {
    "killed": "How many were killed?", "hurt": "How many were hurt?", "ill": "How many fell ill?",
    "in hospital": "How many were in hospital?", "missing": "How many are missing?",
    "survivors": "How many survived?", "aboard": "How many were aboard?", "arrested": "How many were arrested?",
    "evacuated": "How many had to leave their homes?", "taking part": "How many took part?",
}  # fmt: skip


class Stated(Protocol):
    """A quantity that a source states."""

    @property
    def reading(self) -> Reading:
        """The source."""
        ...

    @property
    def quantity(self) -> Quantity:
        """What it states."""
        ...


_PERCENT = "percent"
_GROWING = frozenset({"killed", "hurt", "ill", "in hospital", "missing", "arrested", "evacuated"})
"""What is counted anew as time goes on."""


def quantities(context: Context) -> Iterator[Matter]:
    """Matters of number and measure."""
    blocks: dict[str, list[Amount]] = defaultdict(list)
    for reading in context.readings:
        for amount in amounts(context, reading):
            blocks[amount.frame].append(amount)
    for _, block in sorted(blocks.items()):
        first = counted_from(context, block)
        for group in _groups(context, block[:LARGEST_BLOCK]):
            made = _matter(context, group, first)
            if made is not None:
                yield made


def _groups(context: Context, block: Sequence[Amount]) -> Iterator[list[Amount]]:
    """Quantities of one thing; each fits every other of its group."""
    return (group for group in gathered(block, partial(tied, context)) if len(group) > 1)


def _matter(context: Context, group: Sequence[Amount], first: str) -> Matter | None:
    """The matter that a group makes; `first` is the day from which on it was counted."""
    sides: dict[str, list[Amount]] = {}
    for amount in group:
        sides.setdefault(shown(amount.quantity), []).append(amount)
    if len(sides) < 2 or not _independent(context, group):
        return None
    pairs = [(a, b) for i, a in enumerate(group) for b in group[i + 1 :] if not overlap(a.quantity, b.quantity)]
    if not pairs:
        kind = MatterKind.AGREEMENT if all(_is_closed(a.quantity) for a in group) else MatterKind.GRANULARITY
    elif group[0].toll in _GROWING and all(grew(context, first, a, b) for a, b in pairs):
        kind = MatterKind.REVISION
    else:
        kind = MatterKind.CONFLICT
    if kind is MatterKind.CONFLICT:  # `At least 13` is at odds neither with 16 nor with 19.
        at_odds = {id(amount) for pair in pairs for amount in pair}
        sides = {value: found for value, told in sides.items() if (found := [a for a in told if id(a) in at_odds])}
    words, basis = _asked(group[0]), _basis(kind, group)
    question = Question(words, "quantity", kind, "quantities of one thing", basis, _weight(kind))
    answers = [(value, [_answer(a) for a in found]) for value, found in sides.items()]
    return matter(context, question, answers)


def _independent(context: Context, group: Sequence[Amount]) -> bool:
    """Whether more than one source, or more than one speaker in one source, gives a number."""
    many = len({a.reading.source for a in group}) > 1
    return many or any(a.takes_up for a in group) or _attributed(context, group)


def _attributed(context: Context, group: Sequence[Amount]) -> bool:
    said = [context.statement_at(a.reading.source, a.quantity.span) for a in group]
    return all(s is not None and s.speaker_span for s in said) and len({s.speakers for s in said if s}) > 1


def overlap(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities can be the same, at the precision each is stated with."""
    return _low(a) <= _high(b) and _low(b) <= _high(a)


def _low(quantity: Quantity) -> float:
    return -inf if quantity.least is None else quantity.least


def _high(quantity: Quantity) -> float:
    return inf if quantity.most is None else quantity.most


def _is_closed(quantity: Quantity) -> bool:
    return quantity.least is not None and quantity.most is not None


def counted_from(context: Context, block: Iterable[Stated]) -> str:
    """The first day on which one of some quantities can have been published; empty where none is dated."""
    days = (context.published(one.reading.source)[0] for one in block)
    return min((day for day in days if day is not None and interval(day)), default="")


def grew(context: Context, first: str, a: Stated, b: Stated) -> bool:
    """Whether the later of two sources has the higher count, and the other was written in the first weeks: bodies are
    found, the injured die."""
    less, more = (a, b) if _high(a.quantity) < _low(b.quantity) else (b, a)
    before, after = context.published(less.reading.source), context.published(more.reading.source)
    if before[1] is None or after[0] is None or before[1] >= after[0]:
        return False
    counted, since = interval(before[1]), interval(first)
    return counted is not None and since is not None and counted[0].date() - since[0].date() <= COUNTED_FOR


def _answer(amount: Amount) -> Answer:
    return Answer(amount.reading.source, amount.quantity.passage, amount.quantity.span)


def _asked(amount: Amount) -> str:
    quantity = amount.quantity
    if amount.toll:
        return _ASKED[amount.toll]
    if not quantity.base:
        counted = quantity.noun.of(amount.reading.text) if quantity.noun else amount.noun
        return f"How many {counted}?"
    measured = next((t for t in amount.sentence.tokens if stem(t.lemma) == amount.noun), None)
    if measured is None:
        return f"How much: {amount.noun}?"
    thing = noun(amount.reading, amount.sentence, amount.sentence.tokens.index(measured))
    bare = thing == amount.reading.text[measured.start : measured.end].casefold()
    if bare and measured.dep == "pobj":
        return f"How much {thing}?"  # `18 tonnes of cement`
    the = f"the {thing}" if bare else thing
    if quantity.base == _PERCENT:
        return f"What percentage: {the}?"
    return f"How much {'are' if measured.tag == 'NNS' else 'is'} {the}?"


def _basis(kind: MatterKind, group: Sequence[Amount]) -> str:
    base = group[0].quantity.base
    compared = f"compared in {base}, each as exact as it is stated" if base else "counts of the same"
    if kind is MatterKind.REVISION:
        return "the later source has the higher count"
    return compared


def _weight(kind: MatterKind) -> float:
    return {MatterKind.CONFLICT: 0.8, MatterKind.REVISION: 0.3}.get(kind, 0.2)


def shown(quantity: Quantity) -> str:
    """A quantity in figures with its unit: `at least 14`, `about 200`, `2 millimeter`, `3–5`."""
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        words = f"at least {_figure(low)}" if low is not None else f"at most {_figure(high)}"
    else:
        words = _figure(low) if low == high else f"{_figure(low)}–{_figure(high)}"
    if quantity.approximate and low is not None and high is not None:
        words = f"about {words}"
    unit = quantity.unit.replace("_", " ").replace(" ** 2", "²").replace(" ** 3", "³")
    return " ".join(filter(None, (words, unit, f"a {quantity.per}" if quantity.per else "")))


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
