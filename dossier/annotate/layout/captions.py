"""Captions and credits of pictures, descriptions of pictures, and what a page prints twice."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from dossier.annotate.layout.draft import Draft
from dossier.model.annotation import PassageKind

_POINTING = re.compile(
    r"\((?:pictured|(?:far |top |bottom |second )?(?:left|right)|cent(?:re|er)|above|below|seen|foreground|background"
    r"|l[-–to ]+r|from (?:the )?(?:left|right)|file (?:photo|image|picture))\b[^()]*\)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?s?|images?|pictures?|pics?|credits?|illustration)(?: (?:credits?|courtesy|by|from|of))*"
    r"\s*(?::|©)\s*\S[^.!?]{1,80}\.?$"
    r"|(?:^|[.!?)(\[|] ?)(?:photo(?:graph)?s?|images?|pictures?|illustration) (?:by|courtesy of) [^.!?]{1,60}\.?$"
    r"|\b(?:handout|file|pool) (?:via|photo|image)\b[^.!?]{0,40}\.?$",
    re.IGNORECASE,
)
_SLASHED_CREDIT = re.compile(
    r"(?:^|(?<=[.!?)”\"] ))(?:@\w+|[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*)?)"
    r"(?:/[A-ZÀ-Þ@][\w.]*(?: [A-ZÀ-Þ][\w.]*)*)+(?: via [A-ZÀ-Þ]\w+)?\.?$"
)
_PICTURE = re.compile(
    r"(?:this |an? |the )?(?:undated |recent |archive |aerial |satellite |handout )*"
    r"(?:screen ?(?:shot|grab)|file (?:photo|image|picture)|photo(?:graph)?|picture|image|(?:video|frame) grab|map"
    r"|chart|diagram|graphic|illustration|artist['’]s (?:impression|rendering|concept))s?\b"
    r"(?= (?:taken|shows?|showing|released|provided)\b)"
    r"|(?:this |an? )?(?:screen ?(?:shot|grab)|file (?:photo|image|picture)|artist['’]s (?:impression|rendering)) of\b",
    re.IGNORECASE,
)
_MOST_WORDS = 90
_FEWEST_REPEATED = 8
_ALIKE = 92.0
"""Ratio of equal characters (rapidfuzz, 0 to 100) from which a passage counts as another one printed again."""


def mark_captions(drafts: Sequence[Draft]) -> None:
    """Settle the passages that speak of a picture beside them."""
    for draft in drafts:
        if draft.is_open_paragraph and draft.count <= _MOST_WORDS and _speaks_of_picture(draft.words):
            draft.settle(PassageKind.CAPTION)


def _speaks_of_picture(words: str) -> bool:
    end = words[-150:]
    return bool(_PICTURE.match(words) or _POINTING.search(words) or _CREDIT.search(end) or _SLASHED_CREDIT.search(end))


def mark_repetitions(drafts: Sequence[Draft]) -> None:
    """Find paragraphs whose words stand in the document before: `duplicate_of`, and a caption where nothing else.

    A page prints a caption under its picture and again as the picture's description, or lifts a sentence of the text.
    """
    seen: dict[tuple[str, ...], list[int]] = {}
    for number, draft in enumerate(drafts):
        words = draft.words.casefold().split()
        if draft.kind in (PassageKind.REFERENCE, PassageKind.BOILERPLATE) or len(words) < _FEWEST_REPEATED:
            continue
        keys = _keys(words)
        candidates = (other for key in keys for other in seen.get(key, ())[:8])
        earlier = next((other for other in candidates if _repeats(drafts, number, other)), None)
        if earlier is None:
            earlier = _quoted_before(drafts, number)
        if earlier is not None:
            _settle_repetition(drafts, number, earlier)
        else:
            for key in keys:
                seen.setdefault(key, []).append(number)


def _keys(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two passages are only compared when they begin or end alike, so the work grows with the text, not its square."""
    return ("", *words[:5]), tuple(words[-5:])


def _repeats(drafts: Sequence[Draft], number: int, earlier: int) -> bool:
    a, b = drafts[number].words.casefold(), drafts[earlier].words.casefold()
    return fuzz.ratio(a[:3000], b[:3000], score_cutoff=_ALIKE) > 0


def _quoted_before(drafts: Sequence[Draft], number: int) -> int | None:
    """The passage just before, when it is a description of a picture that holds these very words."""
    before = drafts[number - 1] if number else None
    holds = before and before.kind is PassageKind.CAPTION and drafts[number].words.casefold() in before.words.casefold()
    return number - 1 if holds else None


def _settle_repetition(drafts: Sequence[Draft], number: int, earlier: int) -> None:
    draft, first = drafts[number], drafts[earlier]
    draft.duplicate_of = earlier
    if draft.is_open_paragraph:
        draft.settle(PassageKind.CAPTION)
        # Twice in a row is how captions are printed; then the first print is one, too.
        if earlier == number - 1 and first.is_open_paragraph:
            first.settle(PassageKind.CAPTION)
