"""The roles of a person: what stands beside the name, what its sentence predicates, what the line of a list says."""

import dataclasses
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.model.entity import Entity, EntityKind, Role
from dossier.model.span import Span
from dossier.resolve.listed import Listed, listed_roles, stands_in
from dossier.resolve.page import Page
from dossier.resolve.predicates import predicated_roles
from dossier.resolve.roles import role_spans
from dossier.resolve.tagging import Found


def roles_of(
    found: Iterable[Found], pages: Mapping[int, Page], names: Mapping[int, Sequence[Found]]
) -> tuple[Role, ...]:
    """The roles that passages give one person, each wording once; `names` holds all mentions by document, in order."""
    seen: dict[str, Role] = {}
    for item in found:
        page = pages[item.page]
        for role in (*_beside(page, item, names[item.page]), *listed_roles(page, item, names[item.page])):
            text = _wording(page, item, role)
            organization = role.organization.of(page.text) if role.organization else None
            seen.setdefault(text.casefold(), Role(text, page.id, role.span, organization))
    return tuple(seen.values())


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
        yield Listed(span, _organization(span, names))


def _organization(span: Span, names: Sequence[Found]) -> Span | None:
    return next((n.span for n in names if n.kind is EntityKind.ORGANIZATION and span.contains(n.span)), None)
