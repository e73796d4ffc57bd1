"""`dossier statements`: who said what."""

from collections.abc import Iterator
from itertools import chain, islice

import click

from dossier.case import Case
from dossier.cli.listing import one_called, pin, print_rows
from dossier.cli.options import AT_LEAST_ONE, case_options, database, form_options
from dossier.cli.output import narrate, print_lines
from dossier.present.markdown import table_markdown
from dossier.present.records import Record
from dossier.present.tables import STATEMENTS
from dossier.store.queries import statements
from dossier.store.queries.overview import title
from dossier.store.queries.statements import Asked, StatementRow

COLUMNS = (
    "id", "speaker", "speakers", "speaker_names", "speaker_text", "kind", "source", "path", "line", "start", "end",
    "text",
)  # fmt: skip


@click.command(name="statements", short_help="List who said what.")
@click.argument("letters", nargs=-1, metavar="[LETTERS]…")
@click.option("--speaker", metavar="NAME", help="Only what a person or organization said: name or id.")
@click.option("--source", metavar="SOURCE", help="Only what stands in a source: its path, label or id.")
@click.option("--kind", type=click.Choice(["direct", "indirect"]), help="Only quotations, or only reported speech.")
@click.option("--limit", type=AT_LEAST_ONE, metavar="N", help="At most N statements.")
@form_options("json", "csv", "md")
@case_options
def command(
    case: Case, letters: tuple[str, ...], speaker: str | None, source: str | None, kind: str | None,
    limit: int | None, form: str | None,
) -> int:  # fmt: skip
    """List who said what, in the order of the sources.

    LETTERS are beginnings of words of what was said, in any order. Speakers whom no document names have no id, only
    the words that describe them. Through a pipe, each line has all columns between tabs.
    """
    with database(case) as connection:
        by = speaker and one_called(connection, "speaker", speaker, ("person", "organization")).id
        where = source and pin(connection, "source", source).id
        found = islice(statements.select(connection, Asked(" ".join(letters), by, where, kind)), limit)
        first = next(found, None)
        rows: Iterator[StatementRow] = found if first is None else chain([first], found)
        if form == "md":
            listed = list(rows)
            spans = {row.id: [(row.source, row.start, row.end)] for row in listed}
            print_lines(table_markdown(connection, f"{title(connection)}: statements", listed, STATEMENTS, spans))
        else:
            print_rows(rows, form, STATEMENTS, COLUMNS, _record)
    if first is None:
        narrate("dossier: nothing found.")
    return 0 if first else 1


def _record(row: StatementRow) -> Record:
    ids = [speaker.id for speaker in row.speakers]
    return {
        "id": row.id, "speaker": ids[0] if ids else None, "speakers": ids,
        "speaker_names": [speaker.name for speaker in row.speakers], "speaker_text": row.speaker_text,
        "kind": row.kind, "source": row.source, "path": row.path, "line": row.line, "start": row.start,
        "end": row.end, "text": row.words,
    }  # fmt: skip
