"""Pictures of deciding: what is asked, what it would do, what was decided, and what is open."""

from pathlib import Path
from typing import Any

import pytest
from deciding import decision, subject, undo
from invented import invented

from dossier.case.writer import keep_writer
from dossier.curation import apply
from dossier.curation.journal import Journals
from dossier.model.decision import Anchor, Subject, Verb
from dossier.store.writer import write
from dossier.tui.app import DossierApp

FOUND = invented()


@pytest.fixture
def decided(tmp_path: Path, own_home: None) -> DossierApp:
    """A browser over the invented case, in which two readers decided this and that."""
    keep_writer("Ada")
    renn, verrin = subject(FOUND, "person", "Tobias Renn"), subject(FOUND, "person", "Aldous Verrin")
    lamp, lit = subject(FOUND, "event", "The lamp goes out at nine"), subject(FOUND, "statement", "it was lit at dusk")
    gone = Subject("person", "Nobody Known", (Anchor("0" * 64, 3, "Nobody"),))
    tag = decision(Verb.TAG, verrin, value="captain", by="Ada")
    decisions = (
        decision(Verb.RENAME, renn, value="Toby Renn", by="Ada", why="so he signs"),
        decision(Verb.RENAME, renn, value="Keeper Renn", by="Ben"),
        decision(Verb.REDATE, lamp, value="1911-03-03~", by="Ada"), tag, undo(tag, by="Ada"),
        decision(Verb.SPEAKER, lit, verrin, by="Ben"), decision(Verb.NOTE, gone, value="Who was that?", by="Ada"),
    )  # fmt: skip
    now, curation = apply(FOUND, Journals(decisions, ()))
    database = tmp_path / "dossier.db"
    write(now, database, case="/cases/halcyon", stamp={"journals": "{}"}, found=FOUND, curation=curation)
    return DossierApp(database, case=tmp_path)


def compared(snap_compare: Any, app: DossierApp, *keys: str, size: tuple[int, int] = (120, 36)) -> bool:
    return bool(snap_compare(app, press=keys, terminal_size=size))


def test_what_can_be_decided(snap_compare: Any, decided: DossierApp) -> None:
    assert compared(snap_compare, decided, "a")


def test_what_a_merge_would_do_on_a_small_screen(snap_compare: Any, decided: DossierApp) -> None:
    assert compared(snap_compare, decided, "a", "m", *"ver", size=(80, 24))


def test_which_reports_are_another_event(snap_compare: Any, decided: DossierApp) -> None:
    assert compared(snap_compare, decided, "2", "j", "a", "o", "space")


def test_what_words_can_become(snap_compare: Any, decided: DossierApp, tmp_path: Path) -> None:
    # Without a name nothing is marked as read meanwhile.
    (tmp_path / "user" / "writer").unlink()
    assert compared(snap_compare, decided, "3", "enter", "j", "j", "v", "a")


def test_what_was_decided(snap_compare: Any, decided: DossierApp) -> None:
    assert compared(snap_compare, decided, "D")


def test_which_of_two_decisions_holds(snap_compare: Any, decided: DossierApp) -> None:
    assert compared(snap_compare, decided, "R")
