"""Where and in which tense each report tells its event: what orders and limits are read from."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.assemble.clauses import is_parsed, predicate_above
from dossier.assemble.events.telling import finite_above
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense, tense_of
from dossier.assemble.words import reporting_verbs
from dossier.model.annotation import PassageKind, Sentence
from dossier.model.event import Event, EventStatus, Report
from dossier.model.span import Span

_LOOKING_BACK = frozenset({"previously", "earlier", "before", "once", "originally", "initially", "formerly", "already",
                           "ago", "first"})  # fmt: skip
_LOOKING_ON = frozenset({"later", "then", "afterwards", "afterward", "subsequently", "thereafter", "eventually",
                         "finally", "next", "soon"})  # fmt: skip
"""English adverbs that tell of a time before, or after, the one spoken of."""
STATEMENT = "statement"
"""The rule of reports that are what somebody said."""
_CITING = frozenset({"cite", "quote"})
SHOWN = 60
"""Characters of a report that a reason shows."""


@dataclass(frozen=True, slots=True)
class Told:
    """One report of an event, as a parsed sentence tells it."""

    event: int
    """Index of the event."""
    report: Report
    status: EventStatus
    """Of the event."""
    dated: bool
    """Whether the event has a date."""
    sentence: Sentence
    head: int
    """The token that tells it: a predicate or a noun."""
    tense: Tense
    """Of the predicate, or of the one that the noun hangs on."""
    main: bool
    """Whether it is the sentence's own clause, and in no quotation."""
    adverbs: frozenset[str]
    """Lemmas of the adverbs beside it."""
    leads: bool
    """Whether it is the first that its sentence tells in a clause of its own, and not joined on to another."""
    says: bool
    """Whether what it tells is that somebody says something."""
    words: str
    """Those of the report, shortened to be named in a reason."""

    @property
    def is_past(self) -> bool:
        """Whether it is told as having happened, and not as planned or possible."""
        return self.status is not EventStatus.PLANNED and self.tense not in {Tense.MODAL, Tense.FUTURE}

    @property
    def looks_back(self) -> bool:
        """Whether its words place it before the time spoken of."""
        return self.tense is Tense.PLUPERFECT or bool(self.adverbs & _LOOKING_BACK)

    @property
    def looks_on(self) -> bool:
        """Whether its words place it after what was told before."""
        return bool(self.adverbs & _LOOKING_ON)

    @property
    def advances(self) -> bool:
        """Whether it carries the story on: told in the simple past, in a clause of its own, as a fact."""
        happened = self.report.status is EventStatus.REPORTED and self.tense is Tense.PAST
        return happened and self.main and not self.looks_back


def told_in(case: Sequence[Reading], events: Sequence[Event]) -> dict[str, tuple[Told, ...]]:
    """The reports of every source that stand in parsed sentences, by the source's id, each in order of offset."""
    reported: dict[str, list[tuple[Report, int]]] = {reading.source: [] for reading in case}
    for index, event in enumerate(events):
        for report in event.reports:
            reported[report.source].append((report, index))
    found = {}
    for reading in case:
        told = (_told(reading, index, events[index], report) for report, index in reported[reading.source])
        found[reading.source] = tuple(sorted(filter(None, told), key=lambda one: (one.report.span, one.event)))
    return found


def _told(reading: Reading, index: int, event: Event, report: Report) -> Told | None:
    if reading.passages[report.passage].kind is PassageKind.TABLE_ROW:
        return None
    sentences = reading.sentences_of(report.passage)
    at = bisect_right(sentences, report.span.start, key=lambda s: s.span.start) - 1
    if at < 0 or not is_parsed(sentences[at]):
        return None
    sentence = sentences[at]
    head = _head(sentence, report.span)
    if head is None:
        return None
    spoken = report.rule == STATEMENT
    cue = _verb_of_speech(reading, sentence, report.span) if spoken else None
    alone = spoken and cue is None
    verb = _predicate(sentence, head) if cue is None else cue
    tense = Tense.NONE if verb is None else tense_of(sentence, verb)
    return Told(
        event=index,
        report=report,
        status=event.status,
        dated=event.date is not None,
        sentence=sentence,
        head=head,
        tense=Tense.PAST if alone else tense,
        main=alone
        or (_is_main(sentence, head if verb is None else verb) and (spoken or not _is_quoted(reading, report.span))),
        adverbs=frozenset(_adverbs(sentence, head if verb is None else verb)),
        leads=alone or verb is None or sentence.tokens[verb].dep != "conj",
        says=spoken or _is_speech(sentence, head),
        words=_shortened(report.span.of(reading.text)),
    )


def _predicate(sentence: Sentence, head: int) -> int | None:
    """The finite predicate that a report's top word is, or goes with: `was quoted` in `was quoted as saying`."""
    verb = head if sentence.tokens[head].pos in {"VERB", "AUX"} else predicate_above(sentence, head)
    return None if verb is None else finite_above(sentence, verb)


def _verb_of_speech(reading: Reading, sentence: Sentence, span: Span) -> int | None:
    """The verb outside quotations that says that somebody says it; None where the words said stand alone."""
    for index, token in enumerate(sentence.tokens):
        inside = span.start <= token.start < span.end and _is_speech(sentence, index)
        if inside and token.pos == "VERB" and not _is_quoted(reading, Span(token.start, token.end)):
            return finite_above(sentence, index)
    return None


def _is_speech(sentence: Sentence, verb: int) -> bool:
    return sentence.tokens[verb].lemma in reporting_verbs() | _CITING


def _head(sentence: Sentence, span: Span) -> int | None:
    """The top word of a report: the predicate, or the noun where it has none, that hangs on nothing inside it."""
    tokens = sentence.tokens
    inside = {i for i, t in enumerate(tokens) if span.start <= t.start < span.end and t.pos not in {"PUNCT", "SPACE"}}
    tops = [i for i in sorted(inside) if tokens[i].head not in inside or tokens[i].head == i]
    verbs = [i for i in tops if tokens[i].pos in {"VERB", "AUX"}]
    return next(iter(verbs or tops), None)


def _is_main(sentence: Sentence, head: int) -> bool:
    """Whether a word is the root of its sentence, joined to it, or the first of two sentences with a comma between
    them, which the parser takes for a complement of the second."""
    tokens = sentence.tokens
    while tokens[head].head != head:
        above = tokens[head].head
        spliced = tokens[head].dep in {"ccomp", "parataxis"} and above > head and not _is_speech(sentence, above)
        if tokens[head].dep != "conj" and not spliced:
            return False
        head = above
    return True


def _is_quoted(reading: Reading, span: Span) -> bool:
    """Whether a report lies between quotation marks; one that only quotes words is not."""
    return any(quotation.span.contains(span) for quotation in reading.document.annotations.quotations)


def _adverbs(sentence: Sentence, head: int) -> Iterator[str]:
    for token in sentence.tokens:
        if token.head == head and token.dep in {"advmod", "npadvmod", "cc"}:
            yield token.lemma.lower()


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + "…"
