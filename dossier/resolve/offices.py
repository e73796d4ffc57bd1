"""The roles of a person: what stands beside the name, and what the line of a list says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.model.entity import EntityKind, Role
from dossier.model.span import Span
from dossier.resolve.listed import Listed, listed_roles, stands_in
from dossier.resolve.page import Page
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


def _wording(page: Page, name: Found, role: Listed) -> str:
    """The role's words; with the heading where that makes it another's: `Commander (Backup crew)`."""
    text = " ".join(role.span.of(page.text).split())
    heading = stands_in(page, name.passage)
    return text if heading is None or heading.overlaps(role.span) else f"{text} ({heading.of(page.text)})"


def _beside(page: Page, name: Found, names: Sequence[Found]) -> Iterator[Listed]:
    """The roles right before and right after a name, with the organization inside each."""
    for span in role_spans(page, name.span):
        yield Listed(span, _organization(span, names))


def _organization(span: Span, names: Sequence[Found]) -> Span | None:
    return next((n.span for n in names if n.kind is EntityKind.ORGANIZATION and span.contains(n.span)), None)
