"""Headlines that give their words to somebody: `Oil spill 'ten times worse': scientists`, `Chief: it was sabotage`.

A colon parts what is said from who says it where the one side is the name of a person or organization, or a short
description of people, and nothing else. Verbs of speech in headlines are found as elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.assemble.denotes import ACTORS, Denoted
from dossier.assemble.reading import Reading
from dossier.assemble.words import group_nouns, person_nouns
from dossier.model.annotation import PassageKind, Sentence
from dossier.model.span import Span

_MOST_WORDS = 4
"""Of a speaker in a headline."""
_FEWEST_WORDS = 3
"""Of what is said."""
_ASKING = ("what ", "who ", "how ", "why ", "when ", "where ", "which ")
_LONGEST = 200
"""Code points of a headline."""


@dataclass(frozen=True, slots=True)
class Headlined:
    """What a headline says somebody said."""

    span: Span
    cue: Span
    """The colon."""
    speaker: Denoted


def headlined(reading: Reading) -> Iterator[Headlined]:
    """The attributions by colon in a source's headings, in order."""
    for index, passage in enumerate(reading.passages):
        if passage.kind is not PassageKind.HEADING or not reading.tells_story(index) or len(passage.span) > _LONGEST:
            continue
        colons = [at for at in range(passage.span.start, passage.span.end) if reading.text.startswith(": ", at)]
        sentences = reading.sentences_of(index)
        if len(colons) != 1 or not sentences:
            continue
        before = _trimmed(reading.text, Span(sentences[0].span.start, colons[0]))
        behind = _trimmed(reading.text, Span(colons[0] + 1, passage.span.end))
        for who, what in ((before, behind), (behind, before)):
            speaker = _speaker(reading, sentences, who)
            if speaker is not None and _tells(reading, sentences, what):
                yield Headlined(what, Span(colons[0], colons[0] + 1), speaker)
                break


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" *_#"))
    return Span(start, max(start, span.start + len(words.rstrip(" *_#"))))


def _tells(reading: Reading, sentences: Sequence[Sentence], what: Span) -> bool:
    """Whether the other side is a clause: the name of a firm behind `Builder:` is none, and `what we know` names only
    what the article is about."""
    if what.of(reading.text).casefold().startswith(_ASKING):
        return False
    verbs = (t for s in sentences for t in s.tokens if what.start <= t.start < what.end and t.pos in {"VERB", "AUX"})
    return len(what.of(reading.text).split()) >= _FEWEST_WORDS and any(verbs)


def _speaker(reading: Reading, sentences: Sequence[Sentence], who: Span) -> Denoted | None:
    """Whom one side of the colon names and does nothing else; None where it is no speaker."""
    words = who.of(reading.text).split()
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    named = [n for n in reading.named_in(who) if n.kind in ACTORS]
    if len(named) == 1 and named[0].span == who:
        return Denoted(who, (named[0].entity,), "beside the colon of a headline")
    last = words[-1].casefold()
    tokens = [t for s in sentences for t in s.tokens if who.start <= t.start and t.end <= who.end]
    people = tokens and tokens[-1].tag == "NNS" and tokens[-1].lemma.lower() in person_nouns() | group_nouns()
    alone = last in person_nouns() and len(words) == 1
    return Denoted(who, (), "beside the colon of a headline") if people or alone else None
