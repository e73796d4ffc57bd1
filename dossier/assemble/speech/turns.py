"""Words whose speaker the layout names: the turns of a transcript, the messages of a chat or of a thread of e-mails,
and quoted blocks under a line that says who wrote them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.denotes import ACTORS, NOBODY, Denoted
from dossier.assemble.reading import Named, Reading
from dossier.assemble.speech.complements import says
from dossier.assemble.speech.cues import speaker_before_colon
from dossier.assemble.transcripts import TURN_KINDS, questions, transcript
from dossier.messages import Message, message_at, messages
from dossier.model.annotation import PassageKind
from dossier.model.span import Span

TURN, QUESTION, MESSAGE = "turn of a transcript", "question in a transcript", "message"
"""The rules of a turn, of one that only puts something to whoever speaks next, and of a message."""
_FAREWELL = re.compile(
    r"(?:yours|sincerely|regards|(?:best|kind|warm)(?:est)? (?:regards|wishes)|cheers|many thanks)\b[^.!?]{0,20}$",
    re.IGNORECASE,
)
"""What closes a mail before its signature."""
_WORD = re.compile(r"[^\W_]+")
_LEFT_OUT = re.compile(r"<[^<>]*>|\S+ (?:omitted|\(file attached\))|This message was deleted\.?", re.IGNORECASE)
"""What an exported chat has in place of a picture or of a message taken back."""
_FEWEST_WORDS = 6
"""Of a paragraph of a mail that closes with no stop: a shorter one is a salutation or signature."""
_SENT = TURN_KINDS | {PassageKind.QUOTE}
_OFFICE = re.compile(r",|[ \t]+[(|–—-]")
"""What stands between a name and the office that is told with it."""
_MARKER = re.compile(r"(?:>\s?)+")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a time, as the layout has it."""

    passage: int
    span: Span
    """The words said, the label left out."""
    speaker: Denoted
    rule: str
    said: str | None = None
    """EDTF of when it was said; None where the layout does not tell."""


def turns(reading: Reading) -> tuple[Turn, ...]:
    """The turns, messages and quoted blocks of a source, in order; but for the lines of a chat, at most one a
    passage."""
    sent = tuple(_of_messages(reading))
    taken = {turn.passage for turn in sent}
    others = (*(() if sent else _of_transcript(reading)), *_quoted_blocks(reading))
    return tuple(sorted((*sent, *(one for one in others if one.passage not in taken)), key=lambda turn: turn.span))


def _of_messages(reading: Reading) -> Iterator[Turn]:
    """What the messages say, a paragraph at a time, without salutations and signatures."""
    text = reading.text
    for message in messages(text):
        if message.sender is None or not len(message.body):
            continue
        speaker, said = _speaker(reading, message.sender), _day_of(reading, message)
        for index in range(reading.passage_at(message.body.start), reading.passage_at(message.body.end - 1) + 1):
            passage = reading.passages[index]
            start, end = max(passage.span.start, message.body.start), min(passage.span.end, message.body.end)
            told = passage.kind in _SENT and passage.duplicate_of is None and start < end
            if told and message_at(text, start) == message and _says_something(text[start:end], message):
                marker = _MARKER.match(text, start, end)
                yield Turn(index, Span(marker.end() if marker else start, end), speaker, MESSAGE, said)


def _says_something(words: str, message: Message) -> bool:
    """Whether a paragraph is more than a salutation, a signature or a picture that is left out."""
    count = len(_WORD.findall(words))
    if message.chat:
        return count > 0 and not _LEFT_OUT.fullmatch(words.strip())
    closed = words.rstrip("\"'”’)*_ ").endswith((".", "?", "!", "…"))
    return not _FAREWELL.match(words) and (count >= _FEWEST_WORDS or (closed and count > 0))


def _day_of(reading: Reading, message: Message) -> str | None:
    dates = reading.dates_in(message.stamp) if message.stamp is not None else ()
    return dates[0].value if dates else None


def _of_transcript(reading: Reading) -> Iterator[Turn]:
    labelled = transcript(reading)
    asked = questions(labelled)
    for one in labelled:
        rule = QUESTION if one.passage in asked else TURN
        yield Turn(one.passage, one.words, _speaker(reading, one.label), rule)


def _speaker(reading: Reading, label: Span) -> Denoted:
    """Whom a label names; nobody for the bare letters of questions and answers."""
    words = label.of(reading.text)
    if len(words) == 1:
        return NOBODY
    named = [n for n in reading.named_in(label) if n.kind in ACTORS] or _with_initials(reading, words)
    if len(named) > 1 and named[0].span.start == label.start and _OFFICE.match(reading.text, named[0].span.end):
        named = named[:1]
    entities = tuple(dict.fromkeys(n.entity for n in named))
    return Denoted(label, entities if len(entities) == 1 else (), f"“{words}” before a colon")


def _with_initials(reading: Reading, words: str) -> list[Named]:
    """The mentions of people who have these initials: `JS` for Jane Smith."""
    letters = words.replace(".", "").replace(" ", "")
    if not (letters.isupper() and 2 <= len(letters) <= 3):
        return []
    return [
        n
        for n in reading.named
        if n.kind in ACTORS and "".join(word[0] for word in n.span.of(reading.text).split()) == letters
    ]


def _quoted_blocks(reading: Reading) -> Iterator[Turn]:
    """Passages quoted with `>` or as a block, under a line that ends with a verb of writing and a colon."""
    writers: dict[int, Denoted] = {}
    for index, passage in enumerate(reading.passages):
        depth = _depth(reading, passage.span) if passage.kind is PassageKind.QUOTE else 0
        writers = {level: writer for level, writer in writers.items() if level <= depth}
        line = _names_writer(reading, index)
        if line is not None:
            writers[depth + 1] = line
        elif depth and depth in writers and any(c.isalnum() for c in passage.span.of(reading.text)):
            marker = _MARKER.match(reading.text, passage.span.start, passage.span.end)
            start = marker.end() if marker else passage.span.start
            yield Turn(index, Span(start, passage.span.end), writers[depth], "quoted block")
        elif not depth:
            writers = {}


def _depth(reading: Reading, passage: Span) -> int:
    marker = _MARKER.match(reading.text, passage.start, passage.end)
    return marker[0].count(">") if marker else 1


def _names_writer(reading: Reading, index: int) -> Denoted | None:
    """Whom a passage like `On 3 May, Ada Byrne wrote:` names; None where it is no such line."""
    passage = reading.passages[index].span
    sentences = reading.sentences_of(index)
    if not passage.of(reading.text).rstrip(" *_").endswith(":") or not sentences:
        return None
    last = sentences[-1]
    if not any(says(token) for token in last.tokens):
        return None
    writer = speaker_before_colon(reading, last, last.span.end)
    return writer if writer.entities else None
