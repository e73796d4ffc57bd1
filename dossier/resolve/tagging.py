"""Every mention of the case: known names at each place where they stand, each once, with its kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier import lexis
from dossier.model.annotation import CandidateName
from dossier.model.entity import EntityKind
from dossier.model.span import Span
from dossier.resolve.lexicon import Lexicon
from dossier.resolve.page import CIVIL_TITLES, Form, Occurrence, Page, index_forms, occurrences
from dossier.resolve.personal import PersonName, parse

_SURE = frozenset({"reference", "byline", "credit", "handle"})
"""Origins whose span is a mention as it stands: the form of the document names it there."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place where something is named, not yet joined to an entity."""

    page: int
    """Index of the document."""
    span: Span
    passage: int
    form: Form
    kind: EntityKind
    rule: str
    origin: str = ""
    """Of a span that stands as the document's form has it: `reference`, `byline`, …"""
    person: PersonName | None = None


def tag(pages: Sequence[Page], lexicon: Lexicon) -> tuple[Found, ...]:
    """All mentions in order of document and offset; none overlaps another."""
    return tuple(
        found for index, page in enumerate(pages) for found in _tag_page(index, page, lexicon.senses[index])
    )


def _tag_page(index: int, page: Page, senses: Mapping[Form, EntityKind | None]) -> Iterator[Found]:
    sure = [_sure(index, page, form, name) for form, name in page.candidates if name.origin in _SURE and form]
    taken = {at for found in sure for at in range(page.word_at(found.span.start), page.word_at(found.span.end))}
    found = {f.span: f for f in sure}
    for occurrence in occurrences(page, index_forms(senses)):
        kind = senses[occurrence.form]
        if kind is not None and taken.isdisjoint(range(occurrence.first, occurrence.last + 1)):
            item = _found(index, page, occurrence, kind)
            found.setdefault(item.span, item)
    yield from _joined(page, sorted(found.values(), key=lambda f: f.span))


def _sure(index: int, page: Page, form: Form, name: CandidateName) -> Found:
    text = name.span.of(page.text)
    kind = EntityKind.PERSON if name.label == "PERSON" else EntityKind.ORGANIZATION
    person = None
    if kind is EntityKind.PERSON:
        family, comma, _ = text.partition(",")
        person = PersonName((), text) if text.startswith("@") else parse(
            form, inverted=bool(comma), family_length=sum(1 for _ in lexis.words(family))
        )
    return Found(index, name.span, name.passage, form, kind, name.origin, name.origin, person)


def _found(index: int, page: Page, occurrence: Occurrence, kind: EntityKind) -> Found:
    first, last = occurrence.first, occurrence.last
    start, end = page.words[first].start, page.words[last].end
    person = parse(occurrence.form) if kind is EntityKind.PERSON else None
    if kind is EntityKind.PERSON and len(occurrence.form) == 1:
        before = page.before(first)
        if before.casefold() in CIVIL_TITLES and page.gap(first - 1) in (" ", ". ", "\u00a0", ".\u00a0"):
            start = page.words[first - 1].start
    return Found(index, Span(start, end), page.passage_of[first], occurrence.form, kind, "name", person=person)


def _joined(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """Names side by side that are one: an organization with its country (`Toyota Australia`), or with the noun
    that says what it is before it (`State Corporation Rostec`)."""
    last: Found | None = None
    for item in found:
        if last is not None and page.text[last.span.end : item.span.start] == " " and _belong(page, last, item):
            span = Span(last.span.start, item.span.end)
            form = last.form + item.form
            last = Found(item.page, span, item.passage, form, EntityKind.ORGANIZATION, "names side by side")
            continue
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield last


def _belong(page: Page, left: Found, right: Found) -> bool:
    if left.origin or right.origin or left.kind is not EntityKind.ORGANIZATION:
        return False
    if right.kind is EntityKind.PLACE:
        following = page.words[page.word_at(right.span.start) :][len(right.form) : len(right.form) + 1]
        return not (following and lexis.is_name_word(following[0].text)) and " ".join(right.form) in lexis.word_list("places")
    nouns = lexis.word_list("organization_nouns")
    return right.kind is EntityKind.ORGANIZATION and left.form[-1].casefold() in nouns and len(right.form) == 1
