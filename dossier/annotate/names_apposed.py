"""Names told by a noun that stands in apposition: `Jane Roe, the minister`, `the Kurier, a daily`, `a firm called X`.

Spans are half-open code points of the source's text.
"""

import re
from collections.abc import Iterator, Sequence

from dossier import lexis
from dossier.annotate.names_clean import in_title_case, is_role, is_title
from dossier.annotate.names_run import is_office, joined
from dossier.lexis import Word
from dossier.model.annotation import CandidateName, Passage
from dossier.model.span import Span

_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "our"})
_ENDS = frozenset({
    "of", "for", "in", "at", "on", "from", "to", "by", "with", "near", "who", "which", "that", "whose", "where", "and",
    "or", "based", "owned", "led", "run",
})  # fmt: skip
"""Words that end the noun phrase whose noun says what is named."""
_LONGEST, _PHRASE = 5, 8
"""Words of a name, and of a phrase in apposition up to its noun."""
_CALLED = frozenset({"called", "named"})
_PREPOSITIONS = frozenset({
    "in", "at", "on", "from", "to", "of", "near", "for", "by", "with", "after", "before", "since",
})  # fmt: skip
_SETTLEMENTS = frozenset({
    "town", "city", "village", "port", "island", "suburb", "hamlet", "district", "province", "county", "region",
    "municipality", "borough", "capital", "seaport", "settlement", "resort",
})  # fmt: skip
"""Nouns for inhabited places; the general list of nouns for places has everything from abbey to zoo."""
_CLOSES = re.compile(r"[,.;:)!?\"”’]|\s*$|[ \u00a0]?[-–—(]")


def in_passage(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """Names with a noun beside them that says whether a person, an organization or a place is named."""
    for at, word in enumerate(words):
        if word.text in _ARTICLES and at and text[words[at - 1].end : word.start] == ", ":
            yield from _before(text, index, passage, words, at)
        if word.text in _CALLED and 0 < at < len(words) - 1:
            yield from _called(text, index, words, at)
        if word.text == "of" and 0 < at < len(words) - 1 and words[at - 1].text in _SETTLEMENTS:
            run = _run_from(text, words, at + 1)
            if run:
                yield CandidateName(Span(run[0].start, run[-1].end), index, "GPE", "apposed")


def _before(text: str, index: int, passage: Passage, words: Sequence[Word], article: int) -> Iterator[CandidateName]:
    """`Ravel Bote, a German daily,`: the name before a comma and a phrase with an article."""
    label = _label(text, words, article)
    run = _run_to(text, words, article - 1) if label else []
    if not run:
        return
    first = words.index(run[0])
    behind = words[first - 1].text.casefold() if first and joined(text, words[first - 1], run[0]) else ""
    span = Span(run[0].start, run[-1].end)
    if in_title_case(text, span, passage.span):
        return
    if label == "PERSON":
        if words[article].text != "its" and behind not in _PREPOSITIONS and len(run) > 1 and _is_full_name(run):
            yield CandidateName(span, index, label, "apposed")
    elif len(run) > 1 or not (lexis.starts_sentence(text, span.start) and lexis.is_common(run[0].text)):
        yield CandidateName(span, index, label, "apposed")


def _called(text: str, index: int, words: Sequence[Word], at: int) -> Iterator[CandidateName]:
    """`a company called Ravel Consulting`: the name after a noun and `called` or `named`."""
    run = _run_from(text, words, at + 1)
    label = _kind(words[at - 1].text) if run and joined(text, words[at - 1], words[at]) else ""
    if label and (label != "PERSON" or len(run) > 1):
        yield CandidateName(Span(run[0].start, run[-1].end), index, label, "apposed")


def _label(text: str, words: Sequence[Word], article: int) -> str:
    """What the noun of the phrase that begins with an article says is named; nothing where a verb follows it."""
    noun = None
    for at in range(article + 1, min(article + _PHRASE, len(words))):
        gap = text[words[at - 1].end : words[at].start]
        if words[at].text in _ENDS or gap not in (" ", "\u00a0", "'s ", "’s ", "' ", "’ "):
            break
        noun = at
    if noun is None:
        return ""
    following = words[noun + 1].text if noun + 1 < len(words) else ""
    closed = _CLOSES.match(text, words[noun].end) or (following in _ENDS and joined(text, words[noun], words[noun + 1]))
    return _kind(words[noun].text) if closed else ""


def _kind(noun: str) -> str:
    if noun in _SETTLEMENTS:
        return "GPE"
    if noun in lexis.word_list("organization_nouns") or noun in lexis.word_list("media_nouns") or noun == "group":
        return "ORG"
    return "PERSON" if noun in lexis.word_list("person_nouns") else ""


def _run_to(text: str, words: Sequence[Word], last: int) -> list[Word]:
    """The words of a name that ends at an index."""
    first = last
    while first >= 0 and last - first < _LONGEST and _is_part(words[first].text):
        if first < last and not _near(text, words[first], words[first + 1]):
            break
        first -= 1
    return _named(list(words[first + 1 : last + 1]))


def _run_from(text: str, words: Sequence[Word], first: int) -> list[Word]:
    """The words of a name that begins at an index."""
    last = first
    while last < len(words) and last - first < _LONGEST and _is_part(words[last].text):
        if not _near(text, words[last - 1], words[last]):
            break
        last += 1
    return _named(list(words[first:last]))


def _near(text: str, left: Word, right: Word) -> bool:
    """Whether two words may stand in one name; a full stop parts them but after an initial or a title."""
    if not joined(text, left, right):
        return False
    return "." not in text[left.end : right.start] or len(left.text) == 1 or left.text == "St" or is_title(left.text)


def _is_part(word: str) -> bool:
    return lexis.is_name_word(word) and not any(map(str.isdigit, word))


def _named(run: list[Word]) -> list[Word]:
    """A run without its article and offices; empty where it is a day, a people or an office."""
    while run and (run[0].text.casefold() in _ARTICLES | _PREPOSITIONS or _tells_office(run)):
        run = run[1:]
    if not run or any(lexis.is_period(word.text) for word in run) or is_office(run):
        return []
    return [] if len(run) == 1 and run[0].text in lexis.word_list("demonyms") else run


def _tells_office(run: Sequence[Word]) -> bool:
    """Whether the first word is a title, or the office of somebody whose full name follows."""
    return is_title(run[0].text) or (len(run) > 2 and is_role(run[0].text))


def _is_full_name(run: Sequence[Word]) -> bool:
    """Whether a run may be a given name and a surname: no place, people or body, nothing shouted."""
    plain = not any(lexis.is_elsewhere(word.text) or lexis.is_acronym(word.text) for word in run[:1])
    whole = " ".join(word.text for word in run)
    known = whole in lexis.word_list("places") or whole in lexis.word_list("organizations")
    last = run[-1].text
    common = lexis.is_common(last) and last not in lexis.word_list("family_names")
    return plain and not known and not common and not lexis.names_body([word.text for word in run])
