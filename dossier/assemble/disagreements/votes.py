"""How a body voted: unanimously to one source, by so many votes to so many, or with somebody against it, to
another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from dossier.assemble.clauses import children, clause, predicate_above, subjects_of, subtree
from dossier.assemble.content import stem
from dossier.assemble.disagreements.assertion import is_open, negation
from dossier.assemble.disagreements.bearing import dated_apart, heard_apart, voice
from dossier.assemble.disagreements.context import Context, features
from dossier.assemble.disagreements.datelines import without_dateline
from dossier.assemble.disagreements.gathering import gathered
from dossier.assemble.disagreements.polarity import is_to_come
from dossier.assemble.disagreements.sides import Answer, Question, matter, sided
from dossier.assemble.numerals import WORDS, whole
from dossier.assemble.reading import Reading
from dossier.assemble.words import group_nouns
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.span import Span

_NUMBER = rf"(?:\d{{1,4}}|{WORDS})"
_COUNTED = re.compile(
    rf"\b(?P<ayes>{_NUMBER})(?:\s+votes?)?\s*(?:-|–|\bto\b)\s*(?P<noes>{_NUMBER})\b(?:\s+votes?\b)?", re.IGNORECASE
)
_UNANIMOUS = re.compile(r"\bunanim(?:ous|ously|ity)\b|\bwithout (?:dissent|a dissenting)\b", re.IGNORECASE)
_DIVIDED = re.compile(
    r"\bby a (?:narrow |large |small |clear |bare |simple |two-thirds )?majority\b"
    r"|\bvot(?:ed|ing) against\b|\bdissent(?:ed|ing)\b|\bsplit (?:vote|decision|verdict)\b",
    re.IGNORECASE,
)
_VOTING = re.compile(r"\b(?:vote[sd]?|voting|ballots?|verdict|majority|jury|jurors|dissent(?:ed|ing))\b", re.IGNORECASE)
_OF_VOTES = frozenset({"vote", "ballot", "verdict", "majority", "decision", "split", "divide"})
"""Lemmas of words that two numbers hang on where they are those for and against."""
_ON = frozenset({"on", "for", "against", "in"})
"""Prepositions before what is voted on: `voted against the bid`, `in favour of the bid`."""
LARGEST_BLOCK = 200
"""Votes of one case that are compared with each other."""
UNANIMOUS, DIVIDED = "unanimous", "not unanimous"
ENOUGH = 1.0
"""Weight of the words that two votes must be told with in common, as a part of what makes a chance unlikely."""


@dataclass(frozen=True, slots=True)
class _Vote:
    reading: Reading
    sentence: Sentence
    verb: int
    span: Span
    value: str
    words: frozenset[str]
    bodies: frozenset[str]
    """Stems of the nouns for people together that stand with it: the `board`."""
    said_by: frozenset[str]
    on: frozenset[str]
    """Stems of the nouns for what is voted on, of a person the charge: the `fraud` in `voted to convict him of`."""


def votes(context: Context) -> Iterator[Matter]:
    """One matter for each vote of which different outcomes are told."""
    found = [
        vote for reading in context.readings for s in context.story(reading) for vote in _told(context, reading, s)
    ]
    for group in gathered(found[:LARGEST_BLOCK], lambda a, b: _of_one(context, a, b)):
        if any(_differ(a, b) for a, b in combinations(group, 2)) and not _told_twice(group):
            made = _matter(context, group)
            if made is not None:
                yield made


def _told(context: Context, reading: Reading, sentence: Sentence) -> Iterator[_Vote]:
    text = sentence.span.of(reading.text)
    if _VOTING.search(text) is None and _UNANIMOUS.search(text) is None:
        return
    for match, value in _outcomes(text):
        at = next((i for i, t in enumerate(sentence.tokens) if t.end > sentence.span.start + match.start()), None)
        verb = None if at is None else predicate_above(sentence, at)
        if (
            at is None
            or verb is None
            or not (value in {UNANIMOUS, DIVIDED} or _is_of_votes(sentence, at, verb, match.group()))
            or negation(sentence, verb) is not None
            or is_open(sentence, verb)
            or is_to_come(sentence, verb)
        ):
            continue
        nouns = (t.lemma.casefold() for t in sentence.tokens if t.pos == "NOUN")
        bodies = frozenset(stem(noun) for noun in nouns if noun in group_nouns() and noun != "vote")
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        told = clause(sentence, verb).span
        shown = without_dateline(reading, sentence, told if told.contains(span) else span)
        yield _Vote(
            reading, sentence, verb, shown, value, features(reading, sentence), bodies,
            voice(context, reading, sentence, verb), _voted_on(sentence, verb),
        )  # fmt: skip
        return


def _outcomes(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The outcome of a vote that a sentence tells, the most exact first."""
    if (match := _UNANIMOUS.search(text)) is not None:
        yield match, UNANIMOUS
    for match in _COUNTED.finditer(text):
        if counted := _counted(match):
            yield match, counted
    if (match := _DIVIDED.search(text)) is not None:
        yield match, DIVIDED


def _counted(match: re.Match[str]) -> str:
    """`6–2`; empty for what is no count of votes for and against."""
    sides = [whole(match["ayes"]), whole(match["noes"])]
    counts = [side for side in sides if side is not None]
    return "–".join(map(str, sorted(counts, reverse=True))) if len(counts) == 2 and any(counts) else ""


def _is_of_votes(sentence: Sentence, at: int, verb: int, words: str) -> bool:
    """Whether two numbers are of votes, not of goals or hours: they say so, hang on a word of voting, are told of a
    vote, or are what a body decided by."""
    tokens, below = sentence.tokens, children(sentence)
    if "vote" in words.casefold():
        return True
    path = {at}
    while at != verb:
        at = tokens[at].head
        path.add(at)
    above = {tokens[i].lemma.casefold() for i in path}
    subjects = subjects_of(sentence, verb)
    if tokens[verb].lemma == "be":
        above |= {tokens[i].lemma.casefold() for i in subjects}
    if above & _OF_VOTES:
        return "from" not in above
    by = any(tokens[i].lemma == "by" for i in path & set(below[verb]))
    return by and any(tokens[i].pos == "NOUN" and tokens[i].lemma.casefold() in group_nouns() for i in subjects)


def _voted_on(sentence: Sentence, verb: int) -> frozenset[str]:
    """Stems of the nouns for what a vote is on: objects, and what hangs on the verb by an infinitive or by `on`."""
    tokens, below = sentence.tokens, children(sentence)
    found = clause(sentence, verb)
    heads = list(found.subjects if found.passive else found.objects)
    heads += [i for i in below[verb] if tokens[i].dep in {"xcomp", "advcl", "acomp"}]
    heads += [i for i in below[verb] if tokens[i].dep == "prep" and tokens[i].lemma.casefold() in _ON]
    inside = (tokens[i] for head in heads for i in subtree(below, head))
    nouns = (t.lemma.casefold() for t in inside if t.pos == "NOUN" and t.dep != "compound")
    return frozenset(stem(noun) for noun in nouns if noun not in _OF_VOTES)


def _of_one(context: Context, a: _Vote, b: _Vote) -> bool:
    """Whether two outcomes can be of one vote: of one body, or told so much alike that it is no chance."""
    if not context.one_affair(a.reading.source, b.reading.source):
        return False
    if dated_apart((a.reading, a.sentence, a.verb), (b.reading, b.sentence, b.verb)):
        return False
    if (a.bodies and b.bodies and not a.bodies & b.bodies) or (a.on and b.on and not a.on & b.on):
        return False
    return context.weight((a.words | a.bodies) & (b.words | b.bodies)) >= ENOUGH


def _differ(a: _Vote, b: _Vote) -> bool:
    """Whether two outcomes cannot both be so, and are told in different voices."""
    return _exclude(a, b) and heard_apart((a.reading, a.said_by), (b.reading, b.said_by))


def _exclude(a: _Vote, b: _Vote) -> bool:
    exact = {a.value, b.value} - {UNANIMOUS, DIVIDED}
    return a.value != b.value and (UNANIMOUS in {a.value, b.value} or len(exact) > 1)


def _told_twice(group: list[_Vote]) -> bool:
    """Whether one voice tells of two outcomes: then of two votes."""
    return any(
        _exclude(a, b) and not heard_apart((a.reading, a.said_by), (b.reading, b.said_by))
        for a, b in combinations(group, 2)
    )


def _matter(context: Context, group: list[_Vote]) -> Matter | None:
    sides = sided((vote.value, Answer(vote.reading.source, vote.sentence.passage, vote.span)) for vote in group)
    bodies = frozenset.intersection(*(vote.bodies for vote in group))
    names = (t.lemma for t in group[0].sentence.tokens if stem(t.lemma) in bodies)
    name = next(names, "")
    question = Question(
        f"How did the {name} vote?" if name else "How did the vote go?", "outcome", MatterKind.CONFLICT,
        "outcomes of one vote", "one vote, told with different outcomes", 0.6,
    )  # fmt: skip
    return matter(context, question, sides)
