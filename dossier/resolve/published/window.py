"""The days within which a document must have been published, narrowed piece by piece, with the reasons."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

NARROW = 31
"""Days up to which a window tells of a publication well enough for others to rest on it."""


@dataclass(frozen=True, slots=True)
class Window:
    """From `earliest` to `latest`, both included; None where that side is open."""

    earliest: date | None = None
    latest: date | None = None
    from_value: str = ""
    """EDTF of the earliest day, as precise as what it rests on: `1991` where nothing but that year is told."""
    to_value: str = ""
    """The same of the latest."""
    why_earliest: str = ""
    why_latest: str = ""
    near: bool = False
    """Whether the newest event known to be told is dated well enough to take the document for a report of it."""
    told: bool = False
    """Whether the document itself names the earliest day, and not only what happened on it."""
    assumed: bool = False
    """Whether a side rests on how news is written, and not on the words alone."""

    def after(
        self, day: date, reason: str, *, value: str = "", near: bool = True, told: bool = False
    ) -> "Window":
        """Not before a day, told as an EDTF value; unchanged where that is known already or would leave no day."""
        if (self.earliest and day <= self.earliest) or (self.latest and day > self.latest):
            return self
        value = value or day.isoformat()
        return replace(self, earliest=day, from_value=value, why_earliest=reason, near=near, told=told)

    def before(self, day: date, reason: str, *, value: str = "") -> "Window":
        """Not after a day, told as an EDTF value; unchanged where that is known already or would leave no day."""
        if (self.latest and day >= self.latest) or (self.earliest and day < self.earliest):
            return self
        return replace(self, latest=day, to_value=value or day.isoformat(), why_latest=reason)

    def assuming(self, other: "Window", reason: str) -> "Window":
        """Within another window if news is written as it mostly is; marked as assumed where that narrows this one."""
        first, last = other.earliest or date.min, other.latest or date.max
        narrowed = self.after(first, reason, value=other.from_value).before(last, reason, value=other.to_value)
        return self if narrowed == self else replace(narrowed, assumed=True)

    @property
    def narrow(self) -> bool:
        """Whether it is known so well that the other documents of its affair can rest on it."""
        if self.assumed or self.earliest is None or self.latest is None:
            return False
        return (self.latest - self.earliest).days <= NARROW

    @property
    def reasons(self) -> str:
        """Why it begins and ends where it does, in words."""
        return "; ".join(dict.fromkeys(reason for reason in (self.why_earliest, self.why_latest) if reason))

    def edtf(self) -> str | None:
        """EDTF of the window, its ends uncertain (`?`) where they are assumed; None where both sides are open."""
        if self.earliest is None and self.latest is None:
            return None
        mark = "?" if self.assumed else ""
        first = f"{self.from_value}{mark}" if self.earliest else ".."
        last = f"{self.to_value}{mark}" if self.latest else ".."
        return first if first == last else f"{first}/{last}"


def days(first: date, last: date) -> Window:
    """The window from one day to another."""
    return Window(first, last, first.isoformat(), last.isoformat())


def months(first: date, last: date) -> Window:
    """The window from the month of one day to that of another: they must be its first and its last day."""
    return Window(first, last, first.isoformat()[:7], last.isoformat()[:7])


def end_value(value: str, end: int) -> str:
    """EDTF of the first (0) or last (-1) end of a value, without its time, for a window's bound; empty where an open
    interval may not end so."""
    text = value.split("/")[end].rstrip("?~%").partition("T")[0]
    plain = text.replace("-", "").isdigit() and text[0] != "-" and text[5:7] <= "12"
    return text if plain else ""


def following(day: date, days: int) -> date:
    """The day so many days later (earlier where negative), or the last day there is."""
    return day + timedelta(days=days) if (date.max - day).days >= days else date.max
