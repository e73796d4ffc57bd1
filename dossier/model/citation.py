"""Works that a source cites or relays."""

from dataclasses import dataclass

from dossier.model.span import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A work cited in a source's reference list, or an agency or newspaper that its text draws on."""

    source: str
    passage: int
    span: Span
    number: int | None
    """In the reference list; None for a work that only the running text names."""
    author: str | None
    title: str | None
    publisher: str | None
    published: str | None
    """EDTF."""
    accessed: str | None
    """EDTF."""
    marks: tuple[Span, ...] = ()
    """The footnote markers that point to it."""
    entity: str | None = None
    """Id of the organization that published it, where the case knows it."""
