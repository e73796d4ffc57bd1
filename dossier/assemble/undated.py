"""The words of a sentence without those that only tell when: dates, with the prepositions and nouns before them."""

from collections.abc import Sequence

from dossier.model.annotation import Token
from dossier.model.span import Span

_PERIODS = frozenset(
    {
        "morning", "afternoon", "evening", "night", "day", "hour", "week", "weekend", "month", "year", "spring",
        "summer", "autumn", "fall", "winter", "beginning", "start", "middle", "end", "part", "half", "eve", "date",
    }
)  # fmt: skip
"""What stands before `of` and a date: `the night of 3 May`, `the last week of November`."""
_ABOUT = frozenset(
    {"about", "around", "circa", "approximately", "roughly", "early", "late", "mid", "or", "only", "just", "exactly"}
)
_JOINS_DATES = frozenset({"NUM", "CCONJ", "PUNCT"})


def when_words(tokens: Sequence[Token], dates: Sequence[Span]) -> frozenset[int]:
    """Indexes of the tokens that only tell when something happened: `on 3, 4 and 6 February`, `in the last week of
    November`, `during the night of 3 May`, and the `'s` of `Tuesday's`."""
    if not dates:
        return frozenset()
    own = {i for i, t in enumerate(tokens) if any(d.overlaps(t) for d in dates)}
    told = set(own)
    for first in sorted(i for i in own if i - 1 not in own):
        after = next(i for i in range(first, len(tokens) + 1) if i not in own)
        if after < len(tokens) and tokens[after].tag == "POS":
            told.add(after)
            continue
        told.update(_before(tokens, first))
        if after < len(tokens) and tokens[after].lemma.lower() == "last":
            told.add(after)  # `On Sunday last`.
    return frozenset(told)


def _before(tokens: Sequence[Token], first: int) -> set[int]:
    """The words before a date that belong to it."""
    place = _prepositions(tokens, first)
    if place == first:
        place = _listed(tokens, first)
    found = set(range(place, first))
    if found and tokens[place].lemma.lower() == "of" and place and tokens[place - 1].lemma.lower() in _PERIODS:
        place = _noun_phrase(tokens, place - 1)
        found = set(range(_prepositions(tokens, place), first))
    start = min(found, default=first)
    if start and (_is_dated(tokens[start - 1]) or tokens[start - 1].lemma.lower() == "this"):
        found.add(start - 1)
    return found


def _is_dated(token: Token) -> bool:
    """`A letter dated 3 May`."""
    return token.lemma.lower() == "date" and token.tag in {"VBN", "VBD"} and token.dep == "acl"


def _prepositions(tokens: Sequence[Token], place: int) -> int:
    """Where the prepositions, articles and approximations right before a place begin; the place itself where no
    preposition is among them."""
    start = place
    while start and (_opens(tokens[start - 1]) or tokens[start - 1].lemma.lower() in _ABOUT):
        start -= 1
    while start < place and tokens[start].pos == "DET":
        start += 1
    return start


def _opens(token: Token) -> bool:
    """Whether a word is a preposition or an article, and not the particle of a verb (`declared out`)."""
    return token.pos == "DET" or (token.pos == "ADP" and token.dep != "prt")


def _listed(tokens: Sequence[Token], first: int) -> int:
    """Where `on 3, 4 and` begins before `6 February`; the date itself where no preposition opens the list."""
    start = first
    while start and tokens[start - 1].pos in _JOINS_DATES:
        start -= 1
    return start - 1 if start < first and start and tokens[start - 1].pos == "ADP" else first


def _noun_phrase(tokens: Sequence[Token], noun: int) -> int:
    """Where the phrase of a noun of time begins: `the last week`."""
    start = noun
    while start and tokens[start - 1].pos in {"DET", "ADJ", "NUM"}:
        start -= 1
    return start
