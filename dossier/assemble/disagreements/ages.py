"""How old somebody is or was, where the sources differ by more than the time between them explains."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier.assemble.clauses import subjects_of
from dossier.assemble.denotes import denoted
from dossier.assemble.disagreements.assertion import is_open, negation
from dossier.assemble.disagreements.bearing import below_of, predicates
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.sides import Answer, Question, matter, sided
from dossier.assemble.numerals import WORDS, whole
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.entity import EntityKind
from dossier.model.span import Span

OLDEST = 115
"""Years; a larger number beside a name is no age."""
_AGE = rf"(?P<age>\d{{1,3}}|{WORDS})"
_AFTER = re.compile(
    rf",?\s+(?:\(\s*)?(?:(?:now|then)\s+)?(?:aged\s+)?{_AGE}(?:\s+years\s+old)?(?=\s*[,;.)])", re.IGNORECASE
)
_BEFORE = re.compile(rf"\b{_AGE}[- ]years?[- ]old\s+(?:[a-z][\w-]*\s+){{0,3}}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Age:
    reading: Reading
    sentence: Sentence
    span: Span
    person: str
    years: int


def ages(context: Context) -> Iterator[Matter]:
    """One matter for each person whose age is given differently."""
    found: dict[str, list[_Age]] = defaultdict(list)
    for reading in context.readings:
        for sentence in context.story(reading):
            for age in (*_beside_names(reading, sentence), *_told(context, reading, sentence)):
                if 0 < age.years <= OLDEST:
                    found[age.person].append(age)
    for person, told in sorted(found.items()):
        if person in context.named and any(_differ(context, a, b) for a, b in combinations(told, 2)):
            made = _matter(context, person, told)
            if made is not None:
                yield made


def _beside_names(reading: Reading, sentence: Sentence) -> Iterator[_Age]:
    """`Ada Muir, 61, chairs …`; `Ada Muir, aged sixty-one`; `the 61-year-old skipper Ada Muir`."""
    text = reading.text
    for named in reading.named_in(sentence.span):
        if named.kind is not EntityKind.PERSON:
            continue
        match = _AFTER.match(text, named.span.end, sentence.span.end)
        if match is not None and (match[0].startswith(",") or "(" in match[0]):
            yield _age(reading, sentence, Span(named.span.start, match.end("age")), named.entity, match["age"])
        before = _BEFORE.search(text, sentence.span.start, named.span.start)
        if before is not None:
            yield _age(reading, sentence, Span(before.start("age"), named.span.end), named.entity, before["age"])


def _told(context: Context, reading: Reading, sentence: Sentence) -> Iterator[_Age]:
    """`The chairman is 63`; `he was nineteen years old`."""
    tokens = sentence.tokens
    for verb in predicates(sentence):
        if tokens[verb].lemma != "be" or negation(sentence, verb) is not None or is_open(sentence, verb):
            continue
        for told in below_of(sentence, verb, "attr", "acomp"):
            number = told if tokens[told].pos == "NUM" else next(iter(_years(sentence, told)), None)
            if number is None or (number == told and below_of(sentence, told, "prep", "quantmod", "nummod")):
                continue
            heads = subjects_of(sentence, verb)
            who = _person(context, reading, sentence, heads) if len(heads) == 1 else None
            if who is not None:
                span = Span(tokens[heads[0]].start, max(tokens[told].end, tokens[number].end))
                words = reading.text[tokens[number].start : tokens[number].end]
                yield _age(reading, sentence, span, who, words)


def _years(sentence: Sentence, told: int) -> list[int]:
    """The number of `63 years old`."""
    tokens = sentence.tokens
    years = [
        i for i in below_of(sentence, told, "npadvmod") if tokens[i].lemma == "year" and tokens[told].lemma == "old"
    ]
    return [j for i in years for j in below_of(sentence, i, "nummod")]


def _person(context: Context, reading: Reading, sentence: Sentence, heads: tuple[int, ...]) -> str | None:
    """The one person a subject denotes: by name, by a pronoun, or by the office that only one in the case holds."""
    found = denoted(reading, sentence, heads).entities
    holder = None if found else context.holder(sentence.tokens[heads[0]].lemma, reading.source)
    found = found or ((holder,) if holder is not None else ())
    people = [i for i in found if i in context.named and context.named[i].kind is EntityKind.PERSON]
    return people[0] if len(people) == 1 else None


def _age(reading: Reading, sentence: Sentence, span: Span, person: str, words: str) -> _Age:
    return _Age(reading, sentence, span, person, whole(words) or 0)


def _differ(context: Context, a: _Age, b: _Age) -> bool:
    """Whether two ages cannot be of one person, in one affair: more than a year apart, and not as far as the years
    in which the sources were published."""
    if a.reading is b.reading or not context.one_affair(a.reading.source, b.reading.source):
        return False
    published = [context.published(x.reading.source) for x in (a, b)]
    years = [tuple(int(day[:4]) for day in days if day) for days in published]
    passed = [y - x for x in years[0] for y in years[1]]
    apart = b.years - a.years
    return abs(apart) > 1 and not any(abs(apart - years) <= 1 for years in passed)


def _matter(context: Context, person: str, told: Sequence[_Age]) -> Matter | None:
    sides = sided((str(age.years), Answer(age.reading.source, age.sentence.passage, age.span)) for age in told)
    question = Question(
        f"How old is {context.named[person].name}?", "age", MatterKind.CONFLICT, "age of one person",
        "more than a year apart, and not because time passed between the sources", 0.4,
    )  # fmt: skip
    return matter(context, question, sides, [person])
