"""Personal names made whole: the model's span may leave out a given name before it or a surname after it.

Spans are half-open code points of the source's text.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier import lexis
from dossier.annotate.names_clean import in_title_case, is_title
from dossier.lexis import Word
from dossier.model.annotation import CandidateName, Passage
from dossier.model.span import Span

_LONGEST = 5
"""Words of a personal name."""
_REACH = 80
"""Code points on each side of a span that are looked at."""


def whole_names(text: str, passages: Sequence[Passage], entities: Sequence[CandidateName]) -> Iterator[CandidateName]:
    """The persons among `entities`, cleaned spans of the model, that go on beyond their span, at full length.

    A span of another kind counts as a person's where it is a known given name alone.
    """
    taken = [entity.span for entity in entities if entity.label != "PERSON"]
    for entity in dict.fromkeys(entities):
        words = entity.span.of(text)
        if _is_office(words) or (entity.label != "PERSON" and words not in lexis.word_list("given_names")):
            continue
        passage = passages[entity.passage].span
        if words.isupper() and len(words.split()) > 1:
            span = _shouted(text, passage, entity.span)
        elif in_title_case(text, entity.span, passage):
            continue
        else:
            span = _whole(text, passage, entity.span, taken)
        if span != entity.span:
            yield CandidateName(span, entity.passage, "PERSON", "whole")


def _whole(text: str, passage: Span, span: Span, taken: Sequence[Span]) -> Span:
    words = list(lexis.words(text, max(passage.start, span.start - _REACH), min(passage.end, span.end + _REACH)))
    starts = [word.start for word in words]
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end) - 1
    if first > last or starts[first] != span.start:
        return span
    while first and last - first < _LONGEST and _goes_before(text, words[first - 1], words[first], taken):
        first -= 1
    last += _length_after(text, words[last : first + _LONGEST], taken)
    return Span(starts[first], words[last].end)


def _shouted(text: str, passage: Span, span: Span) -> Span:
    """A full name in capitals with the known given names right before it: `(ANNA MARY ROE, sworn)`."""
    start = span.start
    for word in reversed(list(lexis.words(text, max(passage.start, start - _REACH), start))):
        given = word.text.isupper() and word.text.title() in lexis.word_list("given_names")
        if not given or lexis.is_common(word.text) or text[word.end : start] not in (" ", "\u00a0"):
            break
        start = word.start
    return Span(start, span.end)


def _goes_before(text: str, word: Word, name: Word, taken: Sequence[Span]) -> bool:
    """Whether the word before a person's name is a given name of that person."""
    if not _beside(text, word, name) or not lexis.is_name_word(word.text) or _is_office(word.text):
        return False
    if lexis.is_initials(word.text):
        return word.text.count(".") == 1
    known = word.text in lexis.word_list("given_names") and word.text not in lexis.word_list("places")
    if known and not lexis.is_common(word.text):
        return True
    if name.text in lexis.word_list("given_names") or lexis.starts_sentence(text, word.start) or _is_taken(word, taken):
        return False
    return _can_be_personal(word.text) and not lexis.is_common(word.text)


def _length_after(text: str, words: Sequence[Word], taken: Sequence[Span]) -> int:
    """How many words after the first one still belong to the person's name.

    Only what is known for a surname, or is written as one, is taken in: `Warhol Polaroids` are no person.
    """
    length = 0
    if not words or lexis.is_common(words[0].text) or words[0].text in lexis.word_list("places"):
        return 0
    given = words[0].text in lexis.word_list("given_names")
    for at, (left, right) in enumerate(pairwise(words), 1):
        if not _beside(text, left, right) or _is_taken(right, taken):
            break
        if right.text in lexis.INNER_PARTICLES:
            continue
        known = right.text in lexis.word_list("family_names") and not lexis.is_common(right.text)
        if not lexis.is_name_word(right.text) or not _can_be_personal(right.text):
            break
        if not (given or known or left.text in lexis.INNER_PARTICLES or not right.text.isalpha()):
            break
        length = at
    return length


def _beside(text: str, left: Word, right: Word) -> bool:
    return text[left.end : right.start] in (" ", "\u00a0")


def _is_office(word: str) -> bool:
    """Whether a word names an office or occupation, be it a given name too: `General`, `Judge`."""
    return is_title(word) or word.casefold() in lexis.word_list("person_nouns")


def _is_taken(word: Word, taken: Sequence[Span]) -> bool:
    """Whether the model sees something else than a person in a word."""
    return any(span.start <= word.start < span.end for span in taken)


def _can_be_personal(word: str) -> bool:
    """Whether a word in capitals can be a part of a personal name that no list knows."""
    if len(word) == 1 or any(map(str.isdigit, word)) or not lexis.is_latin(word):
        return False
    if word.casefold() in lexis.word_list("function_words") and word not in lexis.word_list("given_names"):
        return False
    if lexis.is_acronym(word) or lexis.is_camel(word) or lexis.is_period(word):
        return False
    if word in lexis.word_list("family_names") or word in lexis.word_list("given_names"):
        return True
    known = word in lexis.word_list("places") or word in lexis.word_list("demonyms") or lexis.is_legal_form(word)
    return not known and not lexis.is_common(word)
