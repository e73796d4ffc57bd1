"""Who `I` is where nobody is quoted: the deponent of a sworn statement (`I, Ada Byrne, make oath`), the witness under
whose name a statement stands, the sender of a message, who signs a letter, whose diary it is, whose name stands over an
article, who wrote it by what the reader says in `dossier.toml`; and whom the writer of a letter addresses as `you`."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from dossier import lexis
from dossier.assemble.reading import Named, Reading, once_a_reading
from dossier.messages import message_at
from dossier.model.annotation import PassageKind
from dossier.model.entity import EntityKind
from dossier.model.span import Span

_DECLARED = re.compile(r"(?:^|(?<=\n)|(?<=\. ))I, (?=[^\W\d_])")
_MARKS = re.compile(r"[\s#*_>\d.)]*")
_SALUTATION = re.compile(
    r"^[ \t>*_]*(?:(?:(?:My|Our) (?i:dear(?:est)?)|Dear(?:est)?|Esteemed|Honou?red|Respected)\b[^.!?\n]{1,60}?"
    r"|(?:Dear )?(?:Sirs?|Madam|Gentlemen)(?: or (?:Sirs?|Madam))?|To (?:the Editor|whom it may concern))"
    r"(?:[,:!—-]|[ \t*_]*$)",
    re.MULTILINE,
)
"""Whom a letter addresses, before its first words; only what has one has a complimentary close."""
_TO = re.compile(r"^[ \t>*_]*To:[^\n]*", re.MULTILINE | re.IGNORECASE)
_THANKS = r"(?:regards|wishes|thanks|love|compliments|respects?|gratitude|affection)"
_ADVERB = r"(?:sincerely|respectfully|faithfully|cordially|affectionately|truly)"
_CLOSING = re.compile(
    rf"^[ \t>*_]*(?:(?i:(?:(?:very|ever|most) )?(?:yours(?: [^\W\d_]+)?|{_ADVERB}(?: yours| submitted)?)),[ \t*_]+"
    rf"|(?:(?:I (?:am|remain)|Believe me|[Yy]ours?)\b[^.!?\n]{{0,60}}"
    rf"|(?i:(?:(?:with|kind(?:est)?|best|warm(?:est)?|my|all|much|many)\b[^.!?\n]{{0,40}}\b)?{_THANKS}\b[^.!?\n]{{0,30}})"
    rf"|(?i:(?:very |most )?{_ADVERB}(?: yours| submitted)?|best))[,!]?[ \t\\*_]*\n\s*[*_]*)(?=[^\W\d_])",
    re.MULTILINE,
)
"""A complimentary close, up to the name: it fills its line, or is one of those that mean nothing else."""
_STANDS_ALONE = re.compile(r"[*_]*[ \t]*(?:[\n,(]|\Z)")
"""Behind a name that signs: the end of its line, or who that is."""
_OF_WRITER = re.compile(r"\b(?:diary|journal|memoirs?|recollections|notebook|log) of (?=[^\W\d_])", re.IGNORECASE)
_OF_WITNESS = re.compile(
    r"^[\W_]*(?:(?:witness|sworn|written|signed|first|second|third|further|supplementary) )*"
    r"(?:statement|affidavit|deposition|testimony|declaration|proof of evidence) (?:of|by) (?=[^\W\d_])",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 300
"""Code points at the head of a document in which it says whose diary or statement it is."""
_NAME = 80
"""Code points within which a name ends."""


def author_at(reading: Reading, offset: int) -> Named | None:
    """The mention of whoever says `I` at an offset outside all quotations; None where the document does not tell."""
    message = message_at(reading.text, offset)
    if message is not None:
        return None if message.sender is None else _person_at(reading, message.sender.start)
    parts = _parts(reading)
    at = bisect_right(parts, offset, key=lambda part: part[0])
    return (parts[at - 1][1] if at else None) or reading.author or _writer(reading)


def conversing_at(reading: Reading, offset: int) -> frozenset[str]:
    """Ids of those who write and are written to at an offset: neither is `he` or `she` there."""
    author = author_at(reading, offset)
    message = message_at(reading.text, offset)
    letter = Span(0, offset) if message is None else Span(message.head.start, max(message.head.end, offset))
    written_to = {person.entity for person in _written_to(reading) if letter.contains(person.span)}
    return frozenset(written_to if author is None else {author.entity, *written_to})


@once_a_reading
def _written_to(reading: Reading) -> tuple[Named, ...]:
    """The mentions of people to whom a letter or message is addressed, in order."""
    spans = [Span(*found.span()) for pattern in (_TO, _SALUTATION) for found in pattern.finditer(reading.text)]
    named = {n for span in spans for n in reading.named_in(span)}
    named |= {n for n in reading.named if _stands_as_salutation(reading, n.span)}
    return tuple(sorted((n for n in named if n.kind is EntityKind.PERSON), key=lambda n: n.span))


def _stands_as_salutation(reading: Reading, name: Span) -> bool:
    """Whether a paragraph is nothing but a name, its form of address and a comma: `Mr Reid,`."""
    passage = reading.passages[reading.passage_at(name.start)].span
    before, behind = reading.text[passage.start : name.start], reading.text[name.end : passage.end]
    words = before.strip(" \t>*_").split()
    titles = lexis.word_list("titles")
    return behind.strip(" \t\n*_") in {",", ":", "!"} and all(word.rstrip(".") in titles for word in words)


@once_a_reading
def _writer(reading: Reading) -> Named | None:
    """Whose letter, diary, statement or article a document is, by its close or its head."""
    heads = (_OF_WRITER.search(reading.text, 0, _HEAD), _OF_WITNESS.search(reading.text, 0, _HEAD))
    places = [head.end() for head in heads if head is not None]
    found = [person for start in places if (person := _person_at(reading, start)) is not None]
    found += _signing(reading)
    return _only(found) if found else _only(_stated(reading))


def _stated(reading: Reading) -> list[Named]:
    """The mentions of the authors that the document states, one each; none where one of them is no person's."""
    spans = [stated.span for stated in reading.document.annotations.stated if stated.field == "author"]
    named = [None if span is None else _person_at(reading, span.start) for span in spans]
    return [] if None in named else [person for person in named if person is not None]


def _only(found: Sequence[Named]) -> Named | None:
    return found[0] if found and len({person.entity for person in found}) == 1 else None


def _signing(reading: Reading) -> list[Named]:
    """Whose names stand alone under or beside the complimentary closes below a salutation."""
    opened = _SALUTATION.search(reading.text)
    if opened is None:
        return []
    closes = _CLOSING.finditer(reading.text, opened.end())
    named = (_person_at(reading, close.end()) for close in closes)
    return [person for person in named if person and _STANDS_ALONE.match(reading.text, person.span.end)]


@once_a_reading
def _parts(reading: Reading) -> tuple[tuple[int, Named | None], ...]:
    """Where the words of somebody begin, in order; None where nobody's do."""
    found: dict[int, Named | None] = {}
    for match in _DECLARED.finditer(reading.text):
        person = _person_at(reading, match.end())
        if person is not None:
            found[match.start()] = person
    for passage in reading.passages:
        if passage.kind is PassageKind.HEADING:
            words = _MARKS.match(reading.text, passage.span.start, passage.span.end)
            start = words.end() if words else passage.span.start
            person = _person_at(reading, start)
            if person is not None or any(held is not None for held in found.values()):
                found[passage.span.start] = person if person and _speaks_below(reading, passage.span) else None
    return tuple(sorted(found.items()))


def _person_at(reading: Reading, start: int) -> Named | None:
    """The person whose name begins at an offset."""
    around = reading.named_in(Span(start, min(len(reading.text), start + _NAME)))
    return next((n for n in around if n.kind is EntityKind.PERSON and n.span.start == start), None)


def _speaks_below(reading: Reading, heading: Span) -> bool:
    """Whether the words below a heading, up to the next, have `I` as a subject, outside quotations."""
    for sentence in reading.sentences:
        if sentence.span.start < heading.end:
            continue
        if reading.passages[sentence.passage].kind is PassageKind.HEADING:
            return False
        for token in sentence.tokens:
            if token.lemma.casefold() == "i" and token.dep in {"nsubj", "nsubjpass"}:
                return not any(q.span.start <= token.start < q.span.end for q in reading.quotations_near(token.start))
    return False
