"""The passages that name two people, organizations, places or vehicles."""

import sqlite3
from itertools import groupby

from dossier.present.cells import clean
from dossier.present.excerpts import excerpt
from dossier.present.fields import WIDTH
from dossier.present.page import Block, Page, Run, Target, joined, subheading
from dossier.store.queries import appearances, entities
from dossier.store.queries.appearances import Beside
from dossier.store.queries.entities import EntityRow

SHOWN = 200
"""The most passages on the page."""
BETWEEN = 240
"""Code points of a passage shown before and after the first name; a name further away is not seen."""


def together_page(connection: sqlite3.Connection, target: Target, width: int = WIDTH) -> Page | None:
    """The page of what names both `target.id` and `target.focus`, in lines of `width` cells; None where one of them is
    gone."""
    one, other = entities.get(connection, target.id), entities.get(connection, target.focus)
    if one is None or other is None:
        return None
    found = appearances.beside(connection, one.id, other.id, SHOWN)
    text, runs = joined((clean(one.name), one.kind), (" and ", "secondary"), (clean(other.name), other.kind))
    number = f"{len(found)} passage{'s' * (len(found) != 1)} name both" if found else "No passage names both."
    blocks = [Block(text, "title", runs), Block(number, "secondary"),
              *(Block(clean(row.name), row.kind, (), Target("entity", row.id), indent=2) for row in (one, other))]
    for source, group in groupby(found, key=lambda row: row.source):
        in_source = list(group)
        leads = Target("source", source, focus=one.id)
        blocks.append(subheading(in_source[0].source_label, len(in_source), leads, width))
        blocks += [_passage(row, one, other) for row in in_source]
    if len(found) == SHOWN:
        blocks.append(Block(f"No more than {SHOWN} are shown.", "secondary", space=1))
    return Page(target, f"{one.name} and {other.name}", blocks)


def _passage(row: Beside, one: EntityRow, other: EntityRow) -> Block:
    """The words around the first name of either."""
    spans = sorted(((row.start, row.end, one.kind), (row.other_start, row.other_end, other.kind)))
    start, end = spans[0][0] - row.passage_start, spans[0][1] - row.passage_start
    words, shown, _ = excerpt(row.passage_text, start, end, before=60, after=BETWEEN)
    shift = shown - spans[0][0]
    runs = tuple(Run(first + shift, last + shift, kind) for first, last, kind in spans if last + shift <= len(words))
    return Block(words, "text", runs, Target("source", row.source, row.start, row.end, one.id), indent=4, hang=2)
