"""What a reader decided about what the program found: one record a decision, never changed afterwards.

What a decision is about is named by content (name, kind, words with their place in a document of a known hash),
never by a row or an id of the database, so that it means the same after every rebuild.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Verb(StrEnum):
    """What a decision does."""

    MERGE = "merge"
    """Two entities, or two events, are one."""
    APART = "apart"
    """Two entities are not the same, for good; two events are not one."""
    SPLIT = "split"
    """The mentions that the anchors name are another entity's."""
    RENAME = "rename"
    """The canonical name of an entity, or the label of an event."""
    PART = "part"
    """The reports that the anchors name tell of another event; the value is what to call it."""
    ADD = "add"
    """What the program did not find, at the words of the anchors: a name (without anchors: wherever it stands); an
    event, the value being its date in EDTF; a statement, the further subjects being who made it."""
    ALIAS = "alias"
    """A further name of an entity."""
    KIND = "kind"
    """An entity is of another kind."""
    REJECT = "reject"
    """No entity, event, statement or disagreement worth the name: it is hidden."""
    CONFIRM = "confirm"
    """It is as the program found it."""
    REDATE = "redate"
    """When an event happened, in EDTF."""
    STATUS = "status"
    """How an event stands."""
    INVOLVE = "involve"
    """The second subject took part in an event, in the role that the value names."""
    EXCLUDE = "exclude"
    """The second subject took no part in an event."""
    SPEAKER = "speaker"
    """Who made a statement: the second subject; nobody known, where there is none."""
    SETTLE = "settle"
    """A disagreement is settled; why says how."""
    DISMISS = "dismiss"
    """No conflict at all."""
    REOPEN = "reopen"
    """A disagreement that was settled or dismissed is open again."""
    FIELD = "field"
    """What is known of a source: `title=…`, `publisher=…`, `author=…`, `published=…`, `kind=…`."""
    RELIABILITY = "reliability"
    """How far a source can be relied on, in the reader's words."""
    NOTE = "note"
    """A note, in Markdown."""
    TAG = "tag"
    UNTAG = "untag"
    READ = "read"
    """A reader has read a source. Taken back, it is unread."""
    BOOKMARK = "bookmark"
    """A place to come back to."""
    SEARCH = "search"
    """A query to ask again: the value."""
    UNDO = "undo"
    """The decision that the value names no longer holds; undoing an undo makes it hold again."""


KEEPING = frozenset({Verb.READ, Verb.BOOKMARK, Verb.SEARCH})
"""What a reader keeps for their own way through the case; it corrects nothing."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words and where they stand."""

    sha256: str
    """Of the document."""
    start: int
    """In code points of its text."""
    text: str
    path: str = field(default="", compare=False)
    """Where the document lay: the words are looked for there when no document has the hash any more."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision is about."""

    kind: str
    """A kind of entity, or `event`, `statement`, `disagreement`, `source` or `passage` (any words of a source)."""
    name: str
    """Canonical name, label, words, question, or path: what a person knows it by."""
    anchors: tuple[Anchor, ...] = ()
    """Words that belong to it; a few are enough to find it again. Of a source, its hash with no words."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of one reader."""

    id: str
    """Unique among all writers."""
    at: str
    """When: ISO 8601 in UTC, to the microsecond."""
    by: str
    """The writer's name."""
    verb: Verb
    subjects: tuple[Subject, ...] = ()
    value: str = ""
    """What the verb takes: a name, an EDTF date, a status, a note, a tag, the id of a decision."""
    why: str = ""
    """The reader's reason."""


class State(StrEnum):
    """How a decision stands after it was applied."""

    HOLDS = "holds"
    UNDONE = "undone"
    ORPHAN = "orphan"
    """What it is about is not in the documents as they are now; it is applied again when that returns."""
    CONTRADICTED = "contradicted"
    """Another decision says the opposite; which one holds is for the readers to settle."""
    INVALID = "invalid"
    """It says nothing that can be done."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A line of a journal that does not prove itself."""

    journal: str
    """Path of the file."""
    line: int
    """From 1."""
    reason: str


@dataclass(frozen=True, slots=True)
class Curation:
    """What the readers of a case decided, and what came of it."""

    decisions: tuple[Decision, ...]
    """In order of time, undoings included."""
    states: Mapping[str, State]
    """By the id of a decision."""
    touched: Mapping[str, Sequence[str]]
    """By the id of a thing as it is now: the decisions that made it so."""
    damage: tuple[Damage, ...]
    concerns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By the id of a decision in force: the things found to which its words belong, each with its sort (`entity`,
    `event`, `statement`, `disagreement`, `source`)."""
    became: Mapping[str, str | None] = field(default_factory=dict)
    """By the id of a thing found that is no longer itself: what it is part of now; None where it was rejected."""
    moved: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """By source and offset of a mention that was split off or added: its entity now; empty where that was rejected."""
    against: Mapping[str, str] = field(default_factory=dict)
    """By the id of a contradicted decision: that of the one that says the opposite and holds."""
