"""The page behind the "why?" key: how what one is looking at was concluded, or all that a passage supports."""

import sqlite3
from collections.abc import Iterator, Sequence

from dossier.present.cells import clean, fit
from dossier.present.dates import date_words
from dossier.present.page import Block, Page, PageKind, Target, joined, page_of, section
from dossier.present.why import why_blocks
from dossier.store.queries import grounds, sources
from dossier.store.queries.grounds import GroundRow
from dossier.store.queries.naming import with_id

KIND_CELLS = 14
CONCLUDED: frozenset[PageKind] = frozenset({"entity", "event", "source", "statement", "disagreement"})
"""Pages of things that have reasons."""


def why_target(page: Target, block: Block | None = None) -> Target | None:
    """The page that says why, asked at a block of a page: of the thing that the page is of (of a source, of the
    passage), else of what the block leads to; None where neither was concluded."""
    asked = page if page.kind in CONCLUDED else block.target if block else None
    if asked is None or asked.kind not in CONCLUDED:
        return None
    start, end = block.span if block and block.span else (asked.start, asked.end)
    if asked.kind == "source" and start is None:
        return Target("document", asked.id)
    return Target("why", asked.id, start, end, asked.kind)


def why_page(connection: sqlite3.Connection, target: Target) -> Page | None:
    """The reasons for what stands on the page of kind `target.focus`; None where that is gone or concludes nothing."""
    if target.focus == "source":
        return _of_source(connection, target)
    named = with_id(connection, target.id)
    if named is None:
        return None
    of = Target(page_of(named.kind), named.id)
    blocks = why_blocks(connection, of)
    if not blocks:
        return None
    return Page(target, f"Why: {named.name}", [Block(clean(named.name), "title", (), of), *blocks])


def _of_source(connection: sqlite3.Connection, target: Target) -> Page | None:
    source = sources.get(connection, target.id)
    if source is None or source.fault is not None:
        return None
    head = Block(clean(source.label), "title", (), Target("source", source.id, target.start, target.end))
    if target.start is None or target.end is None:
        return None
    found = grounds.of_span(connection, source.id, target.start, target.end)
    about = Block("about this document", "secondary", (), Target("document", source.id), indent=2)
    blocks = [head, about, section("what this passage supports", len(found)), *_supported(found, source.id)]
    return Page(target, f"Why: {source.label}", blocks)


def _supported(found: Sequence[GroundRow], source: str) -> Iterator[Block]:
    if not found:
        yield Block("Nothing was concluded from it.", "secondary", indent=2)
    for ground in found:
        yield from _ground(ground, source)


def _ground(ground: GroundRow, source: str) -> Iterator[Block]:
    """The words, what they were taken for, and why."""
    name = date_words(ground.name or None) if ground.kind == "date" else clean(ground.name)
    text, runs = joined((fit(ground.kind, KIND_CELLS), "secondary"), (f"“{clean(ground.words)}”", ""))
    yield Block(text, "text", runs, Target("source", source, ground.start, ground.end), indent=2, hang=KIND_CELLS,
                space=1)  # fmt: skip
    leads = None if ground.kind == "date" else Target(page_of(ground.kind), ground.target)
    if name and ground.words != ground.name:
        role = "date" if ground.kind == "date" else "text" if leads and leads.kind != "entity" else ground.kind
        text, runs = joined(("→ ", "secondary"), (name, role))
        yield Block(text, "text", runs, leads, indent=2 + KIND_CELLS, hang=2)
    reason = clean(": ".join(filter(None, [ground.rule, ground.basis])))
    yield Block(reason, "secondary", indent=2 + KIND_CELLS, hang=2)
