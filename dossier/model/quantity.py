"""Quantities: how many of what, and how much in which unit, as the words give it."""

from dataclasses import dataclass

from dossier.model.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures."""

    span: Span
    """From the words that bound the number (`at least`) to the unit, or to the noun that is counted."""
    passage: int
    low: float | None
    """The least the words give, in `unit`; None where they leave that side open (`up to 12`)."""
    high: float | None
    """The most the words give, in `unit`; equal to `low` for a plain number."""
    unit: str
    """Name of the unit (`millimeter`, `percent`), or of the currency (`$`, `pound`); empty for a bare count."""
    base: str
    """What makes two quantities comparable: the base unit (`meter`), the currency, `percent`, or empty for a count."""
    least: float | None
    """Lower bound in the base unit of what the number can stand for at the precision it is stated with."""
    most: float | None
    """Upper bound of the same."""
    approximate: bool
    """Whether words such as `about` soften the number."""
    per: str = ""
    """Lemma of what it is reckoned by: `share` in `$38 a share`."""
    noun: Span | None = None
    """The noun that is counted."""
    counted: str = ""
    """Its lemma; empty for a measured quantity and for a number alone (`eighteen were lost`)."""
    partial: bool = False
    """Whether the words take a part of a whole, or more of it: `two of the crew`, `another 12 people`."""
    measured: Span | None = None
    """Where the quantity stands before the noun it measures: `hole` in `a 2 mm hole`."""
