"""Cues of speech (`said`, `according to`) and whom they name as the speaker."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import noun_phrase, subjects_of
from dossier.assemble.reading import Named, Reading
from dossier.assemble.words import reporting_verbs
from dossier.model.annotation import Sentence
from dossier.model.entity import EntityKind
from dossier.model.span import Span

SPEAKING_KINDS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION})
_SINGULAR = frozenset({"he", "she"})
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


NOBODY = Speaker(None, (), "no speaker named")


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
    heads = _objects_of_according(cue) or subjects_of(cue.sentence, cue.index)
    if not heads:
        return NOBODY
    named = [found for head in heads if (found := _named_at(reading, cue.sentence, head))]
    words = _extent(cue.sentence, heads)
    if named:
        return Speaker(words, tuple(dict.fromkeys(n.entity for n in named)), f"“{words.of(reading.text)}”")
    if tokens[heads[0]].lemma.lower() in _SINGULAR or tokens[heads[0]].pos == "PRON":
        return _followed_back(reading, cue.sentence, heads[0])
    return Speaker(words, (), "a description, not a name")


def _objects_of_according(cue: Cue) -> tuple[int, ...]:
    tokens = cue.sentence.tokens
    if not tokens[cue.index].lemma.lower().startswith("accord"):
        return ()
    prepositions = {i for i, token in enumerate(tokens) if token.head == cue.index and token.dep == "prep"}
    return tuple(i for i, token in enumerate(tokens) if token.head in prepositions and token.dep == "pobj")


def _named_at(reading: Reading, sentence: Sentence, head: int) -> Named | None:
    """The mention of a person or organization that a noun phrase is the name of."""
    token = sentence.tokens[head]
    own = Span(token.start, token.end)
    inside = [n for n in reading.named_in(sentence.span) if n.kind in SPEAKING_KINDS]
    return next((n for n in inside if n.span.overlaps(own)), None)


def _extent(sentence: Sentence, heads: tuple[int, ...]) -> Span:
    phrases = [noun_phrase(sentence, head) for head in heads]
    return Span(min(p.start for p in phrases), max(p.end for p in phrases))


def _followed_back(reading: Reading, sentence: Sentence, pronoun: int) -> Speaker:
    """`he` and `she` mean the last person before them if that is the only person of the passages looked at
    who is the subject of a sentence; anything else stays open."""
    token = sentence.tokens[pronoun]
    span = Span(token.start, token.end)
    if token.lemma.lower() not in _SINGULAR:
        return Speaker(span, (), f"“{span.of(reading.text)}” is left open")
    people = _people_before(reading, sentence)
    if people is None:
        return Speaker(span, (), f"“{span.of(reading.text)}” could be more than one person")
    return Speaker(span, (people.entity,), f"“{span.of(reading.text)}” follows “{people.span.of(reading.text)}”")


def _people_before(reading: Reading, sentence: Sentence) -> Named | None:
    for passage in range(sentence.passage, max(-1, sentence.passage - 1 - PASSAGES_BACK), -1):
        if not reading.tells_story(passage):
            continue
        earlier = [s for s in reading.sentences_of(passage) if s.span.start < sentence.span.start]
        for before in reversed(earlier):
            people = [n for n in reading.named_in(before.span) if n.kind is EntityKind.PERSON]
            if people:
                return _the_one(before, people)
    return None


def _the_one(sentence: Sentence, people: list[Named]) -> Named | None:
    """The only person of a sentence, or the only one who is a subject in it."""
    if len({n.entity for n in people}) == 1:
        return people[0]
    subjects = [Span(t.start, t.end) for t in sentence.tokens if t.dep in {"nsubj", "nsubjpass"}]
    found = [n for n in people if any(n.span.overlaps(s) for s in subjects)]
    return found[0] if len({n.entity for n in found}) == 1 else None
