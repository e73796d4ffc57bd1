"""Whom a noun phrase or a pronoun denotes: a mention it holds, a name beside it, or someone named before."""

from dataclasses import dataclass

from dossier.assemble.clauses import noun_phrase
from dossier.assemble.reading import Named, Reading
from dossier.model.annotation import Sentence, Token
from dossier.model.entity import EntityKind
from dossier.model.span import Span

ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION})
"""The kinds that speak and act."""
_SINGULAR = frozenset({"he", "she"})
_PLURAL = frozenset({"they"})
PASSAGES_BACK = 2
"""How many passages before its own a pronoun may look for its person: further back, more than one person has
usually been spoken of."""


MOST_TOGETHER = 4
"""People whom `they` may mean by name; a longer list is one of examples."""


@dataclass(frozen=True, slots=True)
class Denoted:
    """The words of a phrase, whom they denote, and what that rests on."""

    span: Span | None
    entities: tuple[str, ...]
    basis: str


NOBODY = Denoted(None, (), "nobody named")


def denoted(reading: Reading, sentence: Sentence, heads: tuple[int, ...]) -> Denoted:
    """The people or organizations that phrases with these heads denote. A pronoun is followed back only where
    one person comes into question; a description denotes nobody."""
    if not heads:
        return NOBODY
    tokens = sentence.tokens
    if tokens[heads[0]].tag in {"WP", "WDT", "WRB"}:
        # A question word, or a relative whose noun the parser did not find.
        return NOBODY
    named = [found for head in heads if (found := _named_at(reading, sentence, head))]
    words = _extent(sentence, heads)
    if named:
        return Denoted(words, tuple(dict.fromkeys(n.entity for n in named)), f"“{words.of(reading.text)}”")
    if tokens[heads[0]].pos == "PRON" or _begins_with_they(tokens, heads[0]):
        return _followed_back(reading, sentence, heads[0])
    return Denoted(words, (), "a description, not a name")


def _extent(sentence: Sentence, heads: tuple[int, ...]) -> Span:
    phrases = [noun_phrase(sentence, head) for head in heads]
    return Span(min(p.start for p in phrases), max(p.end for p in phrases))


def _named_at(reading: Reading, sentence: Sentence, head: int) -> Named | None:
    """The mention that a noun phrase is the name of, or has beside it: `the head of the agency, Ada Byrne`;
    `Ada Byrne, head of the agency`."""
    tokens = sentence.tokens
    beside = [t for i, t in enumerate(tokens) if i == head or (t.head == head and t.dep == "appos")]
    if tokens[head].dep == "appos":
        beside.append(tokens[tokens[head].head])
    inside = [n for n in reading.named_in(sentence.span) if n.kind in ACTORS]
    inside += [n for n in reading.described if sentence.span.contains(n.span)]
    return next((n for t in beside for n in inside if n.span.overlaps(Span(t.start, t.end))), None)


def _begins_with_they(tokens: tuple[Token, ...], head: int) -> bool:
    """`They` before a noun (`they both`, `they all`)."""
    return any(token.head == head and token.lemma.lower() in _PLURAL for token in tokens)


def _followed_back(reading: Reading, sentence: Sentence, pronoun: int) -> Denoted:
    """Whom a pronoun means. `he` and `she`: the person before it, if only one comes into question. `they`: the
    two or more people whom the sentence before it names, and nobody else. Anything else stays open."""
    token = sentence.tokens[pronoun]
    span = Span(token.start, token.end)
    words = f"“{span.of(reading.text)}”"
    single = token.lemma.lower() in _SINGULAR
    before = _sentence_before(reading, sentence) if single or token.lemma.lower() in _PLURAL else None
    if before is None:
        return Denoted(span, (), f"{words} is left open")
    people = [n for n in reading.named_in(before.span) if n.kind is EntityKind.PERSON]
    if not single:
        entities = tuple(dict.fromkeys(n.entity for n in people))
        if not 2 <= len(entities) <= MOST_TOGETHER:
            return Denoted(span, (), f"{words} is left open")
        return Denoted(span, entities, f"{words} follows “{before.span.of(reading.text)}”")
    one = _the_one(before, people)
    if one is None:
        return Denoted(span, (), f"{words} could be more than one person")
    return Denoted(span, (one.entity,), f"{words} follows “{one.span.of(reading.text)}”")


def _sentence_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """The last sentence before this one that names a person, at most two passages back."""
    for passage in range(sentence.passage, max(-1, sentence.passage - 1 - PASSAGES_BACK), -1):
        if not reading.tells_story(passage):
            continue
        for before in reversed(reading.sentences_of(passage)):
            people = (n for n in reading.named_in(before.span) if n.kind is EntityKind.PERSON)
            if before.span.start < sentence.span.start and any(people):
                return before
    return None


def _the_one(sentence: Sentence, people: list[Named]) -> Named | None:
    """The only person of a sentence, or the only one who is a subject in it."""
    if len({n.entity for n in people}) == 1:
        return people[0]
    subjects = [Span(t.start, t.end) for t in sentence.tokens if t.dep in {"nsubj", "nsubjpass"}]
    found = [n for n in people if any(n.span.overlaps(s) for s in subjects)]
    return found[0] if len({n.entity for n in found}) == 1 else None
