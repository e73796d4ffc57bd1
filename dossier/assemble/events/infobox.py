"""Events told by the lines of an infobox or table: `Launch date | 6 June 1931`, with the lines that go with it.

The event is the label's, of what the document is about. Lines of the same table that tell of the same act
(`Launch site | Leith`) are reports of it too, and people listed under a label such as `Crew` take part in it.
"""

import re
from collections.abc import Iterator
from functools import partial

from dossier.assemble.content import acts_named, acts_of_noun, content_stems
from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.dating import told_time
from dossier.assemble.events.labels import tidy
from dossier.assemble.events.taking_part import role_of_kind
from dossier.assemble.reading import Named, Reading
from dossier.assemble.words import person_nouns
from dossier.model.annotation import PassageKind
from dossier.model.date import DateMeaning, DateMention
from dossier.model.entity import EntityKind
from dossier.model.event import EventStatus, Participant, Report
from dossier.model.span import Span

_DATE_WORDS = re.compile(r"\b(date|time|day|year|of|on|at)\b", re.IGNORECASE)
_OF_A_TABLE = frozenset({PassageKind.TABLE_ROW, PassageKind.HEADING})
_GROUPS = frozenset({"crew", "team", "cast", "staff"})
"""Words for people taken together, which are no nouns for a person."""


def infobox_reports(reading: Reading) -> Iterator[Candidate]:
    """What the dated lines of a source's tables report, in order, and the lines that go with them."""
    for date in reading.dates:
        row = reading.passage_at(date.span.start)
        label = reading.passages[row].label
        if date.meaning is DateMeaning.HAPPENED and label is not None:
            yield from _from_row(reading, row, date, label)


def _from_row(reading: Reading, dated: int, date: DateMention, label: Span) -> Iterator[Candidate]:
    what = _DATE_WORDS.sub(" ", label.of(reading.text)).strip() or label.of(reading.text)
    subject = _subject_of_document(reading)
    beside = [row for row in _table(reading, dated) if _goes_with(reading, row, what)]
    named = [n for row in beside for n in reading.named_in(reading.passages[row].span)]
    named += _listed_people(reading, dated, subject)
    named += [subject] if subject is not None else []
    roles = {n.entity: role_of_kind(n.kind) for n in named}
    acts = acts_named(frozenset(what.lower().split()))
    for row in (dated, *beside):
        yield Candidate(
            report=_report(reading, row, date if row == dated else None),
            labelled=partial(tidy, f"{what}, {subject.span.of(reading.text)}" if subject else what),
            kind=what.split()[0].lower(),
            acts=acts.stems,
            senses=acts.senses,
            participants=tuple(Participant(entity, role) for entity, role in sorted(roles.items())),
            core=frozenset(),
            content=content_stems(what),
            named=frozenset((n.kind, n.entity) for n in named),
            inferred=row == dated and date.rule != "stated",
            order=(reading.position, reading.passages[row].span.start),
            head=reading.passages[row].span.start,
            sentence=reading.passages[row].span.start,
            passing=row != dated,
            occasion=dated,
        )


def _report(reading: Reading, row: int, date: DateMention | None) -> Report:
    span = reading.passages[row].span
    if date is None:
        return Report(
            reading.source, row, span, None, None, EventStatus.REPORTED, "infobox line", "beside the line that dates it"
        )
    return Report(
        reading.source,
        row,
        span,
        told_time(reading.text, date),
        date.span,
        EventStatus.REPORTED,
        "infobox line",
        f"dated by “{date.text}”: {date.rule}" + (f", {date.basis}" if date.basis else ""),
    )


def _subject_of_document(reading: Reading) -> Named | None:
    """What an encyclopedia article or report is about: the first name in its title."""
    titles = [s.span for s in reading.document.annotations.stated if s.field == "title" and s.span]
    named = [n for title in titles for n in reading.named_in(title)]
    return named[0] if named else None


def _table(reading: Reading, row: int) -> Iterator[int]:
    """The lines of the table that a line stands in; headings inside it are passed over."""
    for step in (-1, 1):
        at = row + step
        while 0 <= at < len(reading.passages) and reading.passages[at].kind in _OF_A_TABLE:
            if reading.passages[at].kind is PassageKind.TABLE_ROW:
                yield at
            at += step


def _goes_with(reading: Reading, row: int, what: str) -> bool:
    """Whether an undated line tells of the same act: `Launch site` beside `Launch date`."""
    label = reading.passages[row].label
    words = label.of(reading.text).lower().split() if label is not None else []
    act = what.lower().split(maxsplit=1)[0]
    return len(words) > 1 and words[0] == act and bool(acts_of_noun(act)) and not _is_dated(reading, row)


def _is_dated(reading: Reading, row: int) -> bool:
    return any(d.meaning is DateMeaning.HAPPENED for d in reading.dates_in(reading.passages[row].span))


def _listed_people(reading: Reading, row: int, subject: Named | None) -> list[Named]:
    """People whom the table lists under a plural such as `Members`; nobody where the document is about a person."""
    if subject is not None and subject.kind is EntityKind.PERSON:
        return []
    found: list[Named] = []
    listed = False
    for at in sorted({row, *_table(reading, row)}):
        label = reading.passages[at].label
        listed = _lists_people(label.of(reading.text)) if label is not None else listed
        if listed:
            found += [n for n in reading.named_in(reading.passages[at].span) if n.kind is EntityKind.PERSON]
    return found


def _lists_people(label: str) -> bool:
    word = (label.lower().split() or [""])[-1]
    return word in _GROUPS or (word.endswith("s") and word.removesuffix("s") in person_nouns())
