"""How long a decision takes to show in a case of any size, and ten thousand decisions to replay.

    python tests/benchmarks/bench_decisions.py [--people N] [--events N] [--decisions N]

The case is made up (`tests/synthetic.py`): its first person takes part in about half of all events, its second in a
quarter, and both are named wherever these are told. Printed are milliseconds from a written decision to a database
that shows it; the aim is 100.
"""

import argparse
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from invented import invented
from synthetic import write_synthetic

from dossier.curation import apply
from dossier.curation.journal import Journals, append, read
from dossier.decide.refresh import refresh
from dossier.model.decision import Anchor, Decision, Subject, Verb
from dossier.model.subjects import things
from dossier.store.queries.naming import with_id
from dossier.store.queries.subjects import subject_of


def main() -> None:
    """Measure, and print a line for each kind of decision."""
    parser = argparse.ArgumentParser(description="Measure decisions.")
    for noun, usual in (("people", 100_000), ("events", 100_000), ("decisions", 10_000)):
        parser.add_argument(f"--{noun}", type=int, default=usual)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "synthetic.db"
        write_synthetic(database, people=asked.people, events=asked.events, sources=200, passages=asked.people,
                        hubs=True)
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        _decide(database)
        _replay(Path(folder) / "decisions", asked.decisions)


def _decide(database: Path) -> None:
    hub, second, nobody, other = (_subject(database, f"per-{n:012x}") for n in (0, 1, 90_000 % 997 + 2, 600))
    event, late = (_subject(database, f"evt-{n:012x}") for n in (3, 4))
    made: list[Decision] = []
    for name, verb, subjects, value in (
        ("rename a person", Verb.RENAME, (nobody,), "Somebody Else"),
        ("note on a person", Verb.NOTE, (nobody,), "seen"),
        ("reject a person", Verb.REJECT, (other,), ""),
        ("rename a hub", Verb.RENAME, (hub,), "Somebody Else"),
        ("note on a hub", Verb.NOTE, (hub,), "seen"),
        ("reject a hub", Verb.REJECT, (hub,), ""),
        ("merge two people", Verb.MERGE, (nobody, _subject(database, f"per-{700:012x}")), ""),
        ("merge into a hub", Verb.MERGE, (hub, _subject(database, f"per-{701:012x}")), ""),
        ("merge two hubs", Verb.MERGE, (hub, second), ""),
        ("redate an event", Verb.REDATE, (event,), "1911"),
        ("join two events", Verb.MERGE, (event, late), ""),
        ("reject an event", Verb.REJECT, (late,), ""),
    ):
        made.append(Decision(f"d{len(made)}", f"2026-01-01T00:00:00.{len(made):06}Z", "ada", verb, subjects, value))
        took = _timed(database, made)
        undone = made[-1].id
        made.append(Decision(f"d{len(made)}", f"2026-01-01T00:00:00.{len(made):06}Z", "ada", Verb.UNDO, (), undone))
        print(f"{name:24}{took:8.1f} ms{_timed(database, made):10.1f} ms to undo")


def _timed(database: Path, made: list[Decision]) -> float:
    began = time.perf_counter()
    refresh(database, lambda: (Journals(tuple(made), ()), str(len(made))))
    return 1000 * (time.perf_counter() - began)


def _subject(database: Path, id_: str) -> Subject:
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        named = with_id(connection, id_)
        assert named is not None
        return subject_of(connection, named)


def _replay(folder: Path, number: int) -> None:
    """Read so many decisions about a small case from a journal, and apply them."""
    found = invented()
    documents = {document.source.id: document.source for document in found.documents}
    subjects = [
        Subject(kind, name, tuple(Anchor(documents[source].sha256, span.start, span.of(documents[source].text))
                                  for source, span in places)) for kind, _, name, places in things(found)]  # fmt: skip
    verbs = [verb for verb in Verb if verb is not Verb.UNDO]
    folder.mkdir()
    for n in range(number):
        about = (subjects[n % len(subjects)], subjects[n // 7 % len(subjects)])
        append(folder, Decision(f"r{n}", f"2026-01-01T00:00:00.{n:06}Z", "ada", verbs[n % len(verbs)], about, "1911"))
    began = time.perf_counter()
    journals = read(folder)
    reading = time.perf_counter() - began
    apply(found, journals)
    took = time.perf_counter() - began
    print(f"{number} decisions replayed  {took:6.2f} s, of which {reading:.2f} s reading the journal")


if __name__ == "__main__":
    main()
