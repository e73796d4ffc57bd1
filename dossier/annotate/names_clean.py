"""Where a name begins and ends: spans of the language model cut down to the name itself.

Spans are half-open code points of the source's text. Articles, possessive endings, titles, roles,
nationalities and labels are left outside; no name runs over the end of a passage or of a list line.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from dossier import lexis
from dossier.lexis import Word
from dossier.model.annotation import Passage
from dossier.model.span import Span

MAX_NAME = 120
"""Code points; what is longer is a sentence that the model took for a name."""
MAX_WORDS = 12
_MOST_TITLED = 4
"""Words of a title, given names and a surname."""
_AROUND = 40
"""Code points on each side of a name that are looked at for title case."""
_FUNCTION = frozenset({
    "and", "the", "for", "with", "from", "that", "but", "nor", "into", "over", "under", "onto", "upon", "via",
    "per", "its",
})  # fmt: skip
"""Words that a headline may leave small."""
_WRAPPED_LINE = 50
"""A line shorter than this was ended on purpose; a longer one may be wrapped prose."""
_SCORE = re.compile(r"\d+(?:-\d+)+")
"""A result or a date, never the end of a name."""
_COMPANY_END = re.compile(r"\b(?:Co|Inc|Ltd|Corp|Plc|PLC)(\.\s)(?=[^\W\d_a-z])")
_COLON = re.compile(r":(?=\s)")
_AND = re.compile(r"[ \u00a0]and[ \u00a0]")
_OF_FIRM = re.compile(
    r"\b[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][^\W\d_]+( of )(?=[^\W\d_a-z][^\n]*(?: & | and |\b(?:LLP|Ltd|Inc)\b))"
)
"""Somebody of a firm: `Dominic Hale of Hale & Pruett`."""
_SLASH = re.compile(r"(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})")
TOWN_AND_LAND = re.compile(r"[^\W\d_a-z][^\W\d_]+(, )[^\W\d_a-z][^\W\d_]+")
"""`Skelby, Yorkshire`: two single words."""
_OF_PERSONS = lexis.CIVIL_TITLES | {"dr", "prof"}
"""Titles that open the name of nothing but a person, whatever noun follows: `Mrs Bank`."""
_ARTICLES = frozenset({"the", "a", "an"})
_QUOTES = "\"'“”‘’«»()[]*_`"


def clean(text: str, span: Span, label: str, passage: Passage) -> Iterator[Span]:
    """The names inside a span that the model calls `label`; none where nothing of a name is left."""
    for piece in _named(text, _pieces(text, span, label, passage)):
        words = list(lexis.words(text, piece.start, piece.end))
        words = _trim(text, words, label)
        if words and len(words) <= MAX_WORDS and words[-1].end - words[0].start <= MAX_NAME:
            yield Span(words[0].start, words[-1].end)


def is_title(word: str) -> bool:
    """Whether a word is a form of address or an abbreviated rank: `Mr`, `Dr`, `Capt`."""
    return word.rstrip(".").casefold() in lexis.folded_list("titles")


def is_role(word: str) -> bool:
    """Whether a capitalised word names a rank, or an office or occupation and is no given name: `Administrator`; the
    word for a relative that is a form of address too, `Sister`, is an office, whoever is christened so."""
    low = word.casefold()
    if low in lexis.word_list("ranks") or (lexis.title_gender(word) and low in lexis.word_list("kin_nouns")):
        return True
    return low in lexis.word_list("person_nouns") and word not in lexis.word_list("given_names")


def is_titled_person(text: str, span: Span) -> bool:
    """Whether a span is a title or an office and a person's name: `Dame Mary Holt`, `Colonel Ashdene`.

    Those words outrank what the language model calls it; no body, place or vessel is named by them.
    """
    words = [word.text for word in lexis.words(text, span.start, span.end)]
    if words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    while len(words) > 2 and is_role(words[0]) and (is_title(words[1]) or is_role(words[1])):
        words = words[1:]
    if not 2 <= len(words) <= _MOST_TITLED or not all(map(lexis.is_name_word, words)):
        return False
    if len(words) == 2 and words[0].istitle() and words[0].rstrip(".").casefold() in _OF_PERSONS:
        return not (lexis.is_elsewhere(words[1]) or lexis.is_acronym(words[1]) or is_role(words[1]))
    if len(words) == 2:
        known = lexis.is_elsewhere(words[1]) or lexis.is_common(words[1]) or lexis.is_acronym(words[1])
        titled = words[0].casefold() in lexis.word_list("ranks") or (words[0].istitle() and is_title(words[0]))
        return titled and not known and not _names_thing(words[1])
    given = words[1] in lexis.word_list("given_names") or lexis.is_initials(words[1])
    titled = is_title(words[0]) or is_role(words[0])
    return titled and given and not _names_thing(words[-1]) and not lexis.names_body(words[1:])


def _names_thing(word: str) -> bool:
    """Whether a word is a noun for organizations, places or vehicles and known for no surname."""
    nouns = ("organization_nouns", "organization_heads", "place_nouns", "building_nouns", "road_nouns", "vehicle_nouns")
    known = any(word.casefold() in lexis.word_list(name) for name in nouns)
    return known and word not in lexis.word_list("family_names")


def is_numbered_place(text: str, span: Span) -> bool:
    """Whether a span ends in a number and a noun for places or ways before it: `Rigby Pier 4`."""
    words = [word.text for word in lexis.words(text, span.start, span.end)]
    numbers = len(list(itertools.takewhile(str.isdigit, reversed(words))))
    noun = words[-numbers - 1].casefold() if 0 < numbers < len(words) else ""
    known = any(noun in lexis.word_list(name) for name in ("place_nouns", "building_nouns", "road_nouns"))
    return known and noun not in lexis.word_list("organization_nouns")


def _pieces(text: str, span: Span, label: str, passage: Passage) -> Iterator[Span]:
    """The span without syntax, label and what lies outside the passage, cut at line ends of lists and between two
    persons."""
    start, end = max(span.start, passage.span.start), min(span.end, passage.span.end)
    if passage.label is not None and start < passage.label.end:
        start = passage.label.end
    cuts = [mark for mark in passage.marks if start < mark.end and mark.start < end]
    cuts += [Span(at, at + 1) for at in _line_ends(text, start, end)]
    cuts += [Span(match.start(1), match.end(1)) for match in _COMPANY_END.finditer(text, start, end)]
    cuts += [Span(match.start(), match.end()) for match in _COLON.finditer(text, start, end)]
    cuts += [Span(match.start(), match.end()) for match in _AND.finditer(text, start, end) if label == "PERSON"]
    firms = (match for match in _OF_FIRM.finditer(text, start, end) if _is_whole_name(match[0]))
    cuts += [Span(*match.span(1)) for match in firms]
    pair = TOWN_AND_LAND.fullmatch(text, start, end)
    cuts += [Span(*pair.span(1))] if pair else []
    cuts += [Span(match.start(), match.end()) for match in _SLASH.finditer(text, start, end)]
    for cut in sorted(cuts):
        if cut.start > start:
            yield Span(start, cut.start)
        start = max(start, cut.end)
    if start < end:
        yield Span(start, end)


def _is_whole_name(words: str) -> bool:
    """Whether words begin with a given name and a family name, and name no body: `Victoria Park of …`."""
    given, family = words.split()[:2]
    nouns = lexis.word_list("organization_nouns") | lexis.word_list("place_nouns")
    known = given in lexis.word_list("given_names") and family in lexis.word_list("family_names")
    return known and family.casefold() not in nouns


def _named(text: str, pieces: Iterable[Span]) -> Iterator[Span]:
    """The pieces cut at quotation marks without a partner, of which a name never holds one: what a mark opens after a
    noun is the name (`Steamer "Halcyon`), and the noun is none."""
    for piece in pieces:
        words = list(lexis.words(text, piece.start, piece.end))
        marks = lexis.unpaired_marks(text, words[0].start, words[-1].end) if words else []
        start = piece.start
        for mark in marks:
            before = [word.text for word in words if start <= word.start < mark]
            if not (before and lexis.is_common(before[-1]) and text[mark - 1].isspace()):
                yield Span(start, mark)
            start = mark + 1
        yield Span(start, piece.end)


def _line_ends(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("\n", start, end)
    while at != -1:
        if at - (text.rfind("\n", 0, at) + 1) < _WRAPPED_LINE:
            yield at
        at = text.find("\n", at + 1, end)


def _trim(text: str, words: list[Word], label: str) -> list[Word]:
    while words and _is_outside(words, label, text):
        words = words[1:]
    if label == "PERSON" and len(words) == 2 and words[1].text.isdigit():
        return []
    while words and not _can_end(words[-1].text, label):
        words = words[:-1]
    if not all(lexis.is_latin(w.text) or any(c.isascii() and c.isalpha() for c in w.text) for w in words):
        return []
    if label != "PERSON" and any(w.text.casefold() in lexis.CIVIL_TITLES for w in words):
        return []
    if label == "PERSON":
        words = trim_person(text, words)
    return words


def _is_outside(words: list[Word], label: str, text: str) -> bool:
    """Whether the first word stands before the name and is no part of it."""
    first = words[0].text
    if first == "The" and len(words) > 1 and label in ("ORG", "WORK_OF_ART", "PERSON"):
        return lexis.starts_sentence(text, words[0].start) or label == "PERSON"
    if first.casefold() in _ARTICLES and len(words) > 1:
        return True
    if lexis.is_name_word(first):
        return False
    return first.casefold() not in lexis.PARTICLES or first.casefold() in {"the", "and", "of", "y", "e", "u"}


def _can_end(word: str, label: str) -> bool:
    if _SCORE.fullmatch(word):
        return False
    if lexis.is_name_word(word):
        return True
    if label == "PERSON":
        return False
    return any(c.isdigit() for c in word) or word in lexis.word_list("organization_nouns")


def trim_person(text: str, words: list[Word]) -> list[Word]:
    """Take titles, roles, nationalities and countries from the front, suffixes after a comma from the end."""
    for at, (left, right) in enumerate(itertools.pairwise(words), 1):
        gap = text[left.end : right.start]
        if "," in gap or ";" in gap or "(" in gap or ")" in gap:
            return trim_person(text, words[:at])
    while len(words) > 1 and _before_person(words):
        words = words[_before_person(words) :]
        if words[0].text == "of":
            return []
    if len(words) > 1 and _only_opens(text, words[0]):
        words = words[1:]
    while words and (any(c.isdigit() for c in words[-1].text) or _is_honour(words)):
        words = words[:-1]
    return _without_origin(words)


def _only_opens(text: str, word: Word) -> bool:
    """Whether a word that no list of names knows has its capital from the beginning of a sentence, as the document
    writes it without one: `Told Lyle of the telegram`."""
    if word.text in lexis.word_list("given_names") or word.text in lexis.word_list("family_names"):
        return False
    return word.text.istitle() and lexis.starts_sentence(text, word.start) and f" {word.text.lower()} " in text


def _is_honour(words: Sequence[Word]) -> bool:
    """Whether a full name ends in letters after it: `Peter Strachan QC`; `III` is a part of the name."""
    last = words[-1].text
    shouted = all(word.text.isupper() for word in words)
    return len(words) > 2 and not shouted and lexis.is_acronym(last) and len(last) < 5 and not set(last) <= set("IVX")


def _without_origin(words: list[Word]) -> list[Word]:
    """A full name without the place that somebody is of: `Javier Castrillon of Bolivia`."""
    at = next((at for at, word in enumerate(words) if word.text == "of"), 0)
    place = " ".join(word.text for word in words[at + 1 :])
    return words[:at] if at > 1 and place in lexis.word_list("places") else words


def _before_person(words: Sequence[Word]) -> int:
    """How many words at the front tell what the person is, not how they are called."""
    first, rest = words[0].text, words[1:]
    if is_title(first):
        civil = first.rstrip(".").casefold() in lexis.CIVIL_TITLES and len(rest) == 1
        return 0 if civil else 1
    for length in range(min(3, len(words) - 1), 0, -1):
        country = " ".join(w.text for w in words[:length])
        if len(words) - length >= 2 and country in lexis.word_list("places") and not _given(country):
            return length
    if is_role(first) or (len(rest) >= 2 and first in lexis.word_list("demonyms") and not _given(first)):
        return 1
    if lexis.is_acronym(first) and not lexis.is_initials(first) and len(rest) >= 2 and not rest[0].text.isupper():
        return 1
    return 0


def _given(word: str) -> bool:
    return word in lexis.word_list("given_names")


def in_title_case(text: str, span: Span, passage: Span) -> bool:
    """Whether the words around a name are capitalised as in a headline, where a capital tells nothing; so does the
    capital of a passage that is one word, a mere heading."""
    whole = span.of(text)
    if whole.isalpha() and text[passage.start : passage.end].strip("#*_ \n").rstrip(".:") == whole:
        return True
    start, end = max(passage.start, span.start - _AROUND), min(passage.end, span.end + _AROUND)
    around = [w.text for w in lexis.words(text, start, end) if not span.start <= w.start < span.end]
    content = [word for word in around if len(word) > 2 and word.isalpha() and word.casefold() not in _FUNCTION]
    if whole.isupper() and content and all(word.isupper() for word in content):
        return True
    return len(content) >= 3 and all(map(lexis.is_name_word, content))
