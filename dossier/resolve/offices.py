"""The roles of a person: what stands beside the name, what its sentence predicates, what the line of a list says."""

import dataclasses
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier import lexis
from dossier.model.entity import Entity, EntityKind, Role
from dossier.model.span import Span
from dossier.resolve.listed import Listed, listed_roles, stands_in
from dossier.resolve.page import Page
from dossier.resolve.predicates import predicated_roles
from dossier.resolve.roles import office_noun, role_spans
from dossier.resolve.tagging import Found

_OVER = frozenset({"former", "formerly", "ex", "late", "once", "retired", "then"})
"""Words that tell of what somebody is no longer."""


def roles_of(
    found: Iterable[Found], pages: Mapping[int, Page], names: Mapping[int, Sequence[Found]]
) -> tuple[Role, ...]:
    """The roles that passages give one person, each wording once, the most telling first; `names` holds all mentions by
    document, in order."""
    seen: dict[str, Role] = {}
    uses: Counter[str] = Counter()
    for item in found:
        page = pages[item.page]
        for role in (*_beside(page, item, names[item.page]), *listed_roles(page, item, names[item.page])):
            text = _wording(page, item, role)
            organization = role.organization.of(page.text) if role.organization else None
            made = Role(text, page.id, role.span, organization)
            key = text.casefold()
            uses[key] += 1
            if key not in seen or (seen[key].text.isupper() and not text.isupper()):
                seen[key] = made
    return _most_telling_first(seen, uses)


def _most_telling_first(seen: Mapping[str, Role], uses: Mapping[str, int]) -> tuple[Role, ...]:
    """Present before past, offices and occupations before other descriptions, kinship last; then what is said most
    often, a shorter wording counted with the longer one that goes on with it: `minister`, `minister for fisheries`."""
    longer = {key: [other for other in seen if other.startswith(f"{key} ")] for key in seen}
    said = {key: uses[key] + sum(uses[other] for other in seen if key.startswith(f"{other} ")) for key in seen}
    order = sorted(seen, key=lambda key: (_class(key), bool(longer[key]), -said[key]))
    return tuple(seen[key] for key in order)


def _class(role: str) -> int:
    words = [word.text for word in lexis.words(role)]
    if not _OVER.isdisjoint(words[:2]):
        return 3
    noun = office_noun(role)
    if noun in lexis.word_list("kin_nouns"):
        return 2
    return 0 if noun in lexis.word_list("occupations") or noun in lexis.word_list("ranks") else 1


def affiliated(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, with the organization of each role called by its canonical name; one that a description in the
    role denotes counts too: `head of the agency`."""
    by_text: dict[tuple[str, str], str] = {}
    by_place: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions if entity.kind is EntityKind.ORGANIZATION else ():
            by_text[mention.source, mention.text] = entity.name
            by_place[mention.source].append((mention.span, entity.name))
    for places in by_place.values():
        places.sort()

    def with_name(role: Role) -> Role:
        if role.organization is not None:
            return dataclasses.replace(role, organization=by_text.get((role.source, role.organization)))
        places = by_place[role.source]
        at = bisect_left(places, role.span.start, key=lambda place: place[0].start)
        inside = (name for span, name in places[at : at + 2] if role.span.contains(span))
        return dataclasses.replace(role, organization=next(inside, None))

    return tuple(dataclasses.replace(e, roles=tuple(map(with_name, e.roles))) if e.roles else e for e in entities)


def _wording(page: Page, name: Found, role: Listed) -> str:
    """The role's words; with the heading where that makes it another's: `Commander (Backup crew)`."""
    text = " ".join(role.span.of(page.text).split())
    heading = stands_in(page, name.passage)
    return text if heading is None or heading.overlaps(role.span) else f"{text} ({heading.of(page.text)})"


def _beside(page: Page, name: Found, names: Sequence[Found]) -> Iterator[Listed]:
    """The roles right before and right after a name and in its predicate, with the organization inside each."""
    for span in (*role_spans(page, name.span), *predicated_roles(page, name.span)):
        whole = _whole(span, names)
        yield Listed(whole, _organization(whole, names))


def _whole(span: Span, names: Sequence[Found]) -> Span:
    """The words of a role with all of the name that they end in: `officer of the Fire and Rescue Service`."""
    at = bisect_left(names, span.end, key=lambda name: name.span.start) - 1
    reaches = at >= 0 and names[at].kind is not EntityKind.PERSON and span.start < names[at].span.start
    return Span(span.start, max(span.end, names[at].span.end)) if reaches else span


def _organization(span: Span, names: Sequence[Found]) -> Span | None:
    return next((n.span for n in names if n.kind is EntityKind.ORGANIZATION and span.contains(n.span)), None)
