"""A passage as tokens: their offsets, their words in lower case, and a string of symbols, one a token."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.annotate.dates.lexicon import MARKS, MISSPELLINGS, OTHER, SYMBOLS, WORDS
from dossier.model.annotation import Passage, PassageKind

WRAPPED = 40
"""A line of at least so many code points is taken to go on in the next one: text wrapped by an editor."""

_HALF_DAY = r"(?:[ap]\.m\.|[ap]\.?m\b|[AP]\.M\.|[AP]M\b)"
_TIME = r"[0-9][0-9]?:[0-9]{2}(?::[0-9]{2})?"
_TOKEN = re.compile(
    rf"""
      (?P<word>[^\W\d_]+)
    | (?P<blank>[^\S\n]+ | \[(?=[^\W\d_]) | (?<=[^\W\d_])\])
    | (?P<ISO>(?<![\w.-])[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[T ]{_TIME}(?:\.[0-9]+)?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?)?
          (?![\w-]))
    | (?P<SLASHED>(?<![\w./-])(?:[0-9][0-9]?(?P<mark>[/.-])[0-9][0-9]?(?P=mark)(?:[0-9]{{4}}|[0-9]{{2}})
          |[0-9][0-9]?(?P<roman>[/.-])(?:i{{1,3}}|iv|vi{{0,3}}|ix|xi{{0,2}}|I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}})(?P=roman)
           (?:[0-9]{{4}}|[0-9]{{2}})
          |[0-9]{{4}}(?P<sign>[/.])[0-9][0-9]?(?P=sign)[0-9][0-9]?)(?![\w/-]|\.[0-9]))
    | (?P<CLOCK>(?<![\w.:-])(?:[0-9][0-9]?(?:[:.][0-9]{{2}}){{0,2}}\s?{_HALF_DAY}|{_TIME}(?![0-9:%])
          |[0-9]{{4}}(?=\s(?:UTC|GMT|Z|hours|hrs)\b)))
    | (?P<ORDNUM>(?<![\w.-])[0-9][0-9]?(?:st|nd|rd|th|ST|ND|RD|TH|(?<=[23])d)\b)
    | (?P<DECADE>(?<![\w.,$€£¥])(?:[0-9]{{3}}0['’]?s|['’‘][0-9]0['’]?s|[0-9]0s)\b)
    | (?P<SHORTYEAR>(?<!\w)['’‘][0-9][0-9](?![\w'’]))
    | (?P<number>(?<![\w.$€£¥#№])(?<![0-9],)[0-9]+(?![\w%°]|[.,:][0-9]))
    | (?P<glued>(?<=[^\W\d_])[0-9][0-9]?(?=\s[^\W\d_]))
    | (?P<other>\d\w*|\n|.)
    """,
    re.VERBOSE,
)
"""`glued` is the number in `Launch date6 June`: digits that follow letters without a space."""
_DOTTED = re.compile(rf"(?P<CLOCK>[0-9][0-9]?\.[0-9]{{2}}(?:\s?{_HALF_DAY})?)")
_ORDINAL_TAIL = re.compile(r"[-\s](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
_ERA = re.compile(r"A\.D\.|B\.C\.E\.|B\.C\.|C\.E\.")
_QUARTER = re.compile(r"Q[1-4]\b")
_OLD_DEICTIC = re.compile(r"to-(?:day|night|morrow)\b", re.IGNORECASE)
_FISCAL = re.compile(r"FY\s?['’]?([0-9]{4}|[0-9]{2})\b")

_CAPITALIZED = frozenset(("may", "march"))
_UPPER = frozenset(("ad", "bc", "ce", "bce", *(w for w, s in WORDS.items() if s == SYMBOLS["ZONE"])))
_ABBREVIATED = frozenset((SYMBOLS["MONTHABBR"], SYMBOLS["WEEKDAYABBR"]))
_SPECIAL = frozenset((*_CAPITALIZED, *_UPPER, "twenty", "thirty", "a", "b", "c", "ca", "q", "fy", "to"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage read for dates. All sequences run in step; offsets are code points of the source's text."""

    passage: int
    kind: PassageKind
    symbols: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    """In lower case; misspelt month and weekday names set right."""
    text: str
    """The whole text of the source."""

    def word(self, index: int) -> str:
        """The word at a place; empty beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()


def read_passage(text: str, passage: Passage, number: int, hours: frozenset[int] = frozenset()) -> Reading:
    """The tokens of one passage, the label of an infobox line and syntax marks left out. `hours`: where times of day
    begin that are written like other figures (`19.12`)."""
    start = passage.label.end if passage.label else passage.span.start
    symbols, starts, ends, words = [], [], [], []
    hidden = [mark for mark in passage.marks if len(mark)]
    for first, last, word, symbol in _tokens(text, start, passage.span.end, hours):
        if hidden and any(mark.start <= first < mark.end for mark in hidden):
            continue
        symbols.append(symbol)
        starts.append(first)
        ends.append(last)
        words.append(word)
    return Reading(number, passage.kind, "".join(symbols), starts, ends, words, text)


def _tokens(text: str, start: int, end: int, hours: frozenset[int]) -> Iterator[tuple[int, int, str, str]]:
    position = start
    while position < end:
        found = (_DOTTED if position in hours else _TOKEN).match(text, position, end)
        if found is None:  # cannot happen: `other` takes any character
            return
        position = found.end()
        name = found.lastgroup
        if name == "blank":
            continue
        first, word = found.start(), found.group().lower()
        if name == "word":
            symbol = WORDS.get(word, OTHER)
            if word in _SPECIAL or symbol in _ABBREVIATED:
                position, word, symbol = _special(text, first, position, word, symbol)
            elif symbol == OTHER and word in MISSPELLINGS and text[first].isupper():
                word = MISSPELLINGS[word]
                symbol = WORDS[word]
        elif name in ("number", "glued"):
            symbol = _number(word)
        elif name == "other":
            symbol = MARKS.get(word, OTHER)
            if word == "\n":
                if first - text.rfind("\n", start, first) > WRAPPED and first - start > WRAPPED:
                    continue
                symbol = SYMBOLS["BREAK"]
        else:
            symbol = SYMBOLS[name or ""]
        yield first, position, word, symbol


def _special(text: str, first: int, last: int, word: str, symbol: str) -> tuple[int, str, str]:
    """End, word and symbol of a word whose class hangs on its capitals or on what follows it."""
    dotted = text[last : last + 1] == "."
    if symbol in _ABBREVIATED:
        return last + dotted, word, symbol if text[first].isupper() else OTHER
    if (joined := _joined(text, first, last, word)) is not None:
        return joined
    if word in ("c", "ca"):
        return last + dotted, word, symbol if dotted and text[first].islower() else OTHER
    if word in _CAPITALIZED or word in _UPPER:
        capital = text[first:last].isupper() if word in _UPPER else text[first].isupper()
        return last, word, symbol if capital else OTHER
    return last, word, symbol


def _joined(text: str, first: int, last: int, word: str) -> tuple[int, str, str] | None:
    """A token of several pieces: `twenty-first`, `A.D.`, `Q3`."""
    if word in ("twenty", "thirty") and (tail := _ORDINAL_TAIL.match(text, last)):
        return tail.end(), f"{word}-{tail.group(1).lower()}", SYMBOLS["ORD"]
    if word in ("a", "b", "c") and (era := _ERA.match(text, first)):
        return era.end(), era.group().replace(".", "").lower(), SYMBOLS["ERA"]
    if word == "to" and (old := _OLD_DEICTIC.match(text, first)):
        return old.end(), old.group().replace("-", "").lower(), SYMBOLS["DEICTIC"]
    if word == "q" and (quarter := _QUARTER.match(text, first)):
        return quarter.end(), quarter.group().lower(), SYMBOLS["QUARTERNUM"]
    if word == "fy" and (fiscal := _FISCAL.match(text, first)):
        return fiscal.end(), fiscal.group(1), SYMBOLS["FISCAL"]
    return None


def _number(digits: str) -> str:
    value = int(digits) if len(digits) <= 4 else 0
    if len(digits) <= 2:
        return SYMBOLS["NUM"] if 1 <= value <= 31 else SYMBOLS["TWO"]
    if len(digits) == 3 and value >= 100:
        return SYMBOLS["THREE"]
    if len(digits) == 8 and digits[:2] in ("19", "20") and "0101" <= digits[4:] <= "1231":
        return SYMBOLS["STAMP"]
    return SYMBOLS["YEAR"] if len(digits) == 4 and value >= 1000 else OTHER
