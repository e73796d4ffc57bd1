"""Short descriptions of one named right before: `the vessel` after `SS Carrow`, `the board` after `the Marine Safety
Board`, `the minister`, `the 41-year-old`.

Such a description is taken for the last one of its kind that has been named, at most two passages before, if the case
calls that one by the noun somewhere (beside a name, in it, by a kind of ship) and nobody else near so. Else it stays
open.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import NamedTuple

from dossier import lexis
from dossier.model.entity import Entity, EntityKind, Mention
from dossier.model.span import Span
from dossier.resolve.page import SHIP_PREFIXES, Page
from dossier.resolve.roles import is_role, office_noun

Nouns = Mapping[int, frozenset[str]]
"""By index of an entity: the nouns by which the case calls it."""
_KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.VEHICLE)
_BACK = 2
"""Passages before its own in which a description looks for the name: further back others have been spoken of."""
_AGE = "-year-old"
_NEW = frozenset({"a", "an", "another", "other", "second", "one"})
_GOING_ON = frozenset({"of", "for", "from", "in", "at", "who", "whose", "which", "that", "general", "elect"})
"""Words after a noun that may tell another one: `the senator from Ohio`."""
_THE = frozenset({"the", "The"})


class _Named(NamedTuple):
    """Where a page names an entity, in word indices, both inside."""

    first: int
    last: int
    entity: int


class _There(NamedTuple):
    """One page with what it names, in order, and what the case calls that."""

    page: Page
    named: Sequence[_Named]
    entities: Sequence[Entity]
    nouns: Nouns


def after_names(entities: Sequence[Entity], pages: Mapping[str, Page]) -> dict[int, list[Mention]]:
    """By index of an entity: the descriptions that mean it as the one named last before them."""
    nouns = _nouns_of(entities, pages)
    wanted: dict[str, set[str]] = defaultdict(set)
    for number, called in nouns.items():
        for source in {mention.source for mention in entities[number].mentions}:
            places = pages[source].places
            wanted[source].update(noun for noun in called if noun in places or noun.capitalize() in places)
    named: dict[str, list[_Named]] = {source: [] for source, words in sorted(wanted.items()) if words}
    taken: dict[str, set[int]] = defaultdict(set)
    for number, entity in enumerate(entities):
        for mention in entity.mentions:
            if mention.source in named:
                page = pages[mention.source]
                first, last = page.word_at(mention.span.start), page.word_at(mention.span.end) - 1
                taken[mention.source].update(range(first, last + 1))
                if mention.form == "name" and entity.kind in _KINDS:
                    named[mention.source].append(_Named(first, last, number))
    found: dict[int, list[Mention]] = defaultdict(list)
    for source, found_there in named.items():
        there = _There(pages[source], sorted(found_there), entities, nouns)
        for number, mention in _in_document(there, wanted[source], taken[source]):
            found[number].append(mention)
    return found


def _nouns_of(entities: Sequence[Entity], pages: Mapping[str, Page]) -> Nouns:
    """What the whole case calls each person, organization and vehicle; those it calls nothing are left out."""
    found: dict[int, set[str]] = defaultdict(set)
    for number, entity in enumerate(entities):
        if entity.kind is EntityKind.PERSON:
            for noun in filter(None, (office_noun(role.text) for role in entity.roles)):
                found[number].add(noun)
        for mention in entity.mentions if entity.kind in _KINDS else ():
            for noun in _called(pages[mention.source], mention):
                found[number].add(noun)
    return {number: frozenset(called) for number, called in found.items()}


def _in_document(there: _There, wanted: AbstractSet[str], taken: AbstractSet[int]) -> Iterator[tuple[int, Mention]]:
    page = there.page
    for noun in sorted(wanted):
        for at in sorted({at for form in (noun, noun.capitalize()) for at in page.places.get(form, ())}):
            alone = at and at not in taken and _is_definite(page, at) and _stands_alone(page, at)
            one = _meant(there, at, noun) if alone else None
            if one is not None:
                yield one, _mention(page, at, there.entities[one])


def _mention(page: Page, at: int, entity: Entity) -> Mention:
    span = Span(page.starts[at - 1], page.ends[at])
    basis = f"{entity.name} is the last one named before it, and the only one near it who is called so in this case"
    passage, text = page.passage_of[at], span.of(page.text)
    return Mention(page.id, span, passage, text, entity.kind, "nominal", "description after the name", basis)


def _called(page: Page, mention: Mention) -> Iterable[str]:
    """The nouns that a name, or what stands right beside it, tells."""
    if mention.kind is EntityKind.ORGANIZATION:
        return _called_organization(mention.text)
    end = mention.span.end
    if mention.kind is EntityKind.PERSON and not page.text.startswith(", ", end):
        return ()
    first, last = page.word_at(mention.span.start), page.word_at(mention.span.end) - 1
    if first > last:
        return ()
    if mention.kind is EntityKind.VEHICLE:
        return _called_vehicle(page, first, last)
    aged = page.gap(last) == ", " and page.after(last).isdigit() and page.gap(last + 1)[:1] == ","
    return (page.after(last) + _AGE,) if aged else ()


@lru_cache(maxsize=1 << 14)
def _called_organization(name: str) -> tuple[str, ...]:
    words = [word.text.casefold() for word in lexis.words(name)]
    if not words:
        return ()
    head = words.index("of", 1) - 1 if "of" in words[1:] else len(words) - 1
    own = (words[head],) if words[head] in lexis.word_list("organization_nouns") else ()
    return (*own, "company") if len(words) > 1 and lexis.is_legal_form(words[-1]) else own


def _called_vehicle(page: Page, first: int, last: int) -> Iterator[str]:
    words = {page.texts[at].casefold() for at in range(first, last + 1)}
    beside = {page.before(first), page.after(last) if page.gap(last) == " " else ""}
    for noun in (words | beside) & _vehicle_kinds().keys():
        yield from _kinds(noun)
    if page.texts[first] in SHIP_PREFIXES:
        yield from _kinds("ship")


def _kinds(noun: str) -> Sequence[str]:
    return (noun, *_vehicle_kinds().get(noun, ()))


@cache
def _vehicle_kinds() -> dict[str, tuple[str, ...]]:
    """By noun: what else a vehicle called so may be called."""
    lines = (line.split("|") for line in lexis.word_list("vehicle_kinds"))
    return {noun: tuple(more) for noun, *more in lines}


def _is_definite(page: Page, at: int) -> bool:
    return page.before(at) in _THE and page.gap(at - 1) in (" ", "\u00a0")


def _stands_alone(page: Page, at: int) -> bool:
    """Whether a noun ends its phrase: no further noun, name or `of` after it."""
    following = page.after(at)
    if not following or page.gap(at) not in (" ", "\u00a0", "-"):
        return True
    further = following in _GOING_ON or is_role(following) or lexis.is_name_word(following)
    return not further and not (page.nouns and page.is_noun(at + 1)) and page.gap(at) != "-"


def _meant(there: _There, at: int, noun: str) -> int | None:
    """The entity last named before a description, near it, where it alone there is called so."""
    page, named, entities, nouns = there
    kind = {entities[one.entity].kind for one in named if noun in nouns.get(one.entity, ())}
    from_passage = page.passage_of[at] - _BACK
    before = [
        one
        for one in named[: bisect_left(named, (at, 0, 0))]
        if page.passage_of[one.first] >= from_passage and entities[one.entity].kind in kind
    ]
    called = {one.entity for one in before if noun in nouns.get(one.entity, ())}
    if len(kind) != 1 or len(called) != 1 or before[-1].entity not in called:
        return None
    near = [other for form in (noun, noun.capitalize()) for other in _near(page, form, from_passage, at)]
    own = {word for one in before if one.entity in called for word in range(one.first, one.last + 1)}
    new = any(_is_another(page, other) for other in near if other not in own)
    several = any(_near(page, form, from_passage, at) for form in (f"{noun}s", f"{noun}s".capitalize()))
    return None if new or several else before[-1].entity


def _near(page: Page, word: str, from_passage: int, before: int) -> list[int]:
    """Where a word stands before another one, from a passage on."""
    return [at for at in page.places.get(word, ()) if at < before and page.passage_of[at] >= from_passage]


def _is_another(page: Page, at: int) -> bool:
    """Whether a noun speaks of somebody else: `a ship`, `Holland Lodge`."""
    before = page.before(at)
    return before.casefold() in _NEW or (lexis.is_name_word(before) and before not in _THE)
