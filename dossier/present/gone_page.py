"""What stands in the place of a page that is gone: the page of what its thing was merged into, or that it is hidden."""

import sqlite3

from dossier.model.decision import State, Verb
from dossier.present.cells import clean
from dossier.present.decisions_page import decision_line
from dossier.present.page import Block, Page, PageKind, Target
from dossier.store.queries import decisions
from dossier.store.queries.merged import became

_OF_THINGS: frozenset[PageKind] = frozenset({"entity", "event", "statement", "why"})


def moved_to(connection: sqlite3.Connection, target: Target) -> Target | None:
    """The same page of what its thing is part of now; None where that is nothing else."""
    now = became(connection, target.id) if target.kind in _OF_THINGS else None
    return target._replace(id=now) if now is not None and now != target.id else None


def hidden_page(connection: sqlite3.Connection, target: Target) -> Page | None:
    """That a reader hid what the page was of, who and when, and how to have it again; None where nobody did."""
    if target.kind not in _OF_THINGS:
        return None
    found = decisions.of_target(connection, target.id)
    hiding = next((one for one in found if one.verb == Verb.REJECT and one.state == State.HOLDS), None)
    if hiding is None:
        return None
    title = clean(hiding.subject)
    blocks = [
        Block(title, "title"),
        Block("Rejected: it is hidden, and its words stay in their documents.", "text", space=1),
        Block("u takes back what was decided last; a on the line below takes back just this.", "secondary"),
        decision_line(hiding),
    ]
    return Page(target, f"{title} · rejected", blocks, at=len(blocks) - 1)
