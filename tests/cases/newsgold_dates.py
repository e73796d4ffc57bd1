"""How well an export finds the date expressions of a news case and reads their values."""

from typing import Any

from newsgold_case import Case, Export, Outcome, Passage, f1, one_to_one, ratio

Dated = tuple[Passage, dict[str, Any]]
"""A date expression with what the gold, or the export, says of it."""


def score_dates(case: Case, export: Export) -> Outcome:
    """Figures of the expressions and of their values; optional ones of the gold count neither way."""
    gold = case.dates()
    given = [(place, date) for date in export.of("dates") if (place := export.passage(date))]
    partners = _partners([place for place, _ in gold], [place for place, _ in given])
    outcome = Outcome()
    right = span = 0
    for i, j in partners.items():
        if not gold[i][1].get("optional"):
            span += 1
            right += _same_value(case, gold[i], given[j][1]["value"], outcome.misses)
    wanted = sum(not date.get("optional") for _, date in gold)
    extra = _extra(gold, given, set(partners.values()))
    outcome.misses += [f"wrong  {case.show(given[j][0])} {given[j][1]['value']}" for j in extra]
    outcome.misses += [
        f"missed {case.show(place)} {date['value']}"
        for i, (place, date) in enumerate(gold)
        if i not in partners and not date.get("optional")
    ]
    found = span + len(extra)
    outcome.figures = {"dates.span_f1": f1(ratio(span, found), ratio(span, wanted)), "dates.value": ratio(right, span)}
    outcome.rate("dates.", right, found, wanted)
    return outcome


def _partners(gold: list[Passage], given: list[Passage]) -> dict[int, int]:
    """Gold to given expression, one to one, those that share most first."""
    return one_to_one(
        (-shared / max(wanted.size, found.size), i, j)
        for i, wanted in enumerate(gold)
        for j, found in enumerate(given)
        if (shared := wanted.shared(found))
    )


def _same_value(case: Case, gold: Dated, value: str | None, misses: list[str]) -> bool:
    """Whether a value is the gold's or one that it accepts; none at all is right where the gold has none."""
    place, date = gold
    allowed = {accepted for accepted in (date["value"], *date["accept"]) if accepted}
    same = date["value"] is None if value is None else value in allowed
    if not same:
        misses.append(f"value  {case.show(place)} gold {date['value']} has {value}")
    return same


def _extra(gold: list[Dated], given: list[Dated], paired: set[int]) -> list[int]:
    """Given expressions that the gold has not; a further one within an optional one counts neither way."""
    optional = [place for place, date in gold if date.get("optional")]
    unpaired = [j for j in range(len(given)) if j not in paired]
    return [j for j in unpaired if not any(given[j][0].shared(place) for place in optional)]
