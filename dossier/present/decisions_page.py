"""What was decided about a case, the latest first, and how each decision stands."""

import sqlite3

from dossier.present.cells import clean, fit
from dossier.present.page import Block, Page, Target, joined, page_of
from dossier.store.queries import decisions
from dossier.store.queries.decisions import DecisionRow
from dossier.store.queries.naming import with_id

VERB_CELLS = 10
STATES = {
    "undone": "taken back", "orphan": "waits for what is gone from the documents",
    "contradicted": "another decision says the opposite", "invalid": "cannot be applied",
}  # fmt: skip


def decisions_page(connection: sqlite3.Connection, target: Target) -> Page:
    """The page of decisions; each line leads to the thing it is about."""
    found = decisions.rows(connection)
    blocks = [Block("What was decided", "title")]
    if not found:
        blocks.append(Block("Nothing yet: a decides about what the cursor is on.", "secondary", space=1))
    day, by_id = "", {one.id: one for one in found}
    for one in found:
        if one.at[:10] != day:
            day = one.at[:10]
            blocks.append(Block(day, "section", space=1))
        blocks.append(_line(connection, one, by_id.get(one.against or "")))
    return Page(target, "What was decided", blocks, at=next((i for i, b in enumerate(blocks) if b.target), 0))


def _line(connection: sqlite3.Connection, one: DecisionRow, against: DecisionRow | None) -> Block:
    about = " → ".join(filter(None, [one.subject, "" if one.verb == "undo" else one.value]))
    stands = STATES.get(one.state, "")
    if against is not None:
        stands = clean(f"against {against.verb} by {against.by}, {against.at[:10]}, which holds")
    text, runs = joined(
        (fit(one.verb, VERB_CELLS), "dim" if stands else "mark"), (clean(about), "dim" if stands else ""),
        (clean(f"  {one.by} {one.at[11:16]}"), "secondary"), (f"  {stands}" if stands else "", "fault"),
        (clean(f"  because {one.why}") if one.why else "", "secondary"),
    )  # fmt: skip
    named = next((with_id(connection, id_) for id_ in decisions.touched(connection, one.id)), None)
    return Block(text, "text", runs, Target(page_of(named.kind), named.id) if named else None, indent=2,
                 hang=VERB_CELLS)  # fmt: skip
