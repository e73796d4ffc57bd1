"""Lists and tables that have lost their marks: infobox lines with the label glued to the value, runs of short lines."""

import re
from collections.abc import Iterator, Sequence

from dossier import lexis
from dossier.annotate.bylines import is_byline, is_mail_head
from dossier.annotate.layout.draft import Draft
from dossier.model.annotation import PassageKind
from dossier.model.span import Span

_GLUE = re.compile(
    r"(?<=[a-zà-öø-ÿ]{3})(?=[A-Z0-9À-ÖØ-Þ(])"  # typeSoyuz, date6, siteBaikonur
    r"|(?<=[a-z]\.)(?=[\dA-Z])"  # no.43493
    r"|(?<=\s[A-Z]{2})(?=\d)|(?<=\s[A-Z]{3})(?=\d)"  # COSPAR ID2018
    r"|(?<=[a-z]\))(?=[\dA-Z])"  # Weight (kg)450
)
_SEPARATED = re.compile(r"[^\S\n]*(?:\t|:[^\S\n]|[^\S\n]{3,}|\|)[^\S\n]*")
_LABEL = re.compile(r"[A-Z][\w'’./()-]*(?:[ \u00a0][\w'’./()&-]+){0,4}")
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|d[aeou]s?|van|von|der|den|bin|al|el|la|ten|ter)){1,5}")
_SECTION = re.compile(r"[A-Z][\w-]*(?: (?:[a-z][\w-]*|[A-Z]{2,}))*")
_LONGEST_ROW, _MOST_LABEL_WORDS = 120, 5
_FEWEST_LINES, _FEWEST_LABELS, _LABELLED_SHARE = 4, 3, 0.3
_FEWEST_ITEMS = 3


def mark_rows(drafts: Sequence[Draft]) -> None:
    """Settle the lines of an infobox as table rows with their labels, those of a letter's head as bylines, and those
    of any other run as list items."""
    for run in _runs(drafts):
        if is_mail_head([draft.raw for draft in run]):
            for draft in run:
                draft.settle(PassageKind.BYLINE)
            continue
        labels = [_label(draft) for draft in run]
        found = sum(label is not None for label in labels)
        table = len(run) >= _FEWEST_LINES and found >= max(_FEWEST_LABELS, _LABELLED_SHARE * len(run))
        if table or all(map(_is_office, run, labels)):
            _mark_infobox(run, labels)
        elif len(run) >= _FEWEST_ITEMS:
            for draft in run:
                draft.settle(PassageKind.LIST_ITEM)
    for draft in drafts:
        if draft.kind is PassageKind.TABLE_ROW and draft.label is None and draft.marks and not draft.settled:
            draft.label = _first_cell(draft)


def _runs(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """Runs of unmarked short lines with nothing but line breaks between them."""
    run: list[Draft] = []
    for draft in drafts:
        fits = draft.is_open_paragraph and len(draft.words) <= _LONGEST_ROW and not _is_sentence(draft)
        furniture = draft.settled and draft.kind is PassageKind.BOILERPLATE and draft.line_break_only
        if run and furniture:
            continue
        if run and not (fits and draft.line_break_only):
            yield run
            run = []
        if fits:
            run.append(draft)
    if run:
        yield run


def _is_sentence(draft: Draft) -> bool:
    """A full stop after at least four words; abbreviations at the end of a short line make no sentence."""
    return draft.ends_sentence and draft.count >= 4


def _is_office(draft: Draft, label: Span | None) -> bool:
    """Whether a line has an office for its label and a name for its value: `Counsel for the owners: Mr A. Hill`."""
    if label is None or is_byline(draft.words):
        return False
    office, name = draft.raw[: len(label)], draft.raw[len(label) :].strip(" \t:|")
    known = any(word.text.casefold() in lexis.word_list("person_nouns") for word in lexis.words(office))
    return known and bool(_NAME.fullmatch(name))


def _label(draft: Draft) -> Span | None:
    """The label at the front of an infobox line, by the seam where its words are glued to the value or set apart."""
    line = draft.raw
    for found in (_GLUE.search(line), _SEPARATED.search(line)):
        if not found or not found.start():
            continue
        label = line[: found.start()].rstrip()
        if len(label.split()) <= _MOST_LABEL_WORDS and _LABEL.fullmatch(label) and line[found.end() :].strip():
            return Span(draft.span.start, draft.span.start + len(label))
    return None


def _mark_infobox(run: Sequence[Draft], labels: Sequence[Span | None]) -> None:
    for number, (draft, label) in enumerate(zip(run, labels, strict=True)):
        labelled_next = number + 1 < len(run) and labels[number + 1] is not None
        if label is None and labelled_next and (number == 0 or _SECTION.fullmatch(draft.words)):
            draft.settle(PassageKind.HEADING)
            draft.level = 1 if number == 0 else 3
            continue
        draft.settle(PassageKind.TABLE_ROW)
        draft.label = label


def _first_cell(draft: Draft) -> Span | None:
    """The first of exactly two cells of a table row, when it reads as a label."""
    separators = [mark for mark in draft.marks if draft.span.start < mark.start and mark.end < draft.span.end]
    if len(separators) != 1:
        return None
    start = draft.span.start + (len(draft.marks[0]) if draft.marks[0].start == draft.span.start else 0)
    words = list(lexis.words(draft.raw, start - draft.span.start, separators[0].start - draft.span.start))
    # In a table of people the name comes first: it is what the row tells of, not what it tells.
    person = len(words) > 1 and words[0].text in lexis.word_list("given_names") and _are_names(words)
    return Span(start, separators[0].start) if start < separators[0].start and not person else None


def _are_names(words: Sequence[lexis.Word]) -> bool:
    return all(lexis.is_name_word(word.text) or word.text in lexis.PARTICLES for word in words)
