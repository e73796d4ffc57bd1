"""Decisions that are too long, hold what no terminal should get, or are made by several programs at once."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from deciding import subject
from invented import invented

from dossier.case import Case, open_case
from dossier.curation import apply
from dossier.curation.journal import Journals
from dossier.decide import journals, show, take
from dossier.errors import DatabaseError
from dossier.model.decision import Verb
from dossier.store.writer import write

FOUND = invented()
VERRIN = subject(FOUND, "person", "Aldous Verrin")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    (tmp_path / "halcyon").mkdir()
    (tmp_path / "halcyon" / ".dossier").mkdir()
    opened = open_case(tmp_path / "halcyon")
    now, curation = apply(FOUND, Journals((), ()))
    write(now, opened.places.db, case=str(opened.root), stamp={"journals": "{}"}, found=FOUND, curation=curation)
    return opened


def told(case: Case, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(case.places.db)) as connection:
        return connection.execute(query).fetchall()


def test_a_note_of_a_megabyte_is_kept_whole(case: Case) -> None:
    note = "The light was dark. \n" * 50_000
    take(case, "Ada", Verb.NOTE, [VERRIN], value=note)
    assert show(case)
    assert journals(case).decisions[0].value == note
    assert told(case, "SELECT value, state FROM decisions") == [(note, "holds")]


def test_control_characters_and_bytes_that_are_no_text_stay_out(case: Case) -> None:
    take(case, "A\x07da", Verb.RENAME, [VERRIN], value="Al\x1b[31mdous\x00 \udcffV", why="be\x9bcause")
    assert show(case)
    (decision,) = journals(case).decisions
    assert (decision.by, decision.value, decision.why) == ("Ada", "Al[31mdous \ufffdV", "because")
    assert told(case, "SELECT count(*) FROM entities WHERE name = 'Al[31mdous \ufffdV'") == [(1,)]


def test_programs_that_decide_at_once_are_all_heard(case: Case) -> None:
    def decide(number: int) -> bool:
        take(case, f"writer{number}", Verb.TAG, [VERRIN], value=f"tag {number}")
        return show(case)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(decide, range(8)))
    assert len(told(case, "SELECT tag FROM tags")) == 8
    assert {state for (state,) in told(case, "SELECT state FROM decisions")} == {"holds"}


def test_what_is_known_of_a_document_shows_before_the_build_that_works_out_what_depends_on_it(case: Case) -> None:
    log = subject(FOUND, "source", "log.txt")
    for value in ("published=1911-05~", "title=The \x1blog", "url=https://example.org", "weight=9"):
        take(case, "Ada", Verb.FIELD, [log], value=value)
    assert not show(case)
    columns = "label, title, published, published_inferred, published_earliest, decided"
    assert told(case, f"SELECT {columns} FROM sources WHERE path = 'log.txt'") == [
        ("The log", "The log", "1911-05~", 0, "1911-05-01", 1)]
    assert told(case, "SELECT value FROM attributes WHERE field = 'url'") == [("https://example.org",)]
    assert told(case, "SELECT count(*) FROM decisions") == [(0,)]
    assert not show(case)


def test_a_damaged_database_is_told_and_the_decision_kept(case: Case) -> None:
    take(case, "Ada", Verb.REJECT, [VERRIN])
    with closing(sqlite3.connect(case.places.db)) as connection:
        connection.execute("DROP TABLE concerns")
    with pytest.raises(DatabaseError, match="The journal has kept it"):
        show(case)
    assert len(journals(case).decisions) == 1
