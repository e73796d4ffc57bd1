"""Makes decisions about the invented case, for the tests of this folder."""

from itertools import count

from dossier.model.decision import Anchor, Decision, Subject, Verb
from dossier.model.dossier import Dossier
from dossier.model.subjects import things

_NUMBERS = count(1)


def subject(found: Dossier, kind: str, name: str) -> Subject:
    """What a decision names when it is about the thing of that name."""
    documents = {document.source.id: document.source for document in found.documents}
    for sort, _, called, places in things(found):
        if (sort, called) == (kind, name):
            return Subject(kind, name, tuple(
                Anchor(documents[source].sha256, span.start, span.of(documents[source].text), documents[source].path)
                for source, span in places))  # fmt: skip
    raise LookupError(name)


def decision(verb: Verb, *subjects: Subject, value: str = "", by: str = "ada", why: str = "") -> Decision:
    """The next decision in time."""
    number = next(_NUMBERS)
    return Decision(f"d{number}", f"2026-01-01T00:00:00.{number:06}Z", by, verb, subjects, value, why)


def undo(of: Decision, by: str = "ada") -> Decision:
    """Take one back."""
    return decision(Verb.UNDO, value=of.id, by=by)
