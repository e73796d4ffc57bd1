"""What a date expression may hang on: the publication date of its document, or a date told before it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from enum import Enum

from dossier.model.annotation import Annotated
from dossier.model.date import DOUBTFUL, Anchor, DateExpression, DateMeaning
from dossier.model.manifest import Manifest
from dossier.resolve.dates.affair import affair_of, years_told
from dossier.resolve.dates.arithmetic import Day, day_bounds
from dossier.resolve.dates.edges import Edges
from dossier.resolve.dates.head import AT_HEAD, Head
from dossier.resolve.dates.memory import Memory, counted_from, is_life
from dossier.resolve.dates.period import Period
from dossier.resolve.dates.story import Story
from dossier.resolve.dates.terms import ANY_MONTH, NEAREST, PLAIN, Base

_REPORTS = frozenset({
    "news", "letter", "e-mail", "email", "mail", "speech", "interview", "transcript", "court", "post", "blog", "memo",
    "chat",
})  # fmt: skip
_NARRATIVES = frozenset(
    ("encyclopedia", "encyclopaedia", "biography", "bio", "book", "textbook", "academic", "history", "report")
)
"""The first word of a document's kind."""
_DAY = re.compile(r"(?:XXXX|\d{4})-\d\d-\d\d")
TELLING, OWN_SHARE = 3, 8
"""A document of unknown kind is a narrative when it tells dates with a year and never speaks of its own day, or tells
so many of them and speaks of its own day less than once for every eight."""

HEAD, LINE = 3, 2
"""A date line stands in one of the first passages, and says as much as two words of the own day. A year alone is no
date line: books have it."""


def kind_of(document: Annotated, manifest: Manifest) -> str:
    """The kind of a document as the reader gives it, else as its form shows it; empty where neither tells."""
    shown = (statement.value for statement in document.annotations.stated if statement.field == "kind")
    return manifest.sources.get(document.source.path, {}).get("kind", "") or next(shown, "")


def reports(expressions: Sequence[DateExpression], kind: str = "") -> bool:
    """Whether a document speaks from its own day: by its kind where that is known, else by its words. A weekday
    alone, `yesterday`, `last month` or `two years ago` say so, and a date line at its head; `today` does not, an
    encyclopedia uses it too."""
    word = kind.lower().split(" ")[0]
    if word in _REPORTS or word in _NARRATIVES:
        return word in _REPORTS
    stated = [e.term.pattern for e in expressions if e.term.anchor is Anchor.NONE and e.meaning is DateMeaning.HAPPENED]
    line = any(
        e.meaning is DateMeaning.PUBLISHED and e.passage < HEAD and len(e.term.pattern) >= len("2018-08")
        for e in expressions[:HEAD]
    )
    days, own = sum(len(pattern) >= len("2018-08") for pattern in stated), _deictic(expressions) + LINE * line
    return not (days and not own) and (len(stated) < TELLING or own * OWN_SHARE >= len(stated))


def _deictic(expressions: Sequence[DateExpression]) -> int:
    terms = [expression.term for expression in expressions if expression.term.anchor is Anchor.PUBLICATION]
    named = sum(term.weekday > 0 or term.unit in ("week", "weekend", "month", "year") for term in terms)
    return named + sum(term.unit == "day" and term.shift != 0 for term in terms)


HERE, OTHERS = "from paragraph", "from other documents"
"""Rules: counted from a date of the same paragraph; told by the other documents of the case."""
_YEARLESS = re.compile(r"XXXX-(?:0\d|1[0-2])-\d\d")
_STEPS = frozenset({"day", "week", "weekend", "month"})
"""What is counted from one happening to the next; years are counted through a whole story."""
WEEK = 7
NEAR = 2
"""Passages from one paragraph to the next, a heading or a line of the page between them."""
_Told = tuple[DateExpression, str]
"""A date told, and its value."""


class Step(Enum):
    """How sure it is which date an expression is counted from."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    OPEN = "open"


class Anchors:
    """The anchors of one document, as its expressions are read in order."""

    def __init__(
        self,
        published: str | None,
        report: bool,
        expressions: Sequence[DateExpression],
        edges: Edges,
        period: Period | None = None,
        *,
        oral: bool = False,
        papers: frozenset[DateExpression] = frozenset(),
    ) -> None:
        self.published = published
        self.report = report
        self._first, self._last = day_bounds(published)
        self._affair = affair_of(expressions, self._first)
        self._ahead = years_told(expressions)
        self._edges = edges
        self._period = period
        self._oral = oral
        self._papers = papers
        self._passage = -1
        self._here: list[_Told] = []
        self._before: list[_Told] = []
        self._month_named = False
        self._quarter: str | None = None
        self._story = Story(self._last, oral=oral)
        self.entry: Day | None = None
        """The day of the diary's entry that is being read."""
        self._lost = False
        """Whether the year of the date told last is not known: nothing can be counted from it."""
        self._memory = Memory()
        self._head = Head()

    def told(self, expression: DateExpression, value: str | None) -> None:
        """Remember a date that later ones may hang on: one of the story, with a year."""
        if expression.passage != self._passage:
            self._passage, self._before, self._here = expression.passage, self._here or self._before, []
        self._story.told(expression, value)
        self._head.told(expression, value)
        if value and expression.form == "quarter":
            self._quarter = value
        term = expression.term
        compared = self.report and term.anchor is Anchor.CONTEXT and term.unit == "year" and term.shift < 0
        if compared:
            return  # `a year earlier` of news compares, and its story goes on in the present
        self._lost = term.anchor is Anchor.YEAR and (value or "XXXX").startswith("XXXX")
        if value and expression.meaning is DateMeaning.HAPPENED and day_bounds(value)[1]:
            self._here.append((expression, value))
            self._memory.told(expression, value)
            if is_life(self._here):
                del self._here[-2:]
            counted = (term.anchor is Anchor.CONTEXT and not term.pattern) or term.pattern.startswith(ANY_MONTH)
            self._month_named = bool(_DAY.fullmatch(term.pattern)) or (self._month_named and counted)

    def enter(self, value: str | None) -> None:
        """Begin an entry of a diary or a message, which counts from its own day; None: one that tells none."""
        first, last = day_bounds(value)
        self.entry = first if first == last else None

    def at_head(self, expression: DateExpression, *, opens: bool) -> tuple[str, tuple[Base, ...]]:
        """What a date without its year hangs on that has nothing else to hang on: the entry before where it `opens`
        one, else the one year or month that the head of the document tells."""
        base = self._head.base(expression, self.entry if opens else None)
        return (AT_HEAD, (base,)) if base else ("unresolved", ())

    def bases(self, expression: DateExpression) -> tuple[str, tuple[Base, ...]]:
        """The rule's name and what the expression hangs on: one base, or the two ends of an interval in which the
        true base lies; none where nothing is known."""
        anchor = expression.term.anchor
        if anchor is Anchor.CONTEXT:
            return self._of_step(expression)
        if anchor is Anchor.YEAR:
            return self._of_report(expression) if self.report else self._of_narrative(expression)
        if self.tells(expression) and _within_days(expression):
            # `Today` and a weekday in a narrative are not the day of publication.
            return self._of_story(expression) if expression.term.weekday else ("unresolved", ())
        return self._from_publication()

    def _of_step(self, expression: DateExpression) -> tuple[str, tuple[Base, ...]]:
        """What is counted from a date told before."""
        term, day = expression.term, None
        if term.grain == "quarter":
            day = _end(self._quarter) if self._quarter else None
        elif term.part == "anniversary":
            day = self._memory.first  # without more words it is of what the document is about, and tells first
        else:
            nearest = term.part == NEAREST
            rule, bases = self._of_weekday(expression) if nearest else self._from_context(expression)
            back = self.report and term.unit == "year" and term.shift < 0  # `a year earlier`, of news
            return (rule, bases) if bases or not (back or nearest) else self._from_publication()
        value = self._quarter if term.grain == "quarter" else None
        return ("from document", (Base(day, value or day.isoformat()),)) if day else ("unresolved", ())

    def of_entry(self, bases: Sequence[Base]) -> bool:
        """Whether these are the own day of the entry or message that is being read."""
        return self.entry is not None and [base.day for base in bases] == [self.entry]

    @property
    def narrates(self) -> bool:
        """Whether what is read tells a story, which counts from the dates it told and not from a day of its own."""
        return not (self.report or self.entry)

    def is_ahead(self, value: str) -> bool:
        """Whether a date lies after the day of writing, with which no story goes on."""
        first, own = day_bounds(value)[0], self.entry or self._last
        return first is not None and own is not None and first > own

    def tells(self, expression: DateExpression) -> bool:
        """Whether an expression is told in a story: all are in a narrative; in a letter or an interview, a
        weekday that follows a day of its paragraph which was long over."""
        term = expression.term
        if self.narrates or not self._oral or term.part or term.unit or not term.weekday or term.direction > 0:
            return self.narrates
        return self._long_over(expression, WEEK) and _is_day(self._here[-1][1])

    def _long_over(self, expression: DateExpression, days: int) -> bool:
        """Whether the date told last in the same paragraph lay more than so many days before publication."""
        told = day_bounds(self._here[-1][1])[1] if self._here and expression.passage == self._passage else None
        return bool(told and self._first and (self._first - told).days > days)

    def _of_weekday(self, expression: DateExpression) -> tuple[str, tuple[Base, ...]]:
        """What `the Monday` is of: the day told in its paragraph, the time that all documents tell of where that was
        over, the day told in the paragraph before."""
        rule, bases = self._of_story(expression)
        day = self._period.weekday(expression.term.weekday) if self._period and rule != HERE else None
        return (OTHERS, (Base(day, day.isoformat()),)) if day else (rule, bases)

    def _of_story(self, expression: DateExpression) -> tuple[str, tuple[Base, ...]]:
        """The day told just before a weekday, in its paragraph or the one before."""
        told = self._here if expression.passage == self._passage and self._here else self._told_before(expression)
        told = [one for one in told if one[0] not in self._papers and not self.is_ahead(one[1])]
        if not told or expression.passage - told[-1][0].passage > NEAR or not _is_day(told[-1][1]):
            return "unresolved", ()
        near = told[-1][0].passage == expression.passage
        day = _end(told[-1][1])
        return (HERE if near else DOUBTFUL, (Base(day, told[-1][1]),)) if day else ("unresolved", ())

    def _of_narrative(self, expression: DateExpression) -> tuple[str, tuple[Base, ...]]:
        rule, bases = self._from_context(expression)
        return (rule, bases) if bases else self._from_publication()

    def _of_report(self, expression: DateExpression) -> tuple[str, tuple[Base, ...]]:
        """What a date without its year hangs on in a report: dates told with theirs, else the day of publication."""
        any_month = expression.term.pattern.startswith(ANY_MONTH)
        if base := self._story.month(expression) if any_month else self._story.base(expression):
            return "from document", (base,)
        if any_month and self._tells_month(expression):
            return self._from_context(expression)
        if self._affair is not None and (base := self._affair.base(expression)):
            return "from document", (base,)
        if day := self._of_period(expression):
            return OTHERS, (Base(day, day.isoformat()),)
        rule, bases = self._from_publication()
        if expression.term.direction < 0 and not (any_month or self.entry) and self._long_over(expression, PLAIN):
            bases = tuple(_wholly_past(base) for base in bases)
        if bases:
            return rule, bases
        rule, bases = self._from_context(expression)
        bases = tuple(base for base in bases if len(base.value) >= len("2018-08"))
        return (rule, bases) if bases else ("unresolved", ())

    def _of_period(self, expression: DateExpression) -> Day | None:
        """The day that other documents tell, of the time of the affair, where the words name no month or no year."""
        term = expression.term
        if self._period is None or self._last is None or self.entry or term.direction > 0 or expression.end:
            return None
        if term.pattern.startswith(ANY_MONTH):
            return None if term.unit else self._period.day_of_month(int(term.pattern[-2:]))
        return self._period.in_its_year(term, self._last) if _YEARLESS.fullmatch(term.pattern) else None

    def _tells_month(self, expression: DateExpression) -> bool:
        """Whether the date told last, in the paragraph or the one before, named its month: `On 20 May it opened; on the
        28th it met`."""
        near = self._month_named and bool(self._here) and expression.passage - self._passage <= NEAR
        return near and not (expression.term.direction < 0 and self.is_ahead(self._here[-1][1]))

    def _from_publication(self) -> tuple[str, tuple[Base, ...]]:
        if self.entry is not None:
            return HERE, (Base(self.entry, self.entry.isoformat()),)
        if self._first is None or self._last is None:
            return "unresolved", ()
        ends = dict.fromkeys((self._first, self._last))
        return "from publication date", tuple(Base(day, day.isoformat()) for day in ends)

    def _from_context(self, expression: DateExpression) -> tuple[str, tuple[Base, ...]]:
        if self._lost and expression.term.anchor is Anchor.CONTEXT:
            return "unresolved", ()
        here = self._here if expression.passage == self._passage else []
        before = [] if self._step(expression) is Step.OPEN else self._told_before(expression)
        if expression.term.anchor is Anchor.YEAR:
            # The year of the affair, not one told of its background: `struck on 4 May 1911 the rock charted in 1880`.
            before = [told for told in before if _is_day(told[1])] or self._memory.days_after(before) or before
        for found_in, told in ((HERE, here), ("from document", before)):
            if told and (base := counted_from(expression, told)):
                doubtful = told is before and self._step(expression) is Step.DOUBTFUL
                only = self._memory.only_day(expression, base)
                return (DOUBTFUL if doubtful or only else found_in), (only or base,)
        vague = None if self.report else self._memory.main_day(expression)
        if base := self._memory.only_day(expression, None) or vague:
            return DOUBTFUL, (base,)
        ahead = self._ahead.get(expression.passage) if expression.term.anchor is Anchor.YEAR else None
        if ahead and (day := _end(ahead)):
            return HERE, (Base(day, ahead),)
        return "unresolved", ()

    def _told_before(self, expression: DateExpression) -> Sequence[_Told]:
        """The dates of the last passage before an expression's own that told any."""
        return self._before if expression.passage == self._passage else self._here or self._before

    def _step(self, expression: DateExpression) -> Step:
        """How sure days, weeks or months counted from a date (`the next day`) are counted from the date told last. In
        one paragraph they are, and where one paragraph ends with a date from which the next opens. From farther off
        the only date of a paragraph may be meant; of several nobody knows which."""
        term = expression.term
        if term.anchor is not Anchor.CONTEXT or term.pattern or term.unit not in _STEPS:
            return Step.SURE
        told = self._told_before(expression)
        if not told or (expression.passage == self._passage and self._here):
            return Step.SURE
        last = told[-1][0]
        near = expression.passage - last.passage <= NEAR
        if near and self._edges.ends(last) and self._edges.opens(expression):
            return Step.SURE
        own = [value for told_by, value in told if told_by.term.anchor is not Anchor.PUBLICATION]
        goes_on = near and self._edges.opens(expression) and own == sorted(own)  # a story told from day to day
        return Step.OPEN if len(set(own)) > 1 and not goes_on else Step.DOUBTFUL


def _wholly_past(base: Base) -> Base:
    """A base from which what is told as past cannot lie ahead of the given one: who looks back gives no notice."""
    return replace(base, day=base.day - timedelta(days=min(PLAIN, base.day.toordinal() - 1)))


def _is_day(value: str) -> bool:
    first, last = day_bounds(value)
    return first is not None and first == last


def _end(value: str) -> Day | None:
    return day_bounds(value)[1]


def _within_days(expression: DateExpression) -> bool:
    term = expression.term
    return bool(term.weekday) or (term.unit == "day" and abs(term.shift) <= 2)
