"""What is done by whom to what: the acts a passage tells of, for telling whether two passages tell of one."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import Clause, clause, is_parsed
from dossier.assemble.content import stem
from dossier.assemble.disagreements.assertion import is_open, negation
from dossier.assemble.disagreements.context import features
from dossier.assemble.disagreements.phrases import Phrase, phrase
from dossier.assemble.reading import Reading
from dossier.assemble.words import communication_verbs, reporting_verbs, stative_verbs, verb_groups
from dossier.model.annotation import Sentence
from dossier.model.entity import EntityKind
from dossier.model.span import Span

_LIGHT = frozenset({"have", "do", "make", "take", "get", "give", "go", "come", "use", "begin", "start", "continue"})
"""Verbs that say little by themselves: `made a call` and `made a chair` are not one act."""


_TOLD_ALIKE = 1
"""Words that two sentences must share beyond the noun for what it does to be one act."""


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate with who does it, to whom or what, and what else its clause names."""

    sentence: Sentence
    verb: int
    span: Span
    lemma: str
    groups: frozenset[int]
    """Groups of synonyms of the verb."""
    agents: tuple[Phrase, ...]
    patients: tuple[Phrase, ...]
    places: frozenset[str]
    """Places and vehicles that the clause names."""
    words: frozenset[str]
    """What else its sentence can be recognised by: stems and ids, those of the verb left out."""

    def keys(self) -> Iterator[str]:
        """The meanings of the verb."""
        yield from sorted(str(group) for group in self.groups)
        yield stem(self.lemma)

    @property
    def things(self) -> frozenset[str]:
        """Who or what the act happens to; for a verb without object, who or what does it."""
        return _denoted(self.patients or self.agents)

    def is_like(self, other: "Act") -> bool:
        """Whether the two can be one act: verbs of one meaning, done to the same or by the same, and neither by
        another agent, to something else or elsewhere."""
        if not (self.groups & other.groups or stem(self.lemma) == stem(other.lemma)):
            return False
        if _differ(self.agents, other.agents) or _differ(self.patients, other.patients):
            return False
        if self.places and other.places and not self.places & other.places:
            return False
        if self.patients and other.patients:
            return bool(_denoted(self.patients) & _denoted(other.patients)) or self._told_with(other)
        one, two = ((*act.agents, *act.patients) for act in (self, other))
        if _entities(one) & _entities(two):
            return True
        # `A soldier died` may be said of any soldier: a bare noun needs more in common.
        heads = {p.head for p in one if not p.pronoun} & {p.head for p in two if not p.pronoun}
        return bool(heads) and len(self.words & other.words) > _TOLD_ALIKE

    def _told_with(self, other: "Act") -> bool:
        """Whether what the one is done to is told in the sentence of the other: the leak, where the hole was found.
        One more word must be shared."""
        for one, two in ((self, other), (other, self)):
            shared = one.words & two.words
            if _denoted(one.patients) & two.words and len(shared) > 1 and not one.places - two.words:
                return True
        return False


def _denoted(phrases: tuple[Phrase, ...]) -> frozenset[str]:
    return frozenset().union(*(p.entities or ({p.head} if not p.pronoun else set()) for p in phrases))


def _differ(a: tuple[Phrase, ...], b: tuple[Phrase, ...]) -> bool:
    """Whether both name somebody, and nobody in common."""
    one, two = _entities(a), _entities(b)
    return bool(one and two and not one & two)


def _entities(phrases: tuple[Phrase, ...]) -> frozenset[str]:
    return frozenset().union(*(p.entities for p in phrases))


def acts_in(reading: Reading, span: Span) -> list[Act]:
    """The acts told by the sentences that a span begins in: its predicates and those that go on from them."""
    found = []
    for sentence in reading.sentences_of(reading.passage_at(span.start)):
        if not sentence.span.overlaps(span) or not is_parsed(sentence):
            continue
        for verb, token in enumerate(sentence.tokens):
            if token.pos == "VERB" and _belongs(sentence, verb, span) and is_act(sentence, verb):
                found.append(act(reading, clause(sentence, verb)))
    return found


def is_act(sentence: Sentence, verb: int) -> bool:
    """Whether a predicate tells of something done: no speech, thought or state, nothing negated or only supposed."""
    lemma = sentence.tokens[verb].lemma
    if lemma in reporting_verbs() | communication_verbs() | _LIGHT:
        return False
    if lemma in stative_verbs() and lemma not in {"discover", "find", "notice", "detect", "die"}:
        return False
    return negation(sentence, verb) is None and not is_open(sentence, verb)


def _belongs(sentence: Sentence, verb: int, span: Span) -> bool:
    """Whether a predicate lies in a span or goes on from one that does: `awoke to discover`."""
    tokens = sentence.tokens
    for _ in tokens:
        if span.start <= tokens[verb].start < span.end:
            return tokens[verb].dep not in {"relcl"}
        if tokens[verb].dep not in {"xcomp", "advcl", "conj"} or tokens[verb].head == verb:
            return False
        verb = tokens[verb].head
    return False


def act(reading: Reading, found: Clause) -> Act:
    """The act that a clause tells."""
    sentence = found.sentence
    subjects = tuple(phrase(reading, sentence, i) for i in found.subjects)
    objects = tuple(phrase(reading, sentence, i) for i in found.objects)
    agents = tuple(phrase(reading, sentence, i) for i in found.agents)
    places = {EntityKind.PLACE, EntityKind.VEHICLE}
    inside = {n.entity for n in reading.named_in(found.span) if n.kind in places}
    lemma = sentence.tokens[found.verb].lemma.casefold()
    things = (subjects, agents) if found.passive else (objects, subjects)
    taking = frozenset().union(*(p.entities for group in things for p in group))
    return Act(
        sentence, found.verb, found.span, lemma, verb_groups().get(lemma, frozenset()), things[1], things[0],
        frozenset(inside) - taking, features(reading, sentence) - {stem(lemma)},
    )  # fmt: skip
