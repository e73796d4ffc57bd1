"""What was decided about a case, the latest first, and how each decision stands; and the page of one decision."""

import sqlite3
from collections.abc import Mapping, Sequence

from dossier.model.decision import KEEPING
from dossier.model.selection import selection_of
from dossier.present.cells import clean, fit
from dossier.present.page import Block, Page, Run, Target, joined, page_of, section
from dossier.store.queries import decisions
from dossier.store.queries.decisions import DecisionRow
from dossier.store.queries.naming import Named, with_id

VERB_CELLS = 12
FIELD_CELLS = 10
STATES = {
    "holds": "in effect", "undone": "taken back", "orphan": "waits for what is gone from the documents",
    "contradicted": "another decision says the opposite", "invalid": "cannot be applied",
}  # fmt: skip


def decisions_page(connection: sqlite3.Connection, target: Target) -> Page | None:
    """The page of decisions, each line leading to the decision; the page of one decision where the target names one,
    None where there is no such decision."""
    if target.id:
        return _page_of_one(connection, target)
    found = corrections(decisions.rows(connection))
    by_id = {one.id: one for one in found}
    blocks = [Block("What was decided", "title")]
    if not found:
        blocks.append(Block("Nothing yet: a decides about what the cursor is on.", "secondary", space=1))
    else:
        blocks.append(Block("Enter opens a decision, a takes it back or has it again.", "secondary"))
    odds = [one for pair in decisions.at_odds(connection) for one in pair]
    waiting = [one for one in found if one.state == "orphan"]
    idle = [one for one in found if one.state == "invalid"]
    for title, lines in (("to settle: two readers at odds", odds), ("waiting for what is gone", waiting),
                         ("without effect: cannot be applied", idle)):  # fmt: skip
        if lines:
            blocks += [section(title, len(lines)), *(_line(one, by_id) for one in lines)]
    day = ""
    for one in found:
        if one.at[:10] != day:
            day = one.at[:10]
            blocks.append(Block(day, "section", space=1))
        blocks.append(_line(one, by_id))
    return Page(target, "What was decided", blocks, at=next((i for i, b in enumerate(blocks) if b.target), 0))


def open_words(connection: sqlite3.Connection) -> str:
    """What is open about decisions, for the top line: that some wait for what is gone, that readers are at odds, that
    some can have no effect."""
    waiting, odds = decisions.waiting(connection), decisions.unsettled(connection)
    words = [f"{waiting} decision{'s wait' if waiting > 1 else ' waits'}"] if waiting else []
    words += [f"{odds} to settle"] if odds else []
    idle = decisions.idle(connection)
    words += [f"{idle} without effect"] if idle else []
    return f"{' · '.join(words)}: D" if words else ""


def told(one: DecisionRow, of: DecisionRow | None = None) -> str:
    """A decision in a few words; `of` is what it took back, where it is an undoing."""
    if one.verb == "undo":
        again = of is not None and of.verb == "undo"
        return f"{'again' if again else 'took back'}: {told(of) if of and not again else clean(one.subject)}"
    about = " → ".join(filter(None, [one.subject, " ".join(one.value.split())]))
    return f"{one.verb} {clean(about)}"


def corrections(found: Sequence[DecisionRow]) -> list[DecisionRow]:
    """Without what readers keep for their own way, and without its undoing."""
    kept = {one.id for one in found if one.verb in KEEPING}
    return [one for one in found if one.id not in kept and not (one.verb == "undo" and one.value in kept)]


def decision_line(one: DecisionRow) -> Block:
    """One decision and how it stands, leading to its page."""
    return _line(one, {})


def _line(one: DecisionRow, by_id: Mapping[str, DecisionRow]) -> Block:
    against, undone = by_id.get(one.against or ""), by_id.get(one.value) if one.verb == "undo" else None
    verb = "redo" if undone is not None and undone.verb == "undo" else one.verb
    last = _comes_down_to(undone, by_id)
    about = f"{last.verb} {last.subject}" if last else " → ".join(filter(None, [one.subject, one.value]))
    stands = _stands(one, against)
    dim = one.state != "holds"
    text, runs = joined(
        (fit(verb, VERB_CELLS), "dim" if dim else "mark"), (clean(about), "dim" if dim else ""),
        (clean(f"  {one.by} {one.at[11:16]}"), "secondary"), (f"  {stands}" if dim else "", "fault"),
        (clean(f"  because {one.why}") if one.why else "", "secondary"),
    )  # fmt: skip
    return Block(text, "text", runs, Target("decisions", one.id), indent=2, hang=VERB_CELLS)


def _comes_down_to(one: DecisionRow | None, by_id: Mapping[str, DecisionRow]) -> DecisionRow | None:
    """The decision that an undoing, or the undoing of an undoing, is about in the end."""
    seen = set[str]()
    while one is not None and one.verb == "undo" and one.id not in seen:
        seen.add(one.id)
        one = by_id.get(one.value)
    return one


def _stands(one: DecisionRow, against: DecisionRow | None) -> str:
    if against is None:
        return STATES.get(one.state, one.state)
    if against.by == one.by:
        return clean(f"replaced by {against.verb}, {against.at[:10]}")
    return clean(f"against {against.verb} by {against.by}, {against.at[:10]}, which holds")


def _page_of_one(connection: sqlite3.Connection, target: Target) -> Page | None:
    one = decisions.get(connection, target.id)
    if one is None:
        return None
    against = decisions.get(connection, one.against) if one.against else None
    undone = decisions.get(connection, one.value) if one.verb == "undo" else None
    blocks = [
        Block(told(one, undone), "title"),
        _field("decided", f"{one.at[:10]} {one.at[11:19]} UTC by {one.by}"),
        _field("stands", _stands(one, against)),
    ]
    if one.why:
        blocks.append(_field("because", one.why))
    if one.verb != "undo":
        blocks += [_field("value" if not number else "", line) for number, line in enumerate(one.value.splitlines())]
    blocks.append(Block(f"a: {_acts(one)}", "text", (Run(0, 1, "key"),), Target("decisions", one.id), space=1))
    for title, other in (("against", against), ("took back", undone)):
        if other is not None:
            blocks += [section(title), _line(other, {})]
    things = [named for id_ in decisions.touched(connection, one.id) if (named := with_id(connection, id_))]
    if things:
        blocks += [section("what it is about"), *map(_thing, things)]
    return Page(target, told(one, undone), blocks, at=next((i for i, b in enumerate(blocks) if b.target), -1))


def _acts(one: DecisionRow) -> str:
    if one.state == "contradicted":
        return "say which one holds"
    return "have it again" if one.state == "undone" or one.verb == "undo" else "take it back"


def _field(name: str, value: str) -> Block:
    text, runs = joined((fit(name, FIELD_CELLS), "secondary"), (clean(value), ""))
    return Block(text, "text", runs, hang=FIELD_CELLS)


def _thing(named: Named) -> Block:
    text, runs = joined((fit(named.kind, FIELD_CELLS + 4), "secondary"), (clean(named.name), ""))
    return Block(text, "text", runs, leads_to(named), indent=2, hang=FIELD_CELLS + 4)


def leads_to(named: Named) -> Target:
    """The page of a thing; of words, their place in their source."""
    words = selection_of(named.id)
    if words is not None:
        return Target("source", words.source, words.start, words.end)
    return Target(page_of(named.kind), named.id)
