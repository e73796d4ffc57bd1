"""How well an export tells the events of a news case: found, dated, with who took part, joined across documents."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from newsgold_case import Case, Export, Outcome, Passage, f1, one_to_one, ratio
from newsgold_edtf import can_be_one, same_days, within
from newsgold_names import Identities

Event = dict[str, Any]


@dataclass(frozen=True)
class Comparison:
    """The gold's events beside the exported ones; both are known by their places in their lists."""

    case: Case
    gold: list[Event]
    given: list[Event]
    wanted: list[list[Passage]]
    """The passages that tell of each gold event."""
    evidence: list[list[Passage]]
    """The passages that each exported event rests on."""

    @cached_property
    def shared(self) -> dict[tuple[int, int], int]:
        """Code points that a gold and an exported event have in common; only those that have some."""
        return {
            (i, j): common
            for i, told in enumerate(self.wanted)
            for j, held in enumerate(self.evidence)
            if (common := _common(told, held))
        }

    @cached_property
    def partners(self) -> dict[int, int]:
        """Gold to exported event, one to one: passages that meet and dates that can be one; the closest pairs first."""
        return one_to_one(
            (-2 * common / (_size(self.wanted[i]) + _size(self.evidence[j])), i, j)
            for (i, j), common in self.shared.items()
            if _may_be_dated(self.gold[i], self.given[j]["date"])
        )

    @cached_property
    def counted(self) -> list[tuple[int, int]]:
        """The partners without noise: events not worth telling, that are no mistake either."""
        return [(i, j) for i, j in self.partners.items() if self.gold[i]["weight"] != "noise"]


def _common(some: list[Passage], others: list[Passage]) -> int:
    return sum(a.shared(b) for a in some for b in others)


def _size(passages: list[Passage]) -> int:
    return sum(place.size for place in passages)


def _values(event: Event) -> list[str]:
    """The date of a gold event and those it accepts."""
    return [value for value in (event["date"], *event["accept"]) if value]


def _may_be_dated(event: Event, date: str | None) -> bool:
    if event["date"] is None:
        return True
    return event["inferred"] if date is None else any(can_be_one(date, value) for value in _values(event))


def _is_dated(event: Event, date: str | None) -> bool:
    """Whether a date is the gold's to the day; where the gold's is inferred, a narrower one within it will do."""
    if event["date"] is None:
        return True
    if date is None:
        return False
    exact = any(same_days(date, value) or date == value for value in _values(event))
    return exact or (event["inferred"] and within(date, event["date"]))


def score_events(case: Case, export: Export, who: Identities) -> Outcome:
    """Figures of the events; `who` tells whom the exported people and organizations stand for."""
    gold, given = case.gold["events"], export.of("events")
    wanted = [case.first(event["passages"]) for event in gold]
    both = Comparison(case, gold, given, wanted, [export.passages(event["evidence"]) for event in given])
    outcome = Outcome()
    _score_found(both, outcome)
    _score_dates(both, outcome)
    _score_participants(both, who, outcome)
    _score_evidence(both, outcome)
    _score_merges(both, outcome)
    return outcome


def _score_found(both: Comparison, outcome: Outcome) -> None:
    """Recall of what is no noise, precision with it."""
    weights = [event["weight"] for event in both.gold]
    found = [weights[i] for i in both.partners]
    recall = ratio(len(both.counted), len(weights) - weights.count("noise"))
    precision = ratio(len(found), len(both.given))
    outcome.figures |= {
        "events.p": precision, "events.r": recall, "events.f1": f1(precision, recall),
        "events.recall_timeline": ratio(found.count("timeline"), weights.count("timeline")),
    }  # fmt: skip
    for i, event in enumerate(both.gold):
        if i not in both.partners and event["weight"] != "noise":
            at = [both.given[j]["date"] for k, j in both.shared if k == i][:4]
            met = f" (passage met by {at})" if at else ""
            outcome.misses.append(f"missed {event['id']} {event['date']} [{event['weight']}] {event['label']}{met}")
    extra = [event for j, event in enumerate(both.given) if j not in both.partners.values()]
    outcome.misses += [f"extra  {event['date']} {event['label'][:90]!r}" for event in extra]


def _score_dates(both: Comparison, outcome: Outcome) -> None:
    wrong = [(both.gold[i], both.given[j]["date"]) for i, j in both.counted]
    wrong = [(event, date) for event, date in wrong if not _is_dated(event, date)]
    outcome.figures["events.date"] = ratio(len(both.counted) - len(wrong), len(both.counted))
    outcome.misses += [f"date   {e['id']} gold {e['date']} {e['accept']} has {date}" for e, date in wrong]


def _score_participants(both: Comparison, who: Identities, outcome: Outcome) -> None:
    """F1 over the people and organizations of all events that were found."""
    right = given = wanted = 0
    for i, j in both.counted:
        for kind in ("people", "organizations"):
            want = set(both.gold[i][kind])
            have = {who.entities.get(x) or f"?{x}" for x in both.given[j][kind] if x not in who.neutral}
            right, given, wanted = right + len(want & have), given + len(have), wanted + len(want)
            if want != have:
                difference = f"lacks {sorted(want - have)} has besides {sorted(have - want)}"
                outcome.misses.append(f"who    {both.gold[i]['id']} {kind} {difference}")
    outcome.figures["events.participants"] = f1(ratio(right, given), ratio(right, wanted))


def _score_evidence(both: Comparison, outcome: Outcome) -> None:
    """Of the passages in other documents than the one covered best: how many the exported event rests on, too."""
    right = wanted = 0
    for i, j in both.counted:
        covered: dict[str, int] = {}
        for place in both.wanted[i]:
            covered[place.document] = covered.get(place.document, 0) + _common([place], both.evidence[j])
        best = max(sorted(covered), key=lambda document: covered[document])
        for place in both.wanted[i]:
            if place.document != best:
                wanted += 1
                met = _common([place], both.evidence[j]) > 0
                right += met
                if not met:
                    outcome.misses.append(f"evidence {both.gold[i]['id']} lacks {both.case.show(place)}")
    outcome.figures["events.evidence"] = ratio(right, wanted)


def _score_merges(both: Comparison, outcome: Outcome) -> None:
    """The share of exported events that rest on a passage of another event than their own."""
    own = {j: i for i, j in both.partners.items()}
    merged = 0
    for j, event in enumerate(both.given):
        near = [(-common, i) for (i, k), common in both.shared.items() if k == j]
        if not near:
            continue
        mine = own.get(j, min(near)[1])
        for place in both.evidence[j]:
            told = [i for _, i in near if _common([place], both.wanted[i])]
            if told and mine not in told:
                others = f"holds {[both.gold[i]['id'] for i in told]}: {both.case.show(place)[:150]}"
                outcome.misses.append(f"merge  {event['label'][:60]!r} ({both.gold[mine]['id']}) {others}")
                merged += 1
                break
    outcome.figures["events.merge_errors"] = ratio(merged, len(both.given))
