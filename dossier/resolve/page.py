"""A document as words, and where known names stand in it.

Word indices count the words of one document; spans are half-open code points of its text.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from dossier import lexis
from dossier.model.annotation import Annotated, CandidateName, Passage
from dossier.model.span import Span

Form = tuple[str, ...]
"""The words of a name as written, apostrophes and hyphens made plain."""
SHIP_PREFIXES = frozenset({
    "RMS", "HMS", "USS", "USNS", "USCGC", "HMAS", "HMCS", "HMNZS", "SS", "MV", "MS", "MT", "SV", "RV", "FV",
    "RRS", "TSS", "PS",
})  # fmt: skip
_GAP = re.compile(r"(?:['’]s)?[ .\n\u00a0/\"“”'’,&-]{1,3}")


@dataclass(frozen=True, slots=True)
class Page:
    """One document of the case, taken apart into words."""

    document: Annotated
    text: str = field(repr=False)
    """The source's text."""
    texts: Form = field(repr=False)
    """The words as text."""
    starts: tuple[int, ...] = field(repr=False)
    """By word: where it begins; code points."""
    ends: tuple[int, ...] = field(repr=False)
    """By word: where it ends."""
    passage_of: tuple[int, ...]
    """By word: the index of its passage."""
    candidates: tuple[tuple[Form, CandidateName], ...]
    places: Mapping[str, Sequence[int]] = field(repr=False)
    """By text of a word: where it stands, as word indices in order."""
    labels: frozenset[int] = field(repr=False)
    """Where labels end, over which no name runs; code points."""
    nouns: frozenset[int] = field(repr=False)
    """Where words begin that the language model reads as nouns or names."""

    @property
    def id(self) -> str:
        """The source's id."""
        return self.document.source.id

    def gap(self, at: int) -> str:
        """What stands between a word and the next one."""
        return self.text[self.ends[at] : self.starts[at + 1]] if at + 1 < len(self.texts) else ""

    def before(self, at: int, count: int = 1) -> str:
        """The text of the word `count` before, or nothing where the passage begins."""
        other = at - count
        return self.texts[other] if other >= 0 and self.passage_of[other] == self.passage_of[at] else ""

    def after(self, at: int, count: int = 1) -> str:
        """The text of the word `count` after, or nothing where the passage ends."""
        other = at + count
        near = other < len(self.texts) and self.passage_of[other] == self.passage_of[at]
        return self.texts[other] if near else ""

    def joins(self, at: int) -> bool:
        """Whether a word and the next one may stand in one name."""
        gap = self.text[self.ends[at] : self.starts[at + 1]]
        if self.passage_of[at] != self.passage_of[at + 1] or self.ends[at] in self.labels:
            return False
        return gap == " " or bool(_GAP.fullmatch(gap))

    def is_run(self, first: int, last: int) -> bool:
        """Whether words, both inside, may be one name: each joins the next, and no quotation opens or ends there."""
        joined = all(map(self.joins, range(first, last)))
        return joined and not (first < last and lexis.unpaired_marks(self.text, self.starts[first], self.ends[last]))

    def is_noun(self, at: int) -> bool:
        """Whether a word is read as a noun or a name; true where no model read the document."""
        return at >= 0 and (not self.nouns or self.starts[at] in self.nouns)

    def is_dated(self, at: int) -> bool:
        """Whether a word belongs to a date."""
        dates = self.document.annotations.dates
        before = bisect_right(dates, self.starts[at], key=lambda date: date.span.start) - 1
        return before >= 0 and self.starts[at] < dates[before].span.end

    def word_at(self, offset: int) -> int:
        """Index of the first word that begins at an offset or after it."""
        return bisect_left(self.starts, offset)


class Occurrence(NamedTuple):
    """A run of words that is a known form: `[first, last]` in word indices, both inside."""

    first: int
    last: int
    form: Form


def page(document: Annotated) -> Page:
    """Take a document apart; no name runs over the end of the label of an infobox line."""
    text, passages = document.source.text, document.annotations.passages
    labels = frozenset(passage.label.end for passage in passages if passage.label is not None)
    words, passage_of = _in_passages(text, passages) if labels else _in_text(text, passages)
    texts, spans = zip(*words, strict=True) if words else ((), ())
    starts, ends = zip(*spans, strict=True) if words else ((), ())
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(texts):
        places[word].append(at)
    candidates = tuple((_name_form(text, name), name) for name in document.annotations.names)
    return Page(document, text, texts, starts, ends, tuple(passage_of), candidates, places, labels, _nouns(document))


Words = list[tuple[str, tuple[int, int]]]


def _in_text(text: str, passages: Sequence[Passage]) -> tuple[Words, list[int]]:
    """The words of a document in one go, each with its passage; by passages where a word would reach over an end."""
    words = lexis.word_spans(text, 0, len(text))
    starts = [start for _, (start, _) in words]
    passage_of: list[int] = []
    for index, passage in enumerate(passages):
        first = len(passage_of)
        last = bisect_left(starts, passage.span.end, first)
        if first < last and (starts[first] < passage.span.start or words[last - 1][1][1] > passage.span.end):
            return _in_passages(text, passages)
        passage_of += [index] * (last - first)
    return (words, passage_of) if len(words) == len(passage_of) else _in_passages(text, passages)


def _in_passages(text: str, passages: Sequence[Passage]) -> tuple[Words, list[int]]:
    """The words passage by passage; no word runs over the end of a label."""
    words: Words = []
    passage_of: list[int] = []
    for index, passage in enumerate(passages):
        start = passage.span.start
        if passage.label is not None:
            words += lexis.word_spans(text, start, passage.label.end)
            start = passage.label.end
        words += lexis.word_spans(text, start, passage.span.end)
        passage_of += [index] * (len(words) - len(passage_of))
    return words, passage_of


def _nouns(document: Annotated) -> frozenset[int]:
    tokens = (token for sentence in document.annotations.sentences for token in sentence.tokens)
    return frozenset(token.start for token in tokens if token.pos in ("NOUN", "PROPN"))


def _name_form(text: str, name: CandidateName) -> Form:
    """The form of a candidate, a civil title left out: `Mr Rogozin` is evidence for Rogozin."""
    form = form_of(text, name.span)
    titled = len(form) > 1 and name.label == "PERSON" and form[0].casefold() in lexis.CIVIL_TITLES
    return form[1:] if titled else form


def form_of(text: str, span: Span) -> Form:
    """The form of a span."""
    return _form(span.of(text))


@lru_cache(maxsize=1 << 16)
def _form(name: str) -> Form:
    words = name.split(" ")
    if all(map(str.isalnum, words)):
        return tuple(words)  # Nothing in them that could part a word or stand outside it.
    return tuple([word for word, _ in lexis.word_spans(name, 0, len(name))])


class FormIndex:
    """A set of forms, looked up by the words of a page."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = {form for form in forms if form}
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self._forms:
            lengths[form[0]].add(len(form))
        self._lengths = {
            first: sorted(found, reverse=True) if len(found) > 1 else tuple(found) for first, found in lengths.items()
        }

    def __contains__(self, form: Form) -> bool:
        """Whether a form is in the set."""
        return form in self._forms

    def may_stand_in(self, page: Page) -> bool:
        """Whether the first word of any form stands in a document."""
        return not self._lengths.keys().isdisjoint(page.places)

    def at(self, page: Page, at: int) -> Form | None:
        """The longest form that begins at a word, or none."""
        for length in self._lengths.get(page.texts[at], ()):
            form = page.texts[at : at + length]
            if form in self._forms and page.is_run(at, at + len(form) - 1):
                return form
        return None

    def occurrences(self, page: Page) -> Iterator[Occurrence]:
        """Every place where a form stands, the longest at each place, none inside another."""
        free = 0
        for at in sorted(at for text in page.places.keys() & self._lengths.keys() for at in page.places[text]):
            form = self.at(page, at) if at >= free else None
            if form is not None:
                free = at + len(form)
                yield Occurrence(at, free - 1, form)
