"""What a person is, in the words beside the name: `NASA Administrator Jim Bridenstine`, `…, the head of Roscosmos`.

Spans are half-open code points of the source's text.
"""

import re
from collections.abc import Iterator

from dossier import lexis
from dossier.model.span import Span
from dossier.resolve.page import Page

_LONGEST = 8
"""Words of a role on each side of its noun."""
_AFTER = re.compile(r",[ \u00a0](?:(?:aged[ \u00a0])?\d{1,3},[ \u00a0])?(?:(?:the|a|an)[ \u00a0])*")
"""The comma of an apposition, an age before it: `Jane Roe, 41, a fitter`."""
_WHEN = frozenset({"then", "former", "current", "now", "formerly", "once"})
"""Words that tell when somebody was it. They stay in the role: a former minister is no minister."""
SMALL = frozenset({
    "the", "dear", "a", "an", "in", "on", "at", "by", "for", "of", "to", "but", "and", "when", "as", "with", "from",
})  # fmt: skip
QUALITIES = frozenset({
    "deputy", "former", "vice", "chief", "senior", "acting", "prime", "general", "assistant", "ex", "late",
    "retired", "junior", "first", "second", "third",
})  # fmt: skip
_PREFIXES = frozenset({"ex", "then", "co", "vice", "deputy", "sub", "under", "step", "great", "half"})
"""What a hyphen joins to the noun of a role."""
_OF = frozenset({"of", "at", "for", "to", "in"})
ANYBODY = frozenset({
    "adult", "boy", "child", "fellow", "friend", "gentleman", "girl", "guy", "lad", "lady", "man", "member", "people",
    "person", "woman", "youth",
})  # fmt: skip
"""Nouns that alone tell of nobody what they are, but sex, age, or that they belong to something; general lists of nouns
for persons do not set them apart."""
_MOMENT = frozenset({"time", "moment", "date", "day", "hour"})
"""What `at` leads to where no place or body does: `captain at the time`."""


def role_spans(page: Page, name: Span) -> Iterator[Span]:
    """What a person is, right before and right after a name."""
    for span in (_before(page, name), _after(page, name)):
        if span is not None:
            yield span


def _before(page: Page, name: Span) -> Span | None:
    """`SpaceX founder` before `Elon Musk`: a noun for persons right before the name, with its modifiers."""
    at = page.word_at(name.start)
    word = page.before(at)
    ranked = word[:1].isupper() and word.casefold() in lexis.word_list("ranks")
    if at == 0 or page.gap(at - 1) not in (" ", "\u00a0") or not (is_role(word) or ranked):
        return None
    if not (page.is_noun(at - 1) or word in lexis.word_list("occupations")) or word.casefold() in SMALL:
        return None
    start = at - 1
    while at - start < _LONGEST and _modifies(page.before(start)) and page.gap(start - 1) in (" ", "\u00a0", "-"):
        start -= 1
    start += _only_opens(page, start) and start < at - 1
    if start == at - 1 and word.casefold() in ANYBODY:
        return None
    if page.before(start) in _WHEN and page.gap(start - 1) in (" ", "\u00a0"):
        start -= 1
    end = at - 1
    while end >= start and _is_title(page.texts[end]):
        end -= 1
    # Before a title stands anything: `On 20 November Sir Alastair`.
    if end < start or (end < at - 1 and not is_role(page.texts[end])):
        return None
    return Span(page.starts[start], page.ends[end])


def _only_opens(page: Page, at: int) -> bool:
    """Whether a word has its capital from the beginning of a sentence: `So Secretary Cardona`, `Poor Captain Smith`."""
    word, low = page.texts[at], page.texts[at].lower()
    opens = not page.before(at) or page.gap(at - 1).strip() != ""
    if not opens or low == word or low in QUALITIES:
        return False
    return low in page.places or not (page.is_noun(at) or lexis.is_elsewhere(word) or is_role(word))


def is_role(word: str) -> bool:
    """Whether a word names an occupation, an office or a relation, and is no given name: `minister`, `ex-minister`."""
    prefix, hyphen, noun = word.casefold().partition("-")
    low = noun if hyphen and prefix in _PREFIXES else word.casefold()
    return low in lexis.word_list("person_nouns") and word not in lexis.word_list("given_names")


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in lexis.folded_list("titles") or bool(lexis.title_gender(word))


def _modifies(word: str) -> bool:
    """Whether a word can stand before a noun for persons and belong to it."""
    low = word.casefold()
    if not word or low in SMALL or lexis.is_period(word):
        return False
    noun = low in lexis.word_list("organization_nouns") or low in lexis.word_list("place_nouns")
    return noun or lexis.is_name_word(word) or low in QUALITIES or is_role(word)


def _after(page: Page, name: Span) -> Span | None:
    """`, the head of Roscosmos` after the name: an apposition built around a noun for persons."""
    opening = _AFTER.match(page.text, name.end)
    if opening is None:
        return None
    start = first = page.word_at(opening.end())
    while first < len(page.texts) and page.texts[first] in _WHEN:
        first += 1
    head = first
    while head - first < _LONGEST and _leads(page, head):
        head += 1
    if head < len(page.texts) and page.gap(head)[:2] in ("'s", "’s"):
        head = _owned(page, head)
    if head >= len(page.texts) or not _is_head(page, first, head):
        return None
    return Span(page.starts[start], page.ends[role_end(page, head)])


def _owned(page: Page, whose: int) -> int:
    """The noun of what is somebody else's: `sister` in `the minister's younger sister`; past the end where there is
    none near."""
    for at in range(whose + 1, min(whose + 4, len(page.texts))):
        if is_role(page.texts[at]):
            return at
        if not page.texts[at].islower() or page.gap(at) != " ":
            break
    return len(page.texts)


def _leads(page: Page, at: int) -> bool:
    """Whether a word stands before the noun of its apposition."""
    if at + 1 >= len(page.texts) or page.gap(at) not in (" ", "\u00a0", "’s ", "'s ", "-"):
        return False
    noun = page.texts[at].islower() and page.is_noun(at)
    return (noun or _modifies(page.texts[at])) and (_modifies(page.after(at)) or is_role(page.after(at)))


def _is_head(page: Page, first: int, head: int) -> bool:
    word = page.texts[head]
    same = page.passage_of[first] == page.passage_of[head]
    known = word[:1].islower() and is_role(word) and word not in QUALITIES
    alone = first == head and word in ANYBODY and page.after(head) not in _OF
    return same and page.is_noun(head) and known and not alone


def role_end(page: Page, head: int) -> int:
    """The last word of a role: with what it is the head of, `of the International Space Station`."""
    end, at = head, head + 1
    while at < len(page.texts) and at - head < _LONGEST and page.gap(at - 1) in (" ", "\u00a0"):
        word = page.texts[at]
        of = page.texts[at - 1] in _OF | {"the", "a"} and page.is_noun(at)
        belongs = of or word in _OF | {"the", "a"} or _modifies(word)
        if page.passage_of[at] != page.passage_of[head] or not belongs or page.is_dated(at) or word in _MOMENT:
            break
        if word not in SMALL:
            end = at
        at += 1
    return end


def office_noun(role: str) -> str:
    """The noun of a role: the last noun for persons before what it is the office of."""
    found = ""
    for word in lexis.words(role.partition("(")[0]):
        if word.text in ("of", "for", "at", "in", "to"):
            break
        if is_role(word.text.casefold()):
            found = word.text.casefold()
    return found
