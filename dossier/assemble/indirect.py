"""Indirect speech: what somebody said in the reporter's words.

Found where a verb of speech governs a clause (`Reid stated that he had warned the master`; `The ship was sound,
Galbraith said`; `it was thought that …`) and where a sentence stands `according to` somebody.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import children, is_parsed, subtree
from dossier.assemble.denotes import NOBODY, Denoted
from dossier.assemble.reading import Reading
from dossier.assemble.speech import Cue, cues_in, speaker_of
from dossier.assemble.standing import DENYING
from dossier.assemble.telling import is_finite
from dossier.assemble.words import communication_verbs, reporting_verbs
from dossier.model.annotation import Quotation, Sentence, Token
from dossier.model.span import Span

SHORTEST = 3
"""Words of a reported clause; a shorter one (`he said so`) says nothing on its own."""
QUOTED_SHARE = 0.6
"""Share of a clause between quotation marks from which on it is a quotation, found as such already."""


_PASSED_ON = Denoted(None, (), "passed on by whoever reports it, not said")


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause with its cue and speaker."""

    span: Span
    cue: Span
    speaker: Denoted
    rule: str


def reported(reading: Reading, sentence: Sentence) -> Iterator[Reported]:
    """The indirect speech of one sentence; of speech within speech the innermost, because who passes it on is
    not who said it."""
    if not is_parsed(sentence):
        return
    found = [*_reported_clauses(reading, sentence), *_according_to(reading, sentence)]
    for one in found:
        if not any(other is not one and one.span.contains(other.span) for other in found):
            yield one


def _reported_clauses(reading: Reading, sentence: Sentence) -> Iterator[Reported]:
    tokens, below = sentence.tokens, children(sentence)
    for verb, token in enumerate(tokens):
        if not _speaks(token):
            continue
        for clause in below[verb]:
            if tokens[clause].dep != "ccomp" or not is_finite(sentence, clause):
                continue
            span = _words_of(sentence, subtree(below, clause, _comments(sentence)), clause, verb)
            if span is not None and not _is_quoted(reading, span):
                span = _with_closing_mark(reading, span)
                cue = Cue(sentence, clause if _is_relayed(sentence, clause) else verb)
                if token.lemma in DENYING:
                    # A denial without its verb would read as the assertion.
                    span = Span(min(token.start, span.start), max(token.end, span.end))
                passed_on = _has_source_in_front(sentence, below[clause] + below[verb], clause)
                speaker = _PASSED_ON if passed_on else _speaker(reading, cue, below)
                yield Reported(span, cue.span, speaker, "reported clause")


def _has_source_in_front(sentence: Sentence, hanging: tuple[int, ...], clause: int) -> bool:
    """`A reported, citing sources, that …, B writes`, where the parser hangs A's verb on the clause or on B's: B
    passes it on, and who said it to A is not named."""
    tokens = sentence.tokens
    return any(i < clause and tokens[i].dep == "ccomp" and _speaks(tokens[i]) for i in hanging)


def _comments(sentence: Sentence) -> frozenset[int]:
    """Relative clauses that tell what others said to it: `…, which the owners denied`."""
    return frozenset(
        i
        for i, t in enumerate(sentence.tokens)
        if t.dep in {"relcl", "advcl"} and _speaks(t) and _has_which(sentence, i)
    )


def _has_which(sentence: Sentence, verb: int) -> bool:
    return any(t.head == verb and t.tag == "WDT" for t in sentence.tokens)


def _speaks(token: Token) -> bool:
    return token.pos == "VERB" and token.lemma in reporting_verbs() | communication_verbs()


def _is_relayed(sentence: Sentence, clause: int) -> bool:
    """`A reported on Friday, citing sources, that …, B writes`: B passes on what A reported."""
    complements = {"dobj", "xcomp", "ccomp", "attr", "acomp"}
    verb = sentence.tokens[clause]
    return verb.lemma in reporting_verbs() and not any(
        t.head == clause and t.dep in complements for t in sentence.tokens
    )


def _words_of(sentence: Sentence, words: tuple[int, ...], clause: int, verb: int) -> Span | None:
    """The reported words, on the one side of their verb; `that` left out."""
    tokens = sentence.tokens
    side = [i for i in words if (i > verb) == (clause > verb)]
    while side and (tokens[side[0]].dep == "mark" or tokens[side[0]].pos in {"PUNCT", "SPACE"}):
        side.pop(0)
    while side and tokens[side[-1]].pos in {"PUNCT", "SPACE"}:
        side.pop()
    if sum(tokens[i].pos != "PUNCT" for i in side) < SHORTEST:
        return None
    return Span(tokens[side[0]].start, tokens[side[-1]].end)


def _with_closing_mark(reading: Reading, span: Span) -> Span:
    """The span, with the mark that closes a quotation begun inside it."""
    ends = [q.span.end for q in reading.document.annotations.quotations if q.closed and span.contains(_opening(q))]
    later = [end for end in ends if span.end < end <= span.end + 3]
    return Span(span.start, later[0]) if later else span


def _opening(quotation: Quotation) -> Span:
    return Span(quotation.span.start, quotation.span.start + 1)


def _is_quoted(reading: Reading, span: Span) -> bool:
    quoted = (part for q in reading.document.annotations.quotations for part in q.parts if part.overlaps(span))
    shared = sum(min(part.end, span.end) - max(part.start, span.start) for part in quoted)
    return shared >= QUOTED_SHARE * len(span)


def _speaker(reading: Reading, cue: Cue, below: tuple[tuple[int, ...], ...]) -> Denoted:
    """The cue's speaker; whom it `cites`, where it does; the one who `was quoted as saying`."""
    tokens = cue.sentence.tokens
    for child in below[cue.index]:
        if tokens[child].lemma == "cite":
            sources = [i for i in below[child] if tokens[i].dep == "dobj"]
            return Denoted(Span(tokens[sources[0]].start, tokens[sources[0]].end), (), "cited") if sources else NOBODY
    governor = tokens[tokens[cue.index].head]
    if tokens[cue.index].dep == "pcomp" and governor.lemma == "as" and tokens[governor.head].tag == "VBN":
        return speaker_of(reading, Cue(cue.sentence, governor.head))
    if any(tokens[i].dep in {"nsubjpass", "auxpass"} for i in below[cue.index]):
        return NOBODY
    return speaker_of(reading, cue)


def _according_to(reading: Reading, sentence: Sentence) -> Iterator[Reported]:
    """`According to a witness, the light was out`: the rest of the sentence is what the witness said."""
    tokens, below = sentence.tokens, children(sentence)
    for cue in cues_in(sentence):
        if not tokens[cue.index].lemma.lower().startswith("accord") or tokens[cue.index].dep not in {"prep", "advcl"}:
            continue
        said = tokens[cue.index].head
        rest = subtree(below, said, frozenset({cue.index}))
        words = [i for i in rest if tokens[i].pos not in {"PUNCT", "SPACE"}]
        if len(words) < SHORTEST or not is_finite(sentence, said):
            continue
        span = Span(tokens[words[0]].start, tokens[words[-1]].end)
        if not span.overlaps(cue.span) and not _is_quoted(reading, span):
            yield Reported(span, cue.span, speaker_of(reading, cue), "according to")
