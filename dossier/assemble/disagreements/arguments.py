"""Who and what takes part in a proposition, worked out where it is asked for: most propositions are never compared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dossier.assemble.disagreements.bearing import below_of, voice
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.phrases import Phrase, phrase
from dossier.assemble.events.things_meant import thing_meant
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.entity import EntityKind

_FIRST = frozenset({"i", "me", "my"})


@dataclass(frozen=True)
class Arguments:
    """The heads of the phrases of a predicate, as indexes into its sentence's tokens."""

    context: Context
    reading: Reading
    sentence: Sentence
    acting: tuple[int, ...]
    undergoing: tuple[int, ...]
    predicates: tuple[int, ...]
    """The words whose prepositions bring others in."""

    @cached_property
    def agents(self) -> tuple[Phrase, ...]:
        """Who does it."""
        return self._phrases(self.acting)

    @cached_property
    def patients(self) -> tuple[Phrase, ...]:
        """To whom or what it is done."""
        return self._phrases(self.undergoing)

    @cached_property
    def others(self) -> tuple[Phrase, ...]:
        """What stands with it after prepositions other than `of`."""
        tokens = self.sentence.tokens
        links = [i for at in self.predicates for i in below_of(self.sentence, at, "prep") if tokens[i].lemma != "of"]
        return self._phrases([j for i in links for j in below_of(self.sentence, i, "pobj")])

    def _phrases(self, heads: Sequence[int]) -> tuple[Phrase, ...]:
        return tuple(_denoting(self.context, self.reading, self.sentence, i) for i in heads)


def _denoting(context: Context, reading: Reading, sentence: Sentence, head: int) -> Phrase:
    """The phrase with a head; `the skipper` is the one who holds that office, `I` whoever speaks."""
    found = phrase(reading, sentence, head)
    token = sentence.tokens[head]
    if found.entities:
        return found
    beside = _named_beside(reading, sentence, head)
    if beside:
        return replace(found, entities=beside, is_person=True)
    thing = thing_meant(reading, sentence, head)
    if thing is not None:
        return replace(found, entities=frozenset({thing.entity}))
    if token.tag == "NN" and found.is_person and _is_bare_definite(sentence, head):
        holder = context.holder(token.lemma, reading.source)
        return found if holder is None else replace(found, entities=frozenset({holder}))
    if token.lemma.casefold() in _FIRST:
        said = voice(context, reading, sentence, head)
        return replace(found, entities=said & context.named.keys(), is_person=True) if len(said) == 1 else found
    return found


def _named_beside(reading: Reading, sentence: Sentence, head: int) -> frozenset[str]:
    """Ids of the person whose name follows a description in commas, though the parser hangs it on a place before it:
    `the clerk at Helmis, Ada Byrne, …`."""
    places = (i for link in below_of(sentence, head, "prep") for i in below_of(sentence, link, "pobj"))
    names = [
        sentence.tokens[j] for i in places for j in below_of(sentence, i, "appos") if sentence.tokens[j].pos == "PROPN"
    ]
    inside = (n for t in names for n in reading.named_at(t.start))
    return frozenset(n.entity for n in inside if n.kind is EntityKind.PERSON)


def _is_bare_definite(sentence: Sentence, head: int) -> bool:
    """Whether a noun stands with `the` alone."""
    before = [t for t in sentence.tokens if t.head == head and t.start < sentence.tokens[head].start]
    return bool(before) and all(t.lemma.casefold() == "the" for t in before)
