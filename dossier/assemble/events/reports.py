"""What one source reports as events: dated clauses, main clauses in the past, dated infobox lines."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from dossier.assemble.clauses import Clause, children, clause, is_parsed, with_subject
from dossier.assemble.content import act_known, content_of, core_of, deeds_of, told_words
from dossier.assemble.events.candidate import SPEECH, Candidate
from dossier.assemble.events.dating import told_time
from dossier.assemble.events.event_nouns import noun_reports
from dossier.assemble.events.infobox import infobox_reports
from dossier.assemble.events.labels import label_of
from dossier.assemble.events.predicate_words import told_apart
from dossier.assemble.events.standing import status_of
from dossier.assemble.events.taking_part import dateline_end, meant_by_pronouns, taking_part
from dossier.assemble.events.telling import Telling, tellings
from dossier.assemble.events.tolls import is_toll
from dossier.assemble.events.two_things import what_did_it, where_it_stands
from dossier.assemble.events.voices import Voices
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense, tense_of
from dossier.assemble.undated import when_words
from dossier.assemble.when import interval
from dossier.model.annotation import Sentence
from dossier.model.date import DateMention
from dossier.model.entity import EntityKind
from dossier.model.event import EventStatus, Report
from dossier.model.span import Span
from dossier.model.statement import Statement

LONGEST = 800
"""Code points of a report; a longer span says no more about where to look."""


def candidates(reading: Reading, said: Sequence[Statement] = ()) -> tuple[Candidate, ...]:
    """What one source reports, in order; `said`: its statements, which tell whom `I` means."""
    voices = Voices(reading, said)
    found = list(infobox_reports(reading))
    for sentence in reading.sentences:
        if reading.tells_story(sentence.passage) and is_parsed(sentence):
            found += [_from_clause(reading, sentence, telling, voices) for telling in tellings(reading, sentence)]
            found += noun_reports(reading, sentence, voices)
    return tuple(sorted(found, key=lambda c: c.order))


def _from_clause(reading: Reading, sentence: Sentence, telling: Telling, voices: Voices) -> Candidate:
    found = _alone(reading, with_subject(clause(sentence, telling.verb)))
    date = telling.date
    span = found.span if date is None else _widened(found.span, date.span)
    span = Span(span.start, min(span.end, span.start + LONGEST))
    rule = "main clause" if date is None else "dated clause"
    names = reading.named_in(sentence.span)
    return Candidate(
        report=_report(reading, sentence.passage, span, date, _status(reading, sentence, telling), rule),
        labelled=partial(label_of, reading, found, voices),
        kind=sentence.tokens[found.verb].lemma.lower(),
        acts=(acts := deeds_of(found)).stems,
        senses=acts.senses,
        participants=(participants := taking_part(reading, found, voices)),
        core=core_of(found, names, acts.stems),
        content=content_of(reading, [sentence.tokens[i] for i in told_words(found)]),
        named=(named := _named_in(reading, found, span)) | voices.kinds_of(participants),
        is_of_somebody=bool(named),
        speakers=frozenset(p.entity for p in participants if acts.stems == SPEECH and p.role == "agent"),
        inferred=date is not None and date.rule != "stated",
        order=(reading.position, span.start),
        head=sentence.tokens[found.verb].start,
        sentence=sentence.span.start,
        standing=where_it_stands(found),
        doers=what_did_it(found),
        is_toll=is_toll(found),
        speaks_of=act_known(found),
    )


def _alone(reading: Reading, found: Clause) -> Clause:
    """The clause without what is joined to it and tells of another time, which is a report of its own."""
    if not any(found.sentence.tokens[i].dep == "conj" for i in children(found.sentence)[found.verb]):
        return found
    when = when_words(found.sentence.tokens, [date.span for date in reading.dates_in(found.sentence.span)])
    apart = told_apart(found, when)
    return replace(found, words=tuple(i for i in found.words if i not in apart)) if apart else found


def _named_in(reading: Reading, found: Clause, span: Span) -> frozenset[tuple[EntityKind, str]]:
    """Whoever and whatever a report names, or means by a pronoun; a dateline's place and agency are the paper's."""
    line = dateline_end(reading, found)
    names = (n for n in reading.named_in(span) if n.span.end > line)
    return frozenset((n.kind, n.entity) for n in names) | meant_by_pronouns(reading, found)


def _widened(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def _report(
    reading: Reading, passage: int, span: Span, date: DateMention | None, status: EventStatus, rule: str
) -> Report:
    if date is None:
        return Report(reading.source, passage, span, None, None, status, rule, "not dated")
    basis = f"dated by “{date.text}”: {date.rule}" + (f", {date.basis}" if date.basis else "")
    return Report(reading.source, passage, span, told_time(reading.text, date), date.span, status, rule, basis)


def _status(reading: Reading, sentence: Sentence, telling: Telling) -> EventStatus:
    """How the words have it; what is dated after the day of publication, and told in no past tense, is planned, in
    whatever words: `Work begins again on 1 June`."""
    told = status_of(clause(sentence, telling.dated))
    date, published = telling.date, reading.publication
    if date is None or published is None or told not in {EventStatus.REPORTED, EventStatus.ALLEGED}:
        return told
    bare = tense_of(sentence, telling.dated) is Tense.NONE and sentence.tokens[telling.dated].tag == "VBN"
    if bare or tense_of(sentence, telling.dated) in {Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT}:
        return told
    day, printed = interval(date.value), interval(published.value)
    return EventStatus.PLANNED if day and printed and day[0] > printed[1] else told
