"""What a reader can decide about a thing: one wording for the command line and the browser."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from dossier.model.decision import Verb
from dossier.model.edtf import bounds
from dossier.model.entity import NAMED_KINDS
from dossier.model.event import EventStatus

ENTITY = tuple(kind.value for kind in NAMED_KINDS)
FOUND = (*ENTITY, "event", "statement", "disagreement")
"""What the program concluded, and may be wrong about."""
ANYTHING = (*FOUND, "source", "passage")
ROLES = ("agent", "patient", "speaker", "place", "vehicle", "participant")
"""In which an entity can take part in an event."""


class Takes(Enum):
    """What an act asks for beside the thing it is about."""

    NOTHING = auto()
    WORDS = auto()
    """Some words: a name, a date, a tag."""
    TEXT = auto()
    """Several lines."""
    CHOICE = auto()
    """One of a few values."""
    REASON = auto()
    """Why: it may be left out."""
    OTHER = auto()
    """Another thing of its sort."""
    SOMEBODY = auto()
    """A person, organization, place or vehicle."""
    PLACES = auto()
    """Some of the places where it is named or told."""
    FIELD = auto()
    """What is known of a source, and which piece of it."""


def _dated(value: str) -> bool:
    return bounds(value) != (None, None)


def _worded(value: str) -> bool:
    return bool(value.strip())


@dataclass(frozen=True, slots=True)
class Act:
    """One verb: what it is about, and what it takes."""

    verb: Verb
    key: str
    """The letter that chooses it in the browser."""
    help: str
    kinds: tuple[str, ...] = ANYTHING
    """What it can be about."""
    takes: Takes = Takes.NOTHING
    value: str = ""
    """What follows, as a prompt calls it; empty where nothing does."""
    valid: Callable[[str], bool] = _worded
    """Whether a value can be meant."""
    must: str = "some words"
    """What a value must be."""
    choices: tuple[str, ...] = ()
    """All values there are, where they are few."""


ACTS = (
    Act(Verb.MERGE, "m", "another is the same: merge them", (*ENTITY, "event"), Takes.OTHER),
    Act(Verb.APART, "p", "another is not the same, and never to be merged", (*ENTITY, "event"), Takes.OTHER),
    Act(Verb.SPLIT, "s", "some of its mentions are somebody or something else", ENTITY, Takes.PLACES),
    Act(Verb.PART, "o", "some of its reports tell of another event", ("event",), Takes.PLACES),
    Act(Verb.RENAME, "r", "give it another name", (*ENTITY, "event"), Takes.WORDS, "name"),
    Act(Verb.ALIAS, "l", "give it a further name", ENTITY, Takes.WORDS, "name"),
    Act(Verb.KIND, "k", "it is of another kind", ENTITY, Takes.CHOICE, "kind", valid=lambda v: v in ENTITY,
        must="one of " + ", ".join(ENTITY), choices=ENTITY),
    Act(Verb.REDATE, "d", "it happened at another date", ("event",), Takes.WORDS, "date", valid=_dated,
        must="a date in EDTF: 1911, 1911-03, 1911-03-04/1911-03-05, 1911~, ../1911"),
    Act(Verb.STATUS, "s", "it stands otherwise", ("event",), Takes.CHOICE, "status",
        valid=lambda v: v in set(EventStatus), must="one of " + ", ".join(EventStatus), choices=tuple(EventStatus)),
    Act(Verb.INVOLVE, "i", "somebody or something took part in it", ("event",), Takes.SOMEBODY, "role",
        valid=lambda v: v in ROLES, must="one of " + ", ".join(ROLES), choices=ROLES),
    Act(Verb.EXCLUDE, "e", "somebody or something took no part in it", ("event",), Takes.SOMEBODY),
    Act(Verb.SPEAKER, "s", "somebody else said it", ("statement",), Takes.SOMEBODY),
    Act(Verb.SETTLE, "s", "it is settled", ("disagreement",), Takes.REASON),
    Act(Verb.DISMISS, "p", "it is no disagreement at all", ("disagreement",), Takes.REASON),
    Act(Verb.REOPEN, "o", "it is open again", ("disagreement",)),
    Act(Verb.FIELD, "f", "say what the document does not say of itself: title, publisher, author, date, kind",
        ("source",), Takes.FIELD),
    Act(Verb.RELIABILITY, "r", "say how far it can be relied on", ("source",), Takes.TEXT, "text"),
    Act(Verb.REJECT, "x", "it is none: hide it", FOUND),
    Act(Verb.CONFIRM, "c", "it is as the program found it", FOUND),
    Act(Verb.NOTE, "n", "write a note, in Markdown", ANYTHING, Takes.TEXT, "note"),
    Act(Verb.TAG, "t", "put a tag on it", ANYTHING, Takes.WORDS, "tag"),
    Act(Verb.UNTAG, "T", "take a tag off it", ANYTHING, Takes.WORDS, "tag"),
    Act(Verb.BOOKMARK, "b", "bookmark it", ANYTHING),
)  # fmt: skip


def acts_on(kind: str) -> tuple[Act, ...]:
    """What can be decided about a thing of this kind; each with a letter of its own."""
    return tuple(act for act in ACTS if kind in act.kinds)
