"""Names told by the form of a document: references, bylines, credits, crew lists, titles, designations.

Every function yields candidates; spans are half-open code points of the source's text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dossier import lexis
from dossier.annotate.names_clean import CIVIL_TITLES, MAX_NAME, in_title_case, is_role, is_title, trim_person
from dossier.lexis import Word
from dossier.model.annotation import CandidateName, Passage, PassageKind, Reference, Stated
from dossier.model.span import Span

_SPACE = re.compile(r"\.?[ \u00a0]|[ \u00a0][\"“‘'(]|[\"”’')][ \u00a0]")
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z_]\w{1,39}(?!\.?[\w@])")
_CREDIT = re.compile(
    r"\b(?:(?:report|writ|edit|compil|translat|research)(?:ing|ed|ten|d)?[ \u00a0]by[ \u00a0]*"
    r"|(?:photo(?:graph)?s?|images?|pictures?|illustrations?|credits?)"
    r"(?:[ \u00a0](?:by|courtesy(?:[ \u00a0]of)?|credit)[ \u00a0]?:?|:)[ \u00a0]*)",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(r"[,;|/()\n\]]|(?<!\b[^\W\d_])\.|[ \u00a0](?:via|for|at|under|on|from|and|in)\b", re.IGNORECASE)
_BYLINE = re.compile(r"\b(?:by|von|par|por)[ \u00a0:]+", re.IGNORECASE)
_BYLINE_BREAK = re.compile(r":[ \u00a0]+|[ \u00a0]+(?:and|for|of|in|at|with|und|et)[ \u00a0]+|,|\||\n|[&/]|[ \u00a0][–—-][ \u00a0]", re.IGNORECASE)
_OUTLET_BEFORE = re.compile(r"\b(?:for|of)[ \u00a0]+$", re.IGNORECASE)
_DESIGNATION = re.compile(r"(?<![\w-])(?:[A-Z][\w]*[ \u00a0-]){0,2}[A-Z]{1,4}[-‐‑]?\d{1,4}[A-Z]?(?![\w-])")
_UNIT = re.compile(r"(?<![\w-])([A-Z][a-z]+)[ \u00a0]\d{1,4}(?:/\d{1,4})?(?![\w-])")
"""`Unit 731`, `Expedition 56/57`: a noun for an organization with its number."""
_CAPITALS_FIRST = re.compile(r"\b[^\W\d_a-z][^\W\d_a-z'’-]{2,},[ \u00a0]([A-Z][\w'’-]+)\b(?:[ \u00a0][A-Z]\.)?(?![ \u00a0]\d)")
_DOMAIN = re.compile(r"(?<![\w@./-])[A-Z][\w-]+\.(?:com|org|net|co\.uk|info|news|tv)(?![\w/@-])")
_SHIP = re.compile(
    r"\b(?:RMS|HMS|USS|USNS|USCGC|HMAS|HMCS|HMNZS|SS|MV|M/V|MS|MT|SV|RV|FV|F/V|RRS|TSS|PS)[ \u00a0]"
    r"(?=[^\W\d_a-z])"
)
"""Prefixes that tell a ship's name: navies, then steam, motor, sail, research and fishing vessels."""


def from_references(
    text: str, passages: Sequence[Passage], references: Iterable[Reference]
) -> Iterator[CandidateName]:
    """Authors and publishers of cited works; `Evans, Ben` is one name."""
    for reference in references:
        for author in reference.authors:
            label = "PERSON" if _is_inverted(author.of(text)) or _full_name(text, author) else "ORG"
            yield CandidateName(author, reference.passage, label, "reference")
        if reference.publisher is not None:
            span = _without_article(text, reference.publisher)
            if span is not None and "://" not in span.of(text) and len(span) <= MAX_NAME:
                yield CandidateName(span, reference.passage, "ORG", "publisher")


def from_stated(text: str, passages: Sequence[Passage], stated: Iterable[Stated]) -> Iterator[CandidateName]:
    """The author and publisher that the document states for itself."""
    for fact in stated:
        if fact.span is None or fact.field not in ("author", "publisher"):
            continue
        index = next((i for i, p in enumerate(passages) if p.span.contains(fact.span)), None)
        if index is None or len(fact.span) > MAX_NAME or ":" in fact.span.of(text):
            continue
        label = "PERSON" if fact.field == "author" and _full_name(text, fact.span) else "ORG"
        if fact.field == "publisher" or label == "PERSON":
            yield CandidateName(fact.span, index, label, "byline")


def in_passage(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """Everything that the words of one passage show by their form."""
    words = list(lexis.words(text, passage.span.start, passage.span.end))
    yield from _titled(text, index, passage, words)
    yield from _designated(text, index, passage)
    yield from _inverted(text, index, passage)
    yield from _expanded(text, index, words)
    yield from _handles(text, index, passage)
    yield from _credited(text, index, passage)
    if passage.kind is PassageKind.BYLINE:
        yield from _byline(text, index, passage)
    if passage.kind in (PassageKind.LIST_ITEM, PassageKind.TABLE_ROW) or passage.label is not None:
        yield from _listed(text, index, passage, words)


def _titled(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`Mr Rogozin`, `Dr. Jane Roe`, `Captain Smith`: the name after a title or a capitalised office."""
    for at, (left, right) in enumerate(pairwise(words)):
        if not _joined(text, left, right) or not lexis.is_name_word(right.text) or is_title(right.text):
            continue
        titled = is_title(left.text) and left.text[:1].isupper()
        if not titled and "." in text[left.end : right.start]:
            continue
        if not titled and not (left.text[:1].isupper() and is_role(left.text) and not is_role(right.text)):
            continue
        run = trim_person(text, _name_run(text, words[at + 1 :]))
        if not run or (lexis.is_acronym(run[0].text) and not titled) or _is_office(run):
            continue
        civil = left.text.rstrip(".").casefold() in CIVIL_TITLES and len(run) == 1
        start = left.start if civil else run[0].start
        if not titled and in_title_case(text, Span(left.start, right.end), passage.span):
            continue
        origin = "title" if titled else "office"
        yield CandidateName(Span(start, run[-1].end), index, "PERSON", origin)


def _is_office(run: Sequence[Word]) -> bool:
    """Whether what follows a title is an office, not a name: `Mr President`."""
    last = run[-1].text
    if len(run) == 1 and last.casefold() in lexis.word_list("organization_nouns"):
        return True
    return last.casefold() in lexis.word_list("person_nouns") and last not in lexis.word_list("family_names")


def _name_run(text: str, words: Sequence[Word]) -> list[Word]:
    """The words of a personal name from the first on: capitals, initials, and particles between them."""
    run: list[Word] = []
    for word in words[:5]:
        if run and not _joined(text, run[-1], word):
            break
        if not lexis.is_name_word(word.text) and word.text not in lexis.PARTICLES - {"and", "the", "of", "y", "e", "u"}:
            break
        if any(c.isdigit() for c in word.text):
            break
        run.append(word)
        if text[word.end : word.end + 1] == "." and len(word.text) > 2:
            break
    while run and not lexis.is_name_word(run[-1].text):
        run.pop()
    return run


def _joined(text: str, left: Word, right: Word) -> bool:
    return bool(_SPACE.fullmatch(text[left.end : right.start]))


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
        run = _name_run(text, list(lexis.words(text, match.end(), min(match.end() + 60, passage.span.end))))
        if run:
            yield CandidateName(Span(match.start(), run[-1].end), index, "PRODUCT", "ship prefix")


def _inverted(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """`BRANDAUER, Karl-Heinz`: a surname in capitals, a comma, and a known given name."""
    for match in _CAPITALS_FIRST.finditer(text, passage.span.start, passage.span.end):
        given = match.group(1)
        if not given.isupper() and any(part in lexis.word_list("given_names") for part in (given, *given.split("-"))):
            yield CandidateName(Span(*match.span()), index, "PERSON", "inverted")


def _expanded(text: str, index: int, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`Board of Trade (BoT)`: a name and, in brackets after it, its initials."""
    for at, word in enumerate(words):
        opened = at > 1 and text[words[at - 1].end : word.start] == " (" and text[word.end : word.end + 1] == ")"
        if not opened or not 2 <= len(word.text) <= 8 or sum(c.isupper() for c in word.text) < 2:
            continue
        for length in range(2, min(at, 10) + 1):
            run = words[at - length : at]
            if not lexis.is_name_word(run[0].text) or "\n" in text[run[0].start : word.start]:
                continue
            if lexis.initials_fit(word.text, [w.text for w in run]):
                yield CandidateName(Span(run[0].start, run[-1].end), index, "ORG", "expansion")
                yield CandidateName(Span(word.start, word.end), index, "ORG", "acronym")
                break


def _handles(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    for match in _HANDLE.finditer(text, passage.span.start, passage.span.end):
        yield CandidateName(Span(*match.span()), index, "PERSON", "handle")


def _credited(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """`Photo by Jane Roe`, `Image: Jane Roe.`"""
    for match in _CREDIT.finditer(text, passage.span.start, passage.span.end):
        stop = _CREDIT_END.search(text, match.end(), passage.span.end)
        span = Span(match.end(), stop.start() if stop else passage.span.end)
        words = list(lexis.words(text, span.start, span.end))
        if 0 < len(words) <= 4 and all(lexis.is_name_word(w.text) for w in (words[0], words[-1])):
            acronym = len(words) == 1 and lexis.is_acronym(words[0].text)
            yield CandidateName(Span(words[0].start, words[-1].end), index, "ORG" if acronym else "PERSON", "credit" if len(words) > 1 else "signature")


def _byline(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """`By HARRY PETTIT FOR MAILONLINE`: persons, and the outlet after `for`."""
    opening = _BYLINE.search(text, passage.span.start, passage.span.end)
    start = opening.end() if opening else passage.span.start
    found = False
    while start < passage.span.end:
        stop = _BYLINE_BREAK.search(text, start, passage.span.end)
        piece = Span(start, stop.start() if stop else passage.span.end)
        words = list(lexis.words(text, piece.start, piece.end))
        outlet = found and bool(_OUTLET_BEFORE.search(text, passage.span.start, start))
        named = 0 < len(words) <= 5 and all(lexis.is_name_word(w.text) or w.text in lexis.PARTICLES for w in words)
        span = Span(words[0].start, words[-1].end) if words else piece
        found = named and not outlet and not _is_office(words) and _full_name(text, span)
        if found or (named and outlet):
            yield CandidateName(span, index, "ORG" if outlet else "PERSON", "byline")
        if stop is None:
            return
        start = stop.end()


def _listed(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """`Flight Engineer 1 Germany Alexander Gerst, ESA`: the name after office and country in a list line."""
    start = passage.label.end if passage.label else passage.span.start
    words = [w for w in words if w.start >= start]
    lead = 0
    while lead < len(words) and (is_role(words[lead].text) or words[lead].text.isdigit() or _qualifies_role(words, lead)):
        lead += 1
    country = _country(words[lead:])
    run = _name_run(text, words[lead + country :])
    if country and lead:
        yield CandidateName(Span(words[lead].start, words[lead + country - 1].end), index, "GPE", "list")
    if 2 <= len(run) <= 4 and _personal(run, lead + country):
        yield CandidateName(Span(run[0].start, run[-1].end), index, "PERSON", "list")
        rest = [w for w in words if w.start > run[-1].end]
        if rest and lead and lexis.is_acronym(rest[0].text) and text[run[-1].end : rest[0].start].strip() == ",":
            yield CandidateName(Span(rest[0].start, rest[0].end), index, "ORG", "list")


def _qualifies_role(words: Sequence[Word], at: int) -> bool:
    """Whether a word qualifies the office after it: `Flight` in `Flight Engineer`."""
    after = words[at + 1].text if at + 1 < len(words) else ""
    return is_role(after) and words[at].text not in lexis.word_list("given_names") and at + 3 < len(words)


def _country(words: Sequence[Word]) -> int:
    for length in (3, 2, 1):
        if len(words) - length >= 2 and " ".join(w.text for w in words[:length]) in lexis.word_list("places"):
            return length
    return 0


def _personal(run: Sequence[Word], lead: int) -> bool:
    """Whether the words of a line make a personal name: a known given name first, or an office before them."""
    known = run[0].text in lexis.word_list("given_names")
    return (known or lead > 0) and not any(is_role(w.text) or lexis.is_acronym(w.text) for w in run[1:])


def _is_inverted(name: str) -> bool:
    family, comma, given = name.partition(",")
    return bool(comma) and bool(given.strip()) and len(family.split()) <= 3 and len(given.split()) <= 3


def _full_name(text: str, span: Span) -> bool:
    words = list(lexis.words(text, span.start, span.end))
    nouns = lexis.word_list("organization_nouns")
    return 2 <= len(words) <= 5 and not any(w.text.casefold() in nouns or any(map(str.isdigit, w.text)) for w in words)


def _without_article(text: str, span: Span) -> Span | None:
    words = list(lexis.words(text, span.start, span.end))
    return Span(span.start, span.end) if words else None
