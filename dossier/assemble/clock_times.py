"""Times of day as documents write them: `3:40 p.m.`, `9pm`, `five o'clock`, `a quarter past four`, `midnight`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.numerals import WORDS, whole
from dossier.hours import dotted_times
from dossier.model.annotation import Sentence
from dossier.model.span import Span

HALF_DAY = 12 * 60
"""Minutes."""
_PART = {"quarter": 15, "half": 30}
_HALF = r"(?P<half>[ap]\.?m\b\.?)"
_DAYTIME = r"in\s+the\s+(?P<daytime>morning|afternoon|evening)|at\s+(?P<night>night)"
_HOURS = rf"(?:1[0-2]|0?[1-9]|{WORDS})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s?{_HALF}?"
        r"(?!\s?(?:%|per\s?cent|million|billion|UTC|GMT|(?-i:[A-Z]{3,4}\b))|[.:,]?\d)",
        rf"\b(?P<hour>1[0-2]|0?[1-9])\s?{_HALF}",
        r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?:hours|hrs)\b",
        rf"\b(?P<hour>{_HOURS})\s+o['’]clock(?:\s+(?:{_DAYTIME}))?",
        rf"\b(?P<part>half|(?:a\s+)?quarter|{WORDS})(?:\s+minutes)?\s+(?P<way>past|to)\s+(?P<hour>{_HOURS})\b"
        rf"(?:\s+o['’]clock)?\s?{_HALF}?(?:\s*(?:{_DAYTIME}))?",
        rf"(?<=\bat\s)(?P<hour>{_HOURS})\s+(?:{_DAYTIME})",
        r"\b(?P<name>midnight|noon|midday)\b",
    )
)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day in a text."""

    start: int
    """Code points from the start of the text given."""
    end: int
    minute: int
    """Of the day, from midnight."""
    half: bool
    """Whether the words tell which half of the day it is."""
    plain: bool
    """Whether it is written `3:40`, `3.40` or `nine to three` alone, which may be numbers of anything."""
    dotted: bool = False
    """Whether that is `3.40`, a time only by evidence (`dossier.hours`)."""

    def apart(self, other: "ClockTime") -> int:
        """Minutes between two times of one day, or of a night around midnight."""
        turn = 2 * HALF_DAY if self.half and other.half else HALF_DAY
        gap = abs(self.minute - other.minute) % turn
        return min(gap, turn - gap)


def clock_times(text: str) -> Iterator[ClockTime]:
    """The times of day in a text, in order, none inside another."""
    found = [time for form in _FORMS for match in form.finditer(text) if (time := _time(match)) is not None]
    end = 0
    for time in sorted(found, key=lambda t: (t.start, -t.end)):
        if time.start >= end:
            yield time
            end = time.end


def _time(match: re.Match[str]) -> ClockTime | None:
    named = match.groupdict()
    if named.get("name"):
        minute = 0 if named["name"].casefold() == "midnight" else HALF_DAY
        return ClockTime(match.start(), match.end(), minute, half=True, plain=False)
    hour = whole(named["hour"])
    if hour is None or hour > 23:
        return None
    minute = _minutes(named)
    late = _is_late(named)
    known = late is not None or hour > 12 or (bool(named.get("minute")) and len(named["hour"]) == 2)
    hour = hour if late is None else hour % 12 + (12 if late else 0)
    plain = "minute" in named and late is None and "hours" not in match[0] and "hrs" not in match[0]
    dotted = plain and "." in match[0]
    half = known or (plain and not dotted)
    # `Nine to three` may be a vote as well.
    plain = plain or (late is None and _is_bare(named, match[0]))
    return ClockTime(
        match.start(), match.end(), (hour * 60 + minute) % (2 * HALF_DAY), half=half, plain=plain, dotted=dotted
    )


def _is_bare(named: dict[str, str | None], words: str) -> bool:
    """Whether two numbers alone make the time: `ten to eleven`."""
    part = (named.get("part") or "").casefold().split()
    told = any(word in words.casefold() for word in ("minute", "o'clock", "o’clock"))
    return bool(part) and part[-1] not in _PART and not told


def _minutes(named: dict[str, str | None]) -> int:
    if named.get("minute"):
        return int(named["minute"] or 0)
    part = (named.get("part") or "").casefold().split()
    if not part:
        return 0
    minutes = _PART.get(part[-1]) or whole(" ".join(part)) or 0
    return minutes if (named.get("way") or "").casefold() == "past" else -minutes


def _is_late(named: dict[str, str | None]) -> bool | None:
    """Whether it is in the second half of the day; None where the words do not tell."""
    if named.get("half"):
        return (named["half"] or "").casefold().startswith("p")
    if named.get("daytime"):
        return (named["daytime"] or "").casefold() != "morning"
    return None


def times_of_nouns(text: str, sentence: Sentence) -> list[Span]:
    """The times with a full stop that the parser takes for numbers of the noun behind them: `At 17.40 Captain Rae
    telephoned`. Spans of the whole text."""
    hours = dotted_times(text)
    numbers = (t for t in sentence.tokens if t.dep in {"nummod", "compound"} and t.start in hours)
    return [Span(token.start, token.end) for token in numbers]
