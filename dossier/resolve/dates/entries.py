"""The parts of a document that each have their own day, from which they count: the entries of a diary, a log or
minutes, paragraphs that open with their day; the messages of a chat or of a thread of e-mails."""

import re

from dossier.messages import Message, message_at, messages
from dossier.model.annotation import Annotated
from dossier.model.date import DateExpression, DateMeaning

_DAY = re.compile(r"(?:XXXX|\d{4})-(?:\d\d|XX)-\d\d")
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_OPENS = re.compile(r"[\W_]*")
_CLOSES = re.compile(r"[ \u00a0]?(?:[.:—–]|-[ \u00a0]|\n|$)")
_PLACE = re.compile(r"[\W_]*[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2}, ")
_LINE = 60
"""So many code points at most stand before the day in a line that heads an entry: `Camp 2, under the north face.`"""
_PAPER = re.compile(
    r"\b(?:(?:letter|telegram|e-?mail|memo|memorandum|note|message|cable|d[ei]spatch|circular)s? of|dated)(?: the)? \Z",
    re.IGNORECASE,
)
_REACH = 24
_FEWEST = 2
"""Entries that make a diary; a single paragraph that opens with a day may be anything."""


def entries(document: Annotated) -> frozenset[int]:
    """The places, among the document's date expressions, of those that open an entry; none where it has no entries."""
    text, passages = document.source.text, document.annotations.passages
    found = [
        place
        for place, expression in enumerate(document.annotations.dates)
        if _opens(text, passages[expression.passage].span.start, expression)
    ]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def headings(document: Annotated) -> frozenset[int]:
    """The places of whole days that close a short line, as the first entry of a diary has them after where it was
    written: `Camp 2, under the north face. Sunday 6 May 1923`."""
    text, passages = document.source.text, document.annotations.passages
    return frozenset(
        place
        for place, expression in enumerate(document.annotations.dates)
        if _WHOLE.fullmatch(expression.term.pattern)
        and expression.span.start - passages[expression.passage].span.start <= _LINE
        and not text[expression.span.end : passages[expression.passage].span.end].partition("\n")[0].strip(" .:—–-")
    )


def datelines(document: Annotated) -> frozenset[int]:
    """The places of dates that make, with a place, the line above a correspondent's letter: `FRANKFORT, June 28.`"""
    text, passages = document.source.text, document.annotations.passages
    return frozenset(
        place
        for place, expression in enumerate(document.annotations.dates)
        if _DAY.fullmatch(expression.term.pattern)
        and (expression.meaning is DateMeaning.HAPPENED or expression.term.pattern.startswith("XXXX"))
        and _PLACE.fullmatch(text, passages[expression.passage].span.start, expression.span.start)
        and not text[expression.span.end : passages[expression.passage].span.end].strip(" .:—–-")
    )


def days_of_papers(document: Annotated) -> frozenset[DateExpression]:
    """The dates that papers are told apart by, of which nothing else is told: `Mr Hale's letter of 2 November`."""
    text, found = document.source.text, document.annotations.dates
    return frozenset(
        expression
        for expression in found
        if _PAPER.search(text, max(0, expression.span.start - _REACH), expression.span.start)
    )


def _opens(text: str, start: int, expression: DateExpression) -> bool:
    if expression.end is not None or not _DAY.fullmatch(expression.term.pattern):
        return False
    if expression.meaning is not DateMeaning.HAPPENED:
        return False
    first = _OPENS.fullmatch(text, start, expression.span.start)
    return bool(first and _CLOSES.match(text, expression.span.end))


class Written:
    """The days of the messages that a document's dates stand in, as these are read in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._days: dict[Message, str | None] = {}
        self.several = len(messages(text)) > 1
        """Whether there are more than one: a single one was written when the document was."""

    def day(self, expression: DateExpression) -> str | None:
        """The EDTF value of the stamp above a date; None in a stamp itself, and where there is none."""
        message = message_at(self._text, expression.span.start)
        return None if message is None else self._days.get(message)

    def told(self, expression: DateExpression, value: str | None) -> None:
        """Remember the day of a message, where a date is its stamp."""
        message = message_at(self._text, expression.span.start)
        if message is not None and message.stamp is not None and message.stamp.overlaps(expression.span):
            self._days.setdefault(message, value)
