"""Cues of speech (`said`, `according to`) and whom they name as the speaker."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import noun_phrase, subjects_of
from dossier.assemble.reading import Named, Reading
from dossier.assemble.words import reporting_verbs
from dossier.model.annotation import Sentence, Token
from dossier.model.entity import EntityKind
from dossier.model.span import Span

SPEAKING_KINDS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION})
_SINGULAR = frozenset({"he", "she"})
_PLURAL = frozenset({"they"})
PASSAGES_BACK = 2
"""How many passages before its own a pronoun may look for its person: further back, more than one person has
usually been spoken of."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports speech, in its sentence."""

    sentence: Sentence
    index: int

    @property
    def span(self) -> Span:
        """The cue's own word."""
        token = self.sentence.tokens[self.index]
        return Span(token.start, token.end)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the words that say so, and the people or organizations they denote."""

    span: Span | None
    entities: tuple[str, ...]
    basis: str


_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z“\"])")
NOBODY = Speaker(None, (), "no speaker named")


def speaker_before_colon(reading: Reading, start: int) -> Speaker:
    """Who is quoted at `start` after a colon with no verb of speech: the only person or organization named before
    it in the sentence that the colon ends."""
    head = reading.text.rfind("\n", 0, start) + 1
    passage = reading.passage_at(start)
    head = max(head, reading.passages[passage].span.start)
    before = Span(max(head, *(m.end() + head for m in _SENTENCE_END.finditer(reading.text[head:start])), head), start)
    named = [n for n in reading.named_in(before) if n.kind in SPEAKING_KINDS]
    people = [n for n in named if n.kind is EntityKind.PERSON] or named
    if len({n.entity for n in people}) != 1:
        return NOBODY
    return Speaker(people[0].span, (people[0].entity,), f"“{before.of(reading.text).strip()}”")


def cues_in(sentence: Sentence) -> Iterator[Cue]:
    """The words of a sentence that report speech."""
    for index, token in enumerate(sentence.tokens):
        is_verb = token.pos == "VERB" and token.lemma in reporting_verbs()
        if is_verb or token.lemma.lower() == "according" or _is_according(sentence, index):
            yield Cue(sentence, index)


def _is_according(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].lemma == "accord" and sentence.tokens[index].pos != "NOUN"


def speaker_of(reading: Reading, cue: Cue) -> Speaker:
    """Whom a cue names as the speaker. A pronoun is followed back only where one person comes into question."""
    tokens = cue.sentence.tokens
    heads = _objects_of_according(cue) or _issuers(cue)
    if not heads:
        return NOBODY
    named = [found for head in heads if (found := _named_at(reading, cue.sentence, head))]
    words = _extent(cue.sentence, heads)
    if named:
        return Speaker(words, tuple(dict.fromkeys(n.entity for n in named)), f"“{words.of(reading.text)}”")
    if tokens[heads[0]].pos == "PRON" or _begins_with_they(tokens, heads[0]):
        return _followed_back(reading, cue.sentence, heads[0])
    return Speaker(words, (), "a description, not a name")


def _objects_of_according(cue: Cue) -> tuple[int, ...]:
    tokens = cue.sentence.tokens
    if not tokens[cue.index].lemma.lower().startswith("accord"):
        return ()
    prepositions = {i for i, token in enumerate(tokens) if token.head == cue.index and token.dep == "prep"}
    return tuple(i for i, token in enumerate(tokens) if token.head in prepositions and token.dep == "pobj")


def _named_at(reading: Reading, sentence: Sentence, head: int) -> Named | None:
    """The mention of a person or organization that a noun phrase is the name of, or has beside it: `the head of
    the agency, Ada Byrne`."""
    tokens = sentence.tokens
    beside = [t for i, t in enumerate(tokens) if i == head or (t.head == head and t.dep == "appos")]
    inside = [n for n in reading.named_in(sentence.span) if n.kind in SPEAKING_KINDS]
    return next((n for t in beside for n in inside if n.span.overlaps(Span(t.start, t.end))), None)


def _extent(sentence: Sentence, heads: tuple[int, ...]) -> Span:
    phrases = [noun_phrase(sentence, head) for head in heads]
    return Span(min(p.start for p in phrases), max(p.end for p in phrases))


def _issuers(cue: Cue) -> tuple[int, ...]:
    """Subject of the cue; where a document speaks, those who issued it: `they released a statement which said`,
    `a report by the owners says`."""
    heads, tokens = subjects_of(cue.sentence, cue.index), cue.sentence.tokens
    if len(heads) != 1 or any(t.head == cue.index and t.tag == "WP" for t in tokens):
        return heads
    by = {i for i, t in enumerate(tokens) if t.head == heads[0] and t.dep == "prep" and t.lemma == "by"}
    authors = tuple(i for i, t in enumerate(tokens) if t.head in by and t.dep == "pobj")
    if not authors and tokens[heads[0]].dep == "dobj":
        authors = subjects_of(cue.sentence, tokens[heads[0]].head)
    return authors or heads


def _begins_with_they(tokens: tuple[Token, ...], head: int) -> bool:
    """`They` before a noun (`they both`, `they all`)."""
    return any(token.head == head and token.lemma.lower() in _PLURAL for token in tokens)


def _followed_back(reading: Reading, sentence: Sentence, pronoun: int) -> Speaker:
    """Whom a pronoun means. `he` and `she`: the person before it, if only one comes into question. `they`: the
    two or more people whom the sentence before it names, and nobody else. Anything else stays open."""
    token = sentence.tokens[pronoun]
    span = Span(token.start, token.end)
    words = f"“{span.of(reading.text)}”"
    before = _sentence_before(reading, sentence)
    if before is None:
        return Speaker(span, (), f"{words} is left open")
    people = [n for n in reading.named_in(before.span) if n.kind is EntityKind.PERSON]
    if token.lemma.lower() not in _SINGULAR:
        entities = tuple(dict.fromkeys(n.entity for n in people))
        if len(entities) < 2:
            return Speaker(span, (), f"{words} is left open")
        return Speaker(span, entities, f"{words} follows “{before.span.of(reading.text)}”")
    one = _the_one(before, people)
    if one is None:
        return Speaker(span, (), f"{words} could be more than one person")
    return Speaker(span, (one.entity,), f"{words} follows “{one.span.of(reading.text)}”")


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
