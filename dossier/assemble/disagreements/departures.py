"""How somebody left an office or a post: of their own will to one voice, and made to leave to another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier.assemble.content import stem
from dossier.assemble.disagreements.bearing import dated_apart
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.likeness import Likeness
from dossier.assemble.disagreements.propositions import Proposition
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.entity import EntityKind

_LEAVING = frozenset(map(stem, ("resign", "retire", "abdicate", "quit", "resignation", "retirement", "abdication")))
_ENDING = frozenset(map(stem, ("dismiss", "fire", "sack", "oust", "depose", "discharge", "dismissal", "ousting")))
_LET = frozenset({"allow", "permit", "choose", "decide"})
"""Verbs above an infinitive that leave it to whoever goes; who is forced to resign is neither."""


@dataclass(frozen=True, slots=True)
class _Departure:
    told: Proposition
    person: str
    made: bool
    """Whether somebody else ended it."""


def departures(context: Context, told: Sequence[Proposition], like: Likeness) -> Iterator[Matter]:
    """One matter for each person who went to one voice and was made to go to another."""
    found: dict[str, list[_Departure]] = defaultdict(list)
    for one in told:
        departure = _departure(context, one)
        if departure is not None:
            found[departure.person].append(departure)
    for person, group in sorted(found.items()):
        if any(_differ(like, a, b) for a, b in combinations(group, 2)):
            made = _matter(context, person, group)
            if made is not None:
                yield made


def _differ(like: Likeness, a: _Departure, b: _Departure) -> bool:
    """Whether one was made to go where the other went, in another voice and not at another time."""
    one, other = a.told, b.told
    apart = dated_apart((one.reading, one.sentence, one.at), (other.reading, other.sentence, other.at))
    return a.made != b.made and like.apart(one, other) and not apart


def _departure(context: Context, one: Proposition) -> _Departure | None:
    made = bool(one.stems & _ENDING)
    if one.rejected or not (made or one.stems & _LEAVING) or (one.intended and not _is_let(one)):
        return None
    phrases = one.patients if made else one.agents or one.patients
    people = {i for p in phrases for i in p.entities if i in context.named}
    if len(people) != 1 or context.named[(person := people.pop())].kind is not EntityKind.PERSON:
        return None
    return _Departure(one, person, made)


def _is_let(one: Proposition) -> bool:
    """`Was allowed to resign`."""
    token = one.sentence.tokens[one.at]
    above = one.sentence.tokens[token.head]
    return token.dep == "xcomp" and above.lemma.casefold() in _LET and above.tag in {"VBD", "VBN"}


def _matter(context: Context, person: str, group: Sequence[_Departure]) -> Matter | None:
    question = Question(
        f"How did {context.named[person].name} leave?", "fate", MatterKind.CONFLICT, "how somebody left",
        "one voice says by choice, another that somebody else ended it", 0.6,
    )  # fmt: skip
    sides = [
        (value, [Answer(d.told.reading.source, d.told.sentence.passage, d.told.span) for d in group if d.made is made])
        for value, made in (("by choice", False), ("dismissed", True))
    ]
    return matter(context, question, sides, [person])
