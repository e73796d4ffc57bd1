"""Which decisions hold: all that nobody undid, and whose undoing nobody undid."""

from collections.abc import Mapping, Sequence

from dossier.model.decision import KEEPING, Decision, Verb


def in_force(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in the order given, undoings left out."""
    holds = holding(decisions)
    return tuple(d for d in decisions if holds[d.id] and d.verb is not Verb.UNDO)


def holding(decisions: Sequence[Decision]) -> Mapping[str, bool]:
    """Whether each decision holds, by its id. Whether the clocks of two writers agree does not matter: an undoing names
    what it undoes."""
    undoings: dict[str, list[str]] = {}
    for decision in decisions:
        if decision.verb is Verb.UNDO:
            undoings.setdefault(decision.value, []).append(decision.id)
    holds: dict[str, bool] = {}
    for decision in decisions:
        _settle(decision.id, undoings, holds)
    return holds


def _settle(first: str, undoings: Mapping[str, Sequence[str]], holds: dict[str, bool]) -> None:
    """Work out whether `first` holds, from the last undoing of an undoing down; without recursion, because undo and
    redo may have been pressed ten thousand times."""
    todo = [first]
    while todo:
        id_ = todo[-1]
        if id_ in holds:
            todo.pop()
            continue
        unknown = [undoing for undoing in undoings.get(id_, ()) if undoing not in holds and undoing not in todo]
        if unknown:
            todo += unknown
            continue
        # What undoes itself in a circle was made by hand: it counts for nothing.
        holds[id_] = not any(holds.get(undoing, False) for undoing in undoings.get(id_, ()))
        todo.pop()


def last_redoable(decisions: Sequence[Decision], writer: str) -> Decision | None:
    """What redo takes back: the last thing a writer decided, where that was an undoing that holds; else None."""
    last = next((d for d in reversed(_corrections(decisions)) if d.by == writer), None)
    return last if last is not None and last.verb is Verb.UNDO and holding(decisions)[last.id] else None


def last_undoable(decisions: Sequence[Decision], writer: str) -> Decision | None:
    """The last decision of a writer that holds: what undo without an id takes back; None where there is none. What a
    reader keeps for their own way is not looked at: who turns a page has decided nothing."""
    return next((d for d in reversed(in_force(_corrections(decisions))) if d.by == writer), None)


def _corrections(decisions: Sequence[Decision]) -> list[Decision]:
    """Without what was kept, and without its undoing."""
    kept: set[str] = set()
    for decision in decisions:
        if decision.verb in KEEPING or (decision.verb is Verb.UNDO and decision.value in kept):
            kept.add(decision.id)
    return [decision for decision in decisions if decision.id not in kept]
