"""Persons told by the words around them or by their own writing: titles, offices, initials, nicknames, capitals.

Every function yields candidates; spans are half-open code points of the source's text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier import lexis
from dossier.annotate.names_clean import MAX_NAME, in_title_case, is_role, is_title, trim_person
from dossier.annotate.names_patterns import is_ship
from dossier.annotate.names_run import is_office, joined, name_run
from dossier.lexis import Word
from dossier.model.annotation import CandidateName, Passage
from dossier.model.span import Span

_CAPITALS_FIRST = re.compile(
    r"\b[^\W\d_a-z][^\W\d_a-z'’-]{2,30},[ \u00a0]([A-Z][\w'’-]{1,30})\b(?:[ \u00a0][A-Z]\.)?(?![ \u00a0]\d)"
)
_NEXT_SURNAME = re.compile(r"[ \u00a0][^\W\d_a-z][^\W\d_a-z'’-]{2,30}\b")
_DATELINE = re.compile(r",?[ \u00a0](?:[A-Z][a-z]{2,8}\.?[ \u00a0]\d|\d{1,2}[ \u00a0][A-Z]|\(|[-–—])")
"""What follows the place of a dateline: the day, the agency, a dash."""
_NICKNAME = re.compile(
    r"(?<![\w.-])([^\W\d_a-z][\w-]{1,30})[ \u00a0]"
    r"[\"“‘'](?:(?:el|la|the)[ \u00a0])?[^\W\d_a-z][\w'’.-]*(?:[ \u00a0][^\W\d_a-z][\w'’.-]*)?[\"”’'][ \u00a0]"
    r"([^\W\d_a-z][\w-]{1,30})"
)


def in_passage(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """Persons that the words around them or their own writing tell, anywhere in a passage."""
    yield from _titled(text, index, passage, words)
    yield from _introduced(text, index, passage, words)
    yield from _initialled(text, index, words)
    yield from _listed(text, index, passage, words)
    yield from _nicknamed(text, index, passage)
    yield from _inverted(text, index, passage)
    yield from _side_by_side(index, passage, words)
    yield from _related(text, index, words)


def _titled(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`Mr Reid`, `Dr. Jane Roe`, `Captain van Ostwick`: the name after a title or a capitalised office."""
    for at, (left, right) in enumerate(pairwise(words)):
        if not left.text[:1].isupper() or not (lexis.is_name_word(right.text) or right.text in lexis.INNER_PARTICLES):
            continue
        titled = is_title(left.text)
        if not (titled or is_role(left.text)) or not joined(text, left, right) or is_title(right.text):
            continue
        if not titled and ("." in text[left.end : right.start] or is_role(right.text)):
            continue
        run = trim_person(text, name_run(text, words[at + 1 :]))
        if not run or (lexis.is_acronym(run[0].text) and not titled) or is_office(run):
            continue
        civil = left.text.rstrip(".").casefold() in lexis.CIVIL_TITLES and run == [right]
        start = left.start if civil else run[0].start
        if not titled and in_title_case(text, Span(left.start, right.end), passage.span):
            continue
        origin = "title" if titled else "office"
        yield CandidateName(Span(start, run[-1].end), index, "PERSON", origin)


def _introduced(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`the banker Tunde Cole`, `the Spaniard Alex Corretja`: a full name right after a noun for persons or a people."""
    for at, (left, right) in enumerate(pairwise(words)):
        gap = text[left.end : right.start]
        if not lexis.is_name_word(right.text) or gap not in (" ", ": "):
            continue
        people = left.text in lexis.word_list("demonyms") and right.text in lexis.word_list("given_names")
        noun = left.text.casefold() if gap == ": " else left.text
        run = name_run(text, words[at + 1 :]) if people or noun in lexis.word_list("person_nouns") else []
        given = [word.text in lexis.word_list("given_names") for word in run]
        if len(run) > 2 and given[1] and not given[0]:
            run = run[1:]
        run = trim_person(text, run) if gap == ": " else run
        if len(run) < 2 or not _is_full_name(run):
            continue
        span = Span(run[0].start, run[-1].end)
        if gap == ": " or not in_title_case(text, span, passage.span):
            yield CandidateName(span, index, "PERSON", "role")


def _is_full_name(run: Sequence[Word]) -> bool:
    """Whether a run of words may be a given name and a surname, by its words alone."""
    first, last = run[0].text, run[-1].text
    if is_title(first) or is_role(first) or lexis.is_camel(first) or lexis.is_acronym(first) or is_office(run):
        return False
    things = last.endswith("s") and lexis.is_common(last) and last not in lexis.word_list("family_names")
    if things or lexis.names_body([word.text for word in run]):
        return False
    elsewhere = any(lexis.is_elsewhere(word) for word in (first, last))
    return first in lexis.word_list("given_names") or not elsewhere


def _listed(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """A known given name and right after it a known family name, or one with a small word: `Hugo de Wries`.

    Not in headlines, and not where either is a place or a word of the language.
    """
    given, family = lexis.word_list("given_names"), lexis.word_list("family_names")
    for at, (left, right) in enumerate(pairwise(words)):
        if left.text not in given or not joined(text, left, right) or not _is_plain(left.text):
            continue
        run = name_run(text, words[at : at + 4])
        inner = right.text in lexis.PARTICLES and len(run) > 2
        if not inner and not (len(run) == 2 and run[-1].text in family and _is_plain(run[-1].text)):
            continue
        span = Span(run[0].start, run[-1].end)
        if not _is_framed(text, words, at, len(run)) and not in_title_case(text, span, passage.span):
            yield CandidateName(span, index, "PERSON", "listed")


def _is_framed(text: str, words: Sequence[Word], at: int, length: int) -> bool:
    """Whether another word of a name stands right before or after `length` words."""
    pairs = [(at - 1, at)] if at else []
    pairs += [(at + length - 1, at + length)] if at + length < len(words) else []
    others = [words[left if right == at else right] for left, right in pairs if joined(text, words[left], words[right])]
    return any(lexis.is_name_word(word.text) for word in others)


def _is_plain(word: str) -> bool:
    """Whether a known name is known for nothing else."""
    other = lexis.is_elsewhere(word) or lexis.is_common(word)
    return not other and lexis.is_name_word(word) and word.casefold() not in lexis.PARTICLES


def _initialled(text: str, index: int, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`P. A. de Silva`: initials and a surname; not `U.S. Steel`, and not the middle of `John F. Kennedy`."""
    for at, (left, right) in enumerate(pairwise(words)):
        if "." not in left.text or left.text in lexis.word_list("places") or not lexis.is_initials(left.text):
            continue
        before = words[at - 1] if at and joined(text, words[at - 1], left) else None
        inside = before is not None and lexis.is_name_word(before.text) and not is_title(before.text)
        run = name_run(text, words[at:]) if joined(text, left, right) and not inside else []
        if run and is_ship(text, left.start, run[-1].text):
            continue
        if len(run) < 2 or len(run[-1].text) < 3 or run[-1].text in lexis.word_list("demonyms"):
            continue
        if run[-1].text in lexis.word_list("family_names") or not lexis.is_common(run[-1].text):
            yield CandidateName(Span(run[0].start, run[-1].end), index, "PERSON", "initials")


def _nicknamed(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """`Hector "El Mono" Tascon`: a given name, a nickname in quotation marks, a surname."""
    for match in _NICKNAME.finditer(text, passage.span.start, passage.span.end):
        if match.group(1) in lexis.word_list("given_names") or match.group(2) in lexis.word_list("family_names"):
            yield CandidateName(Span(*match.span()), index, "PERSON", "nickname")


def _inverted(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """`BRANDAUER, Karl-Heinz`: a surname in capitals, a comma, and a known given name; not where the surname ends a
    name and the next one begins (`Hugo BRANDAUER, Anna KLEIN`), nor in a dateline (`GEELONG, Victoria, June 18`)."""
    for match in _CAPITALS_FIRST.finditer(text, passage.span.start, passage.span.end):
        given = match.group(1)
        known = any(part in lexis.word_list("given_names") for part in (given, *given.split("-")))
        if given.isupper() or not known or _NEXT_SURNAME.match(text, match.end(), passage.span.end):
            continue
        before = list(lexis.words(text, max(passage.span.start, match.start() - MAX_NAME), match.start()))
        last = before[-1].text if before and text[before[-1].end : match.start()] in (" ", "\u00a0") else ""
        if last in lexis.word_list("given_names") or lexis.is_initials(last):
            continue
        dated = _DATELINE.match(text, match.end(), passage.span.end) or (last.isupper() and last.isalpha())
        if not (dated and given in lexis.word_list("places")):
            yield CandidateName(Span(*match.span()), index, "PERSON", "inverted")


def _side_by_side(index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """A line that is two full names and no more, one of them with a known given name: `Anna Roe and Piers Thorne`."""
    joint = next((at for at, word in enumerate(words[:5]) if word.text == "and"), 0)
    runs = (words[:joint], words[joint + 1 :])
    plain = all(2 <= len(run) <= 3 and all(lexis.is_name_word(word.text) for word in run) for run in runs)
    if not plain or passage.span.end - passage.span.start > words[-1].end - words[0].start + 1:
        return
    given = any(run[0].text in lexis.word_list("given_names") for run in runs)
    if given and all(map(_is_full_name, runs)):
        yield from (CandidateName(Span(run[0].start, run[-1].end), index, "PERSON", "role") for run in runs)


def _related(text: str, index: int, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`my aunt Rosalind`: a known given name alone behind a word for a relative."""
    for at, (left, right) in enumerate(pairwise(words)):
        if left.text not in lexis.word_list("kin_nouns") or right.text not in lexis.word_list("given_names"):
            continue
        following = words[at + 2] if at + 2 < len(words) else None
        alone = following is None or not (joined(text, right, following) and lexis.is_name_word(following.text))
        if alone and _is_plain(right.text) and text[left.end : right.start] in (" ", "\u00a0"):
            yield CandidateName(Span(right.start, right.end), index, "PERSON", "role")
