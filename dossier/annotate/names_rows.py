"""Persons in line-ups, results and other rows, where no sentence helps to tell them.

Spans are half-open code points of the source's text.
"""

import re
from collections.abc import Iterator, Sequence

from dossier import lexis
from dossier.annotate.names_clean import trim_person
from dossier.lexis import Word
from dossier.model.annotation import CandidateName, Passage
from dossier.model.span import Span

_BRACKETS = re.compile(r"[ \u00a0]\(([^\W\d_][^()\n]{1,40})\)")
_FIELD = re.compile(r"[A-Z][^:\n.!?()]{2,40}: ([^:\n,;()\d]{4,40}?)(?: \([^()\n]{1,30}\))?\s*")
"""`Finance: Jane Roe (Labour)`: a line that is filled in."""
_BETWEEN = re.compile(r"[,;()/:\n\t]|(?<=\s)[-–—](?=\s)|\d+(?:[:.,'’-]\d+)*|\band\b|[.](?=\s|$)(?<!\b[A-Z]\.)")
"""What parts the entries of a row."""
_LINE_UP = re.compile(r";|\([^\W\d_a-z][\w'’-]+ \d{1,2}(?:\w{1,2}|')?\)")
"""What a line-up of bare surnames has and a list of firms has not: lines of players, and who came on when."""
_LEAST_ENTRIES = 4
_SENTENCE = 0.2
"""Share of words without a capital from which a passage is a sentence and no row."""
_KNOWN = 4
"""One name in so many must be known for one."""
_ROW_END = 4_000
"""Code points; what is longer is no row."""


def in_passage(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """Persons of a row: `3. Jane Roe (Kenya) 8:40`, `1-Roe, 2-Doe, 4-van Dyk (14-Poe 70)`."""
    for match in _BRACKETS.finditer(text, passage.span.start, passage.span.end):
        run = _before(text, passage.span.start, match.start())
        if _is_land(match.group(1)) and len(run) > 1 and _can_be_person(run):
            yield CandidateName(Span(run[0].start, run[-1].end), index, "PERSON", "nation")
    field = _FIELD.fullmatch(text, passage.span.start, passage.span.end)
    if field is not None:
        run = list(lexis.words(text, *field.span(1)))
        if len(run) > 1 and _is_entry(text, run) and _can_be_person(run):
            yield CandidateName(Span(run[0].start, run[-1].end), index, "PERSON", "field")
    if len(passage.span) < _ROW_END:
        for run in _entries(text, passage.span, words):
            yield CandidateName(Span(run[0].start, run[-1].end), index, "PERSON", "row")


def _before(text: str, start: int, end: int) -> list[Word]:
    """The words of a name that ends at an offset."""
    words = list(lexis.words(text, max(start, end - 60), end))
    first = len(words)
    while first and first > len(words) - 5:
        word = words[first - 1]
        after = words[first].start if first < len(words) else end
        near = text[word.end : after] in ("", " ", "\u00a0")
        if not near or not (lexis.is_name_word(word.text) or word.text in lexis.PARTICLES):
            break
        first -= 1
    run = words[first:]
    while run and not lexis.is_name_word(run[0].text):
        run = run[1:]
    return trim_person(text, run)


def _is_land(words: str) -> bool:
    """Whether all that stands in brackets are places or peoples: `Netherlands/Latvia`."""
    parts = [part.strip() for part in words.split("/")]
    return all(part in lexis.word_list("places") or part in lexis.word_list("demonyms") for part in parts)


def _can_be_person(run: Sequence[Word]) -> bool:
    """Whether nothing in a run of words speaks against a person."""
    first, last = run[0].text, run[-1].text
    given = first in lexis.word_list("given_names") or lexis.is_initials(first)
    whole = " ".join(word.text for word in run)
    if whole in lexis.word_list("places") or whole in lexis.word_list("organizations") or lexis.is_period(first):
        return False
    family = last in lexis.word_list("family_names")
    if any(_is_thing(word.text) and not ((given or family) and word is run[-1]) for word in run):
        return False
    elsewhere = lexis.is_elsewhere(first) or lexis.is_elsewhere(last)
    return given or not (elsewhere or all(lexis.is_common(word.text) for word in run))


def _is_thing(word: str) -> bool:
    """Whether a word is a noun for organizations or places, or a legal form."""
    low = word.casefold()
    nouns = low in lexis.word_list("organization_nouns") or low in lexis.word_list("place_nouns")
    return nouns or lexis.is_legal_form(word)


def _entries(text: str, span: Span, words: Sequence[Word]) -> Iterator[list[Word]]:
    """The names of a passage that does little but list names."""
    small = sum(word.text[:1].islower() and word.text not in lexis.PARTICLES for word in words)
    if len(words) < _LEAST_ENTRIES or small > _SENTENCE * len(words):
        return
    pieces = [piece for piece in _pieces(text, span) if not _is_other(piece)]
    runs = [piece for piece in pieces if _is_entry(text, piece) and _can_be_person(piece)]
    known = sum(map(_is_known, runs))
    if all(len(run) == 1 for run in runs) and not _LINE_UP.search(text, span.start, span.end):
        return
    if len(runs) >= _LEAST_ENTRIES and 2 * len(runs) >= len(pieces) and _KNOWN * known >= len(runs):
        yield from runs


def _pieces(text: str, span: Span) -> Iterator[list[Word]]:
    start = span.start
    for mark in [*_BETWEEN.finditer(text, span.start, span.end), None]:
        end = mark.start() if mark else span.end
        piece = list(lexis.words(text, start, end))
        opens = start == span.start and mark is not None and mark.group() in ":-–—"
        if piece and not opens:
            yield piece
        start = mark.end() if mark else end


def _is_entry(text: str, piece: Sequence[Word]) -> bool:
    """Whether a piece of a row is one to four words as names are written, none of them in capitals."""
    last = piece[-1].text
    if len(piece) > 4 or last in lexis.PARTICLES or text[piece[-1].end : piece[-1].end + 1] in ("'", "’"):
        return False
    if len(piece) == 1 and (lexis.is_common(last) or len(last) < 3):
        return False
    shouted = any(lexis.is_acronym(word.text) and not lexis.is_initials(word.text) for word in piece)
    return not shouted and all(lexis.is_name_word(word.text) or word.text in lexis.PARTICLES for word in piece)


def _is_other(piece: Sequence[Word]) -> bool:
    """Whether a piece of a row is a place, an acronym or no name at all: what stands beside the persons."""
    whole = " ".join(word.text for word in piece)
    written = any(lexis.is_name_word(word.text) for word in piece)
    return not written or whole in lexis.word_list("places") or all(lexis.is_acronym(word.text) for word in piece)


def _is_known(run: Sequence[Word]) -> bool:
    first, last = run[0].text, run[-1].text
    places = last in lexis.word_list("places") and len(run) == 1
    given = len(run) > 1 and (first in lexis.word_list("given_names") or lexis.is_initials(first))
    return given or (last in lexis.word_list("family_names") and not places)
