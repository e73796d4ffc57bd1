"""When and where one thing took place, where different voices tell it differently: background as much as news, whether
or not the passages were joined into one event (`the line opened in 1911`, `was opened in 1913`)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import combinations

from dossier.assemble.content import acts_of_noun, stem
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.likeness import Likeness
from dossier.assemble.disagreements.propositions import Proposition, blocks
from dossier.assemble.disagreements.questions import asked_of, who_did
from dossier.assemble.disagreements.roles import DESCRIBED, are_two, doers_of
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.assemble.disagreements.vague import answering
from dossier.assemble.when import Interval, interval, meet
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.entity import EntityKind

LARGEST_BLOCK = 50
"""Propositions of one meaning that are compared with each other."""
MOST_DAYS = 31
"""Between two days on which one thing is told to have happened; farther apart it may as well have happened twice."""
MOST_DAYS_TO_BEGIN = 366
"""The same where both tell when it began."""
_BEGINNING = frozenset({"begin", "start", "commence", "open"})
MOST_YEARS = 10
"""Between two years, the same."""
_ON = frozenset({"in", "on", "at", "during", "of"})
_IN = frozenset({"in", "at", "near", "outside", "inside", "off"})
_ASIDE = frozenset({"relcl", "acl", "appos", "conj", "nsubj", "nsubjpass"})
_ORDER_WORDS = {"final": "last", "latest": "last", "early": "first", "earliest": "first"}
_ORDERS = frozenset({"first", "last", "only"})
_ONCE = frozenset(map(stem, ("bear", "found", "establish", "build", "christen", "baptize")))
"""What happens but once."""
_KNOWN = frozenset({"the", "this", "that", "these", "those"})


Values = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Slot:
    """What is asked of a thing: when, where or by whom."""

    word: str
    attribute: str
    of: Callable[[Proposition], Values]
    """What a proposition answers; nothing where it does not tell."""
    apart: Callable[[Proposition, Proposition, Values, Values], bool]
    """Whether what two propositions answer cannot both hold."""


def occasions(context: Context, told: Sequence[Proposition], like: Likeness) -> Iterator[Matter]:
    """One matter for each thing that is told of different times, places or doers."""
    # Plans change: what is to come on one day and came on another is no disagreement.
    found = [one for one in told if not one.rejected and not one.intended]
    people = _Slot("Who", "participant", partial(doers_of, context), partial(_people_apart, context))
    for slot in (
        _Slot("When", "date", days_of, _times_apart),
        _Slot("Where", "place", _places, partial(_places_apart, context)),
        people,
        _Slot("Who", "participant", partial(_organizations, context), _differ),
    ):
        held = {id(one): values for one in found if (values := slot.of(one))}
        telling = [one for one in found if id(one) in held and (_is_one(one) or _may_be_one(one))]
        for group in _groups(like, telling, held, slot):
            made = _matter(context, group, held, slot)
            if made is not None:
                yield made


def _groups(
    like: Likeness, telling: Sequence[Proposition], held: Mapping[int, Values], slot: _Slot
) -> Iterator[list[Proposition]]:
    """Propositions of one thing that answer differently; a voice that tells it twice tells of two things."""
    seen: set[tuple[int, int]] = set()
    for block in blocks(telling, LARGEST_BLOCK):
        for one, other in combinations(block, 2):
            if _pair(one, other) in seen or not slot.apart(one, other, held[id(one)], held[id(other)]):
                continue
            seen.add(_pair(one, other))
            if not (_is_one(one) or _is_one(other)) or not like.apart(one, other):
                continue
            if not like.same(one, other) or _are_two(one, other, slot):
                continue
            group = [p for p in block if p is one or p is other or (like.same(one, p) and like.same(other, p))]
            seen.update(_pair(a, b) for a, b in combinations(group, 2))
            if not _told_twice(group, held, slot):
                yield group


def _pair(a: Proposition, b: Proposition) -> tuple[int, int]:
    return min(id(a), id(b)), max(id(a), id(b))


def _are_two(one: Proposition, other: Proposition, slot: _Slot) -> bool:
    """Whether they differ in time, place or number besides, too: then they are two things."""
    numbers = _numbers(one), _numbers(other)
    if all(numbers) and not numbers[0] & numbers[1]:
        return True
    places, dates = (_places(one), _places(other)), (days_of(one), days_of(other))
    if slot.attribute != "place" and all(places) and not places[0] & places[1]:
        return True
    return slot.attribute != "date" and all(dates) and not any(meet(i, j) for i in dates[0] for j in dates[1])


def _numbers(one: Proposition) -> frozenset[str]:
    """The numbers of what it is done to: `won 30 percent`."""
    tokens = one.arguments.sentence.tokens
    heads = {i for i in one.arguments.undergoing if tokens[i].dep == "dobj"}
    return frozenset(t.lemma.casefold() for t in tokens if t.dep == "nummod" and t.head in heads)


def _told_twice(group: Sequence[Proposition], held: Mapping[int, Values], slot: _Slot) -> bool:
    return any(
        a.reading is b.reading and a.said_by == b.said_by and slot.apart(a, b, held[id(a)], held[id(b)])
        for a, b in combinations(group, 2)
    )


def _matter(context: Context, group: Sequence[Proposition], held: Mapping[int, Values], slot: _Slot) -> Matter | None:
    sides: dict[str, list[Answer]] = {}
    for one in group:
        found = sorted(held[id(one)])
        values = [context.named[v].name if v in context.named else v.removeprefix(DESCRIBED) for v in found]
        sides.setdefault(", ".join(values), []).append(Answer(one.reading.source, one.sentence.passage, one.span))
    if slot.attribute == "date":
        sides = {value: sides[value] for value in sides if value in answering(sides)}
    question = Question(
        _asked(group, slot.word), slot.attribute, MatterKind.CONFLICT, "time or place of one thing",
        "one thing, told of different times, places or doers", 0.6,
    )  # fmt: skip
    people = {i for one in group for p in (*one.agents, *one.patients) for i in p.entities}
    return matter(context, question, list(sides.items()), sorted(people))


def _asked(group: Sequence[Proposition], word: str) -> str:
    """The fullest plain question that a clause makes; else the words of the shortest."""
    verbs = [one for one in group if one.sentence.tokens[one.at].pos == "VERB"]
    ask = who_did if word == "Who" else partial(asked_of, word=word)
    asked = filter(None, (ask(one.reading, one.sentence, one.at) for one in verbs))
    first = min(group, key=lambda one: (len(one.span), one.reading.source, one.span))
    return max(asked, key=len, default=f"{word}: “{' '.join(first.span.of(first.reading.text).split())}”?")


def days_of(one: Proposition) -> frozenset[str]:
    """The times at which it is told to have happened, as EDTF; no beginnings, ends or bounds of a time."""
    found = set()
    for date in one.reading.dates_in(one.sentence.span):
        at = next((i for i, t in enumerate(one.sentence.tokens) if t.start <= date.span.start < t.end), None)
        if date.value and at is not None and interval(date.value) and _hangs_on(one, at, _ON):
            found.add(date.value)
    return frozenset(found)


def _organizations(context: Context, one: Proposition) -> frozenset[str]:
    """Ids of the organizations that are told to have done it to something."""
    done = one.arguments.acting and one.arguments.undergoing
    named = (i for p in one.agents for i in p.entities) if done else ()
    return frozenset(i for i in named if i in context.named and context.named[i].kind is EntityKind.ORGANIZATION)


def _places(one: Proposition) -> frozenset[str]:
    """Ids of the places in which it is told to have happened."""
    found = set()
    for named in one.reading.named_in(one.sentence.span):
        at = next((i for i, t in enumerate(one.sentence.tokens) if t.end == named.span.end), None)
        if named.kind is EntityKind.PLACE and at is not None and _hangs_on(one, at, _IN, nested=True):
            found.add(named.entity)
    return frozenset(found)


def _hangs_on(one: Proposition, at: int, links: frozenset[str], *, nested: bool = False) -> bool:
    """Whether a word hangs on the proposition's predicate by one of some prepositions, or by none; `nested` in a
    phrase that hangs on it: `at an office in Cork`."""
    tokens = one.sentence.tokens
    linked = False
    for _ in tokens:
        token = tokens[at]
        if at == one.at:
            return linked or not nested
        if token.dep == "prep":
            if token.lemma.casefold() not in links and not (linked and nested):
                return False
            linked = True
        direct = token.dep == "dobj" or (token.dep == "pobj" and linked)
        if token.pos in {"VERB", "AUX"} or token.dep in _ASIDE or (direct and not nested) or token.head == at:
            return False
        at = token.head
    return False


def _times_apart(one: Proposition, other: Proposition, a: Values, b: Values) -> bool:
    """Whether none of the days of the one can be one of the other, though they lie close or there is only one."""
    if any(meet(i, j) for i in a for j in b):
        return False
    pairs = [(x, y) for i in a for j in b if (x := interval(i)) and (y := interval(j))]
    if pairs and (_happens_once(one, other) or any(_bounded(one, other, x, y) for x, y in pairs)):
        return True
    gaps = [max(y[0] - x[1], x[0] - y[1]) for x, y in pairs]
    widths = [max(x[1] - x[0], y[1] - y[0]) for x, y in pairs]
    days = MOST_DAYS_TO_BEGIN if _begins(one) and _begins(other) else MOST_DAYS
    most = [timedelta(days=days) if w < timedelta(days=300) else timedelta(days=366 * MOST_YEARS) for w in widths]
    return bool(gaps) and min(gaps) <= max(most)


def _begins(one: Proposition) -> bool:
    """Whether it tells when something began, which it did but once."""
    return one.is_noun and one.sentence.tokens[one.at].lemma.casefold() in _BEGINNING


def _happens_once(one: Proposition, other: Proposition) -> bool:
    """Whether it is what happens to a thing but once, or the one time it is told to have happened."""
    return bool(one.stems & other.stems & _ONCE) or "only" in _order(one) | _order(other)


def _bounded(one: Proposition, other: Proposition, a: Interval, b: Interval) -> bool:
    """Whether the one is told to be the last or the first, and the other lies after or before it."""
    orders = ((_order(one), a, b), (_order(other), b, a))
    return any(("last" in o and x[1] < y[0]) or ("first" in o and y[1] < x[0]) for o, x, y in orders)


def _order(one: Proposition) -> frozenset[str]:
    """`last`, `first` or `only`, where they stand with the predicate or with the noun of doing that is its subject."""
    tokens = one.sentence.tokens
    nouns = {i for i, t in enumerate(tokens) if t.head == one.at and t.dep in {"nsubj", "nsubjpass"}}
    doing = {i for i in nouns if acts_of_noun(tokens[i].lemma.casefold()) & one.stems}
    beside = (t.lemma.casefold() for t in tokens if t.head in doing | {one.at} and t.dep in {"amod", "advmod"})
    told = {tokens[i].lemma.casefold() for i in nouns}  # `The earliest of the deaths`.
    return frozenset(_ORDER_WORDS.get(word, word) for word in told.union(beside)) & _ORDERS


def _places_apart(context: Context, _one: Proposition, _other: Proposition, a: Values, b: Values) -> bool:
    """Whether the one has no place of the other, nor one whose name says that it lies in it: `Larnos harbour`."""
    words = [frozenset(context.named[i].name.casefold().split()) for i in sorted(a) if i in context.named]
    others = [frozenset(context.named[i].name.casefold().split()) for i in sorted(b) if i in context.named]
    return not a & b and not any(x <= y or y <= x for x in words for y in others)


def _people_apart(context: Context, _one: Proposition, _other: Proposition, a: Values, b: Values) -> bool:
    """Whether it cannot have been the same person."""
    return are_two(context, a, b)


def _differ(_one: Proposition, _other: Proposition, a: Values, b: Values) -> bool:
    """Whether the one has nothing of the other."""
    return not a & b


def _may_be_one(one: Proposition) -> bool:
    """Whether somebody named does it, or it begins, so that `an inquiry` may be `its inquiry` and `talks` the talks."""
    return any(phrase.entities for phrase in one.agents) or _begins(one)


def _is_one(one: Proposition) -> bool:
    """Whether it happens to something of which a reader knows which: a name, a pronoun, `the gate`, `his brother`."""
    tokens = one.sentence.tokens
    for phrase in one.things:
        inside = [t for t in tokens if phrase.span.start <= t.start < phrase.span.end]
        known = any(t.lemma.casefold() in _KNOWN or t.dep == "poss" for t in inside)
        if phrase.entities or phrase.pronoun or known:
            return True
    return False
