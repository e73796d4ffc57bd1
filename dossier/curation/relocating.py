"""Words that decisions are about, found again in a document that was edited since."""

from collections.abc import Iterable
from dataclasses import replace

from dossier.curation.documents import Documents
from dossier.model.decision import Anchor, Decision, Subject


def relocated(decisions: Iterable[Decision], documents: Documents) -> tuple[Decision, ...]:
    """The decisions, the words of a document that nobody has any more looked for in the one that lies at its path now.

    They move only where they stand in the same place still, or in one other place alone: what could be meant in two
    ways stays where it was, and waits.
    """
    return tuple(_relocated(decision, documents) for decision in decisions)


def _relocated(decision: Decision, documents: Documents) -> Decision:
    if all(documents.has(anchor.sha256) for subject in decision.subjects for anchor in subject.anchors):
        return decision
    return replace(decision, subjects=tuple(
        Subject(subject.kind, subject.name, tuple(_moved(anchor, documents) for anchor in subject.anchors))
        for subject in decision.subjects))  # fmt: skip


def _moved(anchor: Anchor, documents: Documents) -> Anchor:
    now = documents.at_path(anchor.path) if anchor.path and not documents.has(anchor.sha256) else None
    if now is None:
        return anchor
    sha256, text = now
    if text.startswith(anchor.text, anchor.start):
        return replace(anchor, sha256=sha256)
    first = text.find(anchor.text)
    if first < 0 or text.find(anchor.text, first + 1) >= 0:
        return anchor
    return replace(anchor, sha256=sha256, start=first)
