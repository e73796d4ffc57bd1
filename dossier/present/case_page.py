"""The first page: what the case is, how much is in it, and the keys to begin with."""

import sqlite3
from itertools import islice

from dossier.present.cells import clean
from dossier.present.matter_page import matter_line
from dossier.present.page import CASE, DISAGREEMENTS, Block, Page, Target, joined, section
from dossier.present.records import PLURALS
from dossier.store.queries.disagreements import Asked, select
from dossier.store.queries.overview import Overview, overview
from dossier.store.queries.tellers import answers_of

SHOWN = 4
"""Matters on the page; the page of disagreements has them all."""
KEY_CELLS = 8


def case_page(connection: sqlite3.Connection, hints: tuple[tuple[str, str], ...] = ()) -> Page:
    """The page of the case; `hints` are keys and what they do."""
    case = overview(connection)
    blocks = [Block(clean(case.title) or "A case", "title")]
    if case.description:
        blocks.append(Block(clean(case.description), space=1))
    blocks += _counts(case)
    blocks += _matters(connection, case)
    if hints:
        blocks.append(section("to begin with"))
        for key, does in hints:
            text, runs = joined((f"{key:<{KEY_CELLS}}", "key"), (does, ""))
            blocks.append(Block(text, "text", runs, indent=2, hang=KEY_CELLS))
    return Page(CASE, "The case", blocks)


def _matters(connection: sqlite3.Connection, case: Overview) -> list[Block]:
    """The weightiest matters on which the sources differ."""
    found = [one for one in islice(select(connection, Asked()), SHOWN) if not one.settled]
    if not found:
        return []
    answers = answers_of(connection, [matter.id for matter in found])
    more = Block(f"all {case.disagreements}, and what agrees", "secondary", (), DISAGREEMENTS, indent=2)
    return [section("where the sources differ", case.disagreements),
            *(matter_line(one, answers.get(one.id, ())) for one in found), more]


def _counts(case: Overview) -> list[Block]:
    named = [(number, kind if number == 1 else plural, kind)
             for kind, plural in PLURALS.items() if (number := case.entities.get(kind))]  # fmt: skip
    span = f", {case.first_year}–{case.last_year}" if case.first_year and case.last_year else ""
    if case.first_year == case.last_year and case.first_year:
        span = f", {case.first_year}"
    told = [(case.events, f"event{'s' * (case.events != 1)}{span}", "date"),
            (case.sources - case.faults, f"source{'s' * (case.sources - case.faults != 1)}", "place")]
    blocks = [section("in this case"), _line(named), _line(told, Target("timeline", ""))]
    if case.faults:
        blocks.append(_line([(case.faults, "could not be read: see Sources", "fault")]))
    return [block for block in blocks if block.text]


def _line(counts: list[tuple[int, str, str]], target: Target | None = None) -> Block:
    """Numbers with what they count, in one line."""
    pieces = [piece for number, noun, role in counts for piece in (
        (f"{number:,}", role), (f" {noun}", ""), (" · ", "secondary"))][:-1]  # fmt: skip
    text, runs = joined(*pieces)
    return Block(text, "text", runs, target, indent=2, hang=2)
