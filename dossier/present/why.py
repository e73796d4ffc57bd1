"""Why: the rule and the grounds of everything that was concluded about one thing, each with the words it rests on."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from dossier.present.cells import clean, fit
from dossier.present.dates import date_words, reason_words
from dossier.present.fields import WIDTH
from dossier.present.page import Block, Target, joined, section, subheading
from dossier.store.queries import dates, disagreements, entities, events, mentions, sources, statements
from dossier.store.queries.events import ReportRow
from dossier.store.queries.mentions import MentionRow
from dossier.store.queries.sources import SourceRow

FIELD_CELLS = 12
SIDES = 40
"""The most answers to a question whose reading is told."""
ALL = -1


def why_blocks(connection: sqlite3.Connection, target: Target, width: int = WIDTH) -> list[Block]:
    """The reasons for what stands on the page of `target`, to be read in lines of `width` cells; none where that is
    gone or concludes nothing."""
    if target.kind == "entity":
        return list(_names(connection, target.id))
    if target.kind == "event":
        return list(_event(connection, target.id, width))
    if target.kind == "statement":
        return list(_statement(connection, target.id))
    if target.kind == "disagreement":
        return list(_matter(connection, target.id))
    return []


def source_facts(connection: sqlite3.Connection, source: SourceRow, *, why: bool) -> list[Block]:
    """What is known about a document itself, with the grounds of each piece where `why`."""
    blocks = [_fact("file", source.path)]
    for attribute in sources.attributes(connection, source.id):
        value = date_words(attribute.value) if attribute.field == "published" else attribute.value
        value = "as above" if value == source.label else value
        how = "inferred" * attribute.inferred
        leads = None
        if why:
            known = "inferred" if attribute.inferred else "stated"
            how = ": ".join(filter(None, [known, reason_words(attribute.basis)]))
            if attribute.start is not None:
                leads = Target("source", source.id, attribute.start, attribute.end)
        blocks.append(_fact(attribute.field, value, how, leads))
    return blocks


def _fact(field: str, value: str, how: str = "", target: Target | None = None) -> Block:
    text, runs = joined((fit(field, FIELD_CELLS), "secondary"), (clean(value), ""),
                        (f"  · {clean(how)}" if how else "", "secondary"))  # fmt: skip
    return Block(text, "text", runs, target, hang=FIELD_CELLS)


def _names(connection: sqlite3.Connection, entity: str) -> Iterator[Block]:
    """Every form of the name, and every description, with what joined its mentions and where each stands."""
    found = mentions.of_entity(connection, entity, ALL)
    if found:
        yield section("why: each name and how it was joined", len(found))
        yield from _forms(entity, found, [alias.alias for alias in entities.aliases(connection, entity)])
    told = mentions.of_entity(connection, entity, ALL, form="nominal")
    if told:
        yield section("why: each description that denotes it", len(told))
        yield from _forms(entity, told, [])


def _forms(entity: str, found: Sequence[MentionRow], listed: Sequence[str]) -> Iterator[Block]:
    uses: dict[str, dict[tuple[str, str], list[MentionRow]]] = {}
    for mention in found:
        uses.setdefault(mention.text, {}).setdefault((mention.rule, mention.basis), []).append(mention)
    for name in dict.fromkeys((*listed, *uses)):
        reasons = uses.get(name, {})
        total = sum(len(places) for places in reasons.values())
        text, runs = joined((clean(name), ""), (f"  {total}", "secondary"))
        yield Block(text, "subheading", runs, indent=2, hang=2)
        if not reasons:
            yield Block("put together from the forms below; nowhere written exactly so", "secondary", indent=4)
        for (rule, basis), places in reasons.items():
            first, *others = places
            yield Block(
                _reason(rule, basis),
                indent=4,
                hang=2,
                target=Target("source", first.source, first.start, first.end, entity),
            )
            if others:
                yield Block(f"likewise {clean(_places(others))}", "secondary", indent=6, hang=2)


def _places(found: Sequence[MentionRow]) -> str:
    """Lines by file: `letter.md:5, 9; note.txt:1`."""
    lines: dict[str, list[int]] = {}
    for mention in found:
        lines.setdefault(mention.path, []).append(mention.line)
    return "; ".join(f"{path}:{', '.join(map(str, dict.fromkeys(numbers)))}" for path, numbers in lines.items())


def _event(connection: sqlite3.Connection, id_: str, width: int) -> Iterator[Block]:
    event, reports = events.get(connection, id_), events.reports(connection, id_, ALL)
    if event is None:
        return
    yield section("why: the date")
    same = [report for report in reports if report.date == event.date]
    if not event.date:
        how = "no report gives or implies one"
    elif same:
        how = f"as in {len(same)} of {len(reports)} report{'s' * (len(reports) != 1)}"
    elif event.date_basis:
        how = "no report dates it; inferred"
    else:
        how = "worked out from the dates of the reports together"
    text, runs = joined((date_words(event.date), "date"), (f"  {how}", "secondary"))
    yield Block(text, "text", runs, indent=2, hang=2)
    for reason in filter(None, event.date_basis.split("; ")):
        yield Block(reason_words(clean(reason)), indent=4, hang=2)
    yield section("why: each report", len(reports))
    for source, group in groupby(reports, key=lambda report: report.source):
        in_source = list(group)
        yield subheading(in_source[0].source_label, len(in_source), Target("source", source), width)
        for report in in_source:
            yield from _report(connection, report)


def _report(connection: sqlite3.Connection, report: ReportRow) -> Iterator[Block]:
    """The date of a report and the rule that found it; under them, how the words of the date were read."""
    date = None
    if report.date_start is not None and report.date_end is not None:
        date = dates.at(connection, report.source, report.date_start, report.date_end)
    # The grounds of a dated report are those of its date, which are said below in the words of the date itself.
    basis = "" if date is not None and date.text in report.basis else report.basis
    text, runs = joined((date_words(report.date), "date" if report.date else "secondary"),
                        (f"  {report.status}" if report.status != "reported" else "", "secondary"),
                        (f"  {_reason(report.rule, basis)}", ""))  # fmt: skip
    yield Block(text, "text", runs, Target("source", report.source, report.start, report.end), indent=4, hang=2)
    if date is not None:
        yield Block(clean(f"“{date.text}” is {date_words(date.date)}: ") + _reason(date.rule, date.basis), "secondary",
                    target=Target("source", report.source, date.start, date.end), indent=6, hang=2)  # fmt: skip


def _statement(connection: sqlite3.Connection, id_: str) -> Iterator[Block]:
    """The rule, and the words that say who speaks, that something is said, and when."""
    statement = statements.get(connection, id_)
    if statement is None:
        return
    yield section("why")
    yield Block(_reason(statement.rule, statement.basis), indent=2, hang=2,
                target=Target("source", statement.source, statement.start, statement.end))  # fmt: skip
    for field, words in (("words", statement.words), ("speaker", statement.speaker_text), ("told by", statement.cue)):
        if words:
            yield replace(_fact(field, f"“{words}”"), indent=2)
    if statement.said:
        yield replace(_fact("said", date_words(statement.said)), indent=2)
        yield from _dates(connection, statement.source, statement.passage_start,
                          statement.passage_start + len(statement.passage_text))  # fmt: skip


def _matter(connection: sqlite3.Connection, id_: str) -> Iterator[Block]:
    """The rule that compared the sides, and of each side the words, what they were read as, and by which rule."""
    matter = disagreements.get(connection, id_)
    if matter is None:
        return
    yield section("why")
    yield Block(_reason(matter.rule, matter.basis), indent=2, hang=2)
    yield Block(f"weight {matter.rank:.2f}, of 1 at most", "secondary", indent=2)
    yield section("why: each side", matter.sides)
    for row in disagreements.values(connection, id_)[:SIDES]:
        value = date_words(row.value) if matter.attribute in ("date", "time") else row.value
        text, runs = joined((clean(value), ""), (f"  {clean(row.source_label)}", "secondary"))
        yield Block(text, "subheading", runs, indent=2, hang=2)
        yield Block(clean(f"“{row.words}”"), indent=4, hang=2, target=Target("source", row.source, row.start, row.end))
        yield from _dates(connection, row.source, row.start, row.end)


def _dates(connection: sqlite3.Connection, source: str, start: int, end: int) -> Iterator[Block]:
    """How the dates within some words were worked out."""
    for date in dates.within(connection, source, start, end):
        yield Block(
            clean(f"“{date.text}” is {date_words(date.date)}: ") + _reason(date.rule, date.basis), indent=4, hang=2,
            target=Target("source", source, date.start, date.end))  # fmt: skip


def _reason(rule: str, basis: str) -> str:
    """The rule and its grounds; the grounds alone where they begin with the rule's own word: `surname of Ada Byrne`."""
    if rule and basis.startswith(rule.split(maxsplit=1)[0]):
        return reason_words(clean(basis))
    return reason_words(clean(": ".join(filter(None, [rule, basis]))))
