"""A page, or a list, in Markdown, with footnotes to the passages it rests on."""

import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeVar

from dossier.present.cells import clean
from dossier.present.escape import escaped
from dossier.present.footnotes import Footnotes
from dossier.present.page import Block, Page, Target, closed_up
from dossier.present.speech import NOBODY
from dossier.present.tables import Column
from dossier.store.queries import grounds, passages
from dossier.store.queries.grounds import GroundRow
from dossier.store.queries.places import Span, words_of

Row = TypeVar("Row")
_RESTING: frozenset[str] = frozenset({"event", "statement"})
"""Kinds of things whose words are to be found."""
CONCLUSIONS = {"event": "event:", "statement": "said by", "disagreement": "compared:"}
"""What of all that was found in a document has a note; names and dates say themselves what they are."""
_HEADINGS = {"title": "# ", "section": "## ", "subheading": "### ", "answer": "### ", "heading": "## "}


def page_markdown(connection: sqlite3.Connection, page: Page) -> Iterator[str]:
    """The lines of a page, then a note for every passage that a line leads to, and, where the page is a document, for
    everything that was concluded from its passages."""
    notes = Footnotes()
    yield from _lines(page.blocks, _marks_of(connection, page, notes))
    yield from notes.lines(connection)


def _marks_of(connection: sqlite3.Connection, page: Page, notes: Footnotes) -> Callable[[Block], str]:
    """What gives the marks of a line's notes."""
    leads = [block.target for block in page.blocks if block.span is None and block.target]
    asked = {target.id for target in leads if target.kind in _RESTING}
    resting = words_of(connection, asked) if asked else {}
    concluded = _concluded(connection, page.target.id) if page.target.kind == "source" else []

    def marks(block: Block) -> str:
        if block.span is None:
            found = [notes.mark(span) for span in _spans(block.target, resting)]
        else:
            first, last = (bisect_left(concluded, place, key=lambda one: one.start) for place in block.span)
            found = [notes.mark((page.target.id, one.start, one.end), _told(one)) for one in concluded[first:last]]
        return "".join(dict.fromkeys(found))

    return marks


def _lines(blocks: Sequence[Block], marks: Callable[[Block], str]) -> Iterator[str]:
    """The lines of a page, rows of a table as such; what is all syntax takes none."""
    above, heading = "", ""
    for in_table, run in groupby((block for block in blocks if block.text), key=lambda block: bool(block.cells)):
        if in_table:
            yield from ("",) * bool(above)
            yield from _table(list(run), marks)
            above = "|"
            continue
        for block in run:
            lead = _lead(block, heading, above) if block.span is None else _passage_lead(block)
            heading = block.role if block.role in _HEADINGS else heading
            if above and not (lead.lstrip().startswith("- ") and above.lstrip().startswith("- ")):
                yield ""
            above = lead + escaped(_text(block)) + marks(block)
            yield above


def _table(rows: Sequence[Block], marks: Callable[[Block], str]) -> Iterator[str]:
    """The rows of a table; where the first is no head, under one without words, for Markdown knows no table without."""
    columns = max(len(row.cells) for row in rows)
    rule = "|" + " --- |" * columns
    if rows[0].role != "strong":
        yield "|" + "  |" * columns
        yield rule
    for number, row in enumerate(rows):
        cells = [escaped(row.text[begin:end].strip()) for begin, end in pairwise((*row.cells, len(row.text)))]
        yield f"| {' | '.join(cells)}{marks(row)} |"
        if rows[0].role == "strong" and not number:
            yield rule


def _concluded(connection: sqlite3.Connection, source: str) -> list[GroundRow]:
    """What a document says happened, who says what in it, and on what it disagrees, in order of place."""
    found = grounds.of_span(connection, source, 0, passages.length(connection, source))
    return [one for one in found if one.kind in CONCLUSIONS]


def _told(one: GroundRow) -> str:
    """What was concluded, behind what that is: `event: The lamp goes out`."""
    return f"{CONCLUSIONS[one.kind]} {one.name or NOBODY}"


def table_markdown(
    connection: sqlite3.Connection, title: str, rows: Iterable[Row], columns: Sequence[Column[Row]],
    spans: dict[str, list[Span]],
) -> Iterator[str]:  # fmt: skip
    """A list as a table; `spans` are the words that rows rest on, by id, to which the notes lead."""
    notes = Footnotes()
    yield f"# {escaped(clean(title))}"
    yield ""
    yield "| " + " | ".join(column.head.capitalize() for column in columns) + " |"
    yield "|" + "|".join(" ---: " if column.right else " --- " for column in columns) + "|"
    for row in rows:
        cells = [escaped(clean(column.words(row))) for column in columns]
        named = next(place for place, column in enumerate(columns) if not column.most)
        cells[named] += "".join(notes.mark(span) for span in spans.get(getattr(row, "id", ""), ()))
        yield "| " + " | ".join(cells) + " |"
    yield from notes.lines(connection)


def _lead(block: Block, heading: str, above: str) -> str:
    """What stands before a line under a heading of some role and the line above: a heading's signs, a list's."""
    if block.role in _HEADINGS:
        return _HEADINGS[block.role]
    # A list goes on at the depth of what stands above, or one deeper.
    most = (len(above) - len(above.lstrip())) // 2 + 1 if above.lstrip().startswith("- ") else 0
    depth = min(block.indent // 2 - 1 - (heading == "subheading"), most)
    return "  " * max(depth, 0) + "- " if block.indent else ""


def _passage_lead(block: Block) -> str:
    """What stands before a passage of a document: its headings are below that of its text."""
    if block.role in _HEADINGS:
        return "### " if block.role in ("title", "heading") else "#### "
    return "> " if block.role == "quote" else "  " * (block.indent // 2) + "- " if block.text[:2] == "• " else ""


def _text(block: Block) -> str:
    """The text, its columns closed up; of a section, how much is in it in brackets."""
    if block.role == "section":
        name, _, count = block.text.partition("  ")
        return name.capitalize() + (f" ({count})" if count else "")
    return closed_up(block.text.removeprefix("• "))


def _spans(target: Target | None, resting: dict[str, list[Span]]) -> list[Span]:
    """The words that a line rests on."""
    if target is None:
        return []
    if target.kind == "source":
        return [(target.id, target.start, target.end)] if target.start is not None and target.end is not None else []
    return resting.get(target.id, []) if target.kind in _RESTING else []
