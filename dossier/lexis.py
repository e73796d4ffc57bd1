"""Words of a text and words of a list: what both halves of the work on names look at.

Standard library only; offsets are code points of the text that is passed in.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dossier import resources

_WORD = re.compile(
    r"[^\W\d_](?:\.(?:[ \u00a0]?[^\W\d_]\.)*(?!\w)|(?<=[A-Z])/[A-Z](?!\w))"  # J.  U.S.  J. R. R.  A/S
    r"|\d{1,3}(?=[-‐‑][^\W\d_a-z][a-z])"  # 7-Baker, a number in a list of players
    r"|[^\W_]++(?:['’\-‐‑][^\W_]++)*+"  # Saint-Jacques  O'Reilly  MS-09
)
_JOINED_ARTICLE = re.compile(r"(?:a[bdlnrstz]|ash|e[dlrs]|ul|bin|ibn|ben|d|l|dell|dall|degl)['’\-‐‑][^\W\d_a-z]")
"""Articles of Arabic, French and Italian that are written as one word with the name after them."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ \u00a0]?)+$")
_MODIFIER = re.compile(
    r"[-‐‑](?:[a-z]+ed|led|made|born|run|built|held|era|style|like|wide|class|speaking|leaning|sized|wing|bound)$"
)
_POSSESSIVE = re.compile(r"['’][sS]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n“\"'‘«(\[*>]|[-–—] )\s*$")
_TITLES = {
    "m": frozenset({
        "mr", "mister", "sir", "lord", "herr", "monsieur", "señor", "senor", "signor", "king", "prince", "duke",
        "baron", "father",
    }),
    "f": frozenset({
        "mrs", "ms", "miss", "lady", "dame", "madam", "madame", "frau", "señora", "senora", "signora", "queen",
        "princess", "duchess", "sister",
    }),
}  # fmt: skip
"""Forms of address for men and for women only."""
_JOINERS = str.maketrans({"’": "'", "‐": "-", "‑": "-", "\u00a0": " "})
SURNAME_PREFIXES = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Lo", "Van", "Von", "Fitz", "St", "Al", "El")
PARTICLES = frozenset({
    "abu", "af", "al", "ap", "arap", "av", "ben", "bin", "bint", "binti", "da", "dal", "das", "de", "del", "della",
    "den", "der", "di", "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "lo", "los", "of", "op", "ten", "ter",
    "the", "und", "van", "vom", "von", "y", "zu", "zum", "zur",
})  # fmt: skip
"""Small words inside personal names and names of organizations, in the languages of Europe, in Arabic and Kalenjin."""
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
"""The English numbers below twenty, in order."""
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
INNER_PARTICLES = PARTICLES - {"e", "of", "the", "und", "y"}
"""Those that a surname may begin with and that join no two names."""
CIVIL_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx"})
"""Forms of address that stay in a mention which is title and surname alone: `Mr Reid`."""
_LONGEST_FORM = 12
"""Code points of a legal form with its stops."""
_SHORT_FORM = 3
"""Letters of a legal form that may be a word or a name as well: `Spa`, `Sal`."""
_SKIPPED = frozenset({"and", "for", "in", "on", "at", "to"})
"""Small words, beside particles, that an acronym may pass over."""

_QUOTATION_MARKS = re.compile(r"[\"“”«»„]")
_BEFORE_MARKS = "([{–—-/"
"""What stands, beside blanks, before a mark that opens a quotation."""
_BELONGING = frozenset({"of", "for"})
"""Behind these stands what a thing belongs to or serves."""


class Word(NamedTuple):
    """A word with its place; a possessive ending is outside."""

    text: str
    start: int
    end: int


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of `data/words/NAME.txt`, one a line; lines that start with `#` tell the origin.

    `given_names` is the three lists of given names together.
    """
    if name == "given_names":
        return frozenset().union(*(word_list(f"given_names_{part}") for part in ("male", "female", "any")))
    lines = (resources.words() / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def folded_list(name: str) -> frozenset[str]:
    """The same entries in folded case, for words in capitals."""
    return frozenset(entry.casefold() for entry in word_list(name))


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text[start:end]` in order, apostrophes and hyphens made plain.

    What makes a name an adjective (`-led`, `-based`) is outside the word, as a possessive ending is.
    """
    for word, (first, last) in word_spans(text, start, len(text) if end is None else end):
        yield Word(word, first, last)


def word_spans(text: str, start: int, end: int) -> list[tuple[str, tuple[int, int]]]:
    """The same as plain pairs, for whole documents."""
    found = [(match[0], match.span()) for match in _WORD.finditer(text, start, end)]
    for at in [at for at, (word, _) in enumerate(found) if not word.isalnum()]:
        word, (first, _) = found[at]
        bare = _bare(word)
        found[at] = (bare.translate(_JOINERS), (first, first + len(bare)))
    return found


def _bare(word: str) -> str:
    for ending in (_POSSESSIVE, _MODIFIER):
        found = ending.search(word)
        if found and found.start() > 1:
            word = word[: found.start()]
    return word


def unpaired_marks(text: str, start: int, end: int) -> list[int]:
    """Where the double quotation marks of `text[start:end]` stand that have no partner there; offsets in `text`.

    A mark opens what stands behind it where a blank stands before it, in whatever style it is written."""
    opened: list[int] = []
    alone: list[int] = []
    for found in _QUOTATION_MARKS.finditer(text, start, end):
        at = found.start()
        if at == 0 or text[at - 1].isspace() or text[at - 1] in _BEFORE_MARKS:
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            alone.append(at)
    return sorted([*alone, *opened])


def is_name_word(word: str) -> bool:
    """Whether a word is written as a part of a name: a capital or a caseless letter first, or after an article that
    it is joined to (`al-Hakim`, `d'Aubigny`)."""
    first = word[:1]
    if first.islower():
        return not word.isalpha() and bool(_JOINED_ARTICLE.match(word))
    return first.isalpha()


def starts_sentence(text: str, at: int) -> bool:
    """Whether what begins at an offset has its capital from the beginning of a sentence or line."""
    return bool(_SENTENCE_START.search(text, max(0, at - 4), at)) or at == 0


@lru_cache(maxsize=1 << 16)
def is_common(word: str) -> bool:
    """Whether a word is one of the language's own, in its plain form or with a common ending: `Shares`, `Drilled`."""
    low = word.casefold()
    stems = (low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("d"), low.removesuffix("ed"))
    return any(stem in word_list("common_words") for stem in (*stems, low.removesuffix("ing")))


def is_elsewhere(word: str) -> bool:
    """Whether a word is a known place or people."""
    return word in word_list("places") or word in word_list("demonyms")


def is_period(word: str) -> bool:
    """Whether a word names a day, month, feast or age: `Tuesday`, `Sept`, `Easter`."""
    return word.rstrip(".").capitalize() in word_list("periods")


@lru_cache(maxsize=1 << 12)
def is_legal_form(word: str) -> bool:
    """Whether the last word of a company's name is its legal form, however it is written: `N.V.`, `Sàrl`, `A/S`."""
    if len(word) > _LONGEST_FORM:
        return False
    plain = word
    if not (word.isascii() and word.isalpha()):
        plain = "".join(c for c in unicodedata.normalize("NFKD", word) if c.isalpha())
    if plain.casefold() not in word_list("legal_forms"):
        return False
    known = is_common(word) or plain.casefold() in word_list("place_nouns")
    known = known or word in word_list("given_names") or word in word_list("family_names")
    return len(plain) > _SHORT_FORM or not word.istitle() or not known


def names_body(name: Sequence[str]) -> bool:
    """Whether a word of a name says that it names an organization: a noun for one or a company's legal form."""
    nouns = word_list("organization_nouns")
    low = [word.casefold().rstrip(".") for word in name]
    return any(word in nouns or word.removesuffix("s") in nouns or is_legal_form(word) for word in low)


def ends_in_head(name: Sequence[str]) -> bool:
    """Whether the last word of a name says what it is, and not what it is of or for: that of `Skelby Courier`, not that
    of `Society of Friends`."""
    return len(name) > 1 and _BELONGING.isdisjoint(name[:-1])


def is_latin(word: str) -> bool:
    """Whether the first letter of a word is Latin; true where it has none."""
    if word.isascii():
        return True
    first = next((c for c in word if c.isalpha()), "a")
    return first.isascii() or "LATIN" in unicodedata.name(first, "")


def is_initials(word: str) -> bool:
    """Whether a word is one or more initials: `V.`, `J.R.R.`, or a single capital."""
    return bool(_INITIALS.match(word)) or (len(word) == 1 and word.isupper())


@lru_cache(maxsize=1 << 12)
def title_gender(word: str) -> str:
    """`m` or `f` where a form of address is for men or women only, else nothing."""
    low = word.rstrip(".").casefold()
    return next((gender for gender, titles in _TITLES.items() if low in titles), "")


def name_gender(word: str) -> str:
    """`m` or `f` where a given name is known of men or of women only, else nothing."""
    if word in word_list("given_names_male"):
        return "m"
    return "f" if word in word_list("given_names_female") else ""


def is_acronym(word: str) -> bool:
    """Whether a word is all capitals, with or without stops, and not an initial."""
    return word.isupper() and sum(map(str.isalpha, word)) > 1 and all(c.isupper() for c in word if c.isalpha())


def initials_fit(acronym: str, full: Sequence[str]) -> bool:
    """Whether the letters of an acronym are the initials of some words, small words counted or not."""
    letters = "".join(c.casefold() for c in acronym if c.isalpha())
    return len(letters) > 1 and letters in initials(full)


def initials(words_of: Sequence[str]) -> frozenset[str]:
    """The initials of some words, folded: of all, and of all but the small ones."""
    content = [word for word in words_of if word.casefold() not in PARTICLES | _SKIPPED]
    return frozenset("".join(word[0].casefold() for word in chosen) for chosen in (content, words_of))


def is_camel(word: str) -> bool:
    """Whether a word has a capital inside that no surname prefix explains: `SpaceX`, but not `McClain`."""
    if word[1:].islower():
        return False
    return any(_inner_capital(part) for part in re.split("[-']", word))


def _inner_capital(part: str) -> bool:
    for prefix in SURNAME_PREFIXES:
        if part.startswith(prefix) and len(part) > len(prefix) + 1:
            part = part[len(prefix) :]
            break
    return not part.isupper() and any(c.isupper() for c in part[1:])
