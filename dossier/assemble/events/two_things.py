"""Whether two reports are of two things of one kind: a bridge and a school that are opened, a mill in each of two towns
that burns. Which of them is meant is told by the noun, or by the place that the noun stands at.
"""

from functools import cache

from dossier.assemble.clauses import Clause, children
from dossier.assemble.content import stem
from dossier.assemble.events.candidate import Candidate, Standing
from dossier.assemble.words import house_nouns, noun_groups

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


def what_did_it(clause: Clause) -> frozenset[str]:
    """The nouns for what happens that a clause tells to have done something: `storm`, in `the storm destroyed it`."""
    tokens = clause.sentence.tokens
    subjects = (tokens[i] for i in clause.subjects if not clause.passive and clause.objects)
    return frozenset(t.lemma.lower() for t in subjects if t.pos == "NOUN" and t.lemma.lower() in noun_groups())


def _did_two_things(a: Candidate, b: Candidate) -> bool:
    """Whether what did it differs, and no word stands for both, as `accident` does for a crash and a collision."""
    if not (a.doers and b.doers):
        return False
    mine, theirs = ({word for noun in c.doers for word in _near(noun)} for c in (a, b))
    return mine.isdisjoint(theirs)


@cache
def _near(noun: str) -> frozenset[str]:
    """A noun and those that stand in a group of synonyms, or of kinds, with it."""
    return frozenset(word for group in noun_groups()[noun] for word in _words_of_groups()[group])


@cache
def _words_of_groups() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for word, groups in noun_groups().items():
        for group in groups:
            found.setdefault(group, []).append(word)
    return found


def are_two_things(a: Candidate, b: Candidate) -> bool:
    """Whether both say which building it was done to, or where what it was done to stands, or what befell it, and it is
    not the same. Two places count only behind one preposition: what is at Dorn is in the county, too."""
    if _did_two_things(a, b):
        return True
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
