"""A reader's decision: written to the journal first, then brought into effect."""

import datetime
import unicodedata
import uuid
from collections.abc import Sequence

from dossier.case import Case
from dossier.case.freshness import journals_seen
from dossier.case.places import make_private
from dossier.curation.journal import Journals, append, read
from dossier.decide.refresh import refresh
from dossier.model.decision import Decision, Subject, Verb
from dossier.store.header import read_header


def take(
    case: Case, by: str, verb: Verb, subjects: Sequence[Subject] = (), *, value: str = "", why: str = ""
) -> Decision:
    """Write a decision to the journal of `by`; on return it is on the disk. It shows after `bring_into_effect`.

    Raises JournalError where the journal cannot be written, CaseError where its folder cannot be made.
    """
    make_private(case.places.decisions)
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    decision = Decision(uuid.uuid4().hex[:12], now, _plain(by), verb, tuple(subjects), _plain(value), _plain(why))
    append(case.places.decisions, decision)
    return decision


def _plain(text: str) -> str:
    """Text that any journal and any terminal can hold: no bytes that are no UTF-8, no control characters but newlines
    and tabs."""
    readable = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char for char in readable if char in "\n\t" or unicodedata.category(char) != "Cc")


def bring_into_effect(case: Case) -> None:
    """Make the database show what was decided. No document is read by the language model again.

    Raises DossierError as `dossier.build.build` does; what was decided stays in the journal whatever happens.
    """
    if not show(case):
        from dossier.build import build  # noqa: PLC0415  (late: most decisions need none of it)

        build(case)


def show(case: Case) -> bool:
    """Make the database show at once what was decided. False where the case must be built for it: something was decided
    that is known before anything is concluded, or there is no database of this version.

    Raises DossierError where a journal cannot be read or the database cannot be written.
    """
    if not case.places.db.exists() or not read_header(case.places.db).current:
        return False

    def read_all() -> tuple[Journals, str]:
        # Looked at first: what another program decides from here on is seen as new afterwards.
        seen = journals_seen(case)
        return journals(case), seen

    return refresh(case.places.db, read_all)


def journals(case: Case) -> Journals:
    """Everything that the writers of a case decided. Raises JournalError where one cannot be read."""
    return read(*case.places.journals)
