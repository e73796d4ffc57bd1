"""Statements and roles in words: who said what, who did what; the same on every page and in every list."""

from dossier.present.cells import clean
from dossier.present.marks import DECIDED
from dossier.store.queries.statements import StatementRow

NOBODY = "a speaker not named"
_ROLES = {"agent": "acts", "patient": "affected", "speaker": "speaks", "participant": "takes part"}


def said_words(statement: StatementRow) -> str:
    """The words, in quotation marks where they are the speaker's own; marked where a reader decided about them."""
    words = clean(statement.words)
    mark = f" {DECIDED}" if statement.decided else ""
    return (f"“{words}”" if statement.kind == "direct" else words) + mark


def speaker_words(statement: StatementRow) -> str:
    """Who said it: names, else the words that describe the speaker as they stand, else that nobody is named."""
    if statement.speakers:
        return clean(" and ".join(speaker.name for speaker in statement.speakers))
    return f"“{clean(statement.speaker_text)}”" if statement.speaker_text else NOBODY


def manner(statement: StatementRow) -> str:
    """Whether the words are the speaker's own."""
    return "in direct speech" if statement.kind == "direct" else "in indirect speech"

_PARTS = {
    ("agent", "person"): "who", ("agent", "organization"): "who", ("patient", "person"): "whom",
    ("patient", "organization"): "whom", ("patient", "place"): "what", ("patient", "vehicle"): "what",
    ("agent", "place"): "what", ("agent", "vehicle"): "what", ("speaker", "person"): "says so",
    ("speaker", "organization"): "says so", ("participant", "person"): "with", ("participant", "organization"): "with",
    ("participant", "vehicle"): "with", ("participant", "place"): "where", ("place", "place"): "where",
}  # fmt: skip


def part_words(role: str, kind: str) -> str:
    """The question that a participant of an event answers by its role: who, whom, what, with whom, where, who says so;
    a role that is a word of its own, as it stands."""
    return _PARTS.get((role, kind), role)


def role_words(role: str) -> str:
    """What a participant's role in an event is in plain words, `acts` for an agent; as it stands where it is plain."""
    return _ROLES.get(role, role)
