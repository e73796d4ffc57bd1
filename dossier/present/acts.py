"""What a reader can decide about a thing: one wording for the command line and the browser."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.model.decision import Verb
from dossier.model.edtf import bounds
from dossier.model.entity import NAMED_KINDS
from dossier.model.event import EventStatus

ENTITY = tuple(kind.value for kind in NAMED_KINDS)
ANYTHING = (*ENTITY, "event", "statement", "disagreement", "source")


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
    others: bool = False
    """Whether it takes further things of the same sort."""
    value: str = ""
    """What follows, as a prompt calls it; empty where nothing does."""
    valid: Callable[[str], bool] = _worded
    """Whether a value can be meant."""
    must: str = "some words"
    """What a value must be."""
    choices: tuple[str, ...] = ()
    """All values there are, where they are few."""


ACTS = (
    Act(Verb.MERGE, "m", "another is the same: merge them", (*ENTITY, "event"), others=True),
    Act(Verb.APART, "p", "another is not the same, and never to be merged", (*ENTITY, "event"), others=True),
    Act(Verb.RENAME, "r", "give it another name", (*ENTITY, "event"), value="name"),
    Act(Verb.ALIAS, "l", "give it a further name", ENTITY, value="name"),
    Act(Verb.KIND, "k", "it is of another kind", ENTITY, value="kind", valid=lambda v: v in ENTITY,
        must="one of " + ", ".join(ENTITY), choices=ENTITY),
    Act(Verb.REDATE, "d", "it happened at another date", ("event",), value="date", valid=_dated,
        must="a date in EDTF: 1911, 1911-03, 1911-03-04/1911-03-05, 1911~, ../1911"),
    Act(Verb.STATUS, "s", "it stands otherwise", ("event",), value="status", valid=lambda v: v in set(EventStatus),
        must="one of " + ", ".join(EventStatus), choices=tuple(EventStatus)),
    Act(Verb.SETTLE, "s", "it is settled", ("disagreement",)),
    Act(Verb.DISMISS, "p", "it is no disagreement at all", ("disagreement",)),
    Act(Verb.REJECT, "x", "it is none: hide it"),
    Act(Verb.CONFIRM, "c", "it is as the program found it"),
    Act(Verb.NOTE, "n", "write a note, in Markdown", value="note"),
    Act(Verb.TAG, "t", "put a tag on it", value="tag"),
    Act(Verb.UNTAG, "T", "take a tag off it", value="tag"),
)  # fmt: skip


def acts_on(kind: str) -> tuple[Act, ...]:
    """What can be decided about a thing of this kind; each with a letter of its own."""
    return tuple(act for act in ACTS if kind in act.kinds)
