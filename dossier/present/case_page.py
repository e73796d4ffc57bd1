"""The first page: what the case is, how much is in it, and the keys to begin with."""

import sqlite3
from itertools import islice

from dossier.present.cells import clean
from dossier.present.matter_page import matter_line
from dossier.present.page import CASE, DISAGREEMENTS, Block, Page, joined, section
from dossier.store.queries.disagreements import Asked, select
from dossier.store.queries.overview import Overview, overview

SHOWN = 5
"""Matters on the page; the page of disagreements has them all."""
KINDS = (("person", "people"), ("organization", "organizations"), ("place", "places"), ("vehicle", "vehicles"))


def case_page(connection: sqlite3.Connection, hints: tuple[tuple[str, str], ...] = ()) -> Page:
    """The page of the case; `hints` are keys and what they do."""
    case = overview(connection)
    blocks = [Block(clean(case.title) or "A case", "title")]
    if case.description:
        blocks.append(Block(clean(case.description), space=1))
    blocks += _counts(case)
    blocks += _matters(connection)
    if hints:
        blocks.append(section("to begin with"))
        for key, does in hints:
            text, runs = joined((f"{key:>9}", "key"), (f"   {does}", ""))
            blocks.append(Block(text, "text", runs, hang=12))
    return Page(CASE, "The case", blocks)


def _matters(connection: sqlite3.Connection) -> list[Block]:
    """The weightiest matters on which the sources differ."""
    found = [one for one in islice(select(connection, Asked()), SHOWN) if not one.settled]
    if not found:
        return []
    more = Block("all of them, and what agrees", "secondary", (), DISAGREEMENTS, indent=2)
    return [section("where the sources differ"), *(matter_line(connection, one) for one in found), more]


def _counts(case: Overview) -> list[Block]:
    blocks = [section("in this case")]
    for kind, plural in KINDS:
        if number := case.entities.get(kind):
            blocks.append(_count(number, kind if number == 1 else plural, kind))
    span = ""
    if case.first_year and case.last_year:
        span = f"  {case.first_year}–{case.last_year}" if case.first_year != case.last_year else f"  {case.first_year}"
    blocks.append(_count(case.events, "events" + span, "date"))
    if case.disagreements:
        noun = "matter" if case.disagreements == 1 else "matters"
        blocks.append(_count(case.disagreements, f"{noun} on which the sources differ", "fault"))
    blocks.append(_count(case.sources - case.faults, "sources", "text"))
    if case.faults:
        blocks.append(_count(case.faults, "could not be read: see Sources", "fault"))
    return blocks


def _count(number: int, noun: str, role: str) -> Block:
    text, runs = joined((f"{number:>9,}", role), (f"   {noun}", ""))
    return Block(text, "text", runs, hang=12)
