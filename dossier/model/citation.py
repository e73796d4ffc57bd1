"""Works that a source cites."""

from dataclasses import dataclass

from dossier.model.span import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A work cited in a source's reference list."""

    source: str
    passage: int
    span: Span
    number: int
    author: str | None
    title: str | None
    publisher: str | None
    published: str | None
    """EDTF."""
    accessed: str | None
    """EDTF."""
    marks: tuple[Span, ...] = ()
    """The footnote markers that point to it."""
