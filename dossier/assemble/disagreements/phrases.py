"""Noun phrases as values: whom or what they denote, and whether two of them can be the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier import lexis
from dossier.assemble.clauses import children, noun_phrase, subtree
from dossier.assemble.content import content_stems, stem
from dossier.assemble.denotes import denoted
from dossier.assemble.reading import Reading
from dossier.assemble.words import person_nouns
from dossier.model.annotation import Sentence
from dossier.model.entity import EntityKind
from dossier.model.span import Span

_ENDS = frozenset({"relcl", "acl", "appos", "punct", "cc"})
_SHARED_START = 6
"""Letters from which on one word inside another is the same thing: `meteor` in `micrometeorite`."""
_QUANTIFIERS = frozenset({"none", "all", "both", "each", "neither", "either"})
"""Words that say of how many of something a thing is told."""
_UNKNOWN = frozenset({"unknown", "unidentified", "someone", "somebody", "person", "people", "anyone", "one", "who"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with what it can be recognised by."""

    span: Span
    head: str
    """Stem of its head."""
    lemma: str
    stems: frozenset[str]
    entities: frozenset[str]
    is_person: bool
    """A person noun, or the name of a person or organization."""
    pronoun: bool

    @property
    def is_vehicle(self) -> bool:
        """Whether it names or describes a ship, a train, an aircraft."""
        named = any(entity.startswith(EntityKind.VEHICLE) for entity in self.entities)
        return named or (not self.entities and self.lemma in lexis.word_list("vehicle_nouns"))

    @property
    def is_place(self) -> bool:
        """Whether it names places alone."""
        return bool(self.entities) and all(entity.startswith(EntityKind.PLACE) for entity in self.entities)

    @property
    def unknown(self) -> bool:
        """Whether it leaves open who or what it is: `someone`, `unknown actors`."""
        described = {self.lemma} | (self.stems if self.is_person else frozenset())
        return bool(described & _UNKNOWN) and not self.entities


def phrase(reading: Reading, sentence: Sentence, head: int, *, whole: bool = False) -> Phrase:
    """The phrase with a head; `whole` takes its `of` and participle additions in, but no relative clause."""
    tokens = sentence.tokens
    below = children(sentence)
    head = counted(sentence, head)
    ends = {"relcl", "appos", "punct", "cc", "conj"} if whole else _ENDS | {"conj"}
    # An adverb or aside that begins the phrase is no part of it.
    words = subtree(below, head, frozenset(i for i in range(len(tokens)) if tokens[i].dep in ends and i != head))
    span = Span(tokens[words[0]].start, tokens[words[-1]].end) if words else noun_phrase(sentence, head)
    token = tokens[head]
    who = denoted(reading, sentence, (head,)).entities
    inside = {n.entity for n in reading.named_in(span)}
    named_head = {n.entity for n in reading.named_in(span) if n.span.start <= token.start < n.span.end}
    telling = [tokens[i].lemma for i in words if tokens[i].pos in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}]
    is_person = bool(who) or token.lemma.casefold() in person_nouns()
    return Phrase(
        span,
        stem(token.lemma),
        token.lemma.casefold(),
        content_stems(*telling),
        frozenset(who) or frozenset(named_head) or frozenset(inside if len(inside) == 1 and is_person else ()),
        is_person,
        token.pos == "PRON",
    )


def counted(sentence: Sentence, head: int) -> int:
    """The noun that `none`, `all` or `the earliest` are `of`; the head itself where it is another word."""
    if sentence.tokens[head].lemma.casefold() not in _QUANTIFIERS and sentence.tokens[head].tag != "JJS":
        return head
    links = [i for i in children(sentence)[head] if sentence.tokens[i].lemma == "of"]
    return next((j for i in links for j in children(sentence)[i] if sentence.tokens[j].dep == "pobj"), head)


def can_be_same(a: Phrase, b: Phrase, common: Iterable[str] = ()) -> bool:
    """Whether two phrases may denote the same: a name in common, a telling word in common, or one word inside the
    other. `common` are stems too general to tell anything."""
    if a.entities and b.entities and a.is_person and b.is_person:
        return bool(a.entities & b.entities)
    general = set(common)
    if a.entities & b.entities or (a.stems & b.stems) - general:
        return True
    return any(_inside(x, y) for x in a.stems - general for y in b.stems - general)


def _inside(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= _SHARED_START and short in long
