"""What became of a person: dead to one, alive to another; dead on other days or of other causes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier.assemble.clauses import children
from dossier.assemble.content import stem
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.likeness import Likeness
from dossier.assemble.disagreements.occasions import days_of
from dossier.assemble.disagreements.propositions import Proposition
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.assemble.when import interval
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.entity import EntityKind

_DYING = frozenset(map(stem, ("die", "kill", "murder", "assassinate", "execute", "perish", "dead", "death", "slay")))
_MANNERS = frozenset(map(stem, (
    "shoot", "hang", "drown", "behead", "stab", "poison", "strangle", "electrocute", "burn", "suffocate",
)))  # fmt: skip
"""Ways of dying that exclude one another."""
_LIVING = frozenset(map(stem, ("survive", "escape", "flee", "recover", "alive")))


@dataclass(frozen=True, slots=True)
class _Fate:
    told: Proposition
    person: str
    dead: bool
    manner: str


def fates(context: Context, told: Sequence[Proposition], like: Likeness) -> Iterator[Matter]:
    """One matter for each person of whom different voices tell different ends."""
    found: dict[str, list[_Fate]] = defaultdict(list)
    for one in told:
        fate = _fate(context, one)
        if fate is not None:
            found[fate.person].append(fate)
    for person, group in sorted(found.items()):
        made = _matter(context, like, person, group)
        if made is not None:
            yield made


def _fate(context: Context, one: Proposition) -> _Fate | None:
    ends = _DYING | _MANNERS | _LIVING
    if one.rejected or one.intended or not one.stems & ends or len(one.things) != 1:
        return None
    people = [i for i in one.things[0].entities if i in context.named and context.named[i].kind is EntityKind.PERSON]
    manner = next(iter(sorted(one.stems & _MANNERS)), "")
    dead = bool(one.stems & _DYING) or bool(manner and one.patients)
    if len(people) != 1 or not (dead or one.stems & _LIVING):
        return None
    # Whose end it is matters too much to follow a pronoun far back.
    if one.things[0].pronoun and people[0] not in _named_near(one):
        return None
    return _Fate(one, people[0], dead, manner or _cause(one))


def _named_near(one: Proposition) -> frozenset[str]:
    """Ids of whom the sentence and the one before it name."""
    beside = one.reading.sentences_of(one.sentence.passage)
    near = [s for s in beside if s.span.start <= one.sentence.span.start][-2:]
    return frozenset(n.entity for s in near for n in one.reading.named_in(s.span))


def _before(context: Context, a: _Fate, b: _Fate) -> bool:
    """Whether one death is told of a day before the other's, or in a source that is older than the other's day."""
    days, others = ([i for day in days_of(f.told) if (i := interval(day))] for f in (a, b))
    if not others:
        return False
    first = min(day[0] for day in others)
    if days:
        return max(day[1] for day in days) < first
    published = context.published(a.told.reading.source)[1]
    return published is not None and published[:10] < first.isoformat()[:10]


def _cause(one: Proposition) -> str:
    """Stem of what somebody died of."""
    tokens, below = one.sentence.tokens, children(one.sentence)
    of = (j for i in below[one.at] if tokens[i].lemma in {"of", "from"} for j in below[i] if tokens[j].dep == "pobj")
    return next((stem(tokens[i].lemma) for i in of), "")


def _matter(context: Context, like: Likeness, person: str, group: Sequence[_Fate]) -> Matter | None:
    name = context.named[person].name
    apart = [(a, b) for a, b in combinations(group, 2) if like.opposed_apart(a.told, b.told)]
    dead = [(a, b) for a, b in apart if a.dead and b.dead]
    dying = {(f.told.reading.source, f.told.said_by) for f in group if f.dead}
    if any(a.dead != b.dead and not _own(a if b.dead else b) & dying for a, b in apart):
        sides = [("dead", [f for f in group if f.dead]), ("alive", [f for f in group if not f.dead])]
        asked = f"Did {name} die?"
    elif any(_before(context, a, b) or _before(context, b, a) for a, b in dead):
        days = sorted({" ".join(sorted(days_of(f.told))) for f in group if f.dead})
        sides = [(day or "before", [f for f in group if f.dead and " ".join(sorted(days_of(f.told))) == day])
                 for day in days]  # fmt: skip
        asked = f"When did {name} die?"
    elif any(a.manner and b.manner and a.manner != b.manner for a, b in dead):
        ways = sorted({f.manner for f in group if f.dead and f.manner})
        sides = [(way, [f for f in group if f.dead and f.manner == way]) for way in ways]
        asked = f"How did {name} die?"
    else:
        return None
    question = Question(asked, "fate", MatterKind.CONFLICT, "what became of one person", "both cannot be so", 0.8)
    return matter(context, question, [(value, [_answer(f) for f in fates]) for value, fates in sides], [person])


def _own(fate: _Fate) -> set[tuple[str, frozenset[str]]]:
    return {(fate.told.reading.source, fate.told.said_by)}


def _answer(fate: _Fate) -> Answer:
    return Answer(fate.told.reading.source, fate.told.sentence.passage, fate.told.span)
