"""What one source reports as events: dated clauses, main clauses in the past, dated infobox lines."""

import re
from dataclasses import dataclass

from dossier.assemble.clauses import Clause, clause, is_parsed
from dossier.assemble.content import content_stems, stem
from dossier.assemble.dating import told_time
from dossier.assemble.denotes import denoted
from dossier.assemble.labels import clause_label, tidy
from dossier.assemble.reading import Named, Reading
from dossier.assemble.speech import Cue, speaker_of
from dossier.assemble.standing import speech_above, status_of
from dossier.assemble.telling import Telling, tellings
from dossier.assemble.words import verb_groups
from dossier.model.annotation import Sentence
from dossier.model.date import DateMeaning, DateMention
from dossier.model.entity import EntityKind
from dossier.model.event import EventStatus, Participant, Report
from dossier.model.span import Span

LONGEST = 800
"""Code points of a report; a longer span says no more about where to look."""
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Parts of speech of the words that tell what happened."""
_DATE_WORDS = re.compile(r"\b(date|time|day|year|of|on|at)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One source's report with what is needed to tell whether another report is of the same event."""

    report: Report
    label: str
    kind: str
    """Lemma of the verb, or the noun, that tells what happened."""
    participants: tuple[Participant, ...]
    acts: frozenset[int]
    """Groups of synonyms that the verb is in."""
    content: frozenset[str]
    """Stems of the words that tell what happened."""
    inferred: bool
    """Whether the date was worked out from more than the words that date it."""
    order: tuple[int, int]
    """Position of the source and offset."""

    @property
    def act(self) -> str:
        """Stem of the kind, the same for `landing` and `landed`."""
        return stem(self.kind)


def candidates(reading: Reading) -> tuple[Candidate, ...]:
    """What one source reports, in order."""
    found = [
        _from_table(reading, date, label)
        for date in reading.dates
        if date.meaning is DateMeaning.HAPPENED and (label := reading.passages[date.passage].label) is not None
    ]
    for sentence in reading.sentences:
        if reading.tells_story(sentence.passage) and is_parsed(sentence):
            found += [_from_clause(reading, sentence, telling) for telling in tellings(reading, sentence)]
    return tuple(sorted(found, key=lambda c: c.order))


def _from_table(reading: Reading, date: DateMention, label: Span) -> Candidate:
    """A line such as `Launch date | 6 June 2018`: the event is the label's, of what the document is about."""
    what = _DATE_WORDS.sub(" ", label.of(reading.text)).strip() or label.of(reading.text)
    subject = _subject_of_document(reading)
    words = f"{what}, {subject.span.of(reading.text)}" if subject else what
    span = reading.passages[date.passage].span
    return Candidate(
        report=_report(reading, date.passage, span, date, EventStatus.REPORTED, "infobox line"),
        label=tidy(words),
        kind=what.split()[0].lower(),
        acts=frozenset(),
        participants=() if subject is None else (Participant(subject.entity, _role_of_kind(subject.kind)),),
        content=content_stems(what),
        inferred=date.rule != "stated",
        order=(reading.position, span.start),
    )


def _subject_of_document(reading: Reading) -> Named | None:
    """What an encyclopedia article or report is about: the first name in its title."""
    titles = [s.span for s in reading.document.annotations.stated if s.field == "title" and s.span]
    named = [n for title in titles for n in reading.named_in(title)]
    return named[0] if named else None


def _from_clause(reading: Reading, sentence: Sentence, telling: Telling) -> Candidate:
    found = clause(sentence, telling.verb)
    tokens, date = sentence.tokens, telling.date
    span = found.span if date is None else _widened(found.span, date.span)
    span = Span(span.start, min(span.end, span.start + LONGEST))
    dates = [d.span for d in reading.dates_in(sentence.span)]
    rule = "main clause" if date is None else "dated clause"
    return Candidate(
        report=_report(reading, sentence.passage, span, date, status_of(clause(sentence, telling.dated)), rule),
        label=clause_label(reading.text, found, dates),
        kind=tokens[found.verb].lemma.lower(),
        acts=verb_groups().get(tokens[found.verb].lemma, frozenset()),
        participants=_participants(reading, found, span),
        content=content_stems(*(tokens[i].lemma for i in found.words if tokens[i].pos in _TELLING)),
        inferred=date is not None and date.rule != "stated",
        order=(reading.position, span.start),
    )


def _widened(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def _report(
    reading: Reading, passage: int, span: Span, date: DateMention | None, status: EventStatus, rule: str
) -> Report:
    if date is None:
        return Report(reading.source, passage, span, None, None, status, rule, "not dated")
    basis = f"dated by “{date.text}”: {date.rule}" + (f", {date.basis}" if date.basis else "")
    return Report(reading.source, passage, span, told_time(reading.text, date), date.span, status, rule, basis)


def _participants(reading: Reading, found: Clause, span: Span) -> tuple[Participant, ...]:
    """Everyone the clause names, whom its subject denotes, and who says it where it is somebody's claim."""
    roles: dict[str, str] = {}
    for named in reading.named_in(span):
        role = _role(found, named)
        if named.entity not in roles or roles[named.entity] == "participant":
            roles[named.entity] = role
    for entity in denoted(reading, found.sentence, found.subjects).entities:
        if roles.get(entity, "participant") == "participant":
            roles[entity] = "patient" if found.passive else "agent"
    speech = speech_above(found.sentence, found.verb)
    if speech is not None:
        for entity in speaker_of(reading, Cue(found.sentence, speech)).entities:
            if roles.get(entity, "participant") == "participant":
                roles[entity] = "speaker"
    return tuple(Participant(entity, role) for entity, role in sorted(roles.items()))


def _role(found: Clause, named: Named) -> str:
    tokens = found.sentence.tokens
    inside = {i for i, t in enumerate(tokens) if Span(t.start, t.end).overlaps(named.span)}
    if inside & set(found.subjects):
        return "patient" if found.passive else "agent"
    if inside & set(found.agents):
        return "agent"
    if inside & set(found.objects):
        return "patient"
    return _role_of_kind(named.kind)


def _role_of_kind(kind: EntityKind) -> str:
    return {EntityKind.PLACE: "place", EntityKind.VEHICLE: "vehicle"}.get(kind, "participant")
