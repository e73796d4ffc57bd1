"""Names told by the form of a document: references, bylines, credits, handles, crew lists.

Every function yields candidates; spans are half-open code points of the source's text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile

from dossier import lexis
from dossier.annotate.bylines import PRESS_LINE
from dossier.annotate.names_clean import MAX_NAME, is_role, is_title, trim_person
from dossier.annotate.names_run import full_name, is_office, name_run
from dossier.lexis import Word
from dossier.model.annotation import CandidateName, Passage, PassageKind, Reference, Stated
from dossier.model.span import Span

_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z_]\w{1,39}(?!\.?[\w@])")
_CREDIT = re.compile(
    r"\b(?:(?:report|writ|edit|post|compil|translat|research)(?:ing|ed|ten|d)?[ \u00a0]by[ \u00a0]*"
    r"|(?:photo(?:graph)?s?|images?|pictures?|illustrations?|credits?)"
    r"(?:[ \u00a0](?:by|courtesy(?:[ \u00a0]of)?|credit)[ \u00a0]?:?|:)[ \u00a0]*)",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    r"[,;|/()\n\]]|(?<!\b[^\W\d_])\.|[ \u00a0](?:via|for|at|under|on|from|and|in)\b", re.IGNORECASE
)
_BYLINE = re.compile(r"\b(?:by|von|par|por)[ \u00a0:]+", re.IGNORECASE)
_BYLINE_BREAK = re.compile(
    r":[ \u00a0]+|[ \u00a0]+(?:and|for|of|in|at|with|und|et)[ \u00a0]+|[,;|]|\n|[&/]|[ \u00a0][–—-][ \u00a0]",
    re.IGNORECASE,
)
_LONGEST_HEAD = 8
"""Words of a body's name that is the whole first line."""
_MARGIN = 8
"""Code points of such a line beside the name: an article, marks of a heading."""
_OUTLET_BEFORE = re.compile(r"\b(?:for|of)[ \u00a0]+$", re.IGNORECASE)


def from_references(text: str, passages: Sequence[Passage], references: Iterable[Reference]) -> Iterator[CandidateName]:
    """Authors and publishers of cited works; `Evans, Ben` is one name."""
    for reference in references:
        for author in reference.authors:
            label = "PERSON" if _is_inverted(author.of(text)) or full_name(text, author) else "ORG"
            yield CandidateName(author, reference.passage, label, "reference")
        if reference.publisher is not None:
            span = reference.publisher
            if "://" not in span.of(text) and len(span) <= MAX_NAME:
                yield CandidateName(span, reference.passage, "ORG", "publisher")


def from_stated(text: str, passages: Sequence[Passage], stated: Iterable[Stated]) -> Iterator[CandidateName]:
    """The author and publisher that the document states for itself."""
    for fact in stated:
        if fact.span is None or fact.field not in ("author", "publisher"):
            continue
        index = next((i for i, p in enumerate(passages) if p.span.contains(fact.span)), None)
        if index is None or len(fact.span) > MAX_NAME or ":" in fact.span.of(text):
            continue
        if fact.field == "publisher":
            yield CandidateName(fact.span, index, "ORG", "byline")
            continue
        words = _untitled(list(lexis.words(text, fact.span.start, fact.span.end)))
        span = Span(words[0].start, words[-1].end) if words else fact.span
        if words and full_name(text, span) and not is_office(words):
            yield CandidateName(span, index, "PERSON", "byline")


def in_passage(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """Names that the kind of a passage, a credit or a handle shows."""
    if index == 0:
        yield from _letterhead(text, passage)
    yield from _handles(text, index, passage)
    yield from _credited(text, index, passage)
    if passage.kind is PassageKind.BYLINE:
        yield from _byline(text, index, passage)
    if passage.kind in (PassageKind.LIST_ITEM, PassageKind.TABLE_ROW) or passage.label is not None:
        yield from _listed(text, index, passage)


def _letterhead(text: str, passage: Passage) -> Iterator[CandidateName]:
    """`BROTHERHOOD OF LOCOMOTIVE FIREMEN`: a document's first line that is no more than the name of a body."""
    words = list(lexis.words(text, passage.span.start, passage.span.end))
    words = words[1:] if words and words[0].text in ("THE", "The") else words
    if not 1 < len(words) <= _LONGEST_HEAD or len(passage.span) > words[-1].end - words[0].start + _MARGIN:
        return
    head = next((at - 1 for at, word in enumerate(words) if at and word.text.casefold() in ("of", "for")), -1)
    noun = words[head].text.casefold()
    body = noun in lexis.word_list("organization_nouns") or noun in lexis.word_list("organization_heads")
    if body and all(lexis.is_name_word(word.text) or word.text in lexis.PARTICLES | {"for"} for word in words):
        yield CandidateName(Span(words[0].start, words[-1].end), 0, "ORG", "letterhead")


def _handles(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    for match in _HANDLE.finditer(text, passage.span.start, passage.span.end):
        yield CandidateName(Span(*match.span()), index, "PERSON", "handle")


def _credited(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """`Photo by Jane Roe`, `Image: Jane Roe.`, `Editing by R. J. Patel`."""
    for match in _CREDIT.finditer(text, passage.span.start, passage.span.end):
        stop = _CREDIT_END.search(text, match.end(), passage.span.end)
        span = Span(match.end(), stop.start() if stop else passage.span.end)
        words = list(lexis.words(text, span.start, span.end))
        if 0 < len(words) <= 4 and lexis.is_name_word(words[0].text) and lexis.is_name_word(words[-1].text):
            label = "ORG" if len(words) == 1 and lexis.is_acronym(words[0].text) else "PERSON"
            origin = "credit" if len(words) > 1 else "signature"
            yield CandidateName(Span(words[0].start, words[-1].end), index, label, origin)


def _byline(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """`By HARRY PETTIT FOR MAILONLINE`: persons, and the outlet after `for`."""
    if PRESS_LINE.fullmatch(passage.span.of(text)):
        return
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
        # Behind `By` and in the first place of a field stand persons; elsewhere a firm or an office as often.
        told = opening is not None or text[passage.span.start : start].rstrip().endswith(":")
        personal = named and (told or _is_personal(words))
        if personal and is_title(words[0].text):
            words = _untitled(words)
            span = Span(words[0].start, words[-1].end) if words else piece
        found = personal and bool(words) and not outlet and not is_office(words) and full_name(text, span)
        if found or (named and outlet):
            yield CandidateName(span, index, "ORG" if outlet else "PERSON", "byline")
        if stop is None:
            return
        start = stop.end()


def _untitled(words: list[Word]) -> list[Word]:
    """A name without the titles before it."""
    return list(dropwhile(lambda word: is_title(word.text), words))


def _is_personal(words: Sequence[Word]) -> bool:
    """Whether a name shows a person by its first word: an initial, a title, or a given name before a family name."""
    first, last = words[0].text, words[-1].text.title()
    given = first.title() in lexis.word_list("given_names") and last in lexis.word_list("family_names")
    return len(first.rstrip(".")) == 1 or is_title(first) or given


def _listed(text: str, index: int, passage: Passage) -> Iterator[CandidateName]:
    """`Flight Engineer 1 Germany Alexander Gerst, ESA`: the name after office and country in a list line."""
    start = passage.label.end if passage.label else passage.span.start
    words = list(lexis.words(text, start, passage.span.end))
    lead = 0
    while lead < len(words) and _is_lead(words, lead):
        lead += 1
    country = _country(words[lead:])
    named = Span(words[lead].start, words[lead + country - 1].end) if country else passage.span
    run = trim_person(text, name_run(text, words[lead + country :]))
    lead = sum(not word.text.isdigit() for word in words[:lead])
    if country and lead:
        yield CandidateName(named, index, "GPE", "list")
    if 2 <= len(run) <= 4 and _personal(run, lead + country):
        yield CandidateName(Span(run[0].start, run[-1].end), index, "PERSON", "list")
        rest = [w for w in words if w.start > run[-1].end]
        if rest and lead and lexis.is_acronym(rest[0].text) and text[run[-1].end : rest[0].start].strip() == ",":
            yield CandidateName(Span(rest[0].start, rest[0].end), index, "ORG", "list")


def _is_lead(words: Sequence[Word], at: int) -> bool:
    """Whether a word of a list line belongs to the office before the name: `Flight Engineer 1`."""
    return is_role(words[at].text) or words[at].text.isdigit() or _qualifies_role(words, at)


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
