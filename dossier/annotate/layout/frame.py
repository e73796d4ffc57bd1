"""What frames a document: the fields in front of it, the short lines of its head, the head and close of a letter.

The lines of a frame stand as close as those of a list; what tells them apart is a line that names the author or the
day, a salutation or a farewell, or the fences around the fields.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.annotate.bylines import FAREWELL, FIELD, SALUTATION, is_byline, names_press
from dossier.annotate.layout.draft import Draft
from dossier.model.annotation import PassageKind

_FENCE = re.compile(r"-{3,}|\.{3}")
_REACH, _MOST_LINES = 4, 7
_LONGEST_LINE, _MOST_WORDS, _MOST_TITLE_WORDS = 120, 10, 30


def mark_frame(drafts: Sequence[Draft]) -> None:
    """Settle as bylines the fields of front matter, the lines of a head and those of a letter's head and close; the
    first line of a head is its headline where it names neither author nor day."""
    body = drafts[_mark_front_matter(drafts) :]
    for number, draft in enumerate(body):
        if FAREWELL.match(draft.words) and _is_line(draft) and len(body) - number <= _MOST_LINES:
            _mark_close(body[number:])
    salutation = next((n for n, draft in enumerate(body[: 3 * _REACH]) if SALUTATION.fullmatch(draft.words)), None)
    if salutation is not None and all(map(_is_line, body[:salutation])):
        for draft in body[:salutation]:
            draft.settle(PassageKind.BYLINE)
        return
    _mark_head(body)


def _is_line(draft: Draft) -> bool:
    """A short line without a mark of its own that is no sentence."""
    sentence = draft.ends_sentence and draft.count >= 4 and not is_byline(draft.words)
    return draft.is_open_paragraph and len(draft.words) <= _LONGEST_LINE and not sentence


def _mark_front_matter(drafts: Sequence[Draft]) -> int:
    """Settle the fields between two fences at the very front, and tell how many drafts they take."""
    if not drafts or not _is_fence(drafts[0]) or drafts[0].span.start:
        return 0
    for number, draft in enumerate(drafts[1:], 1):
        if _is_fence(draft):
            for field in drafts[1:number]:
                field.settle(PassageKind.BYLINE if FIELD.match(field.words) else PassageKind.BOILERPLATE)
            return number + 1
        if not draft.is_open_paragraph:
            return 0
    return 0


def _is_fence(draft: Draft) -> bool:
    return draft.kind is PassageKind.BOILERPLATE and bool(_FENCE.fullmatch(draft.raw.strip()))


def _mark_close(drafts: Sequence[Draft]) -> None:
    """A farewell and the lines that follow it at once: who signs, and for whom."""
    for number, draft in enumerate(drafts):
        near = number <= 1 or draft.line_break_only
        if not near or not _is_line(draft) or draft.count > _MOST_WORDS:
            return
        draft.settle(PassageKind.BYLINE)


def _mark_head(drafts: Sequence[Draft]) -> None:
    """The first lines that stand together, when one of them names the author or the day."""
    run = list(_head(drafts))
    named = [draft for draft in run if is_byline(draft.words)]
    if len(run) < 2 or len(run) > _MOST_LINES or not named:
        return
    if run[0] is _first(drafts) and run[0] not in named and run[0].count <= _MOST_TITLE_WORDS:
        run[0].settle(PassageKind.HEADING)
        run[0].level = 1
    behind = run.index(named[0])
    for number, draft in enumerate(run):
        # Below an author's name stands an office, above it the newspaper; other lines stay what they are.
        office = number > behind and run[number - 1] in named and _is_office(draft)
        if draft in named or (not draft.settled and (office or names_press(draft.words))):
            draft.settle(PassageKind.BYLINE)


def _is_office(draft: Draft) -> bool:
    return draft.count <= _MOST_WORDS // 2 and all(word[:1].isupper() for word in draft.words.split())


def _first(drafts: Sequence[Draft]) -> Draft | None:
    return next((draft for draft in drafts if draft.kind is not PassageKind.BOILERPLATE), None)


def _head(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The first lines without a blank line between them, near the top; what a heading or byline leaves open."""
    begun = False
    for number, draft in enumerate(drafts):
        if begun and not (draft.line_break_only and _is_line(draft)):
            return
        follower = drafts[number + 1] if number + 1 < len(drafts) else None
        paired = follower is not None and follower.line_break_only and _is_line(follower)
        if begun or (_is_line(draft) and paired):
            begun = True
            yield draft
        elif number >= _REACH or (draft.is_open_paragraph and not _is_line(draft)):
            return
