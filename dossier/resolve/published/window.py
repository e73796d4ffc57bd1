"""The days within which a document must have been published, narrowed piece by piece, with the reasons."""

from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Window:
    """From `earliest` to `latest`, both included; None where that side is open."""

    earliest: date | None = None
    latest: date | None = None
    why_earliest: str = ""
    why_latest: str = ""
    near: bool = False
    """Whether the newest event known to be told is dated well enough to take the document for a report of it."""
    assumed: bool = False
    """Whether a side rests on how news is written, and not on the words alone."""

    def after(self, day: date, reason: str, *, near: bool = True) -> "Window":
        """Not before a day; unchanged where that is known already or would leave no day."""
        if (self.earliest and day <= self.earliest) or (self.latest and day > self.latest):
            return self
        return replace(self, earliest=day, why_earliest=reason, near=near)

    def before(self, day: date, reason: str) -> "Window":
        """Not after a day; unchanged where that is known already or would leave no day."""
        if (self.latest and day >= self.latest) or (self.earliest and day < self.earliest):
            return self
        return replace(self, latest=day, why_latest=reason)

    def assuming(self, first: date, last: date, reason: str) -> "Window":
        """Between two days if news is written as it mostly is; marked as assumed where that narrows the window."""
        narrowed = self.after(first, reason).before(last, reason)
        return self if narrowed == self else replace(narrowed, assumed=True)

    @property
    def reasons(self) -> str:
        """Why it begins and ends where it does, in words."""
        return "; ".join(dict.fromkeys(reason for reason in (self.why_earliest, self.why_latest) if reason))

    def edtf(self) -> str | None:
        """EDTF of the window, its ends uncertain (`?`) where they are assumed; None where both sides are open."""
        if self.earliest is None and self.latest is None:
            return None
        mark = "?" if self.assumed else ""
        first, last = (f"{day.isoformat()}{mark}" if day else ".." for day in (self.earliest, self.latest))
        return first if first == last else f"{first}/{last}"


def following(day: date, days: int) -> date:
    """The day so many days later (earlier where negative), or the last day there is."""
    return day + timedelta(days=days) if (date.max - day).days >= days else date.max
