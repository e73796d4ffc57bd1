"""Row parts that every conclusion shares: where it stands."""

from collections.abc import Iterable, Mapping

from dossier.model.span import Span

Passages = Mapping[tuple[str, int], int]
"""The row id of a passage, by the id of its source and its index there."""
Positions = Mapping[str, int]
"""The position of a source in the case, by its id."""


def first(position: Positions, places: Iterable[tuple[str, Span]]) -> dict[str, int]:
    """Where something first stands, in the order of the sources."""
    source, start = min(((position[source], span.start) for source, span in places), default=(0, 0))
    return {"first_source": source, "first_start": start}


def ends(name: str, span: Span | None) -> dict[str, int | None]:
    """The columns `…_start` and `…_end` of a span that may be missing."""
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}
