"""Words near a date that tell whether it lies ahead, and what it is the date of."""

import re
from collections.abc import Sequence

from dossier.model.annotation import Passage, PassageKind
from dossier.model.date import DateExpression, DateMeaning

WINDOW = 160
"""How far from a date, in code points, its clause is looked at."""

DATELINE = 60
"""So many code points at most stand before the date of a dateline: `PARIS, France, June 5 (Agency) --`."""
HEAD = 5
"""A date line stands in one of the first passages."""
_LETTER = re.compile(r"\w")
_CLAUSE_END = re.compile(r"[.!?;]\s|\n|[.!?;]$")
_TENSE = re.compile(
    r"(?P<future>(?:\b(?:will|shall|would|must(?! have)|should(?! have)"
    r"|won['’]t|going to|to be|is to|are to|was to(?! have)|were to(?! have)|set to|expects? to|plans? to|hopes? to"
    r"|intends? to)|['’]ll)\b(?: not| also)?(?: be)?(?: \w+)?"
    r"|\b(?:scheduled|due(?! to)|expected|planned|planning|upcoming|slated|deadline|forthcoming|later this|next)\b)"
    r"|(?P<past>\b(?:was|were|had|did|said|told|has|have|ago|earlier|previously|became|began|came|found|gave|got"
    r"|held|left|led|lost|made|met|put|ran|saw|sent|spoke|took|went|won|wrote|(?-i:[a-z]{3,}ed))\b)",
    re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"\b(?:retrieved|accessed|archived|viewed|visited|last checked)(?: on| from [^.]{1,60} on)?:?\s*\Z", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|updated|last modified|first published|issued|released|publication date|date|dated)"
    r"(?: on)?\s*[:|–-]?\s*\Z",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"\W*(?:[A-Z][\w.’' ]{1,40},\s*){1,3}(?:\w+day,?\s*)?|\W*[A-Z][\w.’' ]{1,40}\([\w ]{2,30}\),?\s*"
)
_LINE_DATE = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d|\d{4}-(?:0\d|1[0-2])")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3},")
_DATELINE_REST = re.compile(r"\.?\s*(?:\([^)\n]{2,40}\)|/[^/\n]{2,40}/|[A-Z]{2,})?\s*(?:--|[—–_-])\s")
_BRACKETED = re.compile(r"\W*[A-Z][\w.,’' ]{1,40}\(")
_BRACKETED_REST = re.compile(r"\)\s*(?:--|[—–_-])\s")


def direction(text: str, start: int, end: int, first: int, last: int) -> int:
    """-1 where the nearest verb to `[start, end)` tells of the past, 1 of the future, 0 where none does.
    Only the clause is looked at, within the passage `[first, last)`."""
    before = text[max(first, start - WINDOW) : start]
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    before = before[ends[-1] :] if ends else before
    after = text[end : min(last, end + WINDOW)]
    stop = _CLAUSE_END.search(after)
    after = after[: stop.start()] if stop else after
    cues = [(len(before) - match.end(), match) for match in _TENSE.finditer(before)]
    cues += [(match.start() + 12, match) for match in _TENSE.finditer(after)]
    if not cues:
        return 0
    nearest = min(cues, key=lambda cue: cue[0])[1]
    return 1 if nearest["future"] else -1


def meaning(text: str, start: int, end: int, kind: PassageKind, first: int, last: int) -> DateMeaning:
    """What the date at `[start, end)` is the date of, by the words before it and the passage it stands in."""
    before = text[max(first, start - 80) : start]
    if _ACCESSED.search(before):
        return DateMeaning.ACCESSED
    if kind is PassageKind.REFERENCE:
        quoted = before.count('"') % 2 or before.count("“") > before.count("”")
        return DateMeaning.HAPPENED if quoted else DateMeaning.PUBLISHED
    if kind is PassageKind.BYLINE:
        return DateMeaning.PUBLISHED
    if _PUBLISHED.fullmatch(before.strip() + " ") and kind is not PassageKind.TABLE_ROW:
        return DateMeaning.PUBLISHED
    if start - first <= DATELINE and _in_dateline(text[first:start], text[end : end + 60]):
        return DateMeaning.PUBLISHED
    return DateMeaning.HAPPENED


def _in_dateline(before: str, after: str) -> bool:
    """`KABUL, Sept 3 (Reuters) -`, `BELGRADE (25 March 1999) --`: what stands before and behind the date."""
    if _DATELINE.fullmatch(before):
        return bool(_DATELINE_REST.match(after))
    return bool(_BRACKETED.fullmatch(before) and _BRACKETED_REST.match(after))


def date_line(text: str, passages: Sequence[Passage], expressions: Sequence[DateExpression]) -> int | None:
    """Which expression is a line of its own near the head of a document, the only such line, or closes one: its day of
    publication. Several such lines are headings of a chronicle."""
    blocks = [(place, e, passages[e.passage]) for place, e in enumerate(expressions)]
    closing = [(place, e, block) for place, e, block in blocks if not _LETTER.search(text, e.span.end, block.span.end)]
    alone = [(place, e) for place, e, block in closing if not _LETTER.search(text, block.span.start, e.span.start)]
    ends = [(place, e) for place, e, block in closing if e.passage < HEAD and _closes(text, e, block)]
    line = (alone or ends)[:1] if len(alone or ends) == 1 else []
    found = [place for place, e in line if e.passage < HEAD and _LINE_DATE.fullmatch(e.term.pattern)]
    return found[0] if found else None


def _closes(text: str, expression: DateExpression, block: Passage) -> bool:
    """Whether a date closes a short line that says what a document is: `Press release. Rotterdam, 21 October 2014`. Of
    headings only those do that end in a place and a day without its year, as letters have them, or in a day with its
    weekday: others name what is told."""
    before = text[block.span.start : expression.span.start].rstrip()
    yearless = expression.term.pattern.startswith("XXXX")
    if block.kind is PassageKind.HEADING and not (expression.term.weekday and not yearless):
        return yearless and bool(_PLACE.fullmatch(before))
    short = len(before) <= DATELINE and block.kind is not PassageKind.REFERENCE
    return short and (before.endswith((",", ".", ":", "|", "–", "—")) or bool(_PUBLISHED.search(before + " ")))
