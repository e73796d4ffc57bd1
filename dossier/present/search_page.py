"""Search results as a page: what is called so, then the passages, grouped by source."""

import sqlite3
from collections.abc import Iterator, Sequence

from dossier.present.cells import clean, short
from dossier.present.excerpts import excerpt
from dossier.present.fields import WIDTH, beside
from dossier.present.page import Block, Page, Run, Target, joined, page_of, section, subheading
from dossier.present.passage_text import Shown, show_passage
from dossier.present.spoken_search import spoken_search
from dossier.query.matches import find_matches
from dossier.query.operators import taken_apart
from dossier.query.parse import parse
from dossier.query.syntax import Query
from dossier.store.queries import passages
from dossier.store.queries.filters import Pin
from dossier.store.search import RANKED, Hit, Hits, LabelHit, search_labels, search_passages

KIND_CELLS = 14
LEAST_CELLS = 20
"""Of a name, where there is little room."""
SYNTAX = (
    ("two words", "passages that hold both, anywhere in them"), ('"two words"', "side by side, in this order"),
    ("word*", "words that begin so"), ("-word", "only passages without it"),
    ("speaker:name", "what somebody said; with words, what of it holds them; speaker: alone, who speaks"),
)
"""What a search can say (dossier.query)."""
SYNTAX_CELLS = 14
SHOWN = 60
"""Passages on the page."""


def search_page(
    connection: sqlite3.Connection, text: str, *, pins: Sequence[Pin] = (), limit: int = SHOWN, width: int = WIDTH
) -> Page:
    """What `text`, as typed so far, finds, to be read in lines of `width` cells."""
    search = taken_apart(text)
    if search.speaker is not None:
        blocks = list(spoken_search(connection, search, pins, width))
        return Page(Target("search", text), f"Search: {clean(text)}", blocks, at=_first(blocks))
    query = parse(text, typing=True)
    hits = search_passages(connection, query, limit=limit, pins=pins)
    labels = search_labels(connection, query)
    blocks = [*_labels(labels, width), *_passages(connection, hits, query, text, pins, width)]
    if not query.wanted:
        blocks = [Block("Type words to search for.", "secondary"), *_syntax(width)]
    return Page(Target("search", text), f"Search: {clean(text)}", blocks, at=_first(blocks))


def _first(blocks: Sequence[Block]) -> int:
    return next((place for place, block in enumerate(blocks) if block.target), 0)


def _labels(labels: Sequence[LabelHit], width: int) -> Iterator[Block]:
    if labels:
        yield Block("NAMES AND TITLES", "section")
    for label in labels:
        role = label.kind if page_of(label.kind) == "entity" else ""
        name = short(label.name, max(width - 2 - KIND_CELLS, LEAST_CELLS))
        text, runs = joined((f"{label.kind:<{KIND_CELLS}}", "secondary"), (name, role))
        yield Block(text, "text", runs, Target(page_of(label.kind), label.id), indent=2, hang=KIND_CELLS)


def _passages(
    connection: sqlite3.Connection, hits: Hits, query: Query, text: str, pins: Sequence[Pin], width: int
) -> Iterator[Block]:
    yield section(f"{hits.total:,} passage{'s' * (hits.total != 1)}" if hits.total else "no passage")
    if pins:
        yield Block("Only those that belong to what is pinned: " + ", ".join(clean(pin.label) for pin in pins) + ".",
                    "secondary", indent=2)
    if not hits.total:
        if unknown := taken_apart(text).unknown:
            yield Block(f"“{clean(unknown)}:” asks for nothing special: it was looked for as a word.", "secondary",
                        indent=2)  # fmt: skip
        yield Block("One passage must hold every word, as written.", "secondary", indent=2)
        yield from _syntax(width)
    if not hits.ranked:
        yield Block(f"More than {RANKED:,}: in the order of the sources, not by relevance.", "secondary", indent=2)
    rows = passages.rows(connection, [hit.passage for hit in hits.hits])
    groups: dict[str, list[Hit]] = {}
    for hit in hits.hits:
        groups.setdefault(hit.source, []).append(hit)
    for source, found in groups.items():
        count = len(f"  {len(found)}")
        yield subheading(short(found[0].source_label, max(width - 2 - count, LEAST_CELLS)), len(found),
                         Target("source", source, focus=text))  # fmt: skip
        for hit in found:
            if hit.passage in rows:
                yield _hit(hit, show_passage(rows[hit.passage]), query, text)
    if len(hits.hits) < hits.total:
        yield Block(f"… and {hits.total - len(hits.hits):,} more: narrow the search.", "secondary", indent=2)


def _syntax(width: int) -> Iterator[Block]:
    """What else can be typed."""
    yield section("what can be asked")
    for written, meaning in SYNTAX:
        yield beside((written, "key"), SYNTAX_CELLS, (meaning, ""), width=width)


def _hit(hit: Hit, shown: Shown, query: Query, text: str) -> Block:
    """A passage as it is displayed, around the first of what answers the query."""
    matches = find_matches(hit.text, query)
    start, end = matches[0] if matches else (0, 0)
    seen = [(shown.place(hit.start + a), shown.place(hit.start + b)) for a, b in matches] or [(0, 0)]
    words, first, _ = excerpt(shown.text, *seen[0])
    shift = first - seen[0][0]
    runs = tuple(Run(a + shift, b + shift, "hit") for a, b in seen
                 if a < b and a + shift >= 0 and b + shift < len(words))  # fmt: skip
    target = Target("source", hit.source, hit.start + start, hit.start + end, text)
    return Block(words, "text", runs, target, indent=4, hang=2)
