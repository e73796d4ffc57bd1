"""What a reader can decide about a thing: one wording for the command line and the browser."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from dossier.model.decision import Verb
from dossier.model.entity import NAMED_KINDS
from dossier.model.event import EventStatus
from dossier.present.dates import date_words

ENTITY = tuple(kind.value for kind in NAMED_KINDS)
FOUND = (*ENTITY, "event", "statement", "disagreement")
"""What the program concluded, and may be wrong about."""
ANYTHING = (*FOUND, "source", "passage")
ROLES = ("agent", "patient", "speaker", "place", "vehicle", "participant")
"""In which an entity can take part in an event."""

_UNFIT = {
    "person": ("place", "vehicle"), "anonymous": ("place", "vehicle"), "organization": ("vehicle",),
    "place": ("speaker", "vehicle"), "vehicle": ("speaker", "place"),
}  # fmt: skip
"""Roles that a thing of a kind cannot have: only a vehicle is one, people are no places, and only people and
organizations speak. An organization can be where something happens: a hospital, a bank."""


def roles_of(kind: str) -> tuple[str, ...]:
    """The roles in which a thing of this kind can take part in an event."""
    return tuple(role for role in ROLES if role not in _UNFIT.get(kind, ()))


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


DATED = "a date such as 16 April 1998, about 5 May 1911, Aug 2018, 1914-1918, or in EDTF 1911-03-04/1911-03-05"
"""What can be typed for a date."""


def dated(words: str) -> str:
    """The EDTF value of a date as it is typed; empty where it is none."""
    from dossier.decide.dating import read_date  # noqa: PLC0415  (late: the reader of dates, where one is typed)

    return read_date(words) or ""


def as_understood(value: str) -> str:
    """What is shown of a date before it is taken, in words and as it is kept."""
    words = date_words(value)
    return f"Understood as {words}" + (f" ({value})." if words != value else ".")


def _worded(value: str) -> str:
    return value if value.strip() else ""


def _one_of(*values: str) -> Callable[[str], str]:
    return lambda value: value if value in values else ""


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
    meaning: Callable[[str], str] = _worded
    """The value that what is typed means; empty where it can mean none."""
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
    Act(Verb.KIND, "k", "it is of another kind", ENTITY, Takes.CHOICE, "kind", meaning=_one_of(*ENTITY),
        must="one of " + ", ".join(ENTITY), choices=ENTITY),
    Act(Verb.REDATE, "d", "it happened at another date", ("event",), Takes.WORDS, "date", meaning=dated, must=DATED),
    Act(Verb.STATUS, "s", "it stands otherwise", ("event",), Takes.CHOICE, "status",
        meaning=_one_of(*EventStatus), must="one of " + ", ".join(EventStatus), choices=tuple(EventStatus)),
    Act(Verb.INVOLVE, "i", "somebody or something took part in it", ("event",), Takes.SOMEBODY, "role",
        meaning=_one_of(*ROLES), must="one of " + ", ".join(ROLES), choices=ROLES),
    Act(Verb.EXCLUDE, "e", "somebody or something took no part in it", ("event",), Takes.SOMEBODY),
    Act(Verb.SPEAKER, "s", "somebody else said it", ("statement",), Takes.SOMEBODY),
    Act(Verb.SETTLE, "s", "it is settled", ("disagreement",), Takes.REASON),
    Act(Verb.DISMISS, "p", "the sources do not differ here: it is no disagreement", ("disagreement",), Takes.REASON),
    Act(Verb.REOPEN, "o", "it is open again", ("disagreement",)),
    Act(Verb.FIELD, "f", "say what the document does not say of itself: title, publisher, author, date, kind",
        ("source",), Takes.FIELD),
    Act(Verb.RELIABILITY, "r", "say how far it can be relied on", ("source",), Takes.TEXT, "text"),
    Act(Verb.REJECT, "x", "it is none: hide it", (*ENTITY, "event", "statement")),
    Act(Verb.CONFIRM, "c", "it is as the program found it", FOUND),
    Act(Verb.NOTE, "n", "write a note, in Markdown", ANYTHING, Takes.TEXT, "note"),
    Act(Verb.TAG, "t", "put a tag on it", ANYTHING, Takes.WORDS, "tag"),
    Act(Verb.UNTAG, "T", "take a tag off it", ANYTHING, Takes.WORDS, "tag"),
    Act(Verb.BOOKMARK, "b", "bookmark it", ANYTHING),
)  # fmt: skip


def acts_on(kind: str) -> tuple[Act, ...]:
    """What can be decided about a thing of this kind; each with a letter of its own."""
    return tuple(act for act in ACTS if kind in act.kinds)
