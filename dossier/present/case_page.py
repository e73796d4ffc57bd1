"""The first page: what the case is, how much is in it, what its sources tell alike, and where they differ."""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from dossier.present.cells import clean, fit
from dossier.present.fields import DATE_CELLS, ENDLESS, WIDTH, event_line
from dossier.present.matter_page import matter_blocks
from dossier.present.page import CASE, DISAGREEMENTS, Block, Page, Target, joined, section
from dossier.present.records import PLURALS
from dossier.store.queries.disagreements import Asked, select
from dossier.store.queries.events import widely_told
from dossier.store.queries.overview import Overview, overview
from dossier.store.queries.tellers import answers_of

MATTERS = 4
"""Matters on the page; the page of disagreements has them all."""
EVENTS = 6
"""Events on the page; the pane has them all."""
LEAST_LABEL = 12
EVENT_INDENT = 2 + DATE_CELLS + 4
"""Cells of a line of an event before its label: indent, date, mark."""


def case_page(connection: sqlite3.Connection, width: int = WIDTH) -> Page:
    """The page of the case, to be read in lines of `width` cells."""
    case = overview(connection)
    blocks = [Block(clean(case.title) or "A case", "title")]
    if case.description:
        blocks.append(Block(clean(case.description), space=1))
    blocks += [*_counts(case), *_matters(connection, case, width), *_events(connection, width)]
    return Page(CASE, "The case", blocks)


def _matters(connection: sqlite3.Connection, case: Overview, width: int) -> Iterator[Block]:
    """The weightiest matters on which the sources differ, each with its answers in a line."""
    found = [one for one in islice(select(connection, Asked()), MATTERS) if not one.settled]
    if not found:
        return
    answers = answers_of(connection, [matter.id for matter in found])
    yield section("where the sources differ", case.disagreements)
    for matter in found:
        yield from matter_blocks(matter, answers.get(matter.id, ()), width)
    every = f"all {case.disagreements}" if case.disagreements > 1 else "its answers in their words"
    yield Block(f"{every}, and what agrees", "secondary", (), DISAGREEMENTS, indent=2)


def _events(connection: sqlite3.Connection, width: int) -> Iterator[Block]:
    """What most sources tell, in the order in which it happened."""
    found = widely_told(connection, EVENTS)
    if found:
        yield section("told by most")
    for event in found:
        sources = f"  {event.sources} sources"
        if width - EVENT_INDENT - len(sources) < LEAST_LABEL:
            sources = f"  in {event.sources}"
        room = max(width - EVENT_INDENT - len(sources), LEAST_LABEL)
        label = event.label if width >= ENDLESS else fit(event.label, room).rstrip()
        yield event_line(event._replace(label=label), sources.strip(), width=width)


def _counts(case: Overview) -> list[Block]:
    named = [(number, kind if number == 1 else plural, kind)
             for kind, plural in PLURALS.items() if (number := case.entities.get(kind))]  # fmt: skip
    span = f", {case.first_year}–{case.last_year}" if case.first_year and case.last_year else ""
    if case.first_year == case.last_year and case.first_year:
        span = f", {case.first_year}"
    told = [(case.events, f"event{'s' * (case.events != 1)}{span}", "date"),
            (case.sources - case.faults, f"source{'s' * (case.sources - case.faults != 1)}", "place")]
    blocks = [section("in this case"), _line(told, Target("timeline", "")), _line(named)]
    if case.faults:
        blocks.append(_line([(case.faults, "could not be read: see Sources", "fault")]))
    return [block for block in blocks if block.text]


def _line(counts: list[tuple[int, str, str]], target: Target | None = None) -> Block:
    """Numbers with what they count, in one line."""
    pieces = [piece for number, noun, role in counts for piece in (
        (f"{number:,}", role), (f" {noun}", ""), (" · ", "secondary"))][:-1]  # fmt: skip
    text, runs = joined(*pieces)
    return Block(text, "text", runs, target, indent=2)
