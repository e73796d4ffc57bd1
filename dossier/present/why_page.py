"""The page behind the "why?" key: how what one is looking at was concluded, or all that a passage supports."""

import sqlite3
from collections.abc import Iterator, Sequence

from dossier.model.selection import Selection
from dossier.present.cells import clean, fit
from dossier.present.dates import date_words
from dossier.present.decided import noted_blocks
from dossier.present.fields import WIDTH
from dossier.present.marks import DIFFERS, HAPPENS, SAID
from dossier.present.page import Block, Page, PageKind, Target, joined, page_of, section
from dossier.present.passage_blocks import NAMES
from dossier.present.passage_text import DisplayedWords
from dossier.present.why import why_blocks
from dossier.store.queries import grounds, sources
from dossier.store.queries.grounds import GroundRow
from dossier.store.queries.naming import with_id

KIND_CELLS = 14
_SIGNS = {"statement": SAID, "event": HAPPENS, "disagreement": DIFFERS}
CONCLUDED: frozenset[PageKind] = frozenset({"entity", "event", "source", "statement", "disagreement"})
"""Pages of things that have reasons."""


def why_target(page: Target, block: Block | None = None, selected: Selection | None = None) -> Target | None:
    """The page that says why, asked at a block of a page: of the thing that the page is of (of a source, of the
    words selected, else of the passage), else of what the block leads to; None where neither was concluded."""
    if selected is not None:
        return Target("why", selected.source, selected.start, selected.end, "source")
    asked = page if page.kind in CONCLUDED else block.target if block else None
    if asked is None or asked.kind not in CONCLUDED:
        return None
    start, end = block.span if block and block.span else (asked.start, asked.end)
    if asked.kind == "source" and start is None:
        return Target("document", asked.id)
    return Target("why", asked.id, start, end, asked.kind)


def why_page(connection: sqlite3.Connection, target: Target, width: int = WIDTH) -> Page | None:
    """The reasons for what stands on the page of kind `target.focus`, in lines of `width` cells; None where that is
    gone or concludes nothing."""
    if target.focus == "source":
        return _of_source(connection, target)
    named = with_id(connection, target.id)
    if named is None:
        return None
    of = Target(page_of(named.kind), named.id)
    blocks = why_blocks(connection, of, width)
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
    shown = DisplayedWords(connection, source.id, [(one.start, one.end) for one in found])
    about = Block("about this document", "secondary", (), Target("document", source.id), indent=2)
    noted = list(noted_blocks(connection, source.id, target.start, target.end))
    blocks = [head, about, *([section("notes")] if noted else ()), *noted,
              section("what these words support", len(found)), *_supported(found, source.id, shown)]  # fmt: skip
    return Page(target, f"Why: {source.label}", blocks)


def _supported(found: Sequence[GroundRow], source: str, shown: DisplayedWords) -> Iterator[Block]:
    if not found:
        yield Block("Nothing was concluded from them.", "secondary", indent=2)
    for ground in found:
        yield from _ground(ground, source, shown.of(ground.start, ground.end))


def _ground(ground: GroundRow, source: str, words: str) -> Iterator[Block]:
    """The words, what they were taken for, and why."""
    name = date_words(ground.name or None) if ground.kind == "date" else clean(ground.name)
    role = ground.kind if ground.kind in (*NAMES, "date") else "secondary"
    text, runs = joined((fit(ground.kind, KIND_CELLS), role), (f"“{words}”", ""))
    yield Block(text, "text", runs, Target("source", source, ground.start, ground.end),
                _SIGNS.get(ground.kind, ""), indent=2, hang=KIND_CELLS, space=1)  # fmt: skip
    leads = None if ground.kind == "date" else Target(page_of(ground.kind), ground.target)
    if name or leads:
        told = name or ("nobody named" if ground.kind == "statement" else ground.kind)
        text, runs = joined(("→ ", "secondary"), (told, role if role != "secondary" else "text"))
        yield Block(text, "text", runs, leads, indent=2 + KIND_CELLS, hang=2)
    reason = clean(": ".join(filter(None, [ground.rule, ground.basis])))
    yield Block(reason, "secondary", indent=2 + KIND_CELLS, hang=2)
