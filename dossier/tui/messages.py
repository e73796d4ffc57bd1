"""Messages that cross widgets. Facts are in the past tense.

None equals another (`eq=False`): that also spares half of what making these classes costs before the first frame.
"""

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from dossier.model.selection import Selection
from dossier.present.page import Target
from dossier.store.queries.filters import Noun


@dataclass(eq=False)
class RowHighlighted(Message):
    """The cursor of a list moved to another row."""

    noun: Noun
    rowid: int


@dataclass(eq=False)
class RowOpened(Message):
    """Enter or a second click on a row."""

    noun: Noun
    rowid: int


@dataclass(eq=False)
class TargetOpened(Message):
    """A line or a marked span of a page was opened."""

    target: Target


@dataclass(eq=False)
class CaseWanted(Message):
    """Another case is to be opened."""

    path: Path
    """A folder of documents, or a database."""


@dataclass(eq=False)
class CaseStepped(Message):
    """Back (-1) or forward (1) beyond what was read in this case: to the one before it, or after it."""

    step: int


@dataclass(eq=False)
class DecisionWanted(Message):
    """Something is to be decided."""

    about: str
    """Id of the thing, or of a decision."""
    turn: str = ""
    """What is wanted, where that is not to be asked: `undo`, `redo`, `review`; `read` (silently), `turn-read` (read or
    unread); `bookmark` (set or remove); `save-search`; `forget` (a bookmark or search, by its decision)."""
    value: str = ""
    """The query to save."""
    selection: Selection | None = None
    """Selected words, where it is about these."""
    among: tuple[str, ...] = ()
    """Ids of several things that may be meant: it is asked which."""


@dataclass(eq=False)
class Decided(Message):
    """A decision is in the journal, and wants to be seen."""

    told: str
    """What was decided, in a few words; empty where nobody asked for it."""
    decision: str = ""
    """Its id."""
    takes_back: str = ""
    """Id of the decision that it takes back."""
    meant: str = ""
    """Id of the decision that holds or no longer holds with it: its own, but for one that takes back."""


@dataclass(eq=False)
class Progressed(Message):
    """A running build said how far it is."""

    stage: str
    done: int
    total: int
    item: str

    def can_replace(self, message: Message) -> bool:
        """Only the newest counts."""
        return isinstance(message, Progressed)


@dataclass(eq=False)
class BuildFinished(Message):
    """The build process ended."""

    status: int
    reason: str
    """What it wrote to stderr, where it failed."""
