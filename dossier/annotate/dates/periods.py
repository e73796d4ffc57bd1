"""What the forms of longer periods mean: decades, centuries, seasons, quarters and halves of a year."""

from dataclasses import replace

from dossier.annotate.dates import values
from dossier.annotate.dates.builders import ANAPHORIC, NAMED, RELATIVE, Parts, year_relation
from dossier.model.date import Anchor, DateTerm


def decade(p: Parts) -> DateTerm | None:
    """`the 1920s`, `the early nineties`; None for a bare number of two digits."""
    value = values.decade(p["decade"])
    full = p["decade"][:1].isdigit() and len(p["decade"].rstrip("s'’")) == 4
    if not value or not (full or p["the"] or p["part"] or not p["decade"][:1].isalnum()):
        return None
    return DateTerm(value)


def _century_value(word: str, era: str) -> str | None:
    number = values.day_number(word)
    if not 1 <= number <= 21 or era in ("bc", "bce"):
        return None
    return f"{number - 1:02}XX"


def century(p: Parts) -> DateTerm | tuple[DateTerm, DateTerm] | None:
    """`the 19th century`, `the 2nd and 3rd centuries`."""
    if p["unit"] not in ("century", "centuries"):
        return None
    value, other = _century_value(p["n"], p["era"]), _century_value(p["m"], p["era"]) if p["m"] else None
    if not value or (p["m"] and not other):
        return None
    return (DateTerm(value), DateTerm(other)) if other else DateTerm(value)


def season_year(p: Parts) -> DateTerm:
    """`the winter of 1776-77`."""
    return DateTerm(f"{values.full_year(p['year'])}-{values.season_code(p['season'])}")


def season(p: Parts) -> DateTerm | None:
    """`last summer`, `the spring of that year`, `in the autumn`."""
    pattern = f"XXXX-{values.season_code(p['season'])}"
    if p["rel"] and p["unit"]:
        return replace(year_relation(p), pattern=pattern) if p["unit"] == "year" else None
    if p["rel"] in ("that", "same", "following", "previous", "preceding", "prior"):
        return DateTerm(pattern, Anchor.CONTEXT, unit="year", shift=ANAPHORIC[p["rel"]])
    if p["rel"] == "next" and p.words[0] == "the":
        return DateTerm(pattern, Anchor.CONTEXT, direction=1)
    if p["rel"] in ("this", "current"):
        return DateTerm(pattern, Anchor.PUBLICATION, unit="year")
    return DateTerm(pattern, Anchor.YEAR, direction=RELATIVE.get(p["rel"], 0), part=NAMED if p["rel"] else "")


def quarter(p: Parts) -> DateTerm | None:
    """`the third quarter of 2015`, `Q3`."""
    number = values.day_number(p["n"]) if p["n"] else int(p["q"][1])
    if not 1 <= number <= 4 or (p["n"] and p["quarter"] != "quarter"):
        return None
    code = 32 + number
    if p["year"]:
        return DateTerm(f"{values.full_year(p['year'])}-{code}")
    if p["rel"]:
        return replace(year_relation(p), pattern=f"XXXX-{code}") if p["unit"] == "year" else None
    return DateTerm(f"XXXX-{code}", Anchor.YEAR)


def half(p: Parts) -> DateTerm | None:
    """`the first half of 1998`."""
    number = values.day_number(p["n"])
    if number not in (1, 2):
        return None
    if p["year"]:
        return DateTerm(f"{values.full_year(p['year'])}-{39 + number}")
    if p["unit"]:
        return replace(year_relation(p), pattern=f"XXXX-{39 + number}") if p["unit"] == "year" else None
    return DateTerm(f"XXXX-{39 + number}", Anchor.YEAR)
