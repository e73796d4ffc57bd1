"""Entries of reference lists, taken apart: number, authors, title, publisher, dates of publication and access.

Understood are the common styles: `Last, First (date). "Title". Publisher. Retrieved date.` and its variants,
`[3] A. Author and B. Author, "Title," Journal, 2015.`, `Last, F. (2015). Title. Journal, 3(2), 1–2.`
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.model.annotation import Passage, PassageKind, Reference
from dossier.model.span import Span

NUMBER = re.compile(r"(?:\[(\d{1,4})\]|(\d{1,4})[.)])\s*")
"""The number at the front of an entry."""
BACK_LINK = re.compile(r"(?:(?:\[\d{1,4}\]|\d{1,4}[.)])\s*)?(?:Jump up(?: to:?)?\s*)?\^\s")
"""The start of an entry with links back to the text: `1. ^ a b`."""

_BACK_LINKS = re.compile(r"(?:Jump up(?: to:?)?\s*)?(?:\^\s*(?:[a-z]{1,2}\s+)*|(?:[a-z]\s+){2,})")
_QUOTED = re.compile(
    r"“([^“”]{2,400})”|\"(.{2,400}?)\"(?=[.,;:]?(?:\s|$))|«([^«»]{2,400})»|‘(.{2,400}?)’(?=[.,;:]?(?:\s|$))"
)
_PARENTHESES = re.compile(r"\(([^()]{1,60})\)\.?,?\s*")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")
_ACCESSED = re.compile(r"\b(?:retrieved|accessed|(?:last|date) (?:viewed|accessed)|viewed)(?: on)?:?\s+", re.IGNORECASE)
_NO_PUBLISHER = re.compile(
    r"(?:retrieved|accessed|archived|viewed|from|doi|isbn|issn|arxiv|pmid|https?:|www\.|vol\b|no\b|pp?\b|pages?\b|\d|in\b"
    r"|cite\b|via\b|ed(?:s|ition)?\b|\()",
    re.IGNORECASE,
)
_DATE_LIKE = re.compile(r"(?:\W*(?:\d{1,4}|[A-Z][a-z]{2,8}\.?)){1,4}\W*")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?[ -]?){1,4}")


def find_references(text: str, passages: Sequence[Passage]) -> tuple[Reference, ...]:
    """Take apart every passage that is a reference; entries without a number are numbered on from the one before."""
    found = []
    number = 0
    for index, passage in enumerate(passages):
        if passage.kind is PassageKind.REFERENCE:
            entry = _entry(text, index, passage.span, number + 1)
            number = entry.number
            found.append(entry)
    return tuple(found)


def _entry(text: str, index: int, span: Span, number: int) -> Reference:
    start = span.start
    stated = NUMBER.match(text, start, span.end)
    if stated:
        number, start = int(stated[1] or stated[2]), stated.end()
    links = _BACK_LINKS.match(text, start, span.end)
    start = links.end() if links else start
    reference = Reference(index, number)
    title = _QUOTED.search(text, start, span.end)
    if title:
        words = Span(*next(title.span(group) for group in range(1, 5) if title[group] is not None))
        reference = replace(reference, title=_trim(text, words, ",.;"))
        return _with_tail(text, _with_head(text, reference, Span(start, title.start())), Span(title.end(), span.end))
    return _without_quotes(text, reference, Span(start, span.end))


def _without_quotes(text: str, reference: Reference, span: Span) -> Reference:
    """Author and date in front, then the title up to its full stop: the style of the sciences."""
    date = next((m for m in _PARENTHESES.finditer(text, span.start, span.end) if _YEAR.search(m[1])), None)
    if not date or date.start() - span.start > 300:
        return _with_tail(text, reference, span, publisher=False)
    reference = _with_head(text, reference, Span(span.start, date.end()))
    segments = _segments(text, Span(date.end(), span.end), stops=".;")
    title = next(segments, None)
    return _with_tail(text, replace(reference, title=title), Span(title.end if title else date.end(), span.end))


def _with_head(text: str, reference: Reference, span: Span) -> Reference:
    """Authors and the date in parentheses, from what stands before the title."""
    end = span.end
    published = None
    for found in _PARENTHESES.finditer(text, span.start, span.end):
        if _YEAR.search(found[1]):
            published, end = Span(*found.span(1)), found.start()
            break
    return replace(reference, authors=tuple(_authors(text, Span(span.start, end))), published=published)


def _authors(text: str, span: Span) -> Iterator[Span]:
    """Each author by itself; `Last, First` is one author."""
    split = (_trim(text, piece, " .,;:&") for piece in _split(text, span, r";|,?\s+(?:and|und|et)\s+|\s*&\s*|,\s+"))
    pieces = [piece for piece in split if piece and piece.of(text) not in ("al", "et al", "eds", "ed")]
    listed = ";" in span.of(text)
    at = 0
    while at < len(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if following and _inverted(text, pieces[at], following, listed or len(pieces) == 2):
            yield Span(pieces[at].start, _with_full_stop(text, following, span.end))
            at += 2
        else:
            yield pieces[at]
            at += 1


def _inverted(text: str, first: Span, second: Span, likely: bool) -> bool:
    """Whether `first, second` is a surname and given names: the second initials, or one word where that is likely."""
    if text[first.end : second.start].strip() != ",":
        return False
    given = second.of(text)
    if _INITIALS.fullmatch(given) or re.fullmatch(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.?)+", given):
        return True
    return (likely or len(first.of(text).split()) == 1) and len(given.split()) <= 2


def _with_full_stop(text: str, span: Span, limit: int) -> int:
    """The end of a name, with the stop of its last initial."""
    initial = re.search(r"(?:^|[\s.-])[A-ZÀ-Þ]$", span.of(text))
    return span.end + 1 if initial and span.end < limit and text[span.end] == "." else span.end


def _with_tail(text: str, reference: Reference, span: Span, *, publisher: bool = True) -> Reference:
    """Publisher, dates of access and of publication, from what stands behind the title."""
    end = span.end
    accessed = _ACCESSED.search(text, span.start, span.end)
    if accessed:
        stop = re.compile(r"[.;]\s|[.;]?$").search(text, accessed.end(), span.end)
        words = _trim(text, Span(accessed.end(), stop.start() if stop else span.end), " .;")
        if words and _YEAR.search(words.of(text)):
            reference = replace(reference, accessed=words)
        end = accessed.start()
    for segment in _segments(text, Span(span.start, end), stops=".;,"):
        words_of = segment.of(text)
        dated = bool(_DATE_LIKE.fullmatch(words_of) and _YEAR.search(words_of))
        named = (words_of[:1].isupper() or words_of[:1].isdigit()) and not _NO_PUBLISHER.match(words_of)
        if dated and reference.published is None:
            reference = replace(reference, published=segment)
        elif publisher and reference.publisher is None and named and not dated:
            reference = replace(reference, publisher=segment)
    return reference


def _segments(text: str, span: Span, *, stops: str) -> Iterator[Span]:
    """Pieces between stops that are followed by white space; the stop of an initial (`U.S. News`) is none, that behind
    an acronym (`Norsk AS. 1 May`) is one."""
    pattern = rf"(?:(?<![A-ZÀ-Þ])|(?<=[A-ZÀ-Þ]{{2}}))[{re.escape(stops)}]+(?=\s|$)"
    for piece in _split(text, span, pattern):
        trimmed = _trim(text, piece, " .,;:–—-")
        if trimmed:
            yield trimmed


def _split(text: str, span: Span, pattern: str) -> Iterator[Span]:
    at = span.start
    for found in re.compile(pattern).finditer(text, span.start, span.end):
        yield Span(at, found.start())
        at = found.end()
    yield Span(at, span.end)


def _trim(text: str, span: Span, edges: str) -> Span | None:
    """The span without such characters and white space at its edges."""
    words = span.of(text)
    kept = words.strip(edges + " \t\r\n")
    if not kept:
        return None
    start = span.start + words.index(kept)
    return Span(start, start + len(kept))
