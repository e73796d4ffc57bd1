"""How somebody left an office or a post: of their own will to one voice, and made to leave to another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from dossier.assemble.content import stem
from dossier.assemble.disagreements.bearing import below_of, dated_apart
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.likeness import Likeness
from dossier.assemble.disagreements.phrases import phrase
from dossier.assemble.disagreements.propositions import Proposition
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.entity import EntityKind

WITHIN = timedelta(days=366)
"""Between two days on which somebody is told to have left one post; farther apart there may be two."""
_LEAVING = frozenset(map(stem, ("resign", "retire", "abdicate", "quit", "resignation", "retirement", "abdication")))
_ENDING = frozenset(map(stem, ("dismiss", "fire", "sack", "oust", "depose", "dismissal", "ousting")))
"""Not `discharge`, which hospitals, courts and juries do to those who hold no post with them."""
_ELSEWHERE = {"retire": frozenset({"to", "into"}), "fire": frozenset({"at", "on", "upon"})}
"""Prepositions with which a verb does not end a post."""
_LET = frozenset({"allow", "permit", "choose", "decide"})
"""Verbs above an infinitive that leave it to whoever goes; who is forced to resign is neither."""


@dataclass(frozen=True, slots=True)
class _Departure:
    told: Proposition
    person: str
    made: bool
    """Whether somebody else ended it."""
    left: frozenset[str]
    """What is left, as ids or stems; empty where that is not told."""


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
    """Whether one was made to go where the other went, in another voice, at no time far from it and not from
    elsewhere."""
    one, other = a.told, b.told
    # Whoever leaves twice within the year is told of differently, too.
    apart = dated_apart((one.reading, one.sentence, one.at), (other.reading, other.sentence, other.at), WITHIN)
    elsewhere = bool(a.left and b.left) and a.left.isdisjoint(b.left)
    return a.made != b.made and like.apart(one, other) and not apart and not elsewhere


def _departure(context: Context, one: Proposition) -> _Departure | None:
    made = bool(one.stems & _ENDING)
    if one.rejected or not (made or one.stems & _LEAVING) or _leaves_no_post(one):
        return None
    if one.intended and not _is_let(one):
        return None
    phrases = one.patients if made else one.agents or one.patients
    people = {i for p in phrases for i in p.entities if i in context.named}
    if len(people) != 1 or context.named[(person := people.pop())].kind is not EntityKind.PERSON:
        return None
    return _Departure(one, person, made, _left(one))


def _leaves_no_post(one: Proposition) -> bool:
    """`Retired to his room`, `was fired at`."""
    links = {one.sentence.tokens[i].lemma.casefold() for i in below_of(one.sentence, one.at, "prep")}
    return bool(links & _ELSEWHERE.get(one.sentence.tokens[one.at].lemma.casefold(), frozenset()))


def _left(one: Proposition) -> frozenset[str]:
    """What somebody leaves: the object of `quit`, and what stands after `from`."""
    sentence, quits = one.sentence, one.sentence.tokens[one.at].lemma.casefold() in {"quit", "resign"}
    links = [i for i in below_of(sentence, one.at, "prep") if sentence.tokens[i].lemma.casefold() == "from"]
    heads = [j for i in links for j in below_of(sentence, i, "pobj")]
    heads += below_of(sentence, one.at, "dobj") if quits else []
    phrases = [phrase(one.reading, sentence, head) for head in heads if sentence.tokens[head].pos != "PRON"]
    return frozenset[str]().union(*(p.entities | p.stems for p in phrases))


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
