"""A page as plain text: the twin of what the reader of the browser shows, with the place of every line that has one."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.present.cells import clean
from dossier.present.marks import LEGEND
from dossier.present.page import ORIGIN, Block, Page, Target
from dossier.present.wrap import line_starts
from dossier.store.queries.places import Place, Span, places_of

MARGIN = 2


def plain_lines(connection: sqlite3.Connection, page: Page, width: int) -> Iterator[str]:
    """The lines of a page, at most `width` cells each, without blanks at their ends; a legend where marks need one.

    What leads to words in a source is followed by their line in the file, behind the file's path where no
    heading above names it. No line holds a control character (see `dossier.present.cells.clean`).
    """
    margin = MARGIN if any(block.gutter for block in page.blocks) else 0
    own = page.target.id if page.target.kind in ("source", "document") else ""
    places = places_of(connection, [*dict.fromkeys(
        _span(block.target) for block in page.blocks if block.target and block.target.kind == "source")])  # fmt: skip
    above, heading = False, own
    for block in page.blocks:
        target = block.target
        if block.role == "section":
            heading = own
        if target is not None and target.kind == "source" and target.start is None and block.role == "subheading":
            heading = target.id
        if above:
            yield from [""] * block.space
        place = _place(places, target, "" if block.role == "subheading" else heading)
        yield from _block(replace(block, text=_with_place(block, place)), width, margin)
        above = True
    yield from _legend(page.blocks, width)


def _block(block: Block, width: int, margin: int) -> Iterator[str]:
    gutter = block.gutter.ljust(margin)
    starts = line_starts(block.text, width - margin - block.indent, hang=block.hang)
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(block.text)
        hang = block.hang if number else 0
        yield ((" " * margin if number else gutter) + " " * (block.indent + hang) + block.text[start:end]).rstrip()


def _with_place(block: Block, place: str) -> str:
    """The text of a block with the place of its words: behind it, or for the name of their source, which says less."""
    origin = next((run for run in block.runs if run.role == ORIGIN), None) if place else None
    if origin is None:
        return block.text + place
    return block.text[: origin.start].rstrip() + place + block.text[origin.end :]


def _span(target: Target) -> Span:
    """The words of a source that a target names; its beginning for all of it."""
    return target.id, target.start or 0, target.end or target.start or 0


def _place(places: Mapping[Span, Place], target: Target | None, heading: str) -> str:
    """Where the words of a target stand: its path, its line, or both."""
    if target is None or target.kind != "source" or (target.start is None and target.id == heading):
        return ""
    place = places.get(_span(target))
    if place is None:
        return ""
    if target.start is None:
        return f"  ({clean(place.path)})"
    return f"  (line {place.first})" if target.id == heading else f"  ({clean(place.path)}:{place.first})"


def _legend(blocks: Sequence[Block], width: int) -> Iterator[str]:
    """What the marks on a page mean, in one paragraph."""
    marks = {block.gutter for block in blocks} | {
        block.text[run.start : run.end].strip() for block in blocks for run in block.runs
        if run.role in ("mark", "fault")}  # fmt: skip
    meanings = " · ".join(f"{mark} {meaning}" for mark, meaning in LEGEND if mark in marks)
    if meanings:
        yield ""
        yield from _block(Block(meanings, "secondary"), width, 0)
