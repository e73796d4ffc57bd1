"""What the sources say is, or is not, so: predicates, and nouns of doing, with who and what takes part, in whose voice.

`The gate was not locked`, `denied having locked the gate`, `failed to lock the gate`, `no plan to lock the gate` are
one kind of thing, a proposition and whether it is held or rejected; `the sale of the yard` is like `sold the yard`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dossier.assemble.clauses import Clause, children, clause, subtree
from dossier.assemble.content import acts_named, stem
from dossier.assemble.disagreements.assertion import is_open, negation
from dossier.assemble.disagreements.bearing import below_of, predicates, voice
from dossier.assemble.disagreements.context import Context, features
from dossier.assemble.disagreements.phrases import Phrase, phrase
from dossier.assemble.disagreements.polarity import is_partial, is_to_come, of_none, polarity
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense, tense_of
from dossier.assemble.words import action_nouns, clause_verbs, opposites, reporting_verbs, saying_verbs
from dossier.model.annotation import Sentence
from dossier.model.span import Span

_EMPTY = frozenset({"be", "have", "do", "make", "take", "get", "give", "go", "come", "put", "use", "hold",
                    "happen", "occur", "begin", "start", "end"})  # fmt: skip
"""Verbs that say little of what is done beside a noun of doing (light verbs)."""


_FIRST = frozenset({"i", "me", "my"})


@dataclass(frozen=True)
class Proposition:
    """A predicate with what takes part in it, held or rejected in a voice."""

    reading: Reading
    sentence: Sentence
    at: int
    """Index of the verb or noun."""
    span: Span
    stems: frozenset[str]
    senses: frozenset[int]
    agents: tuple[Phrase, ...]
    patients: tuple[Phrase, ...]
    others: tuple[Phrase, ...]
    """What stands with it after prepositions."""
    opposed: frozenset[str]
    """Stems of what excludes the predicate: `shut` of `open`, the other colours of a colour."""
    rejected: bool
    intended: bool
    """Whether it is only to be done: planned, promised or foretold."""
    said_by: frozenset[str]

    @cached_property
    def words(self) -> frozenset[str]:
        """What else its sentence can be recognised by, without the predicate."""
        days = {date.value for date in self.reading.dates_in(self.sentence.span) if date.value}
        return (features(self.reading, self.sentence) | days) - self.stems

    @cached_property
    def own(self) -> frozenset[str]:
        """What takes part, as stems and ids, and the telling words with it."""
        parts = (*self.agents, *self.patients, *self.others)
        found = frozenset[str]().union(*(p.entities | p.stems for p in parts if not p.pronoun or p.entities))
        return found - self.stems

    @property
    def things(self) -> tuple[Phrase, ...]:
        """Who or what it happens to; without that, who or what does it."""
        return self.patients or self.agents

    def meanings(self) -> Iterator[str]:
        """The meanings of the predicate, and of what it excludes."""
        yield from sorted(self.stems | self.opposed)
        yield from sorted(str(sense) for sense in self.senses)


def propositions(context: Context, reading: Reading) -> Iterator[Proposition]:
    """The propositions of one source, in order; what is only asked or supposed is left out."""
    last: Proposition | None = None
    for sentence in context.story(reading):
        if last is not None:
            yield from _elliptic(context, reading, sentence, last)
        last = None
        for verb in predicates(sentence):
            if is_open(sentence, verb):
                continue
            yield from _of_state(context, reading, sentence, verb)
            made = _of_verb(context, reading, sentence, verb)
            if made is not None:
                yield made
                last = made
        for index, token in enumerate(sentence.tokens):
            if token.pos == "NOUN" and action_nouns().get(token.lemma.casefold()):
                made = _of_noun(context, reading, sentence, index)
                if made is not None:
                    yield made


def blocks(found: Sequence[Proposition], largest: int) -> Iterator[list[Proposition]]:
    """Propositions by the meanings of their predicates; of meanings that are told everywhere only the first ones."""
    by_key: dict[str, list[Proposition]] = defaultdict(list)
    for one in found:
        for key in one.meanings():
            by_key[key].append(one)
    for _, block in sorted(by_key.items()):
        if len(block) > 1:
            yield block[:largest]


def _of_state(context: Context, reading: Reading, sentence: Sentence, verb: int) -> Iterator[Proposition]:
    """`The gate was open`, `was found open`, `looked shut`: an adjective said of something."""
    tokens = sentence.tokens
    found = clause(sentence, verb)
    for state in below_of(sentence, verb, "acomp", "oprd"):
        if tokens[state].pos != "ADJ" or not found.subjects:
            continue
        rejected, span, denied_by = polarity(reading, sentence, verb, found.span)
        acts = acts_named(frozenset(), frozenset({tokens[state].lemma.casefold()}))
        if rejected and is_partial(sentence, verb):
            continue
        yield Proposition(
            reading, sentence, state, span, acts.stems, acts.senses, (),
            _phrases(context, reading, sentence, found.subjects),
            _obliques(context, reading, sentence, [verb, state]), _opposed(tokens[state].lemma), rejected,
            is_to_come(sentence, verb),
            denied_by or voice(context, reading, sentence, verb),
        )  # fmt: skip


def _of_verb(context: Context, reading: Reading, sentence: Sentence, verb: int) -> Proposition | None:
    tokens = sentence.tokens
    lemma = tokens[verb].lemma.casefold()
    found = clause(sentence, verb)
    light = lemma in _EMPTY
    nouns = _nouns_of_doing(sentence, found) if light else []
    if (light and not nouns) or _only_says(sentence, verb) or tense_of(sentence, verb) is Tense.PRESENT:
        return None
    acts = acts_named(
        frozenset(tokens[i].lemma.casefold() for i in nouns), frozenset() if light else frozenset({lemma})
    )
    subjects = _phrases(context, reading, sentence, found.subjects)
    objects = _phrases(context, reading, sentence, tuple(i for i in found.objects if i not in nouns))
    agents = _phrases(context, reading, sentence, found.agents)
    said = voice(context, reading, sentence, verb)
    rejected, span, denied_by = polarity(reading, sentence, verb, found.span)
    oblique = [verb, *nouns]
    if rejected and is_partial(sentence, verb):
        return None
    return Proposition(
        reading, sentence, verb, span, acts.stems, acts.senses, agents if found.passive else subjects,
        subjects if found.passive else objects, _obliques(context, reading, sentence, oblique),
        _opposed(reading.text[tokens[verb].start : tokens[verb].end]) if found.passive else frozenset(), rejected,
        is_to_come(sentence, verb), denied_by or said,
    )  # fmt: skip


def _nouns_of_doing(sentence: Sentence, found: Clause) -> list[int]:
    """What is done by the noun that goes with a light verb: its object (`made a call`), or the subject where that has
    none (`no contact took place`)."""
    made = [i for i in found.objects if sentence.tokens[i].lemma.casefold() in action_nouns()]
    if made and not found.passive:
        return made
    own = below_of(sentence, found.verb, "nsubj", "nsubjpass")
    return made + [i for i in own if sentence.tokens[i].lemma.casefold() in action_nouns()]


def _only_says(sentence: Sentence, verb: int) -> bool:
    """Whether a verb only reports what follows it: its clause, its quotation."""
    tokens = sentence.tokens
    if tokens[verb].lemma.casefold() not in saying_verbs():
        return False
    return tokens[verb].lemma.casefold() in reporting_verbs() | clause_verbs() or bool(
        below_of(sentence, verb, "ccomp")
    )


def _of_noun(context: Context, reading: Reading, sentence: Sentence, noun: int) -> Proposition | None:
    """`The sale of the yard to Muir`: a noun of doing with what it is done to."""
    tokens = sentence.tokens
    of = [j for i in below_of(sentence, noun, "prep") if tokens[i].lemma == "of" for j in below_of(sentence, i, "pobj")]
    by = [j for i in below_of(sentence, noun, "prep") if tokens[i].lemma == "by" for j in below_of(sentence, i, "pobj")]
    whose = below_of(sentence, noun, "poss")
    no = any(t.head == noun and t.lemma.casefold() == "no" for t in tokens) or of_none(sentence, noun)
    if not of and not whose and not no:
        return None
    acts = acts_named(frozenset({tokens[noun].lemma.casefold()}))
    words = subtree(children(sentence), noun, frozenset(below_of(sentence, noun, "relcl", "punct", "conj", "cc")))
    span = Span(tokens[words[0]].start, tokens[words[-1]].end)
    return Proposition(
        reading, sentence, noun, span, acts.stems, acts.senses,
        _phrases(context, reading, sentence, tuple(by or whose)), _phrases(context, reading, sentence, tuple(of)),
        _obliques(context, reading, sentence, [noun]), frozenset(), no, False,
        voice(context, reading, sentence, noun),
    )  # fmt: skip


def _opposed(adjective: str) -> frozenset[str]:
    return frozenset(map(stem, opposites().get(adjective.casefold(), ())))


def _elliptic(context: Context, reading: Reading, sentence: Sentence, before: Proposition) -> Iterator[Proposition]:
    """`The guard swore that it was not`: a negated auxiliary with nothing after it takes up what was just told."""
    tokens = sentence.tokens
    for verb in predicates(sentence):
        below = [tokens[i] for i in children(sentence)[verb]]
        bare = tokens[verb].pos == "AUX" and not any(t.dep in {"acomp", "attr", "dobj", "prep", "expl"} for t in below)
        subjects = [t for t in below if t.dep in {"nsubj", "nsubjpass"}]
        told = tokens[verb].dep in {"ccomp", "ROOT"} and tokens[verb].start > before.span.end
        if bare and told and subjects and subjects[0].pos == "PRON" and negation(sentence, verb) is not None:
            said = voice(context, reading, sentence, verb)
            span = clause(sentence, verb).span
            yield replace(before, sentence=sentence, at=verb, span=span, rejected=not before.rejected, said_by=said)


def _phrases(context: Context, reading: Reading, sentence: Sentence, heads: tuple[int, ...]) -> tuple[Phrase, ...]:
    return tuple(_denoting(context, reading, sentence, i) for i in heads)


def _denoting(context: Context, reading: Reading, sentence: Sentence, head: int) -> Phrase:
    """The phrase with a head; `the skipper` is the one who holds that office, `I` whoever speaks."""
    found = phrase(reading, sentence, head)
    token = sentence.tokens[head]
    if found.entities:
        return found
    if token.tag == "NN" and found.is_person and _is_bare_definite(sentence, head):
        holder = context.holder(token.lemma, reading.source)
        return found if holder is None else replace(found, entities=frozenset({holder}))
    if token.lemma.casefold() in _FIRST:
        said = voice(context, reading, sentence, head)
        return replace(found, entities=said & context.named.keys(), is_person=True) if len(said) == 1 else found
    return found


def _is_bare_definite(sentence: Sentence, head: int) -> bool:
    """Whether a noun stands with `the` alone."""
    before = [t for t in sentence.tokens if t.head == head and t.start < sentence.tokens[head].start]
    return bool(before) and all(t.lemma.casefold() == "the" for t in before)


def _obliques(context: Context, reading: Reading, sentence: Sentence, heads: Sequence[int]) -> tuple[Phrase, ...]:
    links = [i for head in heads for i in below_of(sentence, head, "prep") if sentence.tokens[i].lemma != "of"]
    goals = tuple(j for i in links for j in below_of(sentence, i, "pobj"))
    return _phrases(context, reading, sentence, goals)
