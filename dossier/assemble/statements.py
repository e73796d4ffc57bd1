"""Who said what: direct quotations and reported clauses, with their speakers."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from dossier.assemble.chains import chain_of, said_on
from dossier.assemble.denotes import Denoted
from dossier.assemble.indirect import reported
from dossier.assemble.quoted import spoken
from dossier.assemble.reading import Reading
from dossier.model.span import Span
from dossier.model.statement import Statement


def statements(reading: Reading, media: frozenset[str] = frozenset()) -> tuple[Statement, ...]:
    """The statements of one source, in order. `media`: ids of the organizations that are newspapers or broadcasters,
    which pass on what they are told."""
    indirect = list(_reported(reading))
    # Words quoted inside a reported clause are part of it, not said a second time.
    direct = [one for one in _quoted(reading) if not any(whole.span.contains(one.span) for whole in indirect)]
    return tuple(_traced(reading, one, media) for one in sorted([*direct, *indirect], key=lambda found: found.span))


def _traced(reading: Reading, found: Statement, media: frozenset[str]) -> Statement:
    """The statement with whom it came through and when it was said."""
    if found.cue is None:
        return found
    chain = chain_of(reading, found.cue, found.speaker_span, media)
    return replace(found, chain=chain, said=said_on(reading, found.cue))


def _reported(reading: Reading) -> Iterator[Statement]:
    for sentence in reading.sentences:
        if not reading.tells_story(sentence.passage):
            continue
        for clause in reported(reading, sentence):
            yield _record(reading, clause.span, "indirect", clause.speaker, clause.cue, clause.rule)


def _quoted(reading: Reading) -> Iterator[Statement]:
    for one in spoken(reading):
        for part in one.quotation.parts:
            yield _record(reading, part, "direct", one.speaker, one.cue.span if one.cue else None, one.rule)


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
