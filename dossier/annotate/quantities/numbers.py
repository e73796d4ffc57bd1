"""Numbers in figures and in words, with the words that bound or soften them.

All offsets are code points of the text that is passed in. Times of day, scores, versions and identifiers are no
numbers here: a figure that touches a letter, a hyphened word, a slash or a colon is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier import lexis
from dossier.annotate.quantities.units import CURRENCIES

_SMALL_NUMBERS = {word: value for value, word in enumerate(lexis.ONES)} | {
    word: 10 * value for value, word in enumerate(lexis.TENS, 2)
}
_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12,
}  # fmt: skip
_VAGUE = {
    "several": 2, "multiple": 2, "numerous": 2, "dozens": 24,
    "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6, "tens of thousands": 20_000,
    "hundreds of thousands": 200_000, "several hundred": 200, "several thousand": 2_000, "several million": 2 * 10**6,
}  # fmt: skip
"""Words for more than one, with the least they stand for."""
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

_BLANK = r"[ \t\u00a0\u202f\u2009]{1,8}+"
"""Bounded and never given back: a line of thousands of spaces is read in linear time."""
_LINE = rf"(?:{_BLANK}|\n)"
_FIGURE = r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+|\d+)(?:\.\d+)?[½¼¾]?|[½¼¾]"
_SMALL = "|".join(sorted(_SMALL_NUMBERS, key=len, reverse=True))
_MORE = rf"(?:-|{_LINE})(?:and{_LINE})?(?:{_SMALL}|hundred|thousand)"
_WORDS = (
    rf"(?:(?:half{_BLANK})?an?{_LINE}(?:dozen|hundred|thousand|million|billion)|(?:{_SMALL}))"
    rf"(?:{_MORE})*(?:{_LINE}and{_LINE}a{_LINE}half)?\b"
)
_NUMBER = rf"(?:{_FIGURE}|{_WORDS})(?:{_LINE}(?:hundred|thousand|million|billion|trillion|dozen|mln|bln)\b)*"
_TO = rf"(?:[–—-]|{_LINE}(?:to|or){_LINE})"
_AT_LEAST = "at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|upwards? of|more than|over|above"
_AT_MOST = "at most|(?:no|not) more than|a maximum of|up to|as many as|as much as|less than|fewer than|under|below"
_ABOUT = (
    "about|around|roughly|approximately|some|circa|ca\\.|c\\.|nearly|almost|close to|just (?:under|over)|an estimated"
    "|estimated|approx\\.?|~"
)
_CODES = "|".join(sign for sign in CURRENCIES if sign.isalpha())
_SIGN = f"[{''.join(sign for sign in CURRENCIES if not sign.isalpha())}]"
_MANY = "|".join(sorted(_VAGUE, key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?<![\w.,:/$£€¥@#\[\u2212+-])(?:(?:(?P<least>\b(?:{_AT_LEAST}))|(?P<most>\b(?:{_AT_MOST}))"
    rf"|(?P<about>(?:\b|(?=~))(?:{_ABOUT}))){_LINE}?)?"
    rf"(?P<money>(?:[A-Z]{{1,3}})?{_SIGN}(?:{_BLANK})?|(?-i:\b(?:{_CODES})){_BLANK})?"
    rf"(?:between{_LINE}(?P<money2>{_SIGN})?(?P<first>{_NUMBER}){_LINE}and{_LINE}{_SIGN}?(?P<second>{_NUMBER})"
    rf"|(?P<low>{_NUMBER})(?:{_TO}{_SIGN}?(?P<high>{_NUMBER}))?|(?P<vague>(?:{_MANY})\b))",
    re.IGNORECASE,
)
_PART_WORD = re.compile(rf"\b(?:{_SMALL}|{'|'.join(_SCALES)}|half|an?|and)\b", re.IGNORECASE)
_CLOCKED = re.compile(r"\d ?[dh] ?$", re.IGNORECASE)
"""What stands before the minutes of a duration: `196d 17h 50m`."""
_CLIPPED = re.compile(r"(?:m|mn|mln|bn|bln|tn)\b", re.IGNORECASE)
_OR_SO = re.compile(rf"{_LINE}or{_LINE}so\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the words give it."""

    start: int
    end: int
    low: float | None
    high: float | None
    step: float
    """Value of the last digit that is not a filling zero: 0.1 in `2.5`, 100 in `1,300`."""
    approximate: bool
    money: str
    """The currency sign before it, or empty."""


def numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers in `text[start:end]`, in order, without overlap."""
    for found in _QUANTITY.finditer(text, start, end):
        number = _vague(found) if found["vague"] else _number(text, found, end)
        if number is not None:
            yield number


def _vague(found: re.Match[str]) -> Number | None:
    return Number(found.start(), found.end(), _VAGUE[found["vague"].lower()], None, 1, True, "")


def _number(text: str, found: re.Match[str], limit: int) -> Number | None:
    low_words, high_words = found["low"] or found["first"], found["high"] or found["second"]
    low, high = _value(low_words), _value(high_words) if high_words else None
    if low is None or (high_words and high is None):
        return None
    money = (found["money"] or found["money2"] or "").strip()
    first, stop = found.span()
    if money and (clipped := _CLIPPED.match(text, stop, limit)):
        factor = _SCALES[clipped.group().lower()]
        low, stop = round(low * factor, 6), clipped.end()
        high = round(high * factor, 6) if high is not None else None
        scale = float(factor)
    else:
        scale = 1.0
    if not money and (_touches(text, stop, limit) or _CLOCKED.search(text, max(0, first - 4), first)):
        return None
    last_words = high_words or low_words
    step = _step(last_words) * scale
    if high is not None:
        low = _shared_scale(low, low_words, last_words)
        if high <= low:
            return None
    approximate = bool(found["about"]) or bool(_OR_SO.match(text, stop))
    top: float | None = high if high is not None else low
    bottom: float | None = low
    if found["least"]:
        top = None
    elif found["most"]:
        bottom = None
    return Number(first, stop, bottom, top, step, approximate, money)


def _touches(text: str, stop: int, limit: int) -> bool:
    """Whether the figure goes on as something else: `5th`, `2018-051A`, `9.40`, `1/5`, `10:30`."""
    rest = text[stop : min(stop + 2, limit)]
    if rest[:1] in {"/", ":", "_"} and rest[1:2].isalnum():
        return True
    if rest[:1] in {".", ","} and rest[1:2].isdigit():
        return True
    return text[stop - 1].isdigit() and bool(re.match(r"(?:st|nd|rd|th|s|[A-Z]\d)\b", text[stop : stop + 4]))


def _shared_scale(low: float, low_words: str, high_words: str) -> float:
    """`3 to 5 million`: the scale of the second is the first's too."""
    factor = _scale_of(high_words)
    return low * factor if _scale_of(low_words) == 1 and factor > 1 and low < 1000 else low


def _scale_of(words: str) -> float:
    found = re.findall(r"hundred|thousand|million|billion|trillion|dozen|mln|bln", words.lower())
    factor = 1.0
    for word in found:
        factor *= _SCALES[word]
    return factor if re.match(_FIGURE, words) or len(found) > 1 else (factor if found else 1.0)


def _step(words: str) -> float:
    """Value of the last digit that says something."""
    figure = re.match(_FIGURE, words)
    value = _value(words) or 0.0
    if figure is None:
        return _filled(value)
    digits = re.sub(r"[^\d.]", "", figure.group())
    factor = value / float(digits) if digits.strip(".") and float(digits) and not _fraction(figure.group()) else 1.0
    if "." in digits:
        return float(10.0 ** -len(digits.partition(".")[2]) * factor)
    return _filled(float(digits or 1)) * factor


def _filled(value: float) -> float:
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def _fraction(words: str) -> float:
    return next((value for sign, value in _FRACTIONS.items() if sign in words), 0.0)


def _value(words: str) -> float | None:
    """The value of a number in figures or words; None where the words are no number."""
    words = words.lower()
    figure = re.match(_FIGURE, words)
    total = 0.0
    if figure:
        digits = re.sub(r"[^\d.]", "", figure.group())
        total = float(digits or 0) + _fraction(figure.group())
        for word in re.findall(r"[a-z]+", words[figure.end() :]):
            total *= _SCALES[word]
        return round(total, 6)
    return _in_words([word for word in _PART_WORD.findall(words) if word != "and"])


def _with_half(words: list[str]) -> float | None:
    """`two and a half million`."""
    at = words.index("half")
    low, scale = _in_words(words[: at - 1]), _in_words(words[at + 1 :])
    return None if low is None or scale is None else (low + 0.5) * scale


def _in_words(words: list[str]) -> float | None:
    total, current = 0.0, 0.0
    half = words[:1] == ["half"]
    if words[-2:] == ["a", "half"]:
        words, total = words[:-2], 0.5
    elif "half" in words[-3:] and not half:
        return _with_half(words)
    for word in (w for w in words if w != "half"):
        if word in {"a", "an"}:
            current = 1
        elif word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if _SCALES[word] >= 1_000:
                total, current = total + current, 0
        else:
            value = _SMALL_NUMBERS.get(word, 0)
            # Twenty after a full hundred only, two after a full ten only: `four ten` and `six five` are no numbers.
            if current % 100 and (value >= 10 or current % 10 or current % 100 < 20):
                return None
            current += value
    return (total + current) * (0.5 if half else 1)
