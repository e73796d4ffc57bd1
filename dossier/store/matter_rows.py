"""Rows of what was compared: matters with their sides, what they are about, and who is silent."""

from collections.abc import Iterator
from typing import Any

from dossier.model.disagreement import Matter
from dossier.store.place_rows import Passages


def matter_row(matter: Matter, place: int, settled: str | None) -> dict[str, Any]:
    """A matter at its place among all: the weightiest first. `settled` tells how readers settled it."""
    return {
        "id": matter.id, "position": place, "agrees": int(not matter.kind.disagrees), "question": matter.question,
        "attribute": matter.attribute, "kind": matter.kind.value, "rank": matter.rank, "sides": len(matter.sides),
        "sources": len({words.source for side in matter.sides for words in side.evidence}), "settled": settled,
        "rule": matter.rule, "basis": matter.basis,
    }  # fmt: skip


def value_rows(matter: Matter, passage: Passages) -> Iterator[dict[str, Any]]:
    """Each passage of each side."""
    for number, side in enumerate(matter.sides):
        for words in side.evidence:
            yield {
                "disagreement": matter.id, "side": number, "value": side.value, "voices": side.voices,
                "source": words.source, "passage": passage[words.source, words.passage],
                "start": words.span.start, "end": words.span.end, "statement": words.statement,
                "event": words.event,
            }  # fmt: skip


def subject_rows(matter: Matter) -> Iterator[dict[str, Any]]:
    """The events, statements and entities in question."""
    return ({"disagreement": matter.id, "target": target} for target in dict.fromkeys(matter.about))


def silence_rows(matter: Matter) -> Iterator[dict[str, Any]]:
    """The sources that report the event and say nothing of this."""
    return ({"disagreement": matter.id, "source": source} for source in dict.fromkeys(matter.silent))
