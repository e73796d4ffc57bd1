"""Where somebody says not to have been, or not to have met anybody, and where others place that person."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import clause, predicate_above
from dossier.assemble.denotes import denoted
from dossier.assemble.disagreements.assertion import is_denied, is_narrated, is_open, negation
from dossier.assemble.disagreements.bearing import dated_apart, heard_apart, predicates, voice
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.sides import NO, YES, Answer, Question, matter
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.entity import EntityKind
from dossier.model.span import Span

_BEING = frozenset({"be", "go", "travel", "visit", "meet", "see", "stay", "come", "fly", "drive", "arrive", "enter",
                    "attend", "set"})  # fmt: skip
"""Verbs that place their subject."""
_LOCATING = frozenset({"in", "at", "to", "near", "from", "outside", "inside", "into", "of", "through"})


@dataclass(frozen=True, slots=True)
class _Placed:
    reading: Reading
    sentence: Sentence
    span: Span
    people: frozenset[str]
    places: frozenset[str]
    said_by: frozenset[str]


def whereabouts(context: Context) -> Iterator[Matter]:
    """One matter for each person and place where one voice has the person there and another not."""
    absent = [found for reading in context.readings for s in context.story(reading) for found in _not_there(context,
              reading, s)]  # fmt: skip
    wanted = {(person, place) for a in absent for person in a.people for place in a.places}
    if not wanted:
        return
    there = [found for reading in context.readings for s in context.story(reading) for found in _there(context,
             reading, s)]  # fmt: skip
    for person, place in sorted(wanted):
        denied = [a for a in absent if person in a.people and place in a.places]
        told = [t for t in there if person in t.people and place in t.places]
        told = [t for t in told if any(_fits(context, t, a) for a in denied)]
        yield from _matter(context, person, place, told, denied)


def _not_there(context: Context, reading: Reading, sentence: Sentence) -> Iterator[_Placed]:
    """`I did not meet her in Luxembourg`; `he was never at the works`."""
    for verb in predicates(sentence):
        lemma = sentence.tokens[verb].lemma.casefold()
        if lemma not in _BEING or negation(sentence, verb) is None or is_open(sentence, verb):
            continue
        whole = clause(sentence, verb)
        said = voice(context, reading, sentence, verb)
        people = frozenset(denoted(reading, sentence, whole.subjects).entities)
        if not people and any(sentence.tokens[i].lemma.casefold() in {"i", "we"} for i in whole.subjects):
            people = said
        places = _places(reading, sentence, verb)
        if people and places and is_narrated(sentence, verb):
            yield _Placed(reading, sentence, whole.span, people, places, said)


def _there(context: Context, reading: Reading, sentence: Sentence) -> Iterator[_Placed]:
    """Clauses that tell something of a person and, after a preposition of place, of a place."""
    for verb in predicates(sentence):
        if negation(sentence, verb) is not None or is_open(sentence, verb) or is_denied(sentence, verb):
            continue
        if not is_narrated(sentence, verb) or sentence.tokens[verb].dep in {"relcl", "acl"}:
            continue
        whole = clause(sentence, verb)
        people = _pronouns(reading, sentence, whole.subjects) | {
            n.entity
            for n in reading.named_in(whole.span)
            if n.kind is EntityKind.PERSON and _stands_with(sentence, n.span, verb)
        }
        places = _places(reading, sentence, verb)
        if people and places:
            yield _Placed(reading, sentence, whole.span, people, places, voice(context, reading, sentence, verb))


def _pronouns(reading: Reading, sentence: Sentence, heads: tuple[int, ...]) -> frozenset[str]:
    return frozenset(denoted(reading, sentence, heads).entities)


def _stands_with(sentence: Sentence, name: Span, verb: int) -> bool:
    """Whether a name is of the clause of a predicate, and of none below it."""
    inside = (i for i, t in enumerate(sentence.tokens) if name.start <= t.start < name.end)
    return any(predicate_above(sentence, i) == verb for i in inside)


def _places(reading: Reading, sentence: Sentence, verb: int) -> frozenset[str]:
    """Ids of the places of a clause after a preposition of place, not before a noun (`a Luxembourg firm`)."""
    tokens = sentence.tokens
    found = set()
    for named in reading.named_in(clause(sentence, verb).span):
        if not _stands_with(sentence, named.span, verb):
            continue
        inside = [t for t in tokens if named.span.start <= t.start < named.span.end]
        if named.kind is EntityKind.PLACE and any(
            t.dep == "pobj" and tokens[t.head].lemma.casefold() in _LOCATING for t in inside
        ):
            found.add(named.entity)
    return frozenset(found)


def _fits(context: Context, told: _Placed, denied: _Placed) -> bool:
    if not context.one_affair(told.reading.source, denied.reading.source):
        return False
    if not heard_apart((told.reading, told.said_by), (denied.reading, denied.said_by)):
        return False
    return not dated_apart((told.reading, told.sentence), (denied.reading, denied.sentence))


def _matter(context: Context, person: str, place: str, told: list[_Placed], denied: list[_Placed]) -> Iterator[Matter]:
    if not told or person not in context.named or place not in context.named:
        return
    name, where = context.named[person].name, context.named[place].name
    question = Question(
        f"Was {name} in {where}?", "denial", MatterKind.CONFLICT, "there and not there",
        "one places somebody where another says that he or she was not", 0.6,
    )  # fmt: skip
    sides = [
        (YES, [Answer(t.reading.source, t.sentence.passage, t.span) for t in told]),
        (NO, [Answer(d.reading.source, d.sentence.passage, d.span) for d in denied]),
    ]
    made = matter(context, question, sides, [person, place])
    if made is not None:
        yield made
