"""Events of speech: what somebody said on one occasion, as one source has it.

Each statement of a named speaker is a report of an event of speech. What the speaker goes on to say in the same
paragraph, and quotations that follow without naming anybody anew, belong to the same occasion; so does a dated clause
that tells of the saying. Statements of speakers without a name are reports in passing: they add to an occasion that is
told elsewhere. So are the turns of an interview or a hearing, which is one occasion however many there are.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from dossier.assemble.content import content_of, is_of_speech
from dossier.assemble.events.candidate import SPEECH, Candidate
from dossier.assemble.events.labels import tidy
from dossier.assemble.events.occasions import are_apart, cue_token, goes_on, own_statements, teller_of, tokens_in
from dossier.assemble.events.taking_part import named_by
from dossier.assemble.reading import Reading
from dossier.assemble.speech.turns import QUESTION, TURN
from dossier.model.annotation import PassageKind, Sentence
from dossier.model.event import EventStatus, Participant, Report
from dossier.model.span import Span
from dossier.model.statement import Statement

LONGEST = 800
"""Code points of a report."""


def sayings(reading: Reading, said: Sequence[Statement], told: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """`told` with the occasions of speech marked in it, and the reports that `said` makes of them; in order."""
    by_passage: dict[int, list[Candidate]] = {}
    for candidate in told:
        by_passage.setdefault(candidate.report.passage, []).append(candidate)
    marked = {c.report.span: c for c in told}
    found: list[Candidate] = []
    before: Statement | None = None
    occasion, date = -1, None
    known, news = {n.entity for n in reading.named}, _news(reading)
    for statement in own_statements(reading, said):
        cued = statement.passage if statement.cue is None else reading.passage_at(statement.cue.start)
        near = [c for passage in {statement.passage, cued} for c in by_passage.get(passage, ())]
        teller = teller_of(reading, statement, near)
        own = None if teller is None else teller.report.date
        if before is None or not goes_on(reading, before, statement) or are_apart(date, own):
            occasion, date = -1 - statement.span.start, None
        if teller is not None:
            occasion = marked[teller.report.span].occasion or occasion
            marked[teller.report.span] = replace(teller, occasion=occasion)
        speakers = frozenset(statement.speakers) & known
        if statement.kind == "indirect" and any(statement.span.start <= c.head < statement.span.end for c in near):
            speakers = frozenset()  # What is said to have happened is told as an event of its own, with its speaker.
        found.append(_report(reading, statement, occasion, speakers, is_news=statement.passage in news))
        before, date = statement, own or date
    return tuple(sorted((*marked.values(), *found), key=lambda c: c.order))


def _report(
    reading: Reading, statement: Statement, occasion: int, speakers: frozenset[str], *, is_news: bool
) -> Candidate:
    names = reading.named_in(statement.span)
    at = cue_token(reading, statement)
    if not _is_spoken(at, statement):
        speakers = frozenset()
    aside = not speakers or statement.rule in {TURN, QUESTION}
    tokens = list(tokens_in(reading, statement.span))
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
        passing=aside,
        is_news=is_news,
        occasion=None if aside else occasion,
    )  # fmt: skip


def _news(reading: Reading) -> frozenset[int]:
    """The passages that tell what a document is about: its first heading and its first paragraph."""
    kinds = [(i, p.kind) for i, p in enumerate(reading.passages) if reading.tells_story(i)]
    wanted = (PassageKind.HEADING, PassageKind.PARAGRAPH)
    firsts = (next((i for i, kind in kinds if kind is one), None) for one in wanted)
    return frozenset(i for i in firsts if i is not None)


def _is_spoken(cue: tuple[Sentence, int] | None, statement: Statement) -> bool:
    """Whether something was said out loud, and not only thought, wanted or agreed to be done."""
    return statement.kind == "direct" or (cue is not None and is_of_speech(*cue))


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
    return tidy(f"{_speaker(reading, statement)} {told}", whole=True)


def _speaker(reading: Reading, statement: Statement) -> str:
    """The speakers' names as the source has them, the nearest before; else the words in their place."""
    before = (n for n in reading.named if n.span.start < statement.span.end)
    last = {n.entity: n.span.of(reading.text) for n in before if n.entity in statement.speakers}
    if last:
        return " and ".join(dict.fromkeys(last[entity] for entity in statement.speakers if entity in last))
    return "Somebody" if statement.speaker_span is None else statement.speaker_span.of(reading.text)
