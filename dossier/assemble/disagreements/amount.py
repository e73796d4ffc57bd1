"""A quantity of something, and whether two of them can be of one thing.

People killed are compared with people killed, the width of a hole with the width of that hole: a number says nothing
without what it counts, and most numbers that differ count different things.
"""

from dataclasses import dataclass
from datetime import timedelta

from dossier.assemble.content import acts_named
from dossier.assemble.disagreements.bearing import dated_apart
from dossier.assemble.disagreements.context import Context
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.quantity import Quantity

COUNTED_FOR = timedelta(days=31)
"""How long what became of people is counted anew."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity of something."""

    reading: Reading
    sentence: Sentence
    quantity: Quantity
    frame: str
    """What it is a quantity of, the same for whatever may be compared: `killed people`, `meter hole wide`."""
    noun: str
    """Stem of what is counted or measured."""
    toll: str
    """`killed`, `hurt`, … for what became of people; else empty."""
    words: frozenset[str]
    """What else the sentence can be recognised by."""
    whose: frozenset[str] = frozenset()
    """Stems of whose people they are, where they are told to be somebody's: `the fleet` that lost 40 men."""
    verb: str = ""
    """Lemma of what is done with it, where that says more than how much it is."""
    told_as: str = ""
    """Stem of what it is told to be: the `majority` of 17 votes."""
    takes_up: bool = False
    """Whether it is another number for what was counted right before: `the union says 40`."""


def tied(context: Context, a: Amount, b: Amount) -> bool:
    """Whether two quantities of one frame can be of one thing: in one affair, not dated apart, and not of things or
    places with different names."""
    if not context.one_affair(a.reading.source, b.reading.source) or not _one_deed(a, b):
        return False
    # Reports date the count of what became of people.
    slack = COUNTED_FOR if a.toll else timedelta()
    if dated_apart((a.reading, a.sentence), (b.reading, b.sentence), slack):
        return False
    if a.whose and b.whose and not a.whose & b.whose:
        return False
    one, two = ({w for w in x.words if w in context.named} for x in (a, b))
    if one and two and not one & two and not a.toll:
        return False
    events = [context.event_at(x.reading.source, x.quantity.span) for x in (a, b)]
    if events[0] is not None and events[0] is events[1]:
        return True
    # Counts of things are common; what became of people, and what is measured, is told once in an affair.
    return bool(a.words & b.words) or bool(a.toll) or bool(a.quantity.base)


def _one_deed(a: Amount, b: Amount) -> bool:
    """Whether both are told to be the same, or the same is done with both."""
    if a.told_as and b.told_as:
        return a.told_as == b.told_as
    if a.verb == b.verb:
        return True
    if not a.verb or not b.verb:
        return False
    one, two = (acts_named(frozenset(), frozenset({x.verb})) for x in (a, b))
    return bool(one.stems & two.stems or one.senses & two.senses)
