"""Statements and roles in words: who said what, who did what; the same on every page and in every list."""

from dossier.present.cells import clean
from dossier.store.queries.statements import StatementRow

NOBODY = "a speaker not named"
_ROLES = {"agent": "acts", "patient": "affected", "speaker": "speaks", "participant": "takes part"}


def said_words(statement: StatementRow) -> str:
    """The words, in quotation marks where they are the speaker's own."""
    words = clean(statement.words)
    return f"“{words}”" if statement.kind == "direct" else words


def speaker_words(statement: StatementRow) -> str:
    """Who said it: names, else the words that describe the speaker as they stand, else that nobody is named."""
    if statement.speakers:
        return clean(" and ".join(speaker.name for speaker in statement.speakers))
    return f"“{clean(statement.speaker_text)}”" if statement.speaker_text else NOBODY


def manner(statement: StatementRow) -> str:
    """Whether the words are the speaker's own."""
    return "in direct speech" if statement.kind == "direct" else "in indirect speech"


def role_words(role: str) -> str:
    """What a participant's role in an event is in plain words, `acts` for an agent; as it stands where it is plain."""
    return _ROLES.get(role, role)
