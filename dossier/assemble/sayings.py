"""Events of speech: what somebody said on one occasion, as one source has it.

Each statement of a named speaker is a report of an event of speech. What the speaker goes on to say in the same
paragraph, and quotations that follow without naming anybody anew, belong to the same occasion; so does a dated clause
that tells of the saying. Statements of speakers without a name are reports in passing: they add to an occasion that is
told elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from dossier.assemble.candidate import SPEECH, Candidate
from dossier.assemble.content import content_of, is_of_speech
from dossier.assemble.days import days_of, shared
from dossier.assemble.labels import tidy
from dossier.assemble.reading import Reading
from dossier.assemble.taking_part import named_by
from dossier.model.annotation import Sentence, Token
from dossier.model.event import EventStatus, Participant, Report
from dossier.model.span import Span
from dossier.model.statement import Statement

LONGEST = 800
"""Code points of a report."""
NEXT = 2
"""Passages further on where a quotation still goes on; between two paragraphs there may be a picture or a rule."""
_QUOTES = " \n\"'“”‘’«»„"
_LOOKING_BACK = frozenset({"previously", "earlier", "once", "formerly", "before"})
_MORE = frozenset({"also", "too", "separately", "meanwhile"})
"""Adverbs beside a verb of speech that tell of another occasion, or at least of another matter."""


def sayings(reading: Reading, said: Sequence[Statement], told: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """`told` with the occasions of speech marked in it, and the reports that `said` makes of them; in order."""
    marked = {c.report.span: c for c in told}
    found: list[Candidate] = []
    before: Statement | None = None
    occasion, date = -1, None
    known = {n.entity for n in reading.named}
    for statement in _own(reading, said):
        teller = _teller(reading, statement, told)
        own = None if teller is None else teller.report.date
        if before is None or not _goes_on(reading, before, statement) or _apart(date, own):
            occasion, date = -1 - statement.span.start, None
        if teller is not None:
            occasion = marked[teller.report.span].occasion or occasion
            marked[teller.report.span] = replace(teller, occasion=occasion)
        speakers = frozenset(statement.speakers) & known
        if statement.kind == "indirect" and any(statement.span.start <= c.head < statement.span.end for c in told):
            speakers = frozenset()  # What is said to have happened is told as an event of its own, with its speaker.
        found.append(_report(reading, statement, occasion, speakers))
        before, date = statement, own or date
    return tuple(sorted((*marked.values(), *found), key=lambda c: c.order))


def _own(reading: Reading, said: Sequence[Statement]) -> Iterator[Statement]:
    """The statements that the source itself tells of, in order: not what somebody says that somebody says."""
    end = -1
    for statement in sorted(said, key=lambda s: (s.span.start, -s.span.end)):
        if reading.tells_story(statement.passage) and statement.span.end > end:
            end = statement.span.end
            yield statement


def _apart(one: str | None, other: str | None) -> bool:
    first, last = shared(days_of(one), days_of(other))
    return first > last


def _teller(reading: Reading, statement: Statement, told: Sequence[Candidate]) -> Candidate | None:
    """The report that tells of the saying itself: the narrowest around the statement or its cue, or one that leads
    up to it (`posted in August: “…”`)."""
    outside = [c for c in told if not statement.span.start <= c.head < statement.span.end]
    spans = [s for s in (statement.span, statement.cue) if s is not None]
    around = [c for c in outside if any(c.report.span.contains(s) for s in spans) or _leads_up(reading, c, statement)]
    return min(around, key=lambda c: (c.report.span.end - c.report.span.start, c.report.span), default=None)


def _leads_up(reading: Reading, told: Candidate, statement: Statement) -> bool:
    between = reading.text[told.report.span.end : statement.span.start]
    return statement.cue is None and between.strip(_QUOTES) == ":" and told.report.passage == statement.passage


def _goes_on(reading: Reading, before: Statement, statement: Statement) -> bool:
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
    first = next(_tokens(reading, statement.span), None)
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


def _cue_token(reading: Reading, statement: Statement) -> tuple[Sentence, int] | None:
    sentence = None if statement.cue is None else _sentence_at(reading, statement.cue.start)
    if sentence is None or statement.cue is None:
        return None
    start = statement.cue.start
    return next(((sentence, i) for i, t in enumerate(sentence.tokens) if t.start == start), None)


def _adverbs(reading: Reading, statement: Statement) -> set[str]:
    """Lemmas of the adverbs beside the verb of speech."""
    at = _cue_token(reading, statement)
    if at is None:
        return set()
    sentence, verb = at
    return {t.lemma.lower() for t in sentence.tokens if t.head == verb and t.dep == "advmod"}


def _report(reading: Reading, statement: Statement, occasion: int, speakers: frozenset[str]) -> Candidate:
    names = reading.named_in(statement.span)
    at = _cue_token(reading, statement)
    if not _is_spoken(at, statement):
        speakers = frozenset()
    tokens = list(_tokens(reading, statement.span))
    participants = {n.entity: role for n, role in named_by(reading, statement.span)}
    participants |= dict.fromkeys(speakers, "speaker")
    return Candidate(
        report=Report(
            reading.source, statement.passage, _span(reading, statement), statement.said, None, EventStatus.REPORTED,
            "statement", statement.basis,
        ),
        labelled=partial(_label, reading, statement),
        kind="say" if at is None else at[0].tokens[at[1]].lemma.lower(),
        acts=SPEECH,
        senses=frozenset(),
        participants=tuple(Participant(entity, role) for entity, role in sorted(participants.items())),
        core=frozenset(),
        content=content_of(reading, tokens),
        named=frozenset((n.kind, n.entity) for n in names),
        speakers=speakers,
        inferred=statement.said is not None,
        order=(reading.position, statement.span.start),
        head=statement.span.start if statement.cue is None else statement.cue.start,
        sentence=statement.span.start if at is None else at[0].span.start,
        passing=not speakers,
        occasion=occasion if speakers else None,
    )  # fmt: skip


def _is_spoken(cue: tuple[Sentence, int] | None, statement: Statement) -> bool:
    """Whether something was said out loud, and not only thought, wanted or agreed to be done."""
    return statement.kind == "direct" or (cue is not None and is_of_speech(*cue))


def _tokens(reading: Reading, span: Span) -> Iterator[Token]:
    first = reading.passage_at(span.start)
    for passage in range(first, reading.passage_at(span.end - 1) + 1):
        for sentence in reading.sentences_of(passage):
            if sentence.span.overlaps(span):
                yield from (t for t in sentence.tokens if span.start <= t.start < span.end)


def _span(reading: Reading, statement: Statement) -> Span:
    """The statement with who says it, where they stand in one passage."""
    parts = [statement.span, *(s for s in (statement.cue, statement.speaker_span) if s is not None)]
    passage = reading.passages[statement.passage].span
    parts = [part for part in parts if passage.contains(part)] or [statement.span]
    start = min(part.start for part in parts)
    return Span(start, min(max(part.end for part in parts), start + LONGEST))


def _label(reading: Reading, statement: Statement) -> str:
    told = statement.span.of(reading.text)
    cue = "said" if statement.cue is None else statement.cue.of(reading.text)
    cue = "said" if cue == "told" else cue  # Whom it was told is left out.
    if statement.cue is None or not statement.span.contains(statement.cue):
        told = f"{cue}{':' if statement.kind == 'direct' else ''} {told}"
    return tidy(f"{_speaker(reading, statement)} {told}")


def _speaker(reading: Reading, statement: Statement) -> str:
    """The speaker's name as the source has it, the nearest before; else the words in its place."""
    wanted = set(statement.speakers)
    last = [n for n in reading.named if n.entity in wanted and n.span.start < statement.span.end]
    if last:
        return last[-1].span.of(reading.text)
    return "Somebody" if statement.speaker_span is None else statement.speaker_span.of(reading.text)
