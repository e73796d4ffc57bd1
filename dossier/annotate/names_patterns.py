"""Names of things told by the words around them or by their own writing: designations, brackets, legal forms.

Every function yields candidates; spans are half-open code points of the source's text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from dossier import lexis
from dossier.lexis import Word
from dossier.model.annotation import CandidateName, Passage
from dossier.model.span import Span

_DESIGNATION = re.compile(r"(?<![\w-])(?:[A-Z]\w{0,30}[ \u00a0-]){0,2}[A-Z]{1,4}[-‐‑]?\d{1,4}[A-Z]?(?![\w-])")
_UNIT = re.compile(r"(?<![\w-])([A-Z][a-z]{1,30})[ \u00a0]\d{1,4}(?:/\d{1,4})?(?![\w-])")
"""`Unit 731`, `Expedition 56/57`: a noun for an organization with its number."""
_ORDINAL = re.compile(r"(?<![\w-])\d{1,3}(?:st|nd|rd|th|d)[ \u00a0]([A-Z][a-z]{2,30})(?![\w-])")
"""`29th Regiment`, `3d Cavalry`: an ordinal and a noun for an organization."""
_DOMAIN = re.compile(r"(?<![\w@./-])[A-Z][\w-]{1,60}\.(?:com|org|net|co\.uk|info|news|tv)(?![\w/@-])")
_LONGEST_COMPANY = 6
"""Words of a company's name before its legal form."""
_WITHIN = frozenset({" ", "\u00a0", " & ", ", ", "'s ", "’s "})
"""What stands between the words of a company's name."""
_INTRODUCES = frozenset({"for", "by", "with", "from", "to", "against", "at"})
"""Words that no company's name goes over in a line of capitals: `OFFER FOR HALDEN FOODS PLC`."""
_PAIR = re.compile(
    r"(?<![\w&-])(?!(?:Mr|Mrs|Ms|Dr)\b)[A-Z][\w'’-]{2,30}(?:,[ \u00a0][A-Z][\w'’-]{2,30})*[ \u00a0]&[ \u00a0]"
    r"[A-Z][\w'’-]{2,30}"
)
"""`Procter & Gamble`: a firm called after two."""
_BRACKETED = re.compile(r"(\w[\w&.-]{1,7})\)")
"""The end of an acronym in brackets: `L&HR)`."""
_CITED = re.compile(r",?[ \u00a0]\(?\d{4}")
"""The year after the authors of a cited work."""
_INNER = frozenset({"of", "the", "de", "la", "du", "del", "van", "von"})
_SHIP = re.compile(
    r"\b(?:[Ss]\.[ \u00a0]?[Ss]\.|[Mm]\.[ \u00a0]?[Vv]\.|H\.M\.S\.|RMS|HMS|USS|USNS|USCGC|HMAS|HMCS|HMNZS|SS|MV|M/V"
    r"|MS|MT|SV|RV|FV|F/V|RRS|TSS|PS)[ \u00a0]"
    r"[\"“‘']?(?=[^\W\d_a-z])"
)
"""Prefixes that tell a ship's name: navies, then steam, motor, sail, research and fishing vessels."""


def in_passage(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """Names that the words around them or their own writing tell, anywhere in a passage."""
    yield from _designated(text, index, passage)
    yield from _classified(text, index, words)
    yield from _companies(text, index, passage, words)
    yield from _expanded(text, index, words)


def _designated(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """Letters with a number (`X-37`, `Soyuz MS-09`) and names after a ship's prefix (`RMS Titanic`)."""
    for match in _DESIGNATION.finditer(text, passage.span.start, passage.span.end):
        words = list(lexis.words(text, *match.span()))
        while len(words) > 1 and (words[0].text == "The" or words[0].text in lexis.word_list("demonyms")):
            words = words[1:]
        yield CandidateName(Span(words[0].start, match.end()), index, "PRODUCT", "designation")
    for match in _UNIT.finditer(text, passage.span.start, passage.span.end):
        if match.group(1).casefold() in _units():
            yield CandidateName(Span(*match.span()), index, "ORG", "numbered")
    for match in _ORDINAL.finditer(text, passage.span.start, passage.span.end):
        if match.group(1).casefold() in _units():
            yield CandidateName(Span(*match.span()), index, "ORG", "numbered")
    for match in _DOMAIN.finditer(text, passage.span.start, passage.span.end):
        yield CandidateName(Span(*match.span()), index, "ORG", "domain")
    for match in _SHIP.finditer(text, passage.span.start, passage.span.end):
        run = _title_run(text, list(lexis.words(text, match.end(), min(match.end() + 60, passage.span.end))))
        if run and not _is_addressed(text, match.group().strip(), run):
            start = match.start() if match.group().strip().isalpha() else run[0].start
            yield CandidateName(Span(start, run[-1].end), index, "PRODUCT", "ship prefix")


def is_ship(text: str, at: int, name: str) -> bool:
    """Whether the initials at an offset are a ship's prefix, and not of somebody with a known surname: those of
    `S.S. Lorna Doone`, not those of `S. S. Rao`."""
    match = _SHIP.match(text, at)
    return match is not None and "." in match.group() and name not in lexis.word_list("family_names")


def _is_addressed(text: str, prefix: str, run: Sequence[Word]) -> bool:
    """Whether what may be a motor ship's prefix addresses a woman: as the label of a speaker (`MS ROE:`), or as the
    document writes it without capitals."""
    return prefix == "MS" and (text.startswith(":", run[-1].end) or f"Ms {run[0].text.title()}" in text)


@cache
def _units() -> frozenset[str]:
    """Nouns for organizations that are groups of people; `extra` and the like are not."""
    return lexis.word_list("group_nouns") & lexis.word_list("organization_nouns")


def _classified(text: str, index: int, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`the steamer Maid of Lorne`: a noun for vehicles and the name right after it."""
    for at, (left, right) in enumerate(pairwise(words)):
        if left.text not in lexis.word_list("vehicle_nouns") or not lexis.is_name_word(right.text):
            continue
        beside = text[left.end : right.start] in (" ", "\u00a0") and right.text not in lexis.word_list("demonyms")
        run = _title_run(text, words[at + 1 : at + 7]) if beside else []
        if run and len(run[0].text) > 2:
            yield CandidateName(Span(run[0].start, run[-1].end), index, "PRODUCT", "classifier")


def _title_run(text: str, words: Sequence[Word]) -> list[Word]:
    """The capitalised words from the first on, with small words between them."""
    run: list[Word] = []
    for word in words:
        near = not run or text[run[-1].end : word.start] in (" ", "\u00a0")
        if not near or not (lexis.is_name_word(word.text) or word.text in _INNER):
            break
        run.append(word)
    while run and not lexis.is_name_word(run[-1].text):
        run.pop()
    return run


def _companies(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`Halden Foods Plc`, `Whitcombe & Co`, `Procter & Gamble`."""
    for at, word in enumerate(words):
        if _closes(text, words, at):
            start = _begin(text, words, at)
            if start < at:
                yield CandidateName(Span(words[start].start, word.end), index, "ORG", "company")
    for match in _PAIR.finditer(text, passage.span.start, passage.span.end):
        if not _CITED.match(text, match.end(), passage.span.end):
            yield CandidateName(Span(*match.span()), index, "ORG", "pair")


def _closes(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word is a legal form that ends a name; a small word in a line of capitals is none: `AS SEEN`."""
    word = words[at].text
    if not lexis.is_legal_form(word) or (word.islower() and word != "plc") or at == 0:
        return False
    following = words[at + 1].text if at + 1 < len(words) and text[words[at].end] in " \u00a0" else ""
    shouted = words[at - 1].text.isupper() and following.isupper() and not lexis.is_legal_form(following)
    return not (shouted and lexis.is_common(word))


def _begin(text: str, words: Sequence[Word], at: int) -> int:
    """Index of the first word of the name that the legal form at `at` closes; `at` where there is none."""
    start = at
    while start and at - start < _LONGEST_COMPANY:
        before = start - 1
        if words[before].text == "and" and before and text[words[before].end : words[start].start] in _WITHIN:
            before -= 1
            # `The Company and Halden Ltd` are two.
            if words[before].text.casefold() in lexis.word_list("organization_nouns"):
                break
        if words[before].text.isupper() and words[before].text.casefold() in _INTRODUCES:
            break
        gap = text[words[before].end : words[before + 1].start]
        listed = gap == ", " and start != at
        if listed or gap not in _WITHIN or not lexis.is_name_word(words[before].text):
            break
        start = before
    return start + (words[start].text == "The")


def _expanded(text: str, index: int, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`Board of Trade (BoT)`: a name and, in brackets after it, its initials; `runs batted in (RBI)` is a mere term."""
    for at, word in enumerate(words):
        short = _BRACKETED.match(text, word.start) if at > 1 and text[words[at - 1].end : word.start] == " (" else None
        if short is None or sum(c.isupper() for c in short[1]) < 2:
            continue
        for length in range(2, min(at, 10) + 1):
            run = words[at - length : at]
            if "\n" in text[run[0].start : word.start] or not lexis.initials_fit(short[1], [w.text for w in run]):
                continue
            if lexis.is_name_word(run[0].text):
                yield CandidateName(Span(run[0].start, run[-1].end), index, "ORG", "expansion")
                yield CandidateName(Span(*short.span(1)), index, "ORG", "acronym")
                break
            if all(w.text.islower() for w in run):
                yield CandidateName(Span(*short.span(1)), index, "NORP", "term")
                break
