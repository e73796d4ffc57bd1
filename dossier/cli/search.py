"""`dossier search`: passages that hold words, one a line, as grep prints them."""

import click

from dossier.case import Case
from dossier.cli.listing import pin
from dossier.cli.options import AT_LEAST_ONE, case_options, database
from dossier.cli.output import narrate, print_json, print_line
from dossier.present.cells import clean
from dossier.present.excerpts import excerpt
from dossier.query.matches import find_matches
from dossier.query.operators import taken_apart
from dossier.query.parse import parse
from dossier.query.syntax import Query
from dossier.store.search import Hit, search_passages

LIMIT = 1_000
"""The most passages printed unless --limit says otherwise."""


@click.command(name="search", short_help="Find passages by words.")
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@click.option("--limit", type=AT_LEAST_ONE, default=LIMIT, show_default=True, metavar="N")
@click.option("--json", "as_json", is_flag=True, help="A JSON array of objects.")
@click.option("--source", metavar="SOURCE", help="Only in a source: its path, label or id.")
@click.option("--person", metavar="PERSON", help="Only where a person is named: name or id.")
@case_options
def command(
    case: Case, words: tuple[str, ...], limit: int, as_json: bool, source: str | None, person: str | None
) -> int:
    """Find passages by words: `path:line: snippet`, best first.

    \b
      drill hole          both words, in any order
      '"drill hole"'      the words side by side
      'drill*'            words that begin so
      -- hole -ISS        without the word
    """
    if taken_apart(" ".join(words)).speaker is not None:
        raise click.UsageError("search finds passages; who said what: dossier statements --speaker NAME [LETTERS]")
    query = parse(" ".join(words))
    with database(case) as connection:
        named = {"source": source, "person": person}
        pins = [pin(connection, kind, name) for kind, name in named.items() if name is not None]
        hits = search_passages(connection, query, limit=limit, pins=pins)
    if as_json:
        print_json(_record(hit, query) for hit in hits.hits)
    else:
        for hit in hits.hits:
            print_line(f"{hit.path}:{_place(hit, query)[0]}: {_snippet(hit, query)}")
    if not hits.total:
        narrate("dossier: nothing found." if query.terms else
                f"dossier: “{clean(' '.join(words))}” has no word to look for: give some letters or figures.")
    elif hits.total > len(hits.hits):
        narrate(f"dossier: the first {len(hits.hits):,} of {hits.total:,} passages; more with --limit.")
    return 0 if hits.total else 1


def _place(hit: Hit, query: Query) -> tuple[int, int, int]:
    """Line in the file, and start and end in the passage, of the first match."""
    start, end = next(iter(find_matches(hit.text, query)), (0, 0))
    return hit.line + hit.text.count("\n", 0, start), start, end


def _snippet(hit: Hit, query: Query) -> str:
    _, start, end = _place(hit, query)
    return " ".join(excerpt(hit.text, start, end)[0].split())


def _record(hit: Hit, query: Query) -> dict[str, object]:
    line, start, end = _place(hit, query)
    return {
        "source": hit.source, "path": hit.path, "label": hit.source_label, "line": line, "start": hit.start + start,
        "end": hit.start + end, "text": hit.text[start:end], "snippet": _snippet(hit, query),
        "passage": {"start": hit.start, "end": hit.start + len(hit.text), "text": hit.text},
    }  # fmt: skip
