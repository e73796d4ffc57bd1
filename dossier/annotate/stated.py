"""What a document states about itself: title, author, publisher, day, kind; each from evidence, none where none.

Days are given as the words that state them; `resolve` reads them together with the rest of the case.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier import lexis
from dossier.annotate.bylines import DATE_LINE, DATELINE, FAREWELL, FIELD, PRESS, PRESS_LINE, SALUTATION
from dossier.annotate.genre import genre
from dossier.annotate.view import View, clean_view
from dossier.model.annotation import Passage, PassageKind, Quotation, Stated

_TITLE_REACH, _LEAD_REACH, _HEAD_REACH = 3, 4, 6
_LONGEST_HEADLINE = 16
"""Words of a headline below the name of a newspaper and its date."""
_MASTHEAD = re.compile(r"(?:The |THE )?(?:[A-ZÀ-Þ][\w'’.-]*(?: (?:of |OF |and |AND |& )?|$)){1,5}")
_BY = re.compile(r"(?:by|words by|story by|reporting by|written by):? ", re.IGNORECASE)
_OUTLET = re.compile(r"\s+for\s+(?=[A-ZÀ-Þ])|\s*\|\s*", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+|\s*&\s*|,\s+", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|la|le|bin|al)){1,4}")
_NOBODY = re.compile(
    r"\b(?:staff|agency|agencies|desk|team|newsroom|reporters?|correspondents?|editors?|press|news|bureau|associated)\b",
    re.IGNORECASE,
)
_ENCYCLOPEDIA = re.compile(r"\bFrom (\w[\w ]{1,30}), the free encyclopedia\b")
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)[\s©]*(?:\d{4}(?:[-–]\d{4})?)?\s+([A-Z][\w&' ]{2,40}?)(?=[.,|]|\s+[Aa]ll rights|$)"
)
_ASKED = re.compile(
    rf"\b([A-Z][\w-]*\.(?:com|org|net|info|news|co\.uk|[a-z]{{2}})\b|(?:[Tt]he )?(?:[A-Z][\w-]* ){{0,3}}(?:{PRESS})\b)"
    r" (?:has |have |had )?(?:also |repeatedly )?(?:reached out to|contacted|approached|asked)\b"
    r"(?=[^.!?]*\b(?:comment|information|details|response|reply|(?:has|have|had|did) not)\b)"
)
_HEAD_DAY = re.compile(r"(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)", re.IGNORECASE)
_TAKEN_DOWN = re.compile(
    r"(?:[^.\n]{2,80}\.\s)?(?:(?:Draft )?(?:Transcript|Minutes|Proceedings)\b[^.\n]{0,120}?"
    r"|(?:Recorded|Interviewed|Broadcast)\b[^.\n]{0,60}?|(?:Letter|Bulletin|Interview)\b(?: No\. ?\d+)?[^.\n]{0,20}?)"
    r"(?:\b(?:of|on|dated) |(?<=\w), )"
    r"(?=(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d|[A-Z][a-z]{2,8}\.? \d))",
    re.IGNORECASE,
)
"""`Transcript of the programme of`: what was said, written or decided on the day that follows."""
_RECORD = re.compile(r"(?:Minutes|Transcript|Proceedings|Report|Record|Memorandum|Statement) (?:of|on|to)\b.{5,150}$")
_RECORD_REACH = 3
_SIGNATURE = re.compile(rf"(?P<name>{_NAME.pattern})(?: \([^()]{{1,30}}\))?")
"""`Anna Kerr (Miss)`."""
_TITLE_FIELDS = ("title", "subject")
_AUTHOR_FIELDS = ("author", "authors", "reporter", "from")
_DAY_FIELDS = ("published", "posted", "created", "first published", "date", "sent")


@dataclass(frozen=True, slots=True)
class _Page:
    """A passage with its clean view."""

    passage: Passage
    view: View


def find_stated(text: str, passages: Sequence[Passage], quotations: Sequence[Quotation]) -> tuple[Stated, ...]:
    """The metadata that the document itself states, in order of field and place; at most one of each but authors."""
    pages = [_Page(passage, clean_view(text, passage.span, passage.marks)) for passage in passages]
    found = [
        *_first(_title(pages)),
        *_authors(pages),
        *_first(_publisher(pages)),
        *_first(_day(pages)),
        *_first(genre(text, passages, quotations)),
    ]
    return tuple(found)


def _first(found: Iterator[Stated]) -> Iterator[Stated]:
    stated = next(found, None)
    if stated is not None:
        yield stated


def _stated(field: str, page: _Page, start: int, end: int, rule: str) -> Stated:
    return Stated(field, page.view.text[start:end], page.view.span(start, end), rule)


def _title(pages: Sequence[_Page]) -> Iterator[Stated]:
    for page, name, start in _fields(pages):
        if name in _TITLE_FIELDS:
            yield _stated("title", page, *_unquoted(page.view.text, start), f"field '{name}'")
    shown = _shown(pages)
    below = _below_masthead(shown)
    if below is not None:
        yield _stated("title", below, 0, len(below.view.text), "headline under the masthead")
    for page, following in pairwise(shown[:_RECORD_REACH]):
        if lexis.names_body(page.view.text.split()) and _RECORD.match(following.view.text):
            yield _stated("title", following, 0, len(following.view.text), "what was taken down, under whose it is")
    for page in shown[:_TITLE_REACH]:
        if page.passage.kind is PassageKind.HEADING and page.view.text and not SALUTATION.match(page.view.text):
            yield _stated("title", page, 0, len(page.view.text), "headline")


def _unquoted(text: str, start: int) -> tuple[int, int]:
    """The value of a field from `start` on, without the quotation marks around the whole of it."""
    value = text[start:]
    quoted = len(value) > 2 and value[0] in "\"'“‘" and value[-1] in "\"'”’"
    return start + quoted, len(text) - quoted


def _shown(pages: Sequence[_Page]) -> Sequence[_Page]:
    return [page for page in pages if page.passage.kind is not PassageKind.BOILERPLATE]


def _below_masthead(shown: Sequence[_Page]) -> _Page | None:
    """The headline of a page that begins with the name of who publishes it and the day; none where it does not.

    A heading that is marked up as one is a title, and so is one over running text or with a small word of its own.
    """
    if len(shown) <= _TITLE_REACH:
        return None
    head, day, headline = shown[:_TITLE_REACH]
    named = head.passage.kind is PassageKind.HEADING and head.passage.span.start == 0
    dated = day.passage.kind is PassageKind.BYLINE and bool(DATE_LINE.search(day.view.text))
    called = bool(_MASTHEAD.fullmatch(head.view.text.split("|")[0].strip()))
    below = headline.passage.kind is not PassageKind.BYLINE and len(headline.view.text.split()) <= _LONGEST_HEADLINE
    return headline if named and dated and called and below else None


def _bylines(pages: Sequence[_Page]) -> Iterator[tuple[_Page, int]]:
    """Bylines proper, with the offset behind their `By`."""
    for page in pages:
        opening = _BY.match(page.view.text)
        if page.passage.kind is PassageKind.BYLINE and opening:
            yield page, opening.end()


def _authors(pages: Sequence[_Page]) -> Iterator[Stated]:
    signed = False
    for page, start in _bylines(pages):
        signed = True
        outlet = _OUTLET.search(page.view.text, start)
        yield from _names(page, start, outlet.start() if outlet else len(page.view.text), "byline")
    for page, name, start in _fields(pages):
        if name in _AUTHOR_FIELDS:
            yield from _names(page, *_unquoted(page.view.text, start), f"field '{name}'")
            signed = True
    if not signed:
        yield from _signatures(pages)


def _signatures(pages: Sequence[_Page]) -> Iterator[Stated]:
    """Who signs a letter: the line below its farewell."""
    for farewell, page in pairwise(pages):
        both = farewell.passage.kind is page.passage.kind is PassageKind.BYLINE
        name = _SIGNATURE.fullmatch(page.view.text) if both and FAREWELL.match(farewell.view.text) else None
        if name:
            yield from _names(page, *name.span("name"), "signature")


def _names(page: _Page, start: int, end: int, rule: str) -> Iterator[Stated]:
    at = start
    for joint in [*_AND.finditer(page.view.text, start, end), None]:
        stop = joint.start() if joint else end
        name = _NAME.match(page.view.text, at, stop)
        if name and not _NOBODY.search(name[0]):
            yield Stated("author", _cased(name[0]), page.view.span(*name.span()), rule)
        at = joint.end() if joint else end


def _cased(name: str) -> str:
    """`HARRY PETTIT` as a name is written; initials stay."""
    return " ".join(word.title() if word.isupper() and len(word.strip(".")) > 2 else word for word in name.split())


def _fields(pages: Sequence[_Page]) -> Iterator[tuple[_Page, str, int]]:
    """Lines that fill in a field, with its name and the offset of its value."""
    for page in pages:
        field = FIELD.match(page.view.text) if page.passage.kind is PassageKind.BYLINE else None
        if field:
            name = re.sub(r" (?:on|at|by)$", "", field[0].strip(" :").casefold())
            yield page, name, field.end()


def _publisher(pages: Sequence[_Page]) -> Iterator[Stated]:
    for page, start in _bylines(pages):
        outlet = _OUTLET.search(page.view.text, start)
        if outlet and outlet.end() < len(page.view.text):
            yield _stated("publisher", page, outlet.end(), len(page.view.text), "byline")
    for page, field, start in _fields(pages):
        if field in ("publisher", "publication"):
            yield _stated("publisher", page, *_unquoted(page.view.text, start), f"field '{field}'")
    shown = _shown(pages)
    for page in shown[:_HEAD_REACH]:
        press = PRESS_LINE.fullmatch(page.view.text)
        if press and page.passage.kind is PassageKind.BYLINE:
            yield _stated("publisher", page, *press.span("name"), "named in the head")
    if _below_masthead(shown) is not None:
        name = shown[0].view.text.split("|")[0].strip()
        span = shown[0].view.span(0, len(name))
        yield Stated("publisher", name.title() if name.isupper() else name, span, "masthead")
    body = [page for page in pages if page.passage.kind is PassageKind.PARAGRAPH]
    yield from _datelines(pages, "publisher", "agency")
    yield from _matches(pages[:_LEAD_REACH], _ENCYCLOPEDIA.search, "self-description")
    yield from _matches(pages[-_LEAD_REACH:], _COPYRIGHT.search, "copyright line")
    yield from _matches(body, _ASKED.search, "self-reference")


def _datelines(pages: Sequence[_Page], field: str, group: str) -> Iterator[Stated]:
    body = [page for page in pages if page.passage.kind is PassageKind.PARAGRAPH]
    for page in body[:2]:
        found = DATELINE.match(page.view.text)
        if found and found[group]:
            yield _stated(field, page, *found.span(group), "dateline")


def _matches(pages: Sequence[_Page], search: Callable[[str], re.Match[str] | None], rule: str) -> Iterator[Stated]:
    for page in pages:
        found = search(page.view.text)
        if found:
            yield _stated("publisher", page, *found.span(1), rule)


def _day(pages: Sequence[_Page]) -> Iterator[Stated]:
    for page, name, start in _fields(pages):
        day = DATE_LINE.search(page.view.text, start)
        if day and name in _DAY_FIELDS:
            yield _stated("published", page, *day.span(), f"field '{name}'")
    for page in pages:
        day = DATE_LINE.search(page.view.text) if page.passage.kind is PassageKind.BYLINE else None
        if day:
            yield _stated("published", page, *day.span(), "date line")
    yield from _datelines(pages, "published", "day")
    for page in pages[:_LEAD_REACH]:
        taken = _TAKEN_DOWN.match(page.view.text)
        day = DATE_LINE.match(page.view.text, taken.end()) if taken else None
        if day:
            yield _stated("published", page, *day.span(), "taken down")
    for page in pages[:_LEAD_REACH]:
        # A page saved without its layout runs the date line into the first sentence: `Tuesday, 4 May 2004 The court …`.
        day = DATE_LINE.match(page.view.text) if _HEAD_DAY.match(page.view.text) else None
        if day and re.match(r"(?:\.|\s\||) [A-ZÀ-Þ]", page.view.text[day.end() :]) and _opened_by_day(pages) == 1:
            yield _stated("published", page, *day.span(), "date at the head")


def _opened_by_day(pages: Sequence[_Page]) -> int:
    """How many passages open with a day; those of a diary or log do."""
    return sum(bool(_HEAD_DAY.match(page.view.text) and DATE_LINE.match(page.view.text)) for page in pages)
