"""How much two reports look like reports of one event: shared words and names, the rarer the more, and the same act."""

from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.days import shared
from dossier.assemble.events.rarity import Rarity
from dossier.assemble.events.two_things import are_two_things
from dossier.model.entity import EntityKind

LIKENESS = 0.5
"""Least likeness of two reports of one event; of 0.4, 0.5 and 0.6 the value with no false join in the cases of
`tests/cases`."""
NEARLY_THE_SAME = 0.75
"""Least likeness where something speaks against one event: two sources date it to days side by side, as they do what
happened at night; or one source tells it twice."""
SAME_ACT = 0.25
"""What the same act, or one that a synonym names, adds to likeness."""
SAME_CORE = 0.1
"""What the same thing acted on, or the same one acting, adds to that."""
SAME_SPEAKER = 0.1
"""What the same speaker adds to the likeness of two sayings."""
SAME_ARTICLE = 0.1
"""What it adds to that where one source has both: they are mostly of one occasion."""
SAME_TIME = 0.2
"""What one time adds where somebody or something named, and words, are shared, too."""
CLOSE_DATE = 31
"""Days that a date may mean to count as that."""
FEWEST_SAID = 2
"""Words or names that two sayings must share beside who says them, if the lesser has so many and two sources have
them."""
FEWEST_WORDS = 6
"""Words or names that a saying and something done must share to be one."""
_TELLING_KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.VEHICLE)


def likeness(a: Candidate, b: Candidate, rarity: Rarity) -> float:
    """Share of the lesser report's weight that the other shares, more where both tell of the same act; 0 to 1.

    0 where no telling word is shared, and for an undated report of another act: nothing then speaks for one event.
    """
    if a.is_speech and b.is_speech:
        return _of_sayings(a, b, rarity)
    if a.is_speech or b.is_speech:
        return _in_the_same_words(a, b, rarity)
    deed = same_deed(a, b)
    undated = not (a.report.date and b.report.date)
    if (undated and not deed) or are_two_things(a, b):
        return 0.0
    both = a.features & b.features
    if not deed:
        both -= a.acts | b.acts
    if not (both if deed else both & a.content):
        return 0.0
    if undated and (not both - a.acts - b.acts or at_odds(a, b)):
        return 0.0
    told = rarity.of(both) + (weight_of_synonyms(a, b, rarity) if deed else 0.0)
    score = told / (min(rarity.total(a), rarity.total(b)) or 1.0)
    act = (SAME_ACT + (SAME_CORE if a.core & b.core else 0.0)) if deed else 0.0
    return min(1.0, score + act + (SAME_TIME if _are_of_one_time(a, b) else 0.0))


def _are_of_one_time(a: Candidate, b: Candidate) -> bool:
    """Whether both are dated closely to one time, name somebody or something both, and share words beside."""
    mine, theirs = a.days, b.days
    if mine[1] - mine[0] >= CLOSE_DATE or theirs[1] - theirs[0] >= CLOSE_DATE:
        return False
    first, last = shared(mine, theirs)
    return first <= last and not a.named.isdisjoint(b.named) and len(a.content & b.content) > 1


def weight_of_synonyms(a: Candidate, b: Candidate, rarity: Rarity) -> float:
    """What two verbs for one act on the same thing, or of the same one, tell together, as if they were one word."""
    if a.acts & b.acts & a.features & b.features or (a.core.isdisjoint(b.core) and a.named.isdisjoint(b.named)):
        return 0.0
    return min(max((rarity.of((act,)) for act in c.acts), default=0.0) for c in (a, b))


def _in_the_same_words(a: Candidate, b: Candidate, rarity: Rarity) -> float:
    """A saying and something done are one only in the same words: `released a statement: “…”`, `they said: “…”`.
    What somebody says happened is no saying."""
    both = a.features & b.features
    if len(both) < FEWEST_WORDS or (a.report.source == b.report.source and a.report.span.overlaps(b.report.span)):
        return 0.0
    share = rarity.of(both) / min(rarity.total(a), rarity.total(b))
    return share if share >= NEARLY_THE_SAME else 0.0


def _of_sayings(a: Candidate, b: Candidate, rarity: Rarity) -> float:
    """Sayings are one when the same speaker says the same, or speaks on the same day in one source."""
    speakers = a.speakers | b.speakers
    if not a.speakers & b.speakers:
        return 0.0
    if a.days[0] == a.days[1] and a.days == b.days and a.report.source == b.report.source:
        return 1.0
    mine, theirs = a.features - speakers, b.features - speakers
    both = mine & theirs
    in_one = a.report.source == b.report.source
    if len(both) < (1 if in_one else min(FEWEST_SAID, len(mine), len(theirs))) or not both & a.content:
        return 0.0
    share = rarity.of(both) / min(rarity.of(mine), rarity.of(theirs))
    return min(1.0, share + SAME_SPEAKER + (SAME_ARTICLE if in_one else 0.0))


def at_odds(a: Candidate, b: Candidate) -> bool:
    """Whether both name people, or organizations, or vehicles, and not one of them is the same; or tell of two things
    of one kind."""
    mine, theirs = a.by_kind, b.by_kind
    return are_two_things(a, b) or any(
        kind in theirs and mine[kind].isdisjoint(theirs[kind]) for kind in mine if kind in _TELLING_KINDS
    )


def same_deed(a: Candidate, b: Candidate) -> bool:
    """Whether both tell of one act on the same, or by the same on what each calls by a word of its own; where one
    leaves that open, it may be the same."""
    if not same_act(a, b):
        return False
    if not (a.core and b.core) or not a.core.isdisjoint(b.core):
        return True
    return not a.agents.isdisjoint(b.agents) and not (a.core & a.entities and b.core & b.entities)


def same_act(a: Candidate, b: Candidate) -> bool:
    """Whether both tell of one act, in words of one stem or in synonyms."""
    return not a.acts.isdisjoint(b.acts) or not a.senses.isdisjoint(b.senses)
