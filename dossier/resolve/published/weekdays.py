"""Which day a weekday is that a document names alone, where others of the affair tell the same of a day they date."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dossier.model.annotation import Annotated
from dossier.model.date import Anchor, DateExpression
from dossier.resolve.published.chronicle import Chronicle, Sentences, Told
from dossier.resolve.published.window import Window, following

NEAREST = 12
"""So many documents are compared sentence by sentence, those that share most names."""
NAME, NOUN, ALIKE = 1.0, 0.5, 2.0
"""Two sentences tell of the same thing where the words that they share, of names and common nouns, weigh so much."""
WEEK = 6
"""A weekday without a date is one of the seven days up to publication."""


def by_weekdays(
    window: Window, document: Annotated, sentences: Sentences, others: Sequence[Chronicle]
) -> Window:
    """A window narrowed by weekdays that others date, telling the same: publication is within a week of them."""
    text = document.source.text
    for expression in document.annotations.dates:
        if window.earliest and window.latest and (window.latest - window.earliest).days <= WEEK:
            return window
        if not _named(expression):
            continue
        names, nouns = sentences.words(expression.span)
        found = _dated(expression.term.weekday, Told(date.min, names, nouns), others[:NEAREST], window)
        if found:
            day, paths = found
            words = expression.span.of(text)
            reason = f"tells of “{words}” what {', '.join(sorted(paths))} tells of {day.isoformat()}"
            narrowed = window.after(day, reason).before(following(day, WEEK), reason)
            window = replace(narrowed, near=True)
    return window


def _named(expression: DateExpression) -> bool:
    term = expression.term
    alone = term.anchor is Anchor.PUBLICATION and not term.unit and not term.part
    return bool(alone and term.weekday and term.direction < 0)


def _dated(
    weekday: int, told: Told, others: Iterable[Chronicle], window: Window
) -> tuple[date, list[str]] | None:
    """The day that more of the others give than any other day, and their paths; None where none or several lead."""
    votes: dict[date, float] = defaultdict(float)
    paths: dict[date, list[str]] = defaultdict(list)
    things: set[date] = set()
    for other in others:
        for day, (alike, nouns) in _best(weekday, told, other, window).items():
            votes[day] += alike
            paths[day].append(other.path)
            things |= {day} if nouns else set()
    lead = sorted(votes, key=lambda day: (-votes[day], day))
    if not lead or (len(lead) > 1 and votes[lead[0]] - votes[lead[1]] < NAME):
        return None
    alone = len(paths[lead[0]]) == 1 and lead[0] not in things  # the same people met on other days, too
    return None if alone else (lead[0], paths[lead[0]])


def _best(weekday: int, told: Told, other: Chronicle, window: Window) -> dict[date, tuple[float, int]]:
    """By day, how much the sentence of another document that is most like tells the same, and how many common nouns
    the two share."""
    found: dict[date, tuple[float, int]] = {}
    for theirs in other.told:
        if theirs.day.isoweekday() == weekday and _within(theirs.day, window):
            names, nouns = len(told.names & theirs.names), len(told.nouns & theirs.nouns)
            alike = NAME * names + NOUN * nouns
            if names and alike >= ALIKE:
                found[theirs.day] = max((alike, nouns), found.get(theirs.day, (0.0, 0)))
    return found


def _within(day: date, window: Window) -> bool:
    early = window.earliest and following(day, WEEK) < window.earliest
    return not early and not (window.latest and day > window.latest)
