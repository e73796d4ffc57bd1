"""Descriptions that denote one person or organization of the case by the document's own words.

Two kinds, both clear or left out: what stands right beside the name (`the head of the line, Mr. Pell`; `Roscosmos,
the Russian space agency,`), and the same words, or a part of them with the office, later in that document
(`the Administrator`), where nobody else there is called so. Never from one document to another.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier import lexis
from dossier.model.entity import Entity, EntityKind, Mention
from dossier.model.span import Span
from dossier.resolve.anaphors import after_names
from dossier.resolve.bodies import by_words_of_names
from dossier.resolve.page import Page
from dossier.resolve.roles import QUALITIES, is_role, role_spans

_LONGEST = 6
"""Words of a description up to its noun."""
_ARTICLES = frozenset({"the", "The"})
_ANOTHER = frozenset({"a", "an", "another", "one", "second", "other", "former", "new"})
_SPACES = (" ", "\u00a0")
_ONGOING = frozenset({"of", "for", "at", "in", "who", "whose", "that", "which", "elect", "general"})
"""Words after a noun that may make it another's: `the director of the museum`."""


class _Said(NamedTuple):
    """A description of an entity, in word indices of its page, both inside, and the index of its noun."""

    entity: int
    first: int
    head: int
    last: int


def described(entities: Sequence[Entity], pages: Sequence[Page]) -> list[Entity]:
    """The entities with the descriptions that denote them as further mentions, of the form `nominal`."""
    index = {page.id: page for page in pages}
    named: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, entity in enumerate(entities):
        if entity.kind is EntityKind.ORGANIZATION or entity.roles:
            for mention in entity.mentions:
                named[mention.source].append((mention.span, number))
    found: dict[int, list[Mention]] = defaultdict(list)
    for source, items in sorted(named.items()):
        for number, mention in _in_document(index[source], items, entities):
            found[number].append(mention)
    paths = sorted((page.document.source.path, page.id) for page in pages)
    order = {source: position for position, (_, source) in enumerate(paths)}
    told = _all_with(entities, found, order)
    for further in (after_names, by_words_of_names):
        told = _all_with(told, further(told, index), order)
    return told


def _all_with(
    entities: Sequence[Entity], found: Mapping[int, Sequence[Mention]], order: Mapping[str, int]
) -> list[Entity]:
    return [_with(one, found[number], order) if number in found else one for number, one in enumerate(entities)]


def _with(entity: Entity, descriptions: Sequence[Mention], order: Mapping[str, int]) -> Entity:
    """The mentions by source, in the order of the documents, and offset."""
    mentions = sorted((*entity.mentions, *descriptions), key=lambda m: (order[m.source], m.span))
    return dataclasses.replace(entity, mentions=tuple(mentions))


def _in_document(
    page: Page, named: Iterable[tuple[Span, int]], entities: Sequence[Entity]
) -> Iterator[tuple[int, Mention]]:
    beside: list[_Said] = []
    for span, number in sorted(named):
        person = entities[number].kind is EntityKind.PERSON
        beside += _of_person(page, span, number) if person else _of_organization(page, span, number)
    for said in beside:
        basis = f"stands right beside {entities[said.entity].name}"
        yield said.entity, _mention(page, said, entities[said.entity].kind, "description beside the name", basis)
    for said, before in _later(page, beside, {span.start for span, _ in named}):
        words = Span(page.starts[before.first], page.ends[before.last]).of(page.text)
        basis = f"{entities[said.entity].name} is called “{words}” before, and nobody else in this document"
        yield said.entity, _mention(page, said, entities[said.entity].kind, "description as before", basis)


def _mention(page: Page, said: _Said, kind: EntityKind, rule: str, basis: str) -> Mention:
    span = Span(page.starts[said.first], page.ends[said.last])
    return Mention(page.id, span, page.passage_of[said.first], span.of(page.text), kind, "nominal", rule, basis)


def _of_person(page: Page, span: Span, number: int) -> Iterator[_Said]:
    """The roles on both sides of a name, other than a bare title (`President Ford`) and the next item of a list."""
    for role in role_spans(page, span):
        first, end = page.word_at(role.start), page.word_at(role.end)
        if page.texts[first].istitle() and first == end - 1 and page.before(first).casefold() not in ("the", "a", "an"):
            continue
        if role.start > span.start and page.after(end - 1) in ("and", "or"):
            continue
        tail = next((at for at in range(first + 1, end) if page.texts[at] in _ONGOING), end)
        while first and page.before(first) in ("the", "a", "an", "The", "A", "An") and page.gap(first - 1) in _SPACES:
            first -= 1
        yield _Said(number, first, tail - 1, end - 1)


def _of_organization(page: Page, span: Span, number: int) -> Iterator[_Said]:
    """`, the Russian space agency,` after a name, `the Russian space agency` before it."""
    first, after = page.word_at(span.start), page.word_at(span.end)
    if after < len(page.texts) and page.gap(after - 1) == ", " and page.texts[after] == "the":
        head = _noun_phrase(page, after + 1)
        listed = page.gap(first - 1) != " " or page.before(first) in ("and", "or") if first else False
        closed = (
            head is not None and page.gap(head)[:1] in (",", ".", ";", ")") and page.after(head) not in ("and", "or")
        )
        if head is not None and closed and not (listed and page.before(first)):
            yield _Said(number, after, head, head)
    head = first - 1
    if first and page.gap(head) == " " and _is_noun(page, head):
        start = head
        while start and head - start < _LONGEST and page.gap(start - 1) == " " and _tells(page.before(start)):
            start -= 1
        if start and page.before(start) in _ARTICLES and start < head:
            yield _Said(number, start - 1, head, head)


def _noun_phrase(page: Page, first: int) -> int | None:
    """The noun for organizations that ends a run of words which tell what it is; none where there is no such run."""
    at = first
    while at + 1 < len(page.texts) and at - first < _LONGEST and page.gap(at) == " " and _tells(page.texts[at]):
        at += 1
    return at if at > first and at < len(page.texts) and _is_noun(page, at) else None


def _is_noun(page: Page, at: int) -> bool:
    return page.texts[at] in lexis.word_list("organization_nouns")


def _tells(word: str) -> bool:
    """Whether a word before a noun says what or whose it is: small, or the name of a people or a place."""
    known = word in lexis.word_list("demonyms") or word in lexis.word_list("places") or lexis.is_acronym(word)
    return known or (
        word.isalpha() and word.islower() and word not in lexis.PARTICLES | {"and", "or", "in", "to", "for"}
    )


def _later(page: Page, beside: Sequence[_Said], names: set[int]) -> Iterator[tuple[_Said, _Said]]:
    """Definite descriptions that repeat one beside a name, each with that one."""
    heads: dict[str, list[_Said]] = defaultdict(list)
    for said in beside:
        heads[page.texts[said.head].casefold()].append(said)
    inside = {at for said in beside for at in range(said.first, said.last + 1)}
    for head, told in sorted(heads.items()):
        if len({said.entity for said in told}) > 1 or _others(page, head, inside):
            continue
        for at in sorted(at for form in {head, head.capitalize()} for at in page.places.get(form, ())):
            first = _article_before(page, at)
            alone = at not in inside and first is not None and _stands_alone(page, at, names)
            before = _repeated(page, first, at, told) if first is not None and alone else None
            if first is not None and before is not None:
                yield _Said(before.entity, first, at, at), before


def _others(page: Page, head: str, inside: set[int]) -> bool:
    """Whether the document speaks of several who are called so, or of somebody else."""
    places = [at for form in {head, head.capitalize()} for at in page.places.get(form, ()) if at not in inside]
    plural = any(form in page.places for form in (f"{head}s", f"{head.capitalize()}s"))
    return plural or any(page.before(at, back).casefold() in _ANOTHER for at in places for back in (1, 2))


def _article_before(page: Page, head: int) -> int | None:
    """Where the article stands that opens the description with this noun; none where there is none."""
    at = head - 1
    while (
        at >= 0 and head - at <= _LONGEST and page.gap(at) in _SPACES and page.passage_of[at] == page.passage_of[head]
    ):
        if page.texts[at] in _ARTICLES:
            return at
        at -= 1
    return None


def _stands_alone(page: Page, head: int, names: set[int]) -> bool:
    """Whether a noun ends its phrase: no name, no further noun and no `of` after it."""
    following = page.after(head)
    if page.gap(head) not in (*_SPACES, "-", "’s ", "'s "):
        return True
    further = following in _ONGOING or is_role(following) or lexis.is_name_word(following)
    return not further and page.starts[head + 1] not in names if following else True


def _repeated(page: Page, first: int, head: int, told: Sequence[_Said]) -> _Said | None:
    """The description before this one that has all its words, and the same ones that change an office."""
    words = {word.casefold() for word in page.texts[first + 1 : head + 1]}
    for said in told:
        known = {word.casefold() for word in page.texts[said.first : said.last + 1]}
        if said.first < first and words <= known and words & QUALITIES == known & QUALITIES:
            return said
    return None
