"""From which time, and in which order, a document tells."""

from enum import StrEnum

from dossier.assemble.reading import Reading
from dossier.model.date import DateMeaning

OWN_SHARE = 4
"""A document that counts one date in four or more from its own day speaks of its own time; the share that decides,
too, what its dates are counted from."""
WORDS_A_PERSON = 80
"""Words to one `I`, `we` or `you` outside quotations, below which a document speaks in person. Of 90 documents of the
development set, all that reports news there has more, and speeches, interviews and courtroom transcripts fewer."""
_IN_PERSON = frozenset({"i", "we", "you", "my", "our", "your", "me", "us"})


class Manner(StrEnum):
    """In which order, and from which time, a document tells."""

    NEWS = "news"
    """From its own day, the newest first."""
    SPEECH = "speech"
    """From its own day, as it comes to mind: speeches, letters, interviews."""
    NARRATIVE = "narrative"
    """In the order in which it happened: histories, reports of inquiries."""


def manner_of(reading: Reading) -> Manner:
    """How a document tells: a report of news counts enough of its dates from its own day, in words that are not the
    writer's own affair; a report or a history of many full dates has one or two such at most (`today`)."""
    told = [d for d in reading.dates if d.meaning is DateMeaning.HAPPENED]
    own = sum(d.rule == "from publication date" for d in told)
    if not own or own * OWN_SHARE < sum(d.rule == "stated" for d in told):
        return Manner.NARRATIVE
    return Manner.SPEECH if _speaks_in_person(reading) else Manner.NEWS


def _speaks_in_person(reading: Reading) -> bool:
    """Whether a document, outside quotations, says `I`, `we` or `you` as often as speeches and letters do."""
    quoted = [quotation.span for quotation in reading.document.annotations.quotations]
    words = personal = 0
    for sentence in reading.sentences:
        inside = [span for span in quoted if span.overlaps(sentence.span)]
        own = [t for t in sentence.tokens if not any(span.start <= t.start < span.end for span in inside)]
        words += sum(token.pos not in {"PUNCT", "SPACE"} for token in own)
        personal += sum(token.lemma.lower() in _IN_PERSON for token in own)
    return personal * WORDS_A_PERSON > words
