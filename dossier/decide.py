"""A reader's decision: written to the journal first, then brought into effect."""

import datetime
import uuid
from collections.abc import Sequence

from dossier.case import Case
from dossier.case.places import make_private
from dossier.curation.journal import Journals, append, read
from dossier.model.decision import Decision, Subject, Verb


def take(
    case: Case, by: str, verb: Verb, subjects: Sequence[Subject] = (), *, value: str = "", why: str = ""
) -> Decision:
    """Write a decision to the journal of `by`; on return it is on the disk. It shows after `bring_into_effect`.

    Raises JournalError where the journal cannot be written, CaseError where its folder cannot be made.
    """
    make_private(case.places.decisions)
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    decision = Decision(uuid.uuid4().hex[:12], now, by, verb, tuple(subjects), value, why)
    append(case.places.decisions, decision)
    return decision


def bring_into_effect(case: Case) -> None:
    """Make the database show what was decided. No document is read by the language model again.

    Raises DossierError as `dossier.build.build` does; what was decided stays in the journal whatever happens.
    """
    from dossier.build import build  # noqa: PLC0415  (late: a list of commands needs none of it)

    build(case)


def journals(case: Case) -> Journals:
    """Everything that the writers of a case decided. Raises JournalError where one cannot be read."""
    return read(case.places.decisions)
