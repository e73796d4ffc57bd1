"""A document as words, and where known names stand in it.

Word indices count the words of one document; spans are half-open code points of its text.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dossier import lexis
from dossier.lexis import Word
from dossier.model.annotation import Annotated, CandidateName
from dossier.model.span import Span

Form = tuple[str, ...]
"""The words of a name as written, apostrophes and hyphens made plain."""
CIVIL_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx"})
SHIP_PREFIXES = frozenset({
    "RMS", "HMS", "USS", "USNS", "USCGC", "HMAS", "HMCS", "HMNZS", "SS", "MV", "MS", "MT", "SV", "RV", "FV",
    "RRS", "TSS", "PS",
})  # fmt: skip
_GAP = re.compile(r"(?:['’]s)?[ .\n\u00a0/\"“”'’,&-]{1,3}")


@dataclass(frozen=True, slots=True)
class Page:
    """One document of the case, taken apart into words."""

    document: Annotated
    words: tuple[Word, ...]
    passage_of: tuple[int, ...]
    """By word: the index of its passage."""
    candidates: tuple[tuple[Form, CandidateName], ...]
    starts: tuple[int, ...] = field(repr=False)
    nouns: frozenset[int] = field(repr=False)
    """Where words begin that the language model reads as nouns or names."""

    @property
    def id(self) -> str:
        """The source's id."""
        return self.document.source.id

    @property
    def text(self) -> str:
        """The source's text."""
        return self.document.source.text

    def gap(self, at: int) -> str:
        """What stands between a word and the next one."""
        return self.text[self.words[at].end : self.words[at + 1].start] if at + 1 < len(self.words) else ""

    def before(self, at: int, count: int = 1) -> str:
        """The text of the word `count` before, or nothing where the passage begins."""
        other = at - count
        return self.words[other].text if other >= 0 and self.passage_of[other] == self.passage_of[at] else ""

    def after(self, at: int, count: int = 1) -> str:
        """The text of the word `count` after, or nothing where the passage ends."""
        other = at + count
        near = other < len(self.words) and self.passage_of[other] == self.passage_of[at]
        return self.words[other].text if near else ""

    def is_noun(self, at: int) -> bool:
        """Whether a word is read as a noun or a name."""
        return at >= 0 and self.words[at].start in self.nouns

    def word_at(self, offset: int) -> int:
        """Index of the first word that begins at an offset or after it."""
        return bisect_left(self.starts, offset)


class Occurrence(NamedTuple):
    """A run of words that is a known form: `[first, last]` in word indices, both inside."""

    first: int
    last: int
    form: Form


def page(document: Annotated) -> Page:
    """Take a document apart; labels of infobox lines are left out, so that no name runs into them."""
    words: list[Word] = []
    passage_of: list[int] = []
    for index, passage in enumerate(document.annotations.passages):
        start = passage.label.end if passage.label is not None else passage.span.start
        if passage.label is not None:
            found = list(lexis.words(document.source.text, passage.label.start, passage.label.end))
            words += found
            passage_of += [index] * len(found)
        found = list(lexis.words(document.source.text, start, passage.span.end))
        words += found
        passage_of += [index] * len(found)
    candidates = tuple((_name_form(document.source.text, name), name) for name in document.annotations.names)
    return Page(document, tuple(words), tuple(passage_of), candidates, tuple(w.start for w in words), _nouns(document))


def _nouns(document: Annotated) -> frozenset[int]:
    tokens = (token for sentence in document.annotations.sentences for token in sentence.tokens)
    return frozenset(token.start for token in tokens if token.pos in ("NOUN", "PROPN"))


def _name_form(text: str, name: CandidateName) -> Form:
    """The form of a candidate, a civil title left out: `Mr Rogozin` is evidence for Rogozin."""
    form = form_of(text, name.span)
    titled = len(form) > 1 and name.label == "PERSON" and form[0].casefold() in CIVIL_TITLES
    return form[1:] if titled else form


def form_of(text: str, span: Span) -> Form:
    """The form of a span."""
    return tuple(word.text for word in lexis.words(text, span.start, span.end))


def index_forms(forms: Iterable[Form]) -> Mapping[str, Sequence[Form]]:
    """The forms by their first word, longest first."""
    found: dict[str, list[Form]] = defaultdict(list)
    for form in sorted(set(forms), key=lambda f: (-len(f), f)):
        if form:
            found[form[0]].append(form)
    return found


def occurrences(page: Page, forms: Mapping[str, Sequence[Form]]) -> Iterator[Occurrence]:
    """Every place where a known form stands, the longest at each place, none inside another."""
    at, words = 0, page.words
    while at < len(words):
        found = next((f for f in forms.get(words[at].text, ()) if _stands(page, at, f)), None)
        if found is None:
            at += 1
            continue
        yield Occurrence(at, at + len(found) - 1, found)
        at += len(found)


def _stands(page: Page, at: int, form: Form) -> bool:
    last = at + len(form) - 1
    if last >= len(page.words) or page.passage_of[last] != page.passage_of[at]:
        return False
    for offset, word in enumerate(form):
        if page.words[at + offset].text != word:
            return False
        if offset < len(form) - 1:
            gap = page.gap(at + offset)
            if not _GAP.fullmatch(gap):
                return False
    return True
