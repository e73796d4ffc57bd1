"""A case's database → one JSON object: sources, people, events and statements, each with the words it rests on, and
what readers decided.

Offsets are code points of a source's text; `text` is what stands there. Dates are EDTF or null.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from dossier.export.decisions import Marks, decisions
from dossier.export.disagreements import matters
from dossier.export.words import Words
from dossier.store.queries import whole
from dossier.store.queries.disagreements import against
from dossier.store.queries.events import tellers

Record = dict[str, Any]

EVIDENCE_LENGTH = 800
"""The most code points of a piece of evidence for an event."""

AS_FACT = ("reported", "planned")
"""Status of events that the sources tell in their own voice; all others stand with whose word they are."""

_KINDS = {"people": "person", "organizations": "organization", "places": "place", "vehicles": "vehicle"}
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]")
"""What a terminal might obey and JSON allows unescaped."""


def export(connection: sqlite3.Connection, out: TextIO) -> None:
    """Write the case that `connection` reads to `out`, one record a line, and a line break at the end."""
    out.write("{")
    for number, (name, records) in enumerate(sections(connection)):
        out.write(f'{"," if number else ""}\n"{name}": [')
        for position, record in enumerate(records):
            out.write(("," if position else "") + "\n " + dumps(record))
        out.write("]")
    out.write("\n}\n")


def dumps(value: object) -> str:
    """JSON on one line, in which no character of a document can act on a terminal; it reads back unchanged."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def sections(connection: sqlite3.Connection) -> Iterator[tuple[str, Iterable[Record]]]:
    """The members of the export in order, each a name with its records."""
    words, marks = Words(connection), Marks(connection)
    yield "sources", map(marks.on, _sources(connection))
    for name, kind in _KINDS.items():
        yield name, map(marks.on, _entities(connection, kind))
    yield "dates", _dates(connection)
    yield "events", map(marks.on, _events(connection, words))
    yield "statements", map(marks.on, _statements(connection, words))
    yield "disagreements", map(marks.on, matters(connection, words, agrees=False))
    yield "agreements", map(marks.on, matters(connection, words, agrees=True))
    yield "decisions", decisions(connection)


def record(connection: sqlite3.Connection, kind: str, id: str) -> Record | None:  # noqa: A002
    """One thing as the export has it (a source also with the grounds of what is known about it); None where gone.

    `kind` is that of an entity, or `event`, `source`, `statement` or `disagreement`.
    """
    words = Words(connection)
    found: Iterator[Record]
    if kind == "source":
        found = ({**one, "attributes": _attributes(connection, id, words)} for one in _sources(connection, id))
    elif kind == "event":
        found = _events(connection, words, id)
    elif kind == "statement":
        found = _statements(connection, words, id)
    elif kind == "disagreement":
        found = matters(connection, words, agrees=None, only=id)
    else:
        found = _entities(connection, kind, id)
    return next(map(Marks(connection).on, found), None)


def _sources(connection: sqlite3.Connection, only: str | None = None) -> Iterator[Record]:
    for row in whole.sources(connection, only):
        yield {**dict(row), "published_inferred": bool(row["published_inferred"])}


def _attributes(connection: sqlite3.Connection, source: str, words: Words) -> list[Record]:
    return [
        {**dict(row), "inferred": bool(row["inferred"]), "source": source,
         "text": words.at(source, row["start"], row["end"])}
        for row in whole.attributes(connection, source)
    ]  # fmt: skip


def _entities(connection: sqlite3.Connection, kind: str, only: str | None = None) -> Iterator[Record]:
    for row in whole.entities(connection, kind, only):
        mentions = [dict(one) for one in whole.mentions(connection, row["id"])]
        yield {
            **dict(row), "aliases": whole.aliases(connection, row["id"]),
            "mentions": [one for one in mentions if one["form"] == "name"],
            "descriptions": [one for one in mentions if one["form"] != "name"],
        }


def _dates(connection: sqlite3.Connection) -> Iterator[Record]:
    return map(dict, whole.dates(connection))


def _events(connection: sqlite3.Connection, words: Words, only: str | None = None) -> Iterator[Record]:
    for row in whole.events(connection, only):
        yield {
            **dict(row), "date_inferred": bool(row["date_inferred"]), **_participants(connection, row["id"]),
            "told_by": [] if row["status"] in AS_FACT else tellers(connection, row["id"]),
            "disputed_by": against(connection, row["id"]),
            "evidence": [_evidence(report, words) for report in whole.reports(connection, row["id"])],
        }  # fmt: skip


def _participants(connection: sqlite3.Connection, event: str) -> dict[str, list[str]]:
    found = list(whole.participants(connection, event))
    return {name: [row["id"] for row in found if row["kind"] == kind] for name, kind in _KINDS.items()}


def _evidence(report: sqlite3.Row, words: Words) -> Record:
    source, date_start, date_end = report["source"], report["date_start"], report["date_end"]
    start, end = _window(report["start"], report["end"], date_start, date_end)
    return {
        "source": source, "start": start, "end": end, "text": words.at(source, start, end),
        "date_text": words.at(source, date_start, date_end), "date": report["date"], "status": report["status"],
        "rule": report["rule"], "basis": report["basis"],
    }  # fmt: skip


def _window(start: int, end: int, date_start: int | None, date_end: int | None) -> tuple[int, int]:
    """A report's span, cut to what evidence may be long; the words that date it are kept in it where they are."""
    if end - start <= EVIDENCE_LENGTH:
        return start, end
    if date_start is not None and date_end is not None and start <= date_start and date_end <= end:
        start = max(start, min(date_start, date_end - EVIDENCE_LENGTH))
    return start, min(end, start + EVIDENCE_LENGTH)


def _statements(connection: sqlite3.Connection, words: Words, only: str | None = None) -> Iterator[Record]:
    for row in whole.statements(connection, only):
        source = row["source"]
        named = whole.speakers(connection, row["id"])
        yield {
            "id": row["id"], "speaker": named[0] if named else None, "speakers": named,
            "speaker_text": words.at(source, row["speaker_start"], row["speaker_end"]), "source": source,
            "start": row["start"], "end": row["end"], "text": words.at(source, row["start"], row["end"]),
            "kind": row["kind"], "cue": words.at(source, row["cue_start"], row["cue_end"]), "said": row["said"],
            "chain": [
                {"id": entity, "text": words.at(source, start, end)}
                for entity, start, end in whole.relays(connection, row["id"])
            ],
            "utterance": row["utterance"], "disputed_by": against(connection, row["id"]),
            "rule": row["rule"], "basis": row["basis"],
        }  # fmt: skip
