"""Answers to one question, grouped into sides, and the matter they make."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.assemble.disagreements.context import Context
from dossier.model.disagreement import Evidence, Matter, MatterKind, Side
from dossier.model.span import Span

LONGEST = 400
"""Code points of a piece of evidence; what is longer no longer shows the words that differ."""


YES, NO = "yes", "no"
"""Answers to a question whether something is so."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one passage answers to a question."""

    source: str
    passage: int
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """What the sides of a matter answer."""

    words: str
    attribute: str
    kind: MatterKind
    rule: str
    basis: str = ""
    weight: float = 0.5
    """How much the kind of difference matters by itself, 0 to 1."""


def matter(
    context: Context, question: Question, sides: Iterable[tuple[str, Sequence[Answer]]], about: Iterable[str] = ()
) -> Matter | None:
    """The matter that some sides make; None where fewer than two of them have evidence of their own."""
    made = [_side(context, value, answers) for value, answers in sides if answers]
    made.sort(key=lambda side: (-side.voices, side.evidence[0].source, side.evidence[0].span, side.value))
    if len({side.value for side in made}) < 2 or len(_passages(made)) < 2:
        return None
    subjects = dict.fromkeys(about)
    for evidence in (e for side in made for e in side.evidence):
        subjects |= dict.fromkeys(i for i in (evidence.event, evidence.statement) if i)
    return Matter(
        id=_id(context, question, made),
        question=question.words,
        attribute=question.attribute,
        kind=question.kind,
        sides=tuple(made),
        about=tuple(sorted(subjects)),
        rank=_rank(context, question, made),
        silent=_silent(context, subjects, made),
        rule=question.rule,
        basis=question.basis,
    )


def sided(answers: Iterable[tuple[str, Answer]]) -> list[tuple[str, list[Answer]]]:
    """Answers by their value, in the order in which the values first come."""
    sides: dict[str, list[Answer]] = {}
    for value, answer in answers:
        sides.setdefault(value, []).append(answer)
    return list(sides.items())


def _passages(sides: Iterable[Side]) -> set[tuple[str, Span]]:
    return {(e.source, e.span) for side in sides for e in side.evidence}


def _side(context: Context, value: str, answers: Sequence[Answer]) -> Side:
    position = {a.source: context.by_source[a.source].position for a in answers}
    places = sorted({(position[a.source], a.source, a.passage, _cut(a.span)) for a in answers})
    evidence = tuple(
        Evidence(
            source,
            passage,
            span,
            statement=said.id if (said := context.statement_at(source, span)) else None,
            event=told.id if (told := context.event_at(source, span)) else None,
        )
        for _, source, passage, span in places
    )
    return Side(value, evidence, context.echoes.voices((e.source, e.span) for e in evidence))


def _cut(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + LONGEST))


def _id(context: Context, question: Question, sides: Sequence[Side]) -> str:
    """A hash of the question's kind and its earliest passages, so that it stays when later documents join."""
    firsts = sorted(
        f"{context.by_source[e.source].document.source.sha256}:{e.span.start}" for side in sides for e in side.evidence
    )
    place = f"{question.attribute} {question.rule} {firsts[0]} {firsts[-1]}"
    return "m" + hashlib.sha256(place.encode()).hexdigest()[:12]


def _rank(context: Context, question: Question, sides: Sequence[Side]) -> float:
    """The weight of the kind, raised by independent voices on more than one side and by how many sources report
    what it is about, lowered where a headline is among the few who say it."""
    voices = sorted((side.voices for side in sides), reverse=True)
    support = 1 - 1 / (1 + sum(voices[:2]))
    sources = {e.source for side in sides for e in side.evidence}
    reach = len(sources) / max(len(context.readings), 1)
    pieces = [e for side in sides for e in side.evidence]
    headed = sum(context.is_headline(context.by_source[e.source], e.passage) for e in pieces) / len(pieces)
    return round(max(0.0, min(1.0, question.weight * (0.5 + 0.3 * support + 0.2 * reach) * (1 - 0.5 * headed))), 4)


def _silent(context: Context, subjects: Iterable[str], sides: Sequence[Side]) -> tuple[str, ...]:
    """Who reports one of the events in question and takes no side."""
    heard = {e.source for side in sides for e in side.evidence}
    asked = (context.told[subject] for subject in subjects if subject in context.told)
    telling = {report.source for event in asked for report in event.reports}
    return tuple(sorted(telling - heard, key=lambda source: context.by_source[source].position))
