"""What the sources say is, or is not, so: predicates, and nouns of doing, with who and what takes part, in whose voice.

`The gate was not locked`, `denied having locked the gate`, `failed to lock the gate`, `no plan to lock the gate` are
one kind of thing, a proposition and whether it is held or rejected; `the sale of the yard` is like `sold the yard`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dossier.assemble.clauses import Clause, children, clause, subtree
from dossier.assemble.content import acts_named, acts_of_noun, stem
from dossier.assemble.disagreements.arguments import Arguments
from dossier.assemble.disagreements.assertion import is_open, negation
from dossier.assemble.disagreements.bearing import below_of, predicates, voice
from dossier.assemble.disagreements.context import Context, features
from dossier.assemble.disagreements.messages import end_of_message
from dossier.assemble.disagreements.phrases import Phrase, counted
from dossier.assemble.disagreements.polarity import is_partial, is_so_far, is_to_come, of_none, polarity
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense, tense_of
from dossier.assemble.words import (
    DENYING,
    action_nouns,
    directive_verbs,
    group_nouns,
    judging_verbs,
    message_nouns,
    opposites,
    person_nouns,
    reporting_verbs,
    saying_verbs,
    speaking_verbs,
    stance_verbs,
)
from dossier.model.annotation import Sentence
from dossier.model.span import Span

_EMPTY = frozenset({"be", "have", "do", "make", "take", "get", "give", "go", "come", "put", "use", "hold",
                    "happen", "occur", "begin", "start", "end"})  # fmt: skip
"""Verbs that say little of what is done beside a noun of doing (light verbs)."""
_PERCEIVING = frozenset({"see", "hear", "watch", "feel", "notice", "observe", "smell", "sense", "think", "believe"})
"""Verbs of perceiving and thinking: what one saw, another may well not have seen."""
_JUDGING = frozenset(
    {"accuse", "blame", "charge", "criticize", "describe", "cite", "quote", "praise", "thank", "suspect"}
)
"""Verbs of speech that say something of somebody."""
_BACK = frozenset({"it", "they", "them", "this", "these"})
"""Pronouns of things, and of people together."""


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
    arguments: Arguments
    opposed: frozenset[str]
    """Stems of what excludes the predicate: `shut` of `open`, the other colours of a colour."""
    rejected: bool
    intended: bool
    """Whether it is only to be done: planned, promised or foretold."""
    said_by: frozenset[str]
    so_far: bool = False
    """Whether it is rejected only up to the day it is told: `has not been found`."""
    message: frozenset[int] = frozenset()
    """Whether it tells that word was sent, or came."""

    @cached_property
    def words(self) -> frozenset[str]:
        """What else its sentence can be recognised by, without the predicate."""
        days = {date.value for date in self.reading.dates_in(self.sentence.span) if date.value}
        return (features(self.reading, self.sentence) | days) - self.stems

    @cached_property
    def before(self) -> frozenset[str]:
        """What the sentence before can be recognised by, where a pronoun that takes part goes back to it."""
        if not any(phrase.pronoun and not phrase.entities and phrase.lemma in _BACK for phrase in self.things):
            return frozenset()
        told = [s for s in self.reading.sentences_of(self.sentence.passage) if s.span.end <= self.sentence.span.start]
        return features(self.reading, told[-1]) if told else frozenset()

    @property
    def is_noun(self) -> bool:
        """Whether a noun names what is done, alone or with a verb that says little."""
        tokens = self.sentence.tokens
        verb = tokens[self.at].pos != "NOUN" and stem(tokens[self.at].lemma) in self.stems
        return not verb

    @property
    def is_state(self) -> bool:
        """Whether an adjective tells it: `was open`."""
        return self.sentence.tokens[self.at].pos == "ADJ"

    @property
    def becomes(self) -> bool:
        """Whether it tells what its subject became or was called: `became the director`."""
        # What takes up a predicate of another sentence has its arguments there.
        told = self.arguments
        return any(told.sentence.tokens[i].dep == "attr" for i in told.undergoing)

    @property
    def deeds(self) -> frozenset[str]:
        """Stems of the nouns with `the` that name what is done beside a verb that says little: `gave the order`."""
        tokens = self.sentence.tokens
        known = {t.head for t in tokens if t.lemma.casefold() in {"the", "this", "that"}}
        return frozenset(stem(tokens[i].lemma) for i in self.arguments.predicates[1:] if i in known)

    @cached_property
    def own(self) -> frozenset[str]:
        """What takes part, as stems and ids, and the telling words with it."""
        parts = (*self.agents, *self.patients, *self.arguments.others)
        found = frozenset[str]().union(*(p.entities | p.stems for p in parts if not p.pronoun or p.entities))
        return found - self.stems

    @property
    def agents(self) -> tuple[Phrase, ...]:
        """Who does it."""
        return self.arguments.agents

    @property
    def patients(self) -> tuple[Phrase, ...]:
        """To whom or what it is done."""
        return self.arguments.patients

    @property
    def things(self) -> tuple[Phrase, ...]:
        """Who or what it happens to; without that, or where it is only a place that is left or reached, who or what
        does it."""
        moved = self.agents and all(phrase.is_place for phrase in self.patients)
        return self.agents if moved else self.patients or self.agents

    def meanings(self) -> Iterator[str]:
        """The meanings of the predicate, and of what it excludes."""
        yield from sorted(self.stems | self.opposed)
        yield from sorted(str(sense) for sense in self.senses)
        yield from ("message",) if self.message else ()


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
            reading, sentence, state, span, acts.stems, acts.senses,
            Arguments(context, reading, sentence, (), found.subjects, (verb, state)), _opposed(tokens[state].lemma),
            rejected, is_to_come(sentence, verb), denied_by or voice(context, reading, sentence, verb),
            rejected and is_so_far(sentence, verb),
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
    # `No meeting took place`: what is done is the subject, and the object only goes with the verb.
    idle = light and not any(i in found.objects for i in nouns)
    objects = () if idle and not found.passive else tuple(i for i in found.objects if i not in nouns)
    heads = (found.agents, found.subjects) if found.passive else (found.subjects, objects)
    if lemma == "belong":  # What belongs to somebody, somebody owns.
        acts, heads = acts_named(frozenset(), frozenset({"own"})), (_to(sentence, verb), found.subjects)
    rejected, span, denied_by = polarity(reading, sentence, verb, found.span)
    if rejected and is_partial(sentence, verb):
        return None
    return Proposition(
        reading, sentence, verb, span, acts.stems, acts.senses,
        Arguments(context, reading, sentence, *heads, (verb, *nouns)),
        _opposed(reading.text[tokens[verb].start : tokens[verb].end]) if found.passive else frozenset(), rejected,
        is_to_come(sentence, verb), denied_by or voice(context, reading, sentence, verb),
        rejected and is_so_far(sentence, verb), end_of_message(found),
    )  # fmt: skip


def _to(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Heads of what stands after `to`."""
    links = (i for i in below_of(sentence, verb, "prep") if sentence.tokens[i].lemma.casefold() == "to")
    return tuple(j for i in links for j in below_of(sentence, i, "pobj"))


def _nouns_of_doing(sentence: Sentence, found: Clause) -> list[int]:
    """What is done by the noun that goes with a light verb: its object (`made a call`), or the subject where that has
    none (`no contact took place`)."""
    made = [i for i in found.objects if sentence.tokens[i].lemma.casefold() in action_nouns()]
    if made and not found.passive:
        return made
    own = [counted(sentence, i) for i in below_of(sentence, found.verb, "nsubj", "nsubjpass")]
    return made + [i for i in own if sentence.tokens[i].lemma.casefold() in action_nouns()]


def _only_says(sentence: Sentence, verb: int) -> bool:
    """Whether a verb only reports what follows it: its clause, its quotation. `Found the boxes`, `knew of it`,
    `warned the board of it` and `ordered the search` tell of something that was done or so."""
    tokens = sentence.tokens
    lemma = tokens[verb].lemma.casefold()
    if lemma not in saying_verbs():
        return False
    if below_of(sentence, verb, "ccomp", "parataxis") or (lemma in DENYING and lemma in reporting_verbs()):
        return True
    if lemma in _PERCEIVING or lemma not in speaking_verbs():
        return lemma in _PERCEIVING
    return not _is_deed(sentence, verb)


def _is_deed(sentence: Sentence, verb: int) -> bool:
    """Whether a verb of speech tells of something done to somebody, or ordered to be done."""
    tokens = sentence.tokens
    lemma = tokens[verb].lemma.casefold()
    whom = [tokens[i] for i in below_of(sentence, verb, "dobj", "dative", "nsubjpass")]
    if lemma not in reporting_verbs() and any(tokens[i].lemma != "it" for i in below_of(sentence, verb, "nsubjpass")):
        return True  # Whoever is dismissed is not said to be anything.
    links = [i for i in below_of(sentence, verb, "prep", "dative") if tokens[i].lemma.casefold() in {"to", "with"}]
    whom += [tokens[j] for i in links for j in below_of(sentence, i, "pobj")]
    if any(t.pos == "PROPN" or t.lemma.casefold() in person_nouns() | group_nouns() for t in whom):
        return lemma not in judging_verbs() | _JUDGING
    # `Signed the contract`; `ordered the search`, but not `announced the sale`.
    things = [t for t in whom if t.pos == "NOUN" and t.lemma.casefold() not in message_nouns() - action_nouns().keys()]
    if lemma not in reporting_verbs():
        return bool(things) and lemma not in judging_verbs() | stance_verbs()
    return lemma in directive_verbs() and any(acts_of_noun(t.lemma.casefold()) for t in things)


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
        Arguments(context, reading, sentence, tuple(by or whose), tuple(of), (noun,)), frozenset(), no, False,
        voice(context, reading, sentence, noun),
    )  # fmt: skip


def _opposed(adjective: str) -> frozenset[str]:
    return frozenset(map(stem, opposites().get(adjective.casefold(), ())))


def _takes_up(sentence: Sentence, auxiliary: int, before: Proposition) -> bool:
    """Whether a bare auxiliary can stand for a predicate of the sentence before: no other is told between, and `it was
    not` takes up what has a form of `be` (`was delivered`), `it did not` what has none."""
    tokens, above, at = sentence.tokens, set[int](), auxiliary
    while at not in above:
        above.add(at)
        at = tokens[at].head
    if any(i < auxiliary and i not in above for i in predicates(sentence)):
        return False
    lemma = tokens[auxiliary].lemma
    helpers = {t.lemma for t in before.sentence.tokens if t.head == before.at and t.dep in {"aux", "auxpass"}}
    return lemma not in {"be", "do"} or ("be" in helpers) == (lemma == "be")


def _elliptic(context: Context, reading: Reading, sentence: Sentence, before: Proposition) -> Iterator[Proposition]:
    """`The guard swore that it was not`: a negated auxiliary with nothing after it takes up what was just told."""
    tokens = sentence.tokens
    for verb in predicates(sentence):
        below = [tokens[i] for i in children(sentence)[verb]]
        bare = tokens[verb].pos == "AUX" and not any(t.dep in {"acomp", "attr", "dobj", "prep", "expl"} for t in below)
        subjects = [t for t in below if t.dep in {"nsubj", "nsubjpass"}]
        told = tokens[verb].dep in {"ccomp", "ROOT"} and tokens[verb].start > before.span.end
        if not bare or not told or not _takes_up(sentence, verb, before):
            continue
        if subjects and subjects[0].pos == "PRON" and negation(sentence, verb) is not None:
            said = voice(context, reading, sentence, verb)
            span = clause(sentence, verb).span
            yield replace(before, sentence=sentence, at=verb, span=span, rejected=not before.rejected, said_by=said)
