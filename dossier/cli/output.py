"""What commands print: data on stdout, narration on stderr, and nothing that a document could do to a terminal."""

import shutil
import sys
from collections.abc import Iterable, Sequence

from dossier.export.json_export import dumps
from dossier.present.cells import clean
from dossier.present.records import Record, csv_lines, plain_value

WIDTH = 100
"""Cells of a line where there is no terminal."""


def print_line(text: str) -> None:
    """One line of data."""
    print(clean(text))


def print_lines(lines: Iterable[str]) -> None:
    """Lines of data."""
    for line in lines:
        print_line(line)


def print_text(lines: Iterable[str]) -> None:
    """Lines that have their ends."""
    sys.stdout.writelines(lines)


def print_found(lines: Iterable[str]) -> int:
    """Lines of data; the exit status is 1 where there are none, which is said."""
    found = False
    for line in lines:
        print_line(line)
        found = True
    if not found:
        narrate("dossier: nothing found.")
    return 0 if found else 1


def line_width() -> int:
    """Cells of a line: those of the terminal, `WIDTH` where stdout is none."""
    return shutil.get_terminal_size((WIDTH, 0)).columns if sys.stdout.isatty() else WIDTH


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
    """Comma-separated values, a head line first."""
    sys.stdout.writelines(csv_lines(records, columns))


def print_tabs(rows: Iterable[Iterable[object]]) -> None:
    """Rows for a pipe: values between tabs, in full, none where there is none."""
    for row in rows:
        print("\t".join(map(plain_value, row)))
