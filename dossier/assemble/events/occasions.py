"""Occasions of speech: which statements of a source were made together, and which of its reports tells of them."""

from collections.abc import Iterator, Sequence

from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.days import days_of, shared
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence, Token
from dossier.model.span import Span
from dossier.model.statement import Statement

NEXT = 2
"""Passages further on where a quotation still goes on; between two paragraphs there may be a picture or a rule."""
_QUOTES = " \n\"'“”‘’«»„"
_LOOKING_BACK = frozenset({"previously", "earlier", "once", "formerly", "before"})
_MORE = frozenset({"also", "too", "separately", "meanwhile"})
"""Adverbs beside a verb of speech that tell of another occasion, or at least of another matter."""


def own_statements(reading: Reading, said: Sequence[Statement]) -> Iterator[Statement]:
    """The statements that the source itself tells of, in order: not what somebody says that somebody says."""
    end = -1
    for statement in sorted(said, key=lambda s: (s.span.start, -s.span.end)):
        if reading.tells_story(statement.passage) and statement.span.end > end:
            end = statement.span.end
            yield statement


def are_apart(one: str | None, other: str | None) -> bool:
    """Whether two EDTF values have no day in common."""
    first, last = shared(days_of(one), days_of(other))
    return first > last


def teller_of(reading: Reading, statement: Statement, told: Sequence[Candidate]) -> Candidate | None:
    """The report that tells of the saying itself: the narrowest around the statement or its cue, or one that leads
    up to it (`posted in August: “…”`)."""
    outside = [c for c in told if not statement.span.start <= c.head < statement.span.end]
    spans = [s for s in (statement.span, statement.cue) if s is not None]
    around = [c for c in outside if any(c.report.span.contains(s) for s in spans) or _leads_up(reading, c, statement)]
    return min(around, key=lambda c: (c.report.span.end - c.report.span.start, c.report.span), default=None)


def _leads_up(reading: Reading, told: Candidate, statement: Statement) -> bool:
    between = reading.text[told.report.span.end : statement.span.start]
    return statement.cue is None and between.strip(_QUOTES) == ":" and told.report.passage == statement.passage


def goes_on(reading: Reading, before: Statement, statement: Statement) -> bool:
    """Whether a statement belongs to the occasion of the one before it."""
    if not statement.speakers or statement.speakers != before.speakers:
        return False
    if _adverbs(reading, statement) & (_LOOKING_BACK | _MORE):
        return False
    if statement.passage == before.passage:
        return True
    if statement.passage - before.passage > NEXT:
        return False
    unnamed = statement.kind == "direct" and not _names_anew(reading, statement)
    cueless = statement.cue is None or reading.passage_at(statement.cue.start) != statement.passage
    if unnamed and (cueless or _begins_with_pronoun(reading, statement)):
        return True
    return bool(_others_named(reading, before) & _others_named(reading, statement))


def _begins_with_pronoun(reading: Reading, statement: Statement) -> bool:
    """Whether what is said takes up what was said before: `“It was the second time,” he said`."""
    first = next(tokens_in(reading, statement.span), None)
    return first is not None and first.pos in {"PRON", "DET"} and first.dep.startswith("nsubj")


def _others_named(reading: Reading, statement: Statement) -> frozenset[str]:
    """Whom and what a statement names, its speakers left out."""
    return frozenset(n.entity for n in reading.named_in(statement.span)) - frozenset(statement.speakers)


def _names_anew(reading: Reading, statement: Statement) -> bool:
    """Whether the speaker is named in the passage of the statement, and not only meant by a pronoun."""
    span = statement.speaker_span
    return span is not None and reading.passage_at(span.start) == statement.passage and bool(reading.named_in(span))


def _sentence_at(reading: Reading, offset: int) -> Sentence | None:
    inside = reading.sentences_of(reading.passage_at(offset))
    return next((s for s in inside if s.span.start <= offset < s.span.end), None)


def cue_token(reading: Reading, statement: Statement) -> tuple[Sentence, int] | None:
    """The verb of speech: its sentence, and its index there; None where there is none."""
    sentence = None if statement.cue is None else _sentence_at(reading, statement.cue.start)
    if sentence is None or statement.cue is None:
        return None
    start = statement.cue.start
    return next(((sentence, i) for i, t in enumerate(sentence.tokens) if t.start == start), None)


def _adverbs(reading: Reading, statement: Statement) -> set[str]:
    """Lemmas of the adverbs beside the verb of speech."""
    at = cue_token(reading, statement)
    if at is None:
        return set()
    sentence, verb = at
    return {t.lemma.lower() for t in sentence.tokens if t.head == verb and t.dep == "advmod"}


def tokens_in(reading: Reading, span: Span) -> Iterator[Token]:
    """The tokens that begin inside a span, in order."""
    first = reading.passage_at(span.start)
    for passage in range(first, reading.passage_at(span.end - 1) + 1):
        for sentence in reading.sentences_of(passage):
            if sentence.span.overlaps(span):
                yield from (t for t in sentence.tokens if span.start <= t.start < span.end)
