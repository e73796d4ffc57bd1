"""When somebody was what a role says: the dates of the role's own clause, else the day that its passage speaks of, else
the day on which the source was published.

Values are EDTF. `../DAY` is said of somebody who was it at some time before that day.
"""

import dataclasses
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from dossier.model.annotation import Annotated, PassageKind, Sentence
from dossier.model.date import DateMeaning, DateMention, Publication
from dossier.model.edtf import bounds
from dossier.model.entity import Entity, Role
from dossier.model.span import Span
from dossier.resolve.predicates import BECOMING, sentence_at

_PAST = frozenset({"former", "formerly", "ex", "once", "late", "retired"})
"""Words in a role that say it is over."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LINES = frozenset({PassageKind.LIST_ITEM, PassageKind.TABLE_ROW})
_WIDE = re.compile(r"[/\[{]")
"""What only bounds a time has in EDTF."""
_OF_ITS_DAY = 3
"""Years before its publication from which on a dated document mostly tells of its own time."""
_CURRENT = 0.5
"""Share of a document's dates that lie in those years."""


class _Dated:
    """A document with its dates."""

    def __init__(self, document: Annotated, dates: Sequence[DateMention], publication: Publication | None) -> None:
        self.document = document
        self.dates = [date for date in dates if date.meaning is DateMeaning.HAPPENED and date.value]
        self.published = _day_of(publication, self.dates)

    def within(self, span: Span) -> list[DateMention]:
        """The dates inside a span, in order."""
        first = bisect_left(self.dates, span.start, key=lambda d: d.span.start)
        return [date for date in self.dates[first:] if date.span.end <= span.end]


def with_tenure(
    entities: Sequence[Entity],
    case: Sequence[Annotated],
    dates: Sequence[DateMention],
    publications: Sequence[Publication],
) -> tuple[Entity, ...]:
    """The entities with the time of each role as far as it is known."""
    dates_of: dict[str, list[DateMention]] = defaultdict(list)
    for date in sorted(dates, key=lambda d: (d.source, d.span)):
        dates_of[date.source].append(date)
    published = {publication.source: publication for publication in publications}
    documents = {d.source.id: _Dated(d, dates_of[d.source.id], published.get(d.source.id)) for d in case}
    return tuple(_with_roles(entity, documents) if entity.roles else entity for entity in entities)


def _with_roles(entity: Entity, documents: Mapping[str, _Dated]) -> Entity:
    roles = tuple(dataclasses.replace(role, held=held(role, documents[role.source])) for role in entity.roles)
    return dataclasses.replace(entity, roles=roles)


def held(role: Role, dated: _Dated) -> str | None:
    """EDTF of when a role was held; None where nothing tells."""
    sentence = sentence_at(dated.document, role.span.start)
    if sentence is None or not any(token.dep for token in sentence.tokens):
        return None
    inside = dated.within(sentence.span)
    if dated.document.annotations.passages[sentence.passage].kind in _LINES:
        return _period(inside)
    inside = [date for date in inside if not _is_bracketed(dated.document, date, role.span)]
    own = _own(sentence, role.span, inside)
    words = set(role.text.casefold().replace("-", " ").split())
    if own is not None or not _is_office(role, words):
        return own
    day = _spoken_of(sentence, role.span, inside) or (None if "then" in words else dated.published)
    over = not _PAST.isdisjoint(words) or _is_past(sentence, role.span)
    return f"../{day}" if day and over else day


def _period(dates: Sequence[DateMention]) -> str | None:
    """The only period in a line of a list: `Chairman (1990–1995)`. A single day there may be a day of birth."""
    values = {date.extent or date.value for date in dates}
    found = [value for value in values if value and "/" in value]
    return found[0] if len(values) == len(found) == 1 else None


def _own(sentence: Sentence, role: Span, dates: Sequence[DateMention]) -> str | None:
    """The period or day in the role's own clause: `was chairman from 1990 to 1995`, `appointed in 2018`."""
    head, verb = _head(sentence, role), _predicate(sentence, role)
    for date in dates:
        at = next((i for i, t in enumerate(sentence.tokens) if date.span.start <= t.start < date.span.end), None)
        if at is None or not (_hangs_on(sentence, at, head) or (verb is not None and _is_of(sentence, at, verb, head))):
            continue
        value = date.extent or _plain(date.value)
        starts = verb is not None and sentence.tokens[verb].lemma in BECOMING and "/" not in (value or "/")
        return f"{value}/.." if starts else value
    return None


def _head(sentence: Sentence, role: Span) -> int:
    """The noun of a role: the token in it that hangs on one outside."""
    inside = [i for i, token in enumerate(sentence.tokens) if role.start <= token.start < role.end]
    return next((i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), inside[0])


def _predicate(sentence: Sentence, role: Span) -> int | None:
    """The verb that makes the role a predicate; None where the role stands beside a name."""
    at = _head(sentence, role)
    for _ in range(3):
        token = sentence.tokens[at]
        if token.dep in {"attr", "oprd"}:
            return token.head
        if token.dep == "conj" and sentence.tokens[token.head].pos in {"VERB", "AUX"}:
            return token.head
        if token.dep not in {"pobj", "conj", "prep"}:
            return None
        at = token.head
        if sentence.tokens[at].pos == "VERB":
            return at
    return None


def _hangs_on(sentence: Sentence, at: int, head: int) -> bool:
    """Whether a token hangs on the role's noun with no verb between them."""
    for _ in sentence.tokens:
        if at == head:
            return True
        token = sentence.tokens[at]
        if token.pos in {"VERB", "AUX"} or token.head == at:
            return False
        at = token.head
    return False


def _is_of(sentence: Sentence, at: int, verb: int, head: int) -> bool:
    """Whether a date belongs to a predicate, and to this role of it where there are several: the date follows its
    role, or opens the clause."""
    first = not any(t.dep == "conj" and t.head in (verb, head) and i == head for i, t in enumerate(sentence.tokens))
    joined = any(t.dep == "conj" and head < i < at and t.pos == "NOUN" for i, t in enumerate(sentence.tokens))
    return _verb_above(sentence, at) == verb and not joined and (at > head or (at < verb and first))


def _verb_above(sentence: Sentence, at: int, past: frozenset[str] = _SUBJECTS) -> int | None:
    """The verb that a token hangs on; none where it belongs to what has one of the labels in `past`."""
    for _ in sentence.tokens:
        token = sentence.tokens[at]
        if token.pos in {"VERB", "AUX"}:
            return at
        if token.head == at or token.dep in past:
            return None
        at = token.head
    return None


def _is_bracketed(document: Annotated, date: DateMention, role: Span) -> bool:
    """Whether a date in brackets tells of somebody's life, not of the role before it: `Rulan Pian (1922–2013)`."""
    text = document.source.text
    opened = text.rfind("(", max(date.span.start - 40, 0), date.span.start)
    inside = opened >= 0 and ")" not in text[opened : date.span.start]
    return inside and text[role.end : opened].strip() != ""


def _is_office(role: Role, words: AbstractSet[str]) -> bool:
    """Whether a role is one that somebody comes into and leaves: an author is one for good, a minister of something or
    `Senator Baker` is not."""
    named = role.organization is not None or any(word[:1].isupper() for word in role.text.split())
    return named or not words.isdisjoint(_PAST | {"of", "for", "at", "current", "then"})


def _spoken_of(sentence: Sentence, role: Span, dates: Sequence[DateMention]) -> str | None:
    """The one day, month or year that the clause of a role speaks of."""
    clause = _verb_above(sentence, _head(sentence, role), frozenset())
    starts = {token.start: i for i, token in enumerate(sentence.tokens)}
    own = (date for date in dates if date.span.start in starts)
    values = {_plain(d.value) for d in own if _verb_above(sentence, starts[d.span.start]) == clause}
    found = next(iter(values)) if len(values) == 1 else None
    return None if found is None or _WIDE.search(found) else found


def _is_past(sentence: Sentence, role: Span) -> bool:
    """Whether the predicate says that it was so."""
    verb = _predicate(sentence, role)
    return verb is not None and sentence.tokens[verb].tag == "VBD"


def _plain(value: str | None) -> str | None:
    """A value without its time of day."""
    return value.partition("T")[0] if value and "/" not in value else value


def _day_of(publication: Publication | None, dates: Sequence[DateMention]) -> str | None:
    """The day of publication of a document that tells of its own time; None of one that tells history."""
    if publication is None or publication.value is None or _WIDE.search(publication.value):
        return None
    year = int((bounds(publication.value)[1] or "0")[:4] or 0)
    years = [int(first[:4]) for date in dates if (first := bounds(date.value)[0]) and first[:4].isdigit()]
    current = sum(year - _OF_ITS_DAY <= one <= year + 1 for one in years)
    return publication.value if current >= _CURRENT * len(years) else None
