"""Whether two reports are of two things of one kind: a bridge and a school that are opened, a mill in each of two towns
that burns. Which of them is meant is told by the noun, or by the place that the noun stands at.
"""

from functools import cache

from dossier.assemble.clauses import Clause, children
from dossier.assemble.content import stem
from dossier.assemble.events.candidate import Candidate, Standing
from dossier.assemble.words import house_nouns

_WHERE = frozenset({"at", "in", "near"})
_ANY_HOUSE = frozenset(
    {"building", "edifice", "facility", "factory", "headquarters", "house", "office", "plant", "structure", "works"}
)
"""The most general English nouns for buildings: the mill is `the plant`, or `the building`, to the next source."""


def where_it_stands(clause: Clause) -> frozenset[Standing]:
    """By which names of places a clause tells which thing is acted on, or else acts: Dorn, in `the mill at Dorn
    burned`. Where something was done is not that: about a meeting's place sources may differ."""
    tokens, below = clause.sentence.tokens, children(clause.sentence)
    nouns = (i for i in clause.objects or clause.subjects if tokens[i].pos == "NOUN")
    behind = (i for noun in nouns for i in below[noun] if tokens[i].lemma.lower() in _WHERE)
    return frozenset(
        (tokens[at].lemma.lower(), stem(tokens[i].lemma))
        for at in behind
        for i in below[at]
        if tokens[i].dep == "pobj" and tokens[i].pos == "PROPN"
    )


def are_two_things(a: Candidate, b: Candidate) -> bool:
    """Whether both say which building it was done to, or where what it was done to stands, and it is not the same. Two
    places count only behind one preposition: what is at Dorn is in the county, too."""
    if a.core.isdisjoint(b.core):
        return bool(_building(a) and _building(b))
    alike = {at for at, _ in a.standing} & {at for at, _ in b.standing}
    return bool(alike) and a.standing.isdisjoint(b.standing)


def _building(candidate: Candidate) -> frozenset[str]:
    """The stems of the buildings that it was done to; the noun of a verb of two words is none: `gave way`."""
    spent = {act.rpartition(" ")[2] for act in candidate.acts if " " in act}
    return (candidate.core & _houses()) - spent


@cache
def _houses() -> frozenset[str]:
    return frozenset(map(stem, house_nouns() - _ANY_HOUSE))
