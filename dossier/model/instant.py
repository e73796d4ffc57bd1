"""Instants as numbers: minutes since 1970-01-01T00:00 in the proleptic Gregorian calendar, zones left aside as in
`dossier.model.edtf.bounds`. Years before 1 and after 9999, which Python's calendar does not know, count like the
others; year 0 is 1 BC."""

import re

DAY = 24 * 60
"""Minutes."""
_ISO = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?")


def minute_of(iso: str) -> int | None:
    """The instant of an ISO day or time, as `dossier.model.edtf.bounds` gives it; None where it is none."""
    match = _ISO.match(iso)
    if match is None:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    return (days_of(year, month, day) * 24 + hour) * 60 + minute


def days_of(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01, counted in eras of 400 years that begin on 1 March, so that leap days come last."""
    year -= month < 3
    era, of_era = divmod(year, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def civil(days: int) -> tuple[int, int, int]:
    """Year, month and day of a number of days since 1970-01-01: `days_of` undone."""
    era, day = divmod(days + 719_468, 146_097)
    year = (day - day // 1_460 + day // 36_524 - day // 146_096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    number = month + 3 if month < 10 else month - 9
    return era * 400 + year + (number < 3), number, day - (153 * month + 2) // 5 + 1


def iso_day(minute: int) -> str:
    """The day of an instant as ISO text."""
    year, month, day = civil(minute // DAY)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"
