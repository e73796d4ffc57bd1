"""Dates that answer nothing beside more exact ones: `in August`, where others say the 29th and the 30th."""

from collections.abc import Iterable

from dossier.assemble.when import interval

_MONTH = 27
"""Days from which on a date is of a month or more."""


def answering(values: Iterable[str]) -> frozenset[str]:
    """The EDTF dates without those of a month or more that hold another."""
    told = {value: interval(value) for value in values}
    known = {value: within for value, within in told.items() if within is not None}
    wide = {
        value
        for value, (first, last) in known.items()
        if len(known) == len(told)
        and (last - first).days >= _MONTH
        and any(first <= begin and end <= last and (begin, end) != (first, last) for begin, end in known.values())
    }
    return frozenset(told) - wide
