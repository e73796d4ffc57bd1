"""What one source reports of one event, before it is known who else reports the same."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dossier.assemble.events.days import Days, days_of
from dossier.model.entity import EntityKind
from dossier.model.event import Participant, Report


class Acts(NamedTuple):
    """What is done."""

    stems: frozenset[str]
    senses: frozenset[int]
    """Numbers of the groups of synonyms that the verbs are in."""


NOTHING = Acts(frozenset(), frozenset())
Standing = tuple[str, str]
"""A preposition and the stem of a name: `at Dorn`."""
SPEECH = frozenset({"(speech)"})
"""The act of every verb that reports speech: sources choose among `said`, `added` and `told` freely."""


@dataclass(frozen=True)
class Candidate:
    """One source's report with what is needed to tell whether another report is of the same event.

    Without slots, because what joining asks again and again is worked out once and kept.
    """

    report: Report
    labelled: Callable[[], str]
    """Makes the label, which only one report of each event needs."""
    kind: str
    """Lemma of the verb, or the noun, that tells what happened."""
    participants: tuple[Participant, ...]
    acts: frozenset[str]
    """Stems of the verbs, and of the verbs behind the nouns, that say what is done."""
    senses: frozenset[int]
    """Groups of synonyms that those verbs are in."""
    core: frozenset[str]
    """What is acted on, or else who acts: entities, and stems of nouns; empty where that is left open."""
    content: frozenset[str]
    """Stems of the words that tell what happened, names left out."""
    named: frozenset[tuple[EntityKind, str]]
    """Whoever and whatever its words name or mean, taking part or not, by kind."""
    inferred: bool
    """Whether the date was worked out from more than the words that date it."""
    order: tuple[int, int]
    """Position of the source and offset."""
    head: int
    """Offset of the word that tells it."""
    sentence: int
    """Offset of the sentence, or table line, that tells it."""
    is_of_somebody: bool = False
    """Whether its own words name somebody or something."""
    speaks_of: Acts = NOTHING
    """The act that its subject takes as known: `the leak` in `the leak was in the bow`."""
    passing: bool = False
    """Told only in passing (a subordinate clause, an event noun, a headline): it adds to an event that another
    report makes, and makes none itself."""
    is_past: bool = True
    """Whether it is told in the past, and not as what goes on, or has come to be so."""
    speakers: frozenset[str] = frozenset()
    """Whoever says it, where it is an event of speech."""
    is_news: bool = False
    """Whether it is what its document has to tell: its headline or lead says it."""
    standing: frozenset[Standing] = frozenset()
    """Where that which is acted on, or else acts, stands, so that it is known which it is."""
    doers: frozenset[str] = frozenset()
    """Nouns for what happens that are told to have done it: `the storm destroyed …`."""
    is_toll: bool = False
    """Whether it tells how many came to harm, and no more."""
    occasion: int | None = None
    """Number, within its source, of the occasion it belongs to, mostly of speech; reports of one are one event."""

    @cached_property
    def label(self) -> str:
        """A few words that read well in a list."""
        return self.labelled()

    @cached_property
    def is_speech(self) -> bool:
        """Whether it tells that something was said."""
        return self.acts >= SPEECH

    @cached_property
    def days(self) -> Days:
        """The days it can be of."""
        return days_of(self.report.date)

    @cached_property
    def entities(self) -> frozenset[str]:
        """Whoever and whatever it names."""
        return frozenset(entity for _, entity in self.named)

    @cached_property
    def agents(self) -> frozenset[str]:
        """Whoever does it."""
        return frozenset(p.entity for p in self.participants if p.role == "agent")

    @cached_property
    def by_kind(self) -> dict[EntityKind, frozenset[str]]:
        """Whoever and whatever it names, by kind."""
        return {k: frozenset(e for kind, e in self.named if kind is k) for k in {kind for kind, _ in self.named}}

    @cached_property
    def features(self) -> frozenset[str]:
        """All that can be compared: words and entities."""
        return self.content | self.entities
