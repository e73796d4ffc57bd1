"""Headings that no format marks: the headline, section titles; and the lines that name author and day."""

import re
from collections.abc import Sequence

from dossier.annotate.bylines import is_byline
from dossier.annotate.layout.draft import Draft
from dossier.model.annotation import PassageKind

_MOST_BYLINE_WORDS, _BYLINE_REACH = 16, 12
_CHAPTER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ]{3,}(?: (?:[A-ZÀ-Þ]+|\d+))*\.")
_NO_TITLE_ENDS = (".", ",", ";", ":", "?", "!", "…", '"', "”", "'", "’", "-", "–", "—")
_FEWEST_CAPTION_WORDS = 4
_MOST_TITLE_WORDS, _MOST_HEADING_WORDS, _LONGEST_TITLE = 30, 12, 250


def mark_bylines(drafts: Sequence[Draft]) -> None:
    """Settle the lines near the top (or at the very end) that say who wrote the document and when."""
    head, tail = drafts[:_BYLINE_REACH], drafts[_BYLINE_REACH:][-2:]
    for draft in [*head, *tail]:
        if draft.settled or draft.kind not in (PassageKind.PARAGRAPH, PassageKind.HEADING):
            continue
        if draft.count <= _MOST_BYLINE_WORDS and is_byline(draft.words):
            draft.settle(PassageKind.BYLINE)


def mark_headings(drafts: Sequence[Draft]) -> None:
    """Settle the headline and section titles of a document whose format marks none, and captions right under them.

    The headline is the first passage when it is short, alone on its line and no sentence; a section title stands alone
    between blank lines above a text.
    """
    if any(draft.kind is PassageKind.HEADING and draft.marks for draft in drafts):
        return
    for number, draft in enumerate(drafts[:2]):
        if draft.settled and draft.kind is PassageKind.HEADING:
            break
        if draft.is_open_paragraph:
            if _is_headline(drafts, number):
                draft.settle(PassageKind.HEADING)
                draft.level = 1
            break
    for number in range(1, len(drafts)):
        if _is_section_title(drafts, number):
            drafts[number].settle(PassageKind.HEADING)
            drafts[number].level = 2
        elif _is_unended_line(drafts, number):
            drafts[number].settle(PassageKind.CAPTION)


def _is_headline(drafts: Sequence[Draft], number: int) -> bool:
    draft = drafts[number]
    if len(drafts) == number + 1 or draft.count > _MOST_TITLE_WORDS or len(draft.words) > _LONGEST_TITLE:
        return False
    alone = not drafts[number + 1].line_break_only or drafts[number + 1].kind is not PassageKind.PARAGRAPH
    return (alone or drafts[number + 1].count > 2 * draft.count) and not draft.words.endswith((".", ",", ";", ":"))


def _is_section_title(drafts: Sequence[Draft], number: int) -> bool:
    draft = drafts[number]
    if not draft.is_open_paragraph or draft.line_break_only or number + 1 == len(drafts):
        return False
    following = drafts[number + 1]
    if following.line_break_only or following.kind in (PassageKind.BOILERPLATE, PassageKind.BYLINE):
        return False
    return (
        draft.count <= _MOST_HEADING_WORDS
        and (not draft.words.endswith(_NO_TITLE_ENDS) or bool(_CHAPTER.fullmatch(draft.words)))
        and (draft.words[:1].isupper() or draft.words[:1].isdigit())
    )


def _is_unended_line(drafts: Sequence[Draft], number: int) -> bool:
    """A few words without a stop between a title and a text: what a page prints under a picture."""
    draft, before = drafts[number], drafts[number - 1]
    return (
        draft.is_open_paragraph
        and before.kind in (PassageKind.HEADING, PassageKind.CAPTION, PassageKind.BYLINE)
        and _FEWEST_CAPTION_WORDS <= draft.count <= _MOST_TITLE_WORDS
        and (draft.words[-1:].isalnum() or draft.words[-1:] == ")")
        and number + 1 < len(drafts)
    )
