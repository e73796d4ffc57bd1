"""What the case tells: events with their reports, statements with their speakers, cited works, and where the
sources differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.assemble.disagreements import matters
from dossier.assemble.events.conclude import events
from dossier.assemble.events.sequence import in_sequence
from dossier.assemble.readings import readings
from dossier.assemble.speech.anonymous import anonymous_speakers, offices
from dossier.assemble.speech.chains import media
from dossier.assemble.speech.citations import citations, relayed
from dossier.assemble.speech.statements import statements
from dossier.assemble.speech.utterances import with_utterances
from dossier.model.annotation import Annotated
from dossier.model.citation import Citation
from dossier.model.disagreement import Matter
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.resolution import Resolution
from dossier.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Assembly:
    """The result of `assemble`."""

    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    anonymous: tuple[Entity, ...] = ()
    """Speakers whom a document only describes."""
    matters: tuple[Matter, ...] = ()
    """What was compared, the weightiest first."""


def assemble(case: Sequence[Annotated], resolution: Resolution) -> Assembly:
    """Conclude events, statements and citations from annotated documents and what the case resolved of them."""
    read = readings(case, resolution)
    held = offices(resolution.entities)
    known = media(read)
    said = [anonymous_speakers(one, statements(one, known), held.get(one.source, frozenset())) for one in read]
    happened = in_sequence(read, events(read, [found for found, _ in said]))
    texts = {reading.source: reading.text for reading in read}
    all_said = with_utterances([statement for found, _ in said for statement in found], texts)
    by_source: dict[str, list[Statement]] = {one.source: [] for one in read}
    for statement in all_said:
        by_source[statement.source].append(statement)
    anonymous = tuple(entity for _, entities in said for entity in entities)
    return Assembly(
        events=happened,
        statements=all_said,
        citations=tuple(
            work for one in read for work in (*citations(one), *relayed(one, by_source[one.source], known))
        ),
        anonymous=anonymous,
        matters=matters(read, happened, all_said, resolution.entities + anonymous),
    )
