"""The publication date that a reader's manifest or the document itself states."""

from collections.abc import Mapping

from dossier.model.annotation import Annotated, PassageKind
from dossier.model.date import DateExpression, DateMeaning, Publication
from dossier.model.edtf import bounds
from dossier.resolve.dates.whole import stated_value

HEAD = 12
"""A dateline stands in the first passages of a document, or it is the date of something else."""


def given(document: Annotated, entry: Mapping[str, str]) -> Publication | None:
    """What the reader wrote in `dossier.toml`: it always wins. None where it is missing or no date."""
    value = entry.get("published", "")
    if bounds(value) == (None, None):
        return None
    return Publication(document.source.id, value, False, None, "given in dossier.toml")


def stated(document: Annotated) -> Publication | None:
    """The date in the document's own dateline, byline or field; None where it states none with a year."""
    for statement in document.annotations.stated:
        span = statement.span
        if statement.field != "published" or span is None:
            continue
        for expression in document.annotations.dates:
            if expression.span.overlaps(span) and (found := _publication(document, expression, statement.rule)):
                return found
    own = (e for e in document.annotations.dates if e.meaning is DateMeaning.PUBLISHED and at_head(document, e))
    return next(filter(None, (_publication(document, expression, "dateline") for expression in own)), None)


def at_head(document: Annotated, expression: DateExpression) -> bool:
    """Whether an expression stands where a date line can, and not in a list of references."""
    kind = document.annotations.passages[expression.passage].kind
    return expression.passage < HEAD and kind is not PassageKind.REFERENCE


def _publication(document: Annotated, expression: DateExpression, rule: str) -> Publication | None:
    value = stated_value(expression)
    if value is None or len(value) < 7:
        return None
    words = expression.span.of(document.source.text)
    return Publication(document.source.id, value, False, expression.span, f"the document says “{words}” ({rule})")
