"""Who said what: quotations, turns of transcripts and reported clauses, with their speakers."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.assemble.denotes import ACTORS, Denoted
from dossier.assemble.reading import Reading
from dossier.assemble.speech.chains import chain_of, said_on
from dossier.assemble.speech.headlines import headlined
from dossier.assemble.speech.indirect import reported
from dossier.assemble.speech.quoted import spoken
from dossier.assemble.speech.turns import Turn, turns
from dossier.model.span import Span
from dossier.model.statement import Relay, Statement

_DATELINE = re.compile(
    r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ.'’/ -]{2,40}(?:, [^\W\d_][\w. ,]{1,30}?)?(?: ?\([^\W\d_][\w. ]{1,30}\))? ?[-–—]{1,2} "
)
"""The opening of an agency's report; any dash after capitals fits."""
_PRONOUNS = frozenset({"he", "she"})
_OWN = frozenset({"i", "we"})
_NEAR = 60
"""Code points behind a dateline in which its sentence's subject ends."""


def statements(reading: Reading, media: frozenset[str] = frozenset()) -> tuple[Statement, ...]:
    """The statements of one source, in order. `media`: ids of the organizations that are newspapers or broadcasters,
    which pass on what they are told."""
    laid_out = turns(reading)
    headings = list(_headlined(reading))
    below = [one for one in _reported(reading, laid_out) if not any(h.span.overlaps(one.span) for h in headings)]
    indirect = [*headings, *below]
    direct = [one for one in _quoted(reading, laid_out) if not any(said.span.contains(one.span) for said in indirect)]
    direct += [_turned(reading, turn) for turn in laid_out]
    return tuple(_traced(reading, one, media) for one in sorted([*direct, *indirect], key=lambda found: found.span))


def _turned(reading: Reading, turn: Turn) -> Statement:
    return replace(_record(reading, turn.span, "direct", turn.speaker, None, turn.rule), said=turn.said)


def _traced(reading: Reading, found: Statement, media: frozenset[str]) -> Statement:
    """The statement with whom it came through and when it was said."""
    if found.cue is None:
        return found
    chain = chain_of(reading, found.cue, found.speaker_span, media)
    return replace(found, chain=(*chain, *found.chain), said=said_on(reading, found.cue))


def _headlined(reading: Reading) -> Iterator[Statement]:
    for one in headlined(reading):
        yield _record(reading, one.span, "indirect", one.speaker, one.cue, "colon of a headline")


def _reported(reading: Reading, laid_out: Sequence[Turn]) -> Iterator[Statement]:
    for sentence in reading.sentences:
        if not reading.tells_story(sentence.passage):
            continue
        turn = _turn_at(laid_out, sentence.span)
        for clause in reported(reading, sentence):
            speaker = _not_named_inside(reading, clause.speaker, clause.span)
            found = _record(reading, clause.span, "indirect", speaker, clause.cue, clause.rule)
            if turn is None:
                yield found
            elif _is_anothers(reading, speaker, turn):
                yield replace(found, chain=_through(turn))


def _turn_at(laid_out: Sequence[Turn], span: Span) -> Turn | None:
    """The turn that ends behind a sentence's begin and begins before its end."""
    at = bisect_left(laid_out, span.end, key=lambda turn: turn.span.start) - 1
    return laid_out[at] if at >= 0 and laid_out[at].span.end > span.start else None


def _not_named_inside(reading: Reading, speaker: Denoted, content: Span) -> Denoted:
    """The speaker of a clause; nobody where a pronoun seems to mean somebody whom the words said call by name, since
    nobody speaks of themselves so: `He told me that Reid had threatened him`."""
    if speaker.span is None or speaker.span.of(reading.text).casefold() not in _PRONOUNS:
        return speaker
    if not any(n.entity in speaker.entities for n in reading.named_in(content)):
        return speaker
    return Denoted(speaker.span, (), "the words said name whom it seems to mean")


def _through(turn: Turn) -> tuple[Relay, ...]:
    entity = turn.speaker.entities[0] if turn.speaker.entities else None
    return (Relay(turn.speaker.span, entity),) if turn.speaker.span else ()


def _quoted(reading: Reading, laid_out: Sequence[Turn]) -> Iterator[Statement]:
    for one in spoken(reading):
        turn = _turn_at(laid_out, one.quotation.span)
        if turn is not None and (one.cue is None or not _is_anothers(reading, one.speaker, turn)):
            continue  # Part of what is said in the turn, not said a second time.
        for part in one.quotation.parts:
            found = _record(reading, part, "direct", one.speaker, one.cue.span if one.cue else None, one.rule)
            yield found if turn is None else replace(found, chain=_through(turn))


def _is_anothers(reading: Reading, speaker: Denoted, turn: Turn) -> bool:
    """Whether who has the floor tells what somebody else said, who is named or described; what they say of their own
    thoughts is in the turn."""
    words = "" if speaker.span is None else speaker.span.of(reading.text).casefold()
    if words in _OWN:
        return False
    return speaker.entities != turn.speaker.entities if speaker.entities else " " in words


def _record(reading: Reading, span: Span, kind: str, speaker: Denoted, cue: Span | None, rule: str) -> Statement:
    passage = reading.passage_at(span.start)
    head = _DATELINE.match(reading.text, reading.passages[passage].span.start, span.end)
    if head is not None:
        speaker = _behind(reading, speaker, head.end())
        if span.start < head.end() < span.end:
            span = Span(head.end(), span.end)
    return Statement(
        id=_statement_id(reading, span),
        source=reading.source,
        passage=passage,
        span=span,
        kind=kind,
        speakers=speaker.entities,
        speaker_span=speaker.span,
        cue=cue,
        rule=rule,
        basis=speaker.basis,
    )


def _behind(reading: Reading, speaker: Denoted, start: int) -> Denoted:
    """The speaker without the place and agency of a dateline before them: `LONDON, May 3 (Reuters) - Halden said`."""
    if speaker.span is None or speaker.span.start >= start:
        return speaker
    if speaker.span.end > start:
        return replace(speaker, span=Span(start, speaker.span.end))
    # The parser took the place for the subject, and whoever stands first behind it for more of its name.
    close = Span(start, start + _NEAR) if reading.text[start : start + 1].isupper() else Span(start, start)
    named = [n for n in reading.named_in(close) if n.kind in ACTORS]
    if not named:
        return speaker
    return Denoted(named[0].span, (named[0].entity,), f"“{named[0].span.of(reading.text)}” after a dateline")


def _statement_id(reading: Reading, span: Span) -> str:
    place = f"{reading.document.source.sha256}:{span.start}:{span.end}"
    return "t" + hashlib.sha256(place.encode()).hexdigest()[:12]
