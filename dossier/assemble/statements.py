"""Who said what: direct quotations and reported clauses, with their speakers."""

import hashlib
import re
from collections.abc import Iterator

from dossier.assemble.denotes import NOBODY, Denoted
from dossier.assemble.indirect import reported
from dossier.assemble.reading import Reading
from dossier.assemble.speech import Cue, cues_in, speaker_before_colon, speaker_of
from dossier.model.annotation import Quotation
from dossier.model.span import Span
from dossier.model.statement import Statement

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
SHORTEST_WITHOUT_CUE = 5
"""Words; shorter quotations without a cue beside them are mostly scare quotes and titles."""
SHORTEST_WITH_CUE = 3
CUE_DISTANCE = 160
"""Code points between a quotation and its cue; a longer way is mostly another sentence's cue."""


def statements(reading: Reading) -> tuple[Statement, ...]:
    """The statements of one source, in order."""
    indirect = list(_reported(reading))
    # Words quoted inside a reported clause are part of it, not said a second time.
    quoted = [q for q in _quoted(reading) if not any(whole.span.contains(q.span) for whole in indirect)]
    found = [*quoted, *indirect]
    return tuple(sorted(found, key=lambda statement: statement.span))


def _reported(reading: Reading) -> Iterator[Statement]:
    for sentence in reading.sentences:
        if not reading.tells_story(sentence.passage):
            continue
        for clause in reported(reading, sentence):
            yield _record(reading, clause.span, "indirect", clause.speaker, clause.cue, clause.rule)


def _quoted(reading: Reading) -> list[Statement]:
    """The quotations that are speech, in order."""
    found: list[Statement] = []
    before: tuple[Quotation, Denoted] | None = None
    for quotation in reading.document.annotations.quotations:
        if not reading.tells_story(quotation.passage):
            continue
        cue = nearest_cue(reading, quotation)
        if not is_speech(reading, quotation, cue is not None or _after_colon(reading, quotation)):
            continue
        speaker = _speaker(reading, quotation, cue, before)
        found.extend(_records(reading, quotation, cue, speaker))
        before = (quotation, speaker)
    return found


def _after_colon(reading: Reading, quotation: Quotation) -> bool:
    return reading.text[: quotation.span.start].rstrip(" *_").endswith(":")


def is_speech(reading: Reading, quotation: Quotation, introduced: bool) -> bool:
    """Whether somebody speaks between the quotation marks, and does not just set a word or a title apart."""
    words = [word for part in quotation.parts for word in _WORD.findall(part.of(reading.text))]
    if not words or _is_title(words):
        return False
    return len(words) >= (SHORTEST_WITH_CUE if introduced else SHORTEST_WITHOUT_CUE)


def _is_title(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return len(words) > 1 and bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)


def nearest_cue(reading: Reading, quotation: Quotation) -> Cue | None:
    """The cue beside a quotation: a verb of speech in one of its paragraphs and outside all quotations; the
    nearest, those of the same sentence first, verbs before `according to`."""
    passages = {reading.passage_at(part.start) for part in quotation.parts} | {quotation.passage}
    quoted = [q.span for q in reading.document.annotations.quotations if q.passage in passages]
    cues = (
        cue
        for passage in sorted(passages)
        for sentence in reading.sentences_of(passage)
        for cue in cues_in(sentence)
        if _stands_beside(cue, quotation, quoted)
    )
    return min(cues, key=lambda cue: _rank(reading, cue, quotation), default=None)


def _stands_beside(cue: Cue, quotation: Quotation, quoted: list[Span]) -> bool:
    if _distance(cue.span, quotation.span) > CUE_DISTANCE or any(span.contains(cue.span) for span in quoted):
        return False
    return not _crosses_another(cue.span, quotation.span, quoted)


def _rank(reading: Reading, cue: Cue, quotation: Quotation) -> tuple[bool, bool, int, int]:
    """Lower is nearer."""
    relays = cue.sentence.tokens[cue.index].lemma.lower().startswith("accord")
    apart = not cue.sentence.span.overlaps(quotation.span) and not _follows_directly(reading, quotation, cue)
    return relays, apart, _distance(cue.span, quotation.span), cue.span.start


def _distance(a: Span, b: Span) -> int:
    return max(b.start - a.end, a.start - b.end, 0)


def _crosses_another(cue: Span, quotation: Span, quoted: list[Span]) -> bool:
    between = Span(min(cue.end, quotation.end), max(cue.start, quotation.start))
    return any(between.start <= span.start and span.end <= between.end for span in quoted if span != quotation)


def _follows_directly(reading: Reading, quotation: Quotation, cue: Cue) -> bool:
    """`"…?" he asked`: the model may end its sentence at the quotation mark."""
    between = reading.text[quotation.span.end : cue.span.start]
    return cue.span.start >= quotation.span.end and not re.search(r"[.!?;:]", between) and len(between) < 60


def _speaker(
    reading: Reading, quotation: Quotation, cue: Cue | None, before: tuple[Quotation, Denoted] | None
) -> Denoted:
    if cue is not None:
        return speaker_of(reading, cue)
    if _after_colon(reading, quotation):
        return speaker_before_colon(reading, quotation.span.start)
    if before is None or not before[1].entities:
        return NOBODY
    earlier, speaker = before
    if earlier.passage == quotation.passage:
        return Denoted(None, speaker.entities, "goes on after the quotation before it")
    if quotation.passage - earlier.passage == 1 and not earlier.closed:
        return Denoted(None, speaker.entities, "goes on from a quotation left open in the paragraph before")
    return NOBODY


def _records(reading: Reading, quotation: Quotation, cue: Cue | None, speaker: Denoted) -> Iterator[Statement]:
    rule = "quotation with cue" if cue else "quotation"
    for part in quotation.parts:
        yield _record(reading, part, "direct", speaker, cue.span if cue else None, rule)


def _record(reading: Reading, span: Span, kind: str, speaker: Denoted, cue: Span | None, rule: str) -> Statement:
    return Statement(
        id=_statement_id(reading, span),
        source=reading.source,
        passage=reading.passage_at(span.start),
        span=span,
        kind=kind,
        speakers=speaker.entities,
        speaker_span=speaker.span,
        cue=cue,
        rule=rule,
        basis=speaker.basis,
    )


def _statement_id(reading: Reading, span: Span) -> str:
    place = f"{reading.document.source.sha256}:{span.start}:{span.end}"
    return "t" + hashlib.sha256(place.encode()).hexdigest()[:12]
