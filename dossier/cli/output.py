"""What commands print: data on stdout, narration on stderr, and nothing that a document could do to a terminal."""

import csv
import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dossier.export.json_export import dumps
from dossier.present.cells import clean

Record = Mapping[str, Any]


def print_line(text: str) -> None:
    """One line of data."""
    print(clean(text))


def narrate(text: str) -> None:
    """One line for whoever watches, on stderr."""
    print(clean(text), file=sys.stderr)


def print_json(records: Iterable[Record]) -> None:
    """A JSON array, one record a line."""
    sys.stdout.write("[")
    for number, record in enumerate(records):
        sys.stdout.write((",\n " if number else "\n ") + dumps(record))
    sys.stdout.write("\n]\n")


def print_csv(records: Iterable[Record], columns: Sequence[str]) -> None:
    """Comma-separated values (RFC 4180 but for the line ends, which are those of the system), a head line first."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([_words(record[column]) for column in columns])
        sys.stdout.write(line.getvalue())
        line.seek(0)
        line.truncate()
    sys.stdout.write(line.getvalue())


def print_tabs(rows: Iterable[Iterable[object]]) -> None:
    """Rows for a pipe: values between tabs, in full, none where there is none."""
    for row in rows:
        print("\t".join(map(_words, row)))


def _words(value: object) -> str:
    """A value where there is room for one line: nothing for None, a list as `a; b`."""
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    return "" if value is None else clean(str(value))
