"""The whole value of a date expression: both ends, part, night, time of day and qualifier, and the reasons."""

import datetime
import re
from dataclasses import replace

from dossier.model.date import Anchor, DateExpression, DateTerm
from dossier.model.edtf import bounds
from dossier.resolve.dates.anchors import Anchors
from dossier.resolve.dates.arithmetic import at_grain, day_bounds, hull, part_of
from dossier.resolve.dates.head import AT_HEAD
from dossier.resolve.dates.terms import ANY_MONTH, NEAREST, Base, term_value

WIDEST = 366
"""An inferred interval of more days tells nothing of a day or week; the expression is then left unresolved."""

LAST_MONTH, TURN = 12, 3
"""So many months from one day to the next may pass with the turn of a year that the words do not tell."""

Reading = tuple[str | None, str, str, str | None]
"""Value, rule, basis and extent of a date mention."""

_PARTS = {"early": "early", "mid": "mid", "late": "late", "beginning": "early", "end": "late"}
_NIGHTS = ("night", "overnight", "eve", "morrow")
_QUALIFIABLE = re.compile(r"(-?\d{4}(-\d\d(-\d\d)?)?|\d{2,3}X{1,2})")


def read_value(expression: DateExpression, anchors: Anchors, *, opens: bool = False) -> Reading:
    """The EDTF value of an expression, the rule and the reasoning, and the period the words around make of it. `opens`:
    whether it opens an entry of a diary or log."""
    if expression.term.anchor is Anchor.NONE:
        value = _one_of(_composed(expression, None), anchors.published)
        basis = "in the words" if value else "the calendar has no such day"
        return (
            value,
            "stated" if value else "unresolved",
            basis + _unsaid(expression, value),
            _extent(expression, value),
        )
    rule, bases = anchors.at_head(expression, opens=True) if opens else ("", ())
    if not bases:
        rule, bases = anchors.bases(expression)
    if not bases and expression.term.anchor is Anchor.YEAR:
        rule, bases = anchors.at_head(expression, opens=opens)
    if rule == AT_HEAD:
        expression = _onward(expression, direction=1)
    published = rule == "from publication date"
    any_month = expression.term.pattern.startswith(ANY_MONTH)
    goes_on = not anchors.of_entry(bases) if any_month else not anchors.report
    if expression.term.anchor is Anchor.YEAR and goes_on and not published and rule != AT_HEAD:
        expression = _onward(expression, base=bases[-1] if bases else None)
    if anchors.tells(expression) and expression.term.weekday and expression.term.anchor is Anchor.PUBLICATION:
        expression = replace(expression, term=replace(expression.term, direction=1))  # a story goes on
    if expression.term.part == NEAREST and (published or anchors.of_entry(bases)):
        expression = _before(expression)  # `we met on the Monday`
    values = [value for base in bases if (value := _composed(expression, base))]
    if expression.term.part == NEAREST and any(map(anchors.is_ahead, values)):
        values = [value for base in bases if (value := _composed(_before(expression), base))]
    if not values or len(values) < len(bases):
        return _without_year(expression), "unresolved", "nothing in the document tells what it hangs on", None
    value = hull(values[0], values[-1])
    if value is None or (values[0] != values[-1] and _days(value) > WIDEST):
        return _without_year(expression), "unresolved", f"published at an unknown day within {anchors.published}", None
    if published and expression.term.anchor is Anchor.PUBLICATION and "?" in (anchors.published or ""):
        value = _doubted(value)
    basis = f"published {anchors.published}" if published else f"counted from {bases[0].value}"
    return value, rule, f"{basis} → {value}{_unsaid(expression, value)}", _extent(expression, value)


def _before(expression: DateExpression) -> DateExpression:
    """A weekday before what it hangs on."""
    return replace(expression, term=replace(expression.term, part="", direction=-1))


def _one_of(value: str | None, published: str | None) -> str | None:
    """Of figures that can be read as two days, the day of publication where it is one of them."""
    return published if value and published and value[0] == "[" and published in value[1:-1].split(",") else value


def _unsaid(expression: DateExpression, value: str | None) -> str:
    """What EDTF has no form for: an approximate time of day or season."""
    return "; approximate by its words" if value and expression.qualifier == "~" and "~" not in value else ""


def stated_value(expression: DateExpression) -> str | None:
    """The EDTF value of an expression that needs no anchor; None for one that does."""
    return _composed(expression, None) if expression.term.anchor is Anchor.NONE else None


def stated_period(expression: DateExpression) -> str | None:
    """The stated value, narrowed to the part of a month or year that *early*, *mid* or *late* point to."""
    value = stated_value(expression)
    return (_extent(replace(expression, bound=""), value) if expression.term.part else None) or value


def _onward(expression: DateExpression, direction: int = 0, base: Base | None = None) -> DateExpression:
    """In a narrative a date without a year lies in the year told last; in the next where the year turned since the
    `base`. `direction`: where a day of no month lies."""
    turned = base is not None and _turns(expression.term, base)
    return replace(
        expression,
        term=_same_year(expression.term, direction, turned),
        end=_same_year(expression.end, direction, turned) if expression.end else None,
    )


def _turns(term: DateTerm, base: Base) -> bool:
    """Whether a day of the first months comes after one of the last: `on 6 December … and again on 9 January`."""
    month = re.match(r"XXXX-(0[1-3]|1[0-2])-\d\d", term.pattern)
    return bool(month and int(month[1]) + LAST_MONTH - base.day.month <= TURN and len(base.value) > len("2018-08"))


def _same_year(term: DateTerm, direction: int, turned: bool) -> DateTerm:
    if term.pattern.startswith(ANY_MONTH):
        return replace(term, direction=direction)
    no_year = bool(term.pattern)
    open_year = term.anchor is Anchor.YEAR and term.part != "named" and no_year
    return replace(term, anchor=Anchor.CONTEXT, unit="year", shift=int(turned)) if open_year else term


def _composed(expression: DateExpression, base: Base | None) -> str | None:
    value = _refined(expression.term, term_value(expression.term, base))
    if expression.end is not None:
        end = _refined(expression.end, term_value(expression.end, base))
        return hull(value, end) if value and end else None
    return _qualified(value, expression.qualifier) if value else None


def _refined(term: DateTerm, value: str | None) -> str | None:
    """A value with its time of day, or narrowed to a part of it, or widened over a night."""
    if value is None:
        return None
    if term.part in _NIGHTS:
        return _night(term.part, value)
    if term.part == "week":
        first = day_bounds(value)[0]
        return at_grain(first, "week") if first and len(value) == len("2018-08-29") else value
    if term.part in ("early", "mid", "late") and len(value) == 7:
        return part_of(value, term.part) or value
    return f"{value}T{term.time}" if term.time and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value


def _night(part: str, value: str) -> str:
    """The night of a day runs into the next, overnight to a day began the day before; the eve is the day before and
    the morrow the day after."""
    day, one = day_bounds(value)[0], datetime.timedelta(days=1)
    if day is None or value != day.isoformat() or not datetime.date.min < day < datetime.date.max:
        return value
    if part in ("eve", "morrow"):
        return (day - one if part == "eve" else day + one).isoformat()
    first, last = (day, day + one) if part == "night" else (day - one, day)
    return f"{first.isoformat()}/{last.isoformat()}"


def _qualified(value: str, qualifier: str) -> str:
    """EDTF qualifies dates and the ends of intervals, neither times of day nor seasons."""
    if not qualifier:
        return value
    ends = value.split("/")
    if not all(_QUALIFIABLE.fullmatch(end) and end[5:7] <= "12" for end in ends):
        return value
    return "/".join(end + qualifier for end in ends)


def _doubted(value: str) -> str:
    """A single value that hangs on an assumed publication date; an interval shows its doubt by itself."""
    return value if "/" in value or value[-1] in "?%" else _qualified(value, "?")


def _without_year(expression: DateExpression) -> str | None:
    """What stays of an expression whose year is unknown: EDTF with `XXXX`, for a month or a day of one."""
    term, end = expression.term, expression.end
    if not re.fullmatch(r"XXXX-(0\d|1[0-2])(-\d\d)?", term.pattern) or end or term.part in (*_NIGHTS, "week"):
        return None
    return term.pattern + expression.qualifier


def _extent(expression: DateExpression, value: str | None) -> str | None:
    """When it may have been by the words around: open at one side after *since*, *by* or *before*, a part of the
    year or month after *early* and *late*. The value stays the date that is named."""
    if value is None or value[0] in "[{":
        return None
    part = _PARTS.get(expression.term.part)
    narrowed = part_of(value.rstrip("~?%"), part) if part and "/" not in value else None
    if expression.bound not in ("since", "until"):
        return narrowed
    first, *_, last = f"{narrowed or value}/{narrowed or value}".split("/")
    side = _open_end(first, 0) if expression.bound == "since" else _open_end(last, 1)
    return None if side is None else f"{side}/.." if expression.bound == "since" else f"../{side}"


def _open_end(value: str, end: int) -> str | None:
    """The first (0) or last (1) day, month or year of a value that EDTF does not let stand at an open interval."""
    value = value.partition("T")[0]
    if _QUALIFIABLE.fullmatch(value.rstrip("~?%")) and "X" not in value and value[5:7] <= "12":
        return value
    day = bounds(value)[end]
    return day and day[: len("-0043") if day[0] == "-" else len("2018") if "X" in value else len("2018-08")]


def _days(value: str) -> int:
    first, last = day_bounds(value)
    return (last - first).days if first and last else WIDEST + 1
