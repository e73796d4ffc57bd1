"""How well an export finds where the documents of a news case disagree, and where they only seem to."""

from itertools import combinations
from typing import Any

from newsgold_case import Case, Export, Outcome, Passage, f1, ratio

Matter = dict[str, Any]
Value = tuple[Passage, str]
"""Where an exported value stands, and what it is."""


def score_disagreements(case: Case, export: Export) -> Outcome:
    """Figures of the disagreements; a false alarm is what the gold says must not be called one."""
    gold = case.gold["disagreements"]
    sides = [[case.every(side["passages"]) for side in matter["sides"]] for matter in gold]
    outcome = Outcome()
    found: set[int] = set()
    right = 0
    for given in export.of("disagreements"):
        values = [(place, str(value["value"])) for value in given["values"] if (place := export.passage(value))]
        meant = _meant(gold, sides, values)
        shown = " | ".join(f"{value}: {case.show(place)[:110]}" for place, value in values)
        if meant is None:
            outcome.misses.append(f"wrong  {given['attribute']}/{given['kind']} {given['about']!r}: {shown}")
        elif _is_calm(gold[meant]) and gold[meant].get("revision_ok") and "revis" in given["kind"].lower():
            right += 1
        else:
            found.add(meant)
            right += not _is_calm(gold[meant])
            if _is_calm(gold[meant]):
                outcome.misses.append(f"false alarm {gold[meant]['id']}: {shown}")
    _figures(gold, found, right, len(export.of("disagreements")), outcome)
    return outcome


def _is_calm(matter: Matter) -> bool:
    return bool(matter["status"] == "must-not-alarm")


def _figures(gold: list[Matter], found: set[int], right: int, given: int, outcome: Outcome) -> None:
    must = [i for i, matter in enumerate(gold) if matter["must_find"]]
    calm = [i for i, matter in enumerate(gold) if _is_calm(matter)]
    recall, precision = ratio(len(found.intersection(must)), len(must)), ratio(right, given)
    outcome.figures = {
        "disagreements.must_find": recall, "disagreements.precision": precision,
        "disagreements.f1": f1(precision, recall),
        "disagreements.false_alarms": ratio(len(found.intersection(calm)), len(calm)),
        "disagreements.exported": given,
    }  # fmt: skip
    for matter in (gold[i] for i in must if i not in found):
        values = " / ".join(side["value"] for side in matter["sides"])
        outcome.misses.append(f"missed {matter['id']} ({matter['status']}): {values}")


def _meant(gold: list[Matter], sides: list[list[list[Passage]]], values: list[Value]) -> int | None:
    """Which matter of the gold an exported one is about: two of its values, that differ, stand on two sides. Of
    several the one that shares most words; a true one before one that is none."""
    ranks = [
        (share, not _is_calm(gold[i]), -i) for i, own in enumerate(sides) if (share := _share(own, values)) is not None
    ]
    return -max(ranks)[2] if ranks else None


def _share(sides: list[list[Passage]], values: list[Value]) -> float | None:
    """The share of words that a matter and the exported values have in common; None where no two values oppose."""
    hits = [
        (side, nth, value)
        for nth, (place, value) in enumerate(values)
        for side, own in enumerate(sides)
        if any(place.shared(passage) for passage in own)
    ]
    opposed = (all(a != b for a, b in zip(one, other, strict=True)) for one, other in combinations(hits, 2))
    if not any(opposed):
        return None
    passages = [passage for own in sides for passage in own]
    common = sum(place.shared(passage) for place, _ in values for passage in passages)
    return 2 * common / (sum(p.size for p in passages) + sum(place.size for place, _ in values))
