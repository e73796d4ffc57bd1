"""What readers keep to come back to: bookmarks and searches, the latest first; each line leads there."""

import sqlite3
from collections.abc import Sequence

from dossier.present.cells import clean
from dossier.present.page import Block, Page, Target, joined, page_of, section
from dossier.store.queries import sources
from dossier.store.queries.kept import Bookmark, bookmarks, searches

KIND_CELLS = 14


def kept_page(connection: sqlite3.Connection, target: Target) -> Page:
    """The page of what is kept."""
    marks, saved = bookmarks(connection), searches(connection)
    blocks = [Block("Bookmarks and searches", "title")]
    if marks or saved:
        blocks.append(Block("Enter opens one, b removes it.", "secondary"))
    else:
        blocks.append(Block("Nothing yet: b keeps what you look at, and on a page of results the search.", "secondary"))
    sources = {mark.source for mark in marks if mark.source}
    labels = {source: _label(connection, source) for source in sources}
    if marks:
        blocks += [section("bookmarks", len(marks)), *(_mark(mark, labels) for mark in marks)]
    if saved:
        blocks += [section("searches", len(saved)),
                   *(_line("search", one.query, "", one.by, one.at, Target("search", one.query)) for one in saved)]
    return Page(target, "Bookmarks and searches", blocks, at=_first(blocks))


def behind(connection: sqlite3.Connection, target: Target) -> str | None:
    """The decision that keeps what a line of the page leads to; None where none does."""
    if target.kind == "search":
        return next((one.decision for one in searches(connection) if one.query == target.id), None)
    return next((mark.decision for mark in bookmarks(connection) if leads_to(mark) == target), None)


def leads_to(mark: Bookmark) -> Target:
    """Where a bookmark leads; where what it was set on is gone, to the setting of it."""
    if mark.source:
        return Target("source", mark.source, mark.start, mark.end)
    return Target(page_of(mark.kind), mark.target) if mark.target else Target("decisions", mark.decision)


def _mark(mark: Bookmark, labels: dict[str, str]) -> Block:
    more = "" if mark.target else "gone from the documents"
    if mark.source:
        more = labels.get(mark.source, "")
    return _line(mark.kind or "–", mark.name, more, mark.by, mark.at, leads_to(mark))


def _line(kind: str, name: str, more: str, by: str, at: str, target: Target) -> Block:
    text, runs = joined(
        (f"{kind:<{KIND_CELLS}}", "secondary"), (clean(name), "name"), (f"  {more}" if more else "", "secondary"),
        (f"  {clean(by)}, {clean(at[:10])}", "dim"),
    )  # fmt: skip
    return Block(text, "text", runs, target, indent=2, hang=KIND_CELLS)


def _label(connection: sqlite3.Connection, source: str) -> str:
    found = sources.get(connection, source)
    return clean(found.label) if found else ""


def _first(blocks: Sequence[Block]) -> int:
    return next((number for number, block in enumerate(blocks) if block.target), 0)
