"""What a person is by the line of a list, crew table, squad or infobox: `Flight Engineer | Ada Byrne | ESA`,
`Counsel for the owners: Mr A. Hill`, and whether the heading above makes them somebody's stand-in.

A line is read as cells, by the marks and gaps that part them; never by what the list is about. Spans are half-open
code points of the source's text; cells are ranges of word indices of a page, both ends inside.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier import lexis
from dossier.model.annotation import PassageKind
from dossier.model.entity import EntityKind
from dossier.model.span import Span
from dossier.resolve.page import Page
from dossier.resolve.roles import ANYBODY, QUALITIES, SMALL, is_role
from dossier.resolve.tagging import Found

_LONGEST_ROW = 400
"""Code points of a line beyond which it is a text."""
_MOST_WORDS = 8
"""Words of a role."""
_REACH = 60
"""Lines that one heading may stand above."""
_PART = re.compile(r"[|\t;:()\[\],–—]| - |\s{3,}|\n")
_BLANK = re.compile(r"\n\s*\n")
_LABELS = frozenset(":|\t–—")
"""What a role before its name ends with; a comma there is that of a place or of a list of names."""
_OF = frozenset({"of", "for", "at", "in", "to"})


class Listed(NamedTuple):
    """A role and the organization that its line names with it."""

    span: Span
    organization: Span | None


class _Cell(NamedTuple):
    """A cell of a line: its words, and what parts it from the one before."""

    first: int
    last: int
    mark: str


def listed_roles(page: Page, name: Found, names: Sequence[Found]) -> Iterator[Listed]:
    """What the line in which a person is named says that they are; `names`: all mentions of the page, in order."""
    cells = _cells(page, name.passage)
    if not cells:
        return
    here = _within(names, page.document.annotations.passages[name.passage].span)
    own = next((at for at, cell in enumerate(cells) if _span(page, cell).contains(name.span)), None)
    if own is None:
        return
    people = [person.span for person in here if person.kind is EntityKind.PERSON]
    after = _following(page, cells, own, people)
    organization = _organization(page, after, here)
    found = [_lead(page, cells[own], name.span, here), *_labels(page, cells, own, people)]
    for role in filter(None, [*found, *(_role(page, cell.first, cell.last) for cell in after)]):
        inside = next((n.span for n in here if n.kind is EntityKind.ORGANIZATION and role.contains(n.span)), None)
        yield Listed(role, inside or organization)


def stands_in(page: Page, passage: int) -> Span | None:
    """The heading above a line, or its label, where that speaks of stand-ins: `Backup crew`, `Reserves`."""
    passages = page.document.annotations.passages
    if not _is_row(page, passage):
        return None
    label = passages[passage].label
    if label is not None and _tells_stand_ins(label.of(page.text)):
        return label
    apart: bool | None = None
    for above in range(passage - 1, max(passage - 1 - _REACH, -1), -1):
        if passages[above].kind is PassageKind.HEADING:
            heading = _words(page, passages[above].span)
            return heading if heading is not None and _tells_stand_ins(heading.of(page.text)) else None
        # A list ends where its lines stand further apart than before.
        wide = _BLANK.search(page.text, passages[above].span.end, passages[above + 1].span.start) is not None
        if not _is_row(page, above) or apart not in (None, wide):
            return None
        apart = wide
    return None


def _words(page: Page, span: Span) -> Span | None:
    """A span from its first word to its last, marks of the format left out."""
    first, end = page.word_at(span.start), page.word_at(span.end)
    return Span(page.starts[first], page.ends[end - 1]) if first < end else None


def _tells_stand_ins(text: str) -> bool:
    known = lexis.word_list("stand_ins")
    words = [word.text.casefold() for word in lexis.words(text)]
    return len(words) <= _MOST_WORDS and any(not known.isdisjoint(_singulars(word)) for word in words)


def _singulars(word: str) -> tuple[str, ...]:
    """A word, and what it may be the plural of."""
    ends = (("ies", "y"), ("men", "man"), ("s", ""))
    return word, *(word.removesuffix(plural) + singular for plural, singular in ends if word.endswith(plural))


def _is_row(page: Page, passage: int) -> bool:
    """Whether a passage is a line of a list or table, or as short as one and no sentence."""
    found = page.document.annotations.passages[passage]
    length = found.span.end - found.span.start
    if length > _LONGEST_ROW:
        return False
    short = length <= _LONGEST_ROW // 5 and page.text[found.span.end - 1] not in ".!?…"
    listed = found.kind in (PassageKind.LIST_ITEM, PassageKind.TABLE_ROW)
    return listed or (short and found.kind in (PassageKind.PARAGRAPH, PassageKind.CAPTION))


def _cells(page: Page, passage: int) -> list[_Cell]:
    """The cells of a line in order; none where the passage is no line."""
    if not _is_row(page, passage):
        return []
    found = page.document.annotations.passages[passage]
    words = range(page.word_at(found.span.start), page.word_at(found.span.end))
    cells: list[_Cell] = []
    for at in words:
        gap = page.gap(at - 1) if cells else ""
        part = _PART.search(gap)
        glued = cells and page.ends[at - 1] in page.labels
        if not cells or part or glued:
            cells.append(_Cell(at, at, "|" if part is None else _mark(gap)))
        else:
            cells[-1] = cells[-1]._replace(last=at)
    return cells


def _mark(gap: str) -> str:
    """What parts two cells, as one character; wide gaps part as a bar does."""
    return next((c for c in gap if c in ":;|()[],–—"), "–" if "-" in gap else "|")


def _span(page: Page, cell: _Cell) -> Span:
    return Span(page.starts[cell.first], page.ends[cell.last])


def _within(names: Sequence[Found], span: Span) -> Sequence[Found]:
    first = bisect_left(names, span.start, key=lambda n: n.span.start)
    return names[first : bisect_left(names, span.end, key=lambda n: n.span.start)]


def _following(page: Page, cells: Sequence[_Cell], own: int, people: Sequence[Span]) -> list[_Cell]:
    """The cells after a name that speak of it: up to the next name, label or semicolon."""
    found: list[_Cell] = []
    for at in range(own + 1, len(cells)):
        span, mark = _span(page, cells[at]), cells[at].mark
        is_label = at + 1 < len(cells) and cells[at + 1].mark == ":"
        if mark in ";:" or is_label or any(span.overlaps(person) for person in people):
            break
        found.append(cells[at])
    return found


def _labels(page: Page, cells: Sequence[_Cell], own: int, people: Sequence[Span]) -> Iterator[Span]:
    """The cells before a name that say what it is: the label of the line or the column before. A label in the plural
    goes for every name after it, one in the singular for the first."""
    first = True
    for at in range(own - 1, -1, -1):
        span, mark = _span(page, cells[at]), cells[at + 1].mark
        if any(span.overlaps(person) for person in people):
            first = False
        elif mark in _LABELS:
            role = _role(page, cells[at].first, cells[at].last, label=True)
            if role is not None and (first or not is_role(_head_word(page, role).casefold())):
                yield role
            if mark == ":":
                return


def _lead(page: Page, cell: _Cell, name: Span, here: Sequence[Found]) -> Span | None:
    """The role before a name in its own cell, the country between them left out: `Commander Norway Ada Byrne`."""
    last = page.word_at(name.start) - 1
    places = [n.span for n in here if n.kind is EntityKind.PLACE]
    while last >= cell.first and any(Span(page.starts[last], page.ends[last]).overlaps(place) for place in places):
        last -= 1
    return _role(page, cell.first, last) if last >= cell.first else None


def _role(page: Page, first: int, last: int, *, label: bool = False) -> Span | None:
    """The words of a cell where all of it is a role: modifiers, a noun for persons, and what it is the office of."""
    while first < last and (page.texts[first].isdigit() or page.texts[first].casefold() in ("the", "a", "an")):
        first += 1
    if last - first >= _MOST_WORDS:
        return None
    head = first
    while head < last and not (page.texts[head + 1] in _OF or page.texts[head + 1].isdigit()):
        head += 1
    # A noun that is a given name too (`Coach`, `General`) is an office where more words or a label show it.
    noun = page.texts[head].casefold()
    words = _singulars(noun) if label else (noun if head > first else page.texts[head],)
    if noun in SMALL | (QUALITIES - {"general", "chief"}) or not any(map(is_role, words)):
        return None
    if head == first == last and not ANYBODY.isdisjoint(words):
        return None
    whole = all(_modifies(page, at) for at in range(first, head))
    return Span(page.starts[first], page.ends[last]) if whole else None


def _modifies(page: Page, at: int) -> bool:
    word = page.texts[at]
    if word.casefold() in SMALL:
        return False
    return lexis.is_name_word(word) or word.casefold() in QUALITIES or page.is_noun(at) or is_role(word)


def _head_word(page: Page, role: Span) -> str:
    """The noun of a role."""
    at, end = page.word_at(role.start), page.word_at(role.end)
    while at + 1 < end and page.texts[at + 1] not in _OF and not page.texts[at + 1].isdigit():
        at += 1
    return page.texts[at]


def _organization(page: Page, cells: Sequence[_Cell], here: Sequence[Found]) -> Span | None:
    """The organization that a line names after a person."""
    found = [n.span for n in here if n.kind is EntityKind.ORGANIZATION]
    return next((span for cell in cells for span in found if _span(page, cell).contains(span)), None)
