"""Names of things told by the words around them or by their own writing: designations, brackets, legal forms.

Every function yields candidates; spans are half-open code points of the source's text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier import lexis
from dossier.lexis import Word
from dossier.model.annotation import CandidateName, Passage
from dossier.model.span import Span

_DESIGNATION = re.compile(r"(?<![\w-])(?:[A-Z]\w{0,30}[ \u00a0-]){0,2}[A-Z]{1,4}[-‐‑]?\d{1,4}[A-Z]?(?![\w-])")
_UNIT = re.compile(r"(?<![\w-])([A-Z][a-z]{1,30})[ \u00a0]\d{1,4}(?:/\d{1,4})?(?![\w-])")
"""`Unit 731`, `Expedition 56/57`: a noun for an organization with its number."""
_DOMAIN = re.compile(r"(?<![\w@./-])[A-Z][\w-]{1,60}\.(?:com|org|net|co\.uk|info|news|tv)(?![\w/@-])")
_COMPANY = re.compile(
    r"(?:(?<![\w-])[A-Z][\w'’-]{0,30}[ \u00a0](?:&[ \u00a0]|and[ \u00a0])?){1,5}"
    r"(?:(?:Inc|Ltd|Limited|[Pp]lc|PLC|LLP|LLC|Corp|Co|GmbH|AG|SA|NV|BV|AB|(?<=[a-z][ \u00a0])AS|A/S|Oy|ASA|SpA|KK"
    r"|S[àa]rl|SARL|Pty)\b"
    r"|(?:N\.V|B\.V|S\.A|A\.S|S\.p\.A|A\.G|L\.L\.C|S\.à\.? ?r\.l)\.?)(?![-'’\w])"
)
"""A name that the legal form of a company closes."""
_PAIR = re.compile(
    r"(?<![\w&-])(?!(?:Mr|Mrs|Ms|Dr)\b)[A-Z][\w'’-]{2,30}(?:,[ \u00a0][A-Z][\w'’-]{2,30})*[ \u00a0]&[ \u00a0]"
    r"[A-Z][\w'’-]{2,30}"
)
"""`Procter & Gamble`: a firm called after two."""
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
    yield from _companies(text, index, passage)
    yield from _expanded(text, index, words)


def _designated(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """Letters with a number (`X-37`, `Soyuz MS-09`) and names after a ship's prefix (`RMS Titanic`)."""
    for match in _DESIGNATION.finditer(text, passage.span.start, passage.span.end):
        words = list(lexis.words(text, *match.span()))
        while len(words) > 1 and (words[0].text == "The" or words[0].text in lexis.word_list("demonyms")):
            words = words[1:]
        yield CandidateName(Span(words[0].start, match.end()), index, "PRODUCT", "designation")
    for match in _UNIT.finditer(text, passage.span.start, passage.span.end):
        if match.group(1).casefold() in lexis.word_list("organization_nouns"):
            yield CandidateName(Span(*match.span()), index, "ORG", "numbered")
    for match in _DOMAIN.finditer(text, passage.span.start, passage.span.end):
        yield CandidateName(Span(*match.span()), index, "ORG", "domain")
    for match in _SHIP.finditer(text, passage.span.start, passage.span.end):
        run = _title_run(text, list(lexis.words(text, match.end(), min(match.end() + 60, passage.span.end))))
        if run:
            start = match.start() if match.group().strip().isalpha() else run[0].start
            yield CandidateName(Span(start, run[-1].end), index, "PRODUCT", "ship prefix")


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


def _companies(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """`Halden Foods Plc`, `Whitcombe & Co`, `Procter & Gamble`."""
    for match in _COMPANY.finditer(text, passage.span.start, passage.span.end):
        words = list(lexis.words(text, *match.span()))
        if words[0].text == "The" and len(words) > 2:
            words = words[1:]
        yield CandidateName(Span(words[0].start, words[-1].end), index, "ORG", "company")
    for match in _PAIR.finditer(text, passage.span.start, passage.span.end):
        if not _CITED.match(text, match.end(), passage.span.end):
            yield CandidateName(Span(*match.span()), index, "ORG", "pair")

def _expanded(text: str, index: int, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`Board of Trade (BoT)`: a name and, in brackets after it, its initials; `runs batted in (RBI)` is a mere term."""
    for at, word in enumerate(words):
        opened = at > 1 and text[words[at - 1].end : word.start] == " (" and text[word.end : word.end + 1] == ")"
        if not opened or not 2 <= len(word.text) <= 8 or sum(c.isupper() for c in word.text) < 2:
            continue
        for length in range(2, min(at, 10) + 1):
            run = words[at - length : at]
            if "\n" in text[run[0].start : word.start] or not lexis.initials_fit(word.text, [w.text for w in run]):
                continue
            if lexis.is_name_word(run[0].text):
                yield CandidateName(Span(run[0].start, run[-1].end), index, "ORG", "expansion")
                yield CandidateName(Span(word.start, word.end), index, "ORG", "acronym")
                break
            if all(w.text.islower() for w in run):
                yield CandidateName(Span(word.start, word.end), index, "NORP", "term")
                break
