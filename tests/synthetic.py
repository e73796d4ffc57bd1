"""Databases of any size, quickly: made-up people, events, sources and passages in the real schema.

For tests and benchmarks of what reads a database; the same numbers give the same file. Rows are written with
`sqlite3` itself, 100,000 people with 100,000 events and as many passages in some ten seconds.

    python tests/synthetic.py FILE [--people N] [--events N] [--sources N] [--passages N]
"""

import argparse
import random
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
from sqlite_utils import Database

from dossier.model.entity import Entity, EntityKind, Mention
from dossier.model.event import Event, EventStatus, Participant, Report
from dossier.model.span import Span
from dossier.model.subjects import fold
from dossier.store import schema
from dossier.store.counts import count_events
from dossier.store.found_rows import entity_records, name_key

_SYLLABLES = re.findall(r"\w+", "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bran carl dorn")
_WORDS = re.findall(r"\w+", """
    the harbour report says that a crew found water in hold two before dawn and nobody on watch heard pumps
    because lights failed when cable parted near engine room while owners denied any fault
""")


def write_synthetic(
    path: Path, *, people: int = 1_000, events: int = 1_000, sources: int = 20, passages: int = 1_000, seed: int = 9,
    hubs: bool = False,
) -> None:  # fmt: skip
    """Write a database with so many of each to the new file `path`; with `hubs` the first two people, who take part in
    very many events, are named in each passage that tells of one."""
    database = Database(path)
    schema.create(database)
    connection = database.conn
    rng = random.Random(seed)
    with connection:
        _write_sources(connection, rng, sources, passages, people)
        _write_entities(connection, rng, people, sources)
        _write_mentions(connection, people, passages)
        _write_events(connection, rng, events, sources, passages, people)
        count_events(connection, [_person(number) for number in range(people)])
        if hubs:
            _write_hubs(connection)
        _write_found(connection)
        connection.execute("INSERT INTO meta VALUES ('title', 'A synthetic case'), ('case', '/nowhere')")
    schema.index_text(database)
    connection.execute("ANALYZE")
    connection.commit()
    database.close()


def name_of(number: int) -> str:
    """The name of the person with this number: two words, all different."""
    size = len(_SYLLABLES)
    given = _SYLLABLES[number % size] + _SYLLABLES[number // size % size]
    family = _SYLLABLES[number // size**2 % size] + _SYLLABLES[(number * 7 + 3) % size] + _SYLLABLES[number % 11]
    return f"{given.title()} {family.title()} {number}"


def _person(number: int) -> str:
    return f"per-{number:012x}"


def _source(number: int) -> str:
    return f"src-{number:012x}"


def _write_sources(
    connection: sqlite3.Connection, rng: random.Random, sources: int, passages: int, people: int
) -> None:
    per_source = max(1, passages // sources)
    texts: list[list[str]] = [[] for _ in range(sources)]
    rows: list[tuple[object, ...]] = []
    place = [0] * sources
    for number in range(passages):
        source = min(number // per_source, sources - 1)
        words = rng.choices(_WORDS, k=rng.randint(20, 60))
        text = f"{name_of(number % people)} said: {' '.join(words)}."
        start = place[source]
        rows.append((number + 1, _source(source), len(texts[source]), "paragraph", 0, start, start + len(text),
                     2 * len(texts[source]) + 1, text))
        texts[source].append(text)
        place[source] += len(text) + 2
    connection.executemany("INSERT INTO sources (id, position, path, sha256, format, label, title, publisher, "
                           "published, published_earliest, kind, language, chars, people, events) VALUES "
                           "(?, ?, ?, ?, 'text', ?, ?, ?, ?, ?, 'news article', 'en', ?, 1, 1)", (
        (_source(n), n, f"{n:05}.txt", f"{n:064x}", f"Report {n} of the harbour inquiry",
         f"Report {n} of the harbour inquiry", "The Courier", _day(n), _day(n), place[n]) for n in range(sources)))
    connection.executemany("INSERT INTO texts VALUES (?, ?)", (
        (_source(n), "\n\n".join(paragraphs)) for n, paragraphs in enumerate(texts)))
    connection.executemany("INSERT INTO passages (id, source, position, kind, level, start, end, line, text) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _write_entities(connection: sqlite3.Connection, rng: random.Random, people: int, sources: int) -> None:
    mentions = [int(200 / (number + 1)) + 1 for number in range(people)]
    connection.executemany("INSERT INTO entities (id, kind, name, sort_name, role, affiliation, appearance, mentions, "
                           "sources, events, first_source, first_start) "
                           "VALUES (?, 'person', ?, ?, ?, ?, 'mentioned', ?, 1, 1, ?, ?)", (
        (_person(n), name_of(n), name_of(n), "able seaman", "Harbour Board", mentions[n], n % sources, n)
        for n in range(people)))
    connection.executemany("INSERT INTO aliases VALUES (?, ?, 0, ?)", (
        (_person(n), name_of(n), mentions[n]) for n in range(people)))
    connection.execute("INSERT INTO became SELECT id, id FROM entities")
    connection.executemany("INSERT OR IGNORE INTO found_appearances VALUES (?, ?, ?, 0)", (
        (_person(n), _source(rng.randrange(sources)), 1 + n % 7) for n in range(people) for _ in range(2)))
    connection.execute("INSERT INTO appearances SELECT entity, source, mentions FROM found_appearances")
    connection.executemany("INSERT INTO labels (kind, target, text) VALUES ('person', ?, ?)", (
        (_person(n), name_of(n)) for n in range(people)))


def _write_mentions(connection: sqlite3.Connection, people: int, passages: int) -> None:
    places = connection.execute("SELECT id, source, start FROM passages ORDER BY id").fetchall()
    connection.executemany("INSERT INTO found_mentions (source, passage, start, end, text, kind, form, entity, rule, "
                           "basis) VALUES (?, ?, ?, ?, ?, 'person', 'name', ?, 'full name', '')", (
        (source, passage, start, start + len(name_of((passage - 1) % people)), name_of((passage - 1) % people),
         _person((passage - 1) % people)) for passage, source, start in places))


def _write_events(
    connection: sqlite3.Connection, rng: random.Random, events: int, sources: int, passages: int, people: int
) -> None:
    connection.executemany("INSERT INTO events (id, label, kind, date, earliest, latest, date_inferred, status, "
                           "reports, sources, first_source, first_start) "
                           "VALUES (?, ?, 'find', ?, ?, ?, 0, ?, ?, 1, 0, ?)", (
        (f"evt-{n:012x}", f"Crew {n} finds water in hold {n % 9}", _day(n), _day(n), _day(n),
         "reported" if n % 5 else "alleged", 1 + n % 4, n) for n in range(events)))
    ends = dict(connection.execute("SELECT id, end - start FROM passages"))
    starts = {row[0]: row[1:] for row in connection.execute("SELECT id, source, start FROM passages")}
    connection.executemany("INSERT INTO reports (event, source, passage, start, end, date, status, rule, basis) "
                           "VALUES (?, ?, ?, ?, ?, ?, 'reported', 'verb', '')",
                           _reports(rng, events, starts, ends))
    connection.executemany("INSERT OR IGNORE INTO found_participants VALUES (?, ?, 'agent')", (
        (f"evt-{n:012x}", _person(min(int(rng.paretovariate(0.3)) - 1, 10**9) % people))
        for n in range(events) for _ in range(3)))
    connection.executemany("INSERT INTO labels (kind, target, text) VALUES ('event', ?, ?)", (
        (f"evt-{n:012x}", f"Crew {n} finds water in hold {n % 9}") for n in range(events)))


def _reports(
    rng: random.Random, events: int, starts: dict[int, tuple[str, int]], lengths: dict[int, int]
) -> Iterator[tuple[object, ...]]:
    for number in range(events):
        passage = rng.randint(1, len(starts))
        source, start = starts[passage]
        yield f"evt-{number:012x}", source, passage, start, start + lengths[passage], _day(number)


def _write_hubs(connection: sqlite3.Connection) -> None:
    for number in range(2):
        connection.execute(
            """INSERT INTO found_mentions (source, passage, start, end, text, kind, form, entity, rule, basis)
               SELECT source, id, end - :back, end - :back + 4, substr(text, -:back, 4), 'person', 'name', :person,
                      'surname', '' FROM passages WHERE id IN (
                   SELECT r.passage FROM participants p JOIN reports r ON r.event = p.event WHERE p.entity = :person)
               ORDER BY id""", {"person": _person(number), "back": 5 * (number + 1)})
    hubs = "entity IN (SELECT id FROM entities ORDER BY rowid LIMIT 2)"
    connection.execute(f"DELETE FROM found_appearances WHERE {hubs}")
    connection.execute(
        f"""INSERT INTO found_appearances SELECT entity, source, count(*), min(start) FROM found_mentions
            WHERE {hubs} GROUP BY 1, 2""")
    connection.execute("DELETE FROM appearances")
    connection.execute("INSERT INTO appearances SELECT entity, source, mentions FROM found_appearances")


def _write_found(connection: sqlite3.Connection) -> None:
    """The records from which the rows could have been made, so that something can be decided."""
    mentions: dict[str, list[Mention]] = {}
    index = dict(connection.execute("SELECT id, position FROM passages").fetchall())
    for source, start, end, passage, text, entity in connection.execute(
        "SELECT source, start, end, passage, text, entity FROM mentions"):
        mentions.setdefault(entity, []).append(
            Mention(source, Span(start, end), index[passage], text, EntityKind.PERSON, "name", "full name"))
    connection.executemany(
        "INSERT INTO found_entities VALUES (:position, :id, :called, :record, :uses)", entity_records([
        Entity(id_, EntityKind.PERSON, name, name, (name,), "mentioned", (), tuple(mentions.get(id_, ())))
        for id_, name in connection.execute("SELECT id, name FROM entities ORDER BY rowid").fetchall()]))
    roles: dict[str, list[Participant]] = {}
    for event, entity, role in connection.execute("SELECT event, entity, role FROM participants"):
        roles.setdefault(event, []).append(Participant(entity, role))
    connection.executemany("INSERT INTO found_events (id, called, record) VALUES (?, ?, ?)", [
        _record(Event(id_, label, "find", date, False, EventStatus(status), tuple(roles.get(id_, ())), (
            Report(source, index[passage], Span(start, end), date, None, EventStatus.REPORTED, "verb"),)), label)
        for id_, label, date, status, source, passage, start, end in connection.execute(
            """SELECT v.id, v.label, v.date, v.status, r.source, r.passage, r.start, r.end
               FROM events v JOIN reports r ON r.event = v.id ORDER BY v.rowid""")])
    for sort, table, thing in (("entity", "mentions", "entity"), ("event", "reports", "event")):
        connection.execute(
            f"""INSERT OR IGNORE INTO found_places SELECT s.position, m.start, '{sort}', m.{thing}, m.end
                FROM {table} m JOIN sources s ON s.id = m.source ORDER BY 1, 2""")


def _record(thing: Entity | Event, name: str) -> tuple[str, int, str]:
    return thing.id, name_key(fold(name)), msgspec.json.encode(thing).decode()


def _day(number: int) -> str:
    return f"{1990 + number % 30}-{1 + number % 12:02}-{1 + number % 28:02}"


def main() -> None:
    """Write a database as the command line says."""
    parser = argparse.ArgumentParser(description="Write a made-up database.")
    parser.add_argument("file", type=Path)
    for noun, usual in (("people", 1_000), ("events", 1_000), ("sources", 20), ("passages", 1_000)):
        parser.add_argument(f"--{noun}", type=int, default=usual)
    asked = parser.parse_args()
    write_synthetic(asked.file, people=asked.people, events=asked.events, sources=asked.sources,
                    passages=asked.passages)


if __name__ == "__main__":
    main()
