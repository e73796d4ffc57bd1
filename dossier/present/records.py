"""Rows as records for programs: which columns a list has, and comma-separated values."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dossier.present.cells import clean
from dossier.store.queries.filters import Noun

Record = Mapping[str, Any]
COLUMNS: dict[Noun, tuple[str, ...]] = {
    Noun.ENTITY: (
        "id", "name", "kind", "sort_name", "role", "affiliation", "appearance", "mentions", "sources", "events"),
    Noun.EVENT: (
        "id", "date", "label", "status", "kind", "earliest", "latest", "date_inferred", "reports", "sources"),
    Noun.SOURCE: (
        "id", "label", "path", "title", "publisher", "author", "published", "published_inferred", "kind", "language",
        "chars", "people", "events", "fault"),
}  # fmt: skip
"""Attributes of a row, as JSON, CSV and pipes have them."""

_FORMULA = ("=", "+", "-", "@")
_FIGURES = re.compile(r"[-+]?[\dX][\dXTZ:.,/~?%-]*")
"""Numbers and dates."""

PLURALS = {"person": "people", "organization": "organizations", "place": "places", "vehicle": "vehicles"}
"""What several entities of a kind are called."""


def record_of(noun: Noun, row: object) -> Record:
    """A row of a list as a record."""
    return {column: getattr(row, column) for column in COLUMNS[noun]}


def csv_lines(records: Iterable[Record], columns: Sequence[str]) -> Iterator[str]:
    """Comma-separated values, a head line first; each line with its end."""
    yield from csv_rows([columns])
    yield from csv_rows([record[column] for column in columns] for record in records)


def csv_rows(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Rows of values as RFC 4180 has them, but for the line ends, which are those of the system."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in rows:
        writer.writerow(map(_cell, row))
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _cell(value: object) -> str:
    """A value that no spreadsheet takes for a formula: an apostrophe before what it would (OWASP, CSV injection)."""
    shown = plain_value(value)
    return f"'{shown}" if shown.startswith(_FORMULA) and not _FIGURES.fullmatch(shown) else shown


def plain_value(value: object) -> str:
    """A value where there is room for one line: nothing for None, a list as `a; b`."""
    if isinstance(value, list):
        return "; ".join(map(plain_value, value))
    return "" if value is None else clean(str(value))
