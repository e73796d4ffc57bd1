"""Whom a noun phrase or a pronoun denotes: a mention it holds, a name beside it, or someone named before."""

from dataclasses import dataclass

from dossier.assemble.clauses import children, noun_phrase
from dossier.assemble.clock_times import times_of_nouns
from dossier.assemble.pronouns import antecedent
from dossier.assemble.reading import Named, Reading
from dossier.assemble.words import media_nouns
from dossier.model.annotation import Sentence
from dossier.model.entity import EntityKind
from dossier.model.span import Span

ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION})
"""The kinds that speak and act."""


@dataclass(frozen=True, slots=True)
class Denoted:
    """The words of a phrase, whom they denote, and what that rests on."""

    span: Span | None
    entities: tuple[str, ...]
    basis: str


NOBODY = Denoted(None, (), "nobody named")


def denoted(reading: Reading, sentence: Sentence, heads: tuple[int, ...], *, speaks: bool = False) -> Denoted:
    """The people or organizations that phrases with these heads denote. A pronoun is followed back only where
    one person comes into question, or where it `speaks` one organization; a description denotes nobody."""
    if not heads:
        return NOBODY
    tokens = sentence.tokens
    if tokens[heads[0]].tag in {"WP", "WDT", "WRB"}:
        # A question word, or a relative whose noun the parser did not find.
        return NOBODY
    named = [found for head in heads if (found := _named_at(reading, sentence, head))]
    words = _extent(reading, sentence, heads)
    if named:
        return Denoted(words, tuple(dict.fromkeys(n.entity for n in named)), f"“{words.of(reading.text)}”")
    if tokens[heads[0]].pos == "PRON" or _has_beside(sentence, heads[0], "they"):
        return _followed_back(reading, sentence, heads[0], speaks=speaks)
    return Denoted(words, (), "a description, not a name")


def _extent(reading: Reading, sentence: Sentence, heads: tuple[int, ...]) -> Span:
    """The words of phrases, without a time or date in front: `At 17.40 Captain Reid telephoned`, `On 12 May the Company
    announced`."""
    phrases = [noun_phrase(sentence, head) for head in heads]
    start = min(p.start for p in phrases)
    head = sentence.tokens[heads[0]].start
    dates = (d.span for d in reading.dates_in(Span(start, head)) if d.span.start == start)
    after = next((time.end for time in (*times_of_nouns(reading.text, sentence), *dates) if time.start == start), start)
    start = next(t.start for t in sentence.tokens if t.start >= after)
    return Span(start, max(p.end for p in phrases))


def _named_at(reading: Reading, sentence: Sentence, head: int) -> Named | None:
    """The mention that a noun phrase is the name of, or has beside it: `the head of the agency, Ada Byrne`;
    `Ada Byrne, head of the agency`."""
    tokens = sentence.tokens
    hanging = children(sentence)[head]
    beside = [tokens[i] for i in sorted((head, *(i for i in hanging if tokens[i].dep == "appos")))]
    if tokens[head].dep == "appos":
        beside.append(tokens[tokens[head].head])
    if tokens[head].lemma.lower() in media_nouns() or _is_news_agency(sentence, head):
        # `The Izvestia newspaper`, `the TASS news agency`.
        beside += [t for t in (tokens[i] for i in hanging) if t.dep == "compound" and t.pos == "PROPN"]
    inside = [n for n in reading.named_in(sentence.span) if n.kind in ACTORS]
    inside += reading.described_in(sentence.span)
    return next((n for t in beside for n in inside if n.span.overlaps(t)), None)


def _is_news_agency(sentence: Sentence, head: int) -> bool:
    return sentence.tokens[head].lemma.lower() == "agency" and _has_beside(sentence, head, "news")


def _has_beside(sentence: Sentence, head: int, word: str) -> bool:
    """Whether a word hangs on a noun: `they` on `both` of `they both`."""
    return any(sentence.tokens[i].lemma.lower() == word for i in children(sentence)[head])


def _followed_back(reading: Reading, sentence: Sentence, pronoun: int, *, speaks: bool) -> Denoted:
    """Whom a pronoun means, where that is clear."""
    token = sentence.tokens[pronoun]
    span = Span(token.start, token.end)
    words = f"“{span.of(reading.text)}”"
    found = antecedent(reading, sentence, pronoun, speaks=speaks)
    if found.words is None:
        return Denoted(span, (), f"{words} could be more than one, or nobody named")
    return Denoted(span, found.entities, f"{words} follows “{found.words.of(reading.text)}”")
