"""A page, or a list, in Markdown, with footnotes to the passages it rests on."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from dossier.present.cells import clean
from dossier.present.escape import escaped
from dossier.present.footnotes import Footnotes
from dossier.present.page import Block, Page, Target
from dossier.present.tables import Column
from dossier.store.queries.places import Span, words_of

Row = TypeVar("Row")
_RESTING: frozenset[str] = frozenset({"event", "statement"})
"""Kinds of things whose words are to be found."""
_HEADINGS = {"title": "# ", "section": "## ", "subheading": "### ", "answer": "### ", "heading": "## "}


def page_markdown(connection: sqlite3.Connection, page: Page) -> Iterator[str]:
    """The lines of a page, then a note for every passage that a line leads to."""
    notes = Footnotes()
    of_source = page.target.kind == "source"
    asked = {block.target.id for block in page.blocks if block.target and block.target.kind in _RESTING}
    resting = words_of(connection, asked) if asked and not of_source else {}
    above, heading = "", ""
    for block in page.blocks:
        lead = _lead(block, heading, above, of_source=of_source)
        heading = block.role if block.role in _HEADINGS else heading
        if above and not (lead.lstrip().startswith("- ") and above.lstrip().startswith("- ")):
            yield ""
        marks = "" if of_source else "".join(notes.mark(span) for span in _spans(block.target, resting))
        above = lead + escaped(_text(block)) + marks
        yield above
    yield from notes.lines(connection)


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


def _lead(block: Block, heading: str, above: str, *, of_source: bool) -> str:
    """What stands before a block under a heading of some role and the line above: a heading's signs, a list's."""
    if block.role in _HEADINGS:
        return _HEADINGS[block.role]
    if of_source:
        return "> " if block.role == "quote" else "  " * (block.indent // 2) + "- " if block.text[:2] == "• " else ""
    # A list goes on at the depth of what stands above, or one deeper.
    most = (len(above) - len(above.lstrip())) // 2 + 1 if above.lstrip().startswith("- ") else 0
    depth = min(block.indent // 2 - 1 - (heading == "subheading"), most)
    return "  " * max(depth, 0) + "- " if block.indent else ""


def _text(block: Block) -> str:
    """The text, its columns closed up; of a section, how much is in it in brackets."""
    if block.role == "section":
        name, _, count = block.text.partition("  ")
        return name.capitalize() + (f" ({count})" if count else "")
    return re.sub(r" {2,}", "  ", block.text.removeprefix("• ")).strip()


def _spans(target: Target | None, resting: dict[str, list[Span]]) -> list[Span]:
    """The words that a line rests on."""
    if target is None:
        return []
    if target.kind == "source":
        return [(target.id, target.start, target.end)] if target.start is not None and target.end is not None else []
    return resting.get(target.id, []) if target.kind in _RESTING else []
