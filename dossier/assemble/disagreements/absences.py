"""What is not there according to one voice, and is according to another: `there was no letter`, `no record of any such
call`, `no copy had ever arrived`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.assemble.clauses import clause, predicate_above
from dossier.assemble.content import acts_of_noun, stem
from dossier.assemble.disagreements.acts import is_act
from dossier.assemble.disagreements.assertion import is_denied, is_narrated, is_open, negation
from dossier.assemble.disagreements.bearing import below_of, dated_apart, heard_apart, predicates, voice
from dossier.assemble.disagreements.context import Context, features
from dossier.assemble.disagreements.sides import NO, YES, Answer, Question, matter
from dossier.assemble.reading import Reading
from dossier.assemble.words import message_nouns, verb_groups
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.span import Span

_TRACES = frozenset({"record", "trace", "sign", "recollection", "memory", "knowledge", "note", "entry", "mention"})
"""What there is `no … of`: what is not there is what follows."""
_COMING = frozenset({"arrive", "come", "reach", "exist", "appear", "receive", "send", "give", "make", "write", "issue"})
_BACK = 4
"""Sentences before a `such` in which what it points to is looked for."""
RARE = 8
"""Sentences in which the noun may stand; what is on every page is not one thing."""


@dataclass(frozen=True, slots=True)
class Absence:
    """A clause that says that something is not there."""

    reading: Reading
    sentence: Sentence
    verb: int
    noun: str
    """Lemma of what is not there."""
    such: bool
    """Whether it points back: `no such call`."""
    said_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Presence:
    reading: Reading
    sentence: Sentence
    span: Span
    said_by: frozenset[str]
    plain: bool
    """Whether the clause says no more than that there is one: `there is a letter`."""


def absences(context: Context) -> Iterator[Matter]:
    """One matter for each thing that is told of in one voice and is missing in another."""
    found: dict[str, list[Absence]] = defaultdict(list)
    for reading in context.readings:
        for sentence in context.story(reading):
            for absence in _absent(context, reading, sentence):
                found[absence.noun].append(absence)
    for noun, group in sorted(found.items()):
        pointing = [absence for absence in group if absence.such]
        plain = [absence for absence in group if not absence.such]
        for absence in pointing:
            yield from _matter(context, noun, [absence], _pointed_to(context, absence))
        if plain:
            yield from _matter(context, noun, plain, _present(context, noun, plain))


def _absent(context: Context, reading: Reading, sentence: Sentence) -> Iterator[Absence]:
    tokens = sentence.tokens
    for verb in predicates(sentence):
        if is_open(sentence, verb):
            continue
        lemma = tokens[verb].lemma.casefold()
        there = lemma == "be" and bool(below_of(sentence, verb, "expl"))
        heads = below_of(sentence, verb, "attr", "nsubj", "nsubjpass", "dobj")
        for head in heads:
            noun = _missing(sentence, verb, head, there=there, lemma=lemma)
            if noun is not None and tokens[noun].pos == "NOUN":
                such = any(t.head == noun and t.lemma.casefold() == "such" for t in tokens)
                said = voice(context, reading, sentence, verb)
                yield Absence(reading, sentence, verb, tokens[noun].lemma.casefold(), such, said)


def _missing(sentence: Sentence, verb: int, head: int, *, there: bool, lemma: str) -> int | None:
    """The noun that a clause says there is none of; None where it says nothing of the kind."""
    tokens = sentence.tokens
    no = any(t.head == head and t.lemma.casefold() == "no" for t in tokens)
    if not no:
        return None
    if tokens[head].lemma.casefold() in _TRACES and (there or lemma in {"have", "find", "show", "keep", "be"}):
        links = [i for i in below_of(sentence, head, "prep") if tokens[i].lemma == "of"]
        return next((j for i in links for j in below_of(sentence, i, "pobj")), None)
    if there or (lemma in _COMING and tokens[head].dep in {"nsubj", "nsubjpass"} and is_narrated(sentence, verb)):
        return head if _is_thing(tokens[head].lemma.casefold()) else None
    return None


def _is_thing(noun: str) -> bool:
    """A noun of a message, a copy of one or a deed: of `no doubt` or `no time` nobody says that there is one."""
    return noun in message_nouns() or bool(acts_of_noun(noun))


def _pointed_to(context: Context, absence: Absence) -> list[_Presence]:
    """Where what `such` points to is told before, in another voice: by the noun, by a verb it comes from or a synonym
    of that, or in whatever words right before."""
    reading, sentence = absence.reading, absence.sentence
    before = [s for s in context.story(reading) if s.span.end <= sentence.span.start][-_BACK:]
    told = [*_by_word(context, absence, before[-1:]), *_just_told(context, reading, sentence)]
    told += _by_word(context, absence, before[-2::-1])
    own = (reading, absence.said_by)
    return [t for t in told if heard_apart((t.reading, t.said_by), own)][:1]


def _by_word(context: Context, absence: Absence, sentences: Sequence[Sentence]) -> Iterator[_Presence]:
    reading = absence.reading
    stems = acts_of_noun(absence.noun) | {stem(absence.noun)}
    senses = verb_groups().get(absence.noun, frozenset())
    for before in sentences:
        for index, token in enumerate(before.tokens):
            lemma = token.lemma.casefold()
            alike = token.pos == "VERB" and bool(senses & verb_groups().get(lemma, frozenset()))
            if token.pos not in {"VERB", "NOUN"} or not (stem(lemma) in stems or alike):
                continue
            verb = predicate_above(before, index)
            if verb is not None and _asserts(before, verb):
                said = voice(context, reading, before, verb)
                yield _Presence(reading, before, clause(before, verb).span, said, plain=True)


def _just_told(context: Context, reading: Reading, sentence: Sentence) -> Iterator[_Presence]:
    """What the sentence right before tells, in whatever words: `she rang the office … no record of any such call`."""
    before = [s for s in reading.sentences_of(sentence.passage) if s.span.end <= sentence.span.start][-1:]
    for told in before:
        acts = (v for v in predicates(told) if is_act(told, v) and is_narrated(told, v) and _asserts(told, v))
        verb = next((v for v in acts if told.tokens[v].dep in {"ROOT", "ccomp", "conj"}), None)
        if verb is not None:
            said = voice(context, reading, told, verb)
            yield _Presence(reading, told, clause(told, verb).span, said, plain=True)


def _asserts(sentence: Sentence, verb: int) -> bool:
    return negation(sentence, verb) is None and not is_open(sentence, verb) and not is_denied(sentence, verb)


def _present(context: Context, noun: str, group: Sequence[Absence]) -> list[_Presence]:
    """The clauses that tell of such a thing as there: `there is a letter`, `sent a letter`, `a letter reached him`."""
    found = []
    count = 0
    for reading in context.readings:
        for sentence in context.story(reading):
            at = [i for i, t in enumerate(sentence.tokens) if t.pos == "NOUN" and t.lemma.casefold() == noun]
            count += bool(at)
            for index in at:
                made = _told(context, reading, sentence, index)
                if made is not None and any(_answers(context, made, absence) for absence in group):
                    found.append(made)
    return found if count <= RARE else []


def _told(context: Context, reading: Reading, sentence: Sentence, index: int) -> _Presence | None:
    tokens = sentence.tokens
    verb = predicate_above(sentence, index)
    if (
        verb is None
        or not _asserts(sentence, verb)
        or any(t.head == index and t.lemma.casefold() in {"no", "any"} for t in tokens)
    ):
        return None
    lemma = tokens[verb].lemma.casefold()
    plain = lemma == "be" and bool(below_of(sentence, verb, "expl")) and tokens[index].head == verb
    done = lemma in _COMING and is_narrated(sentence, verb) and index in clause(sentence, verb).words
    if not (plain or done):
        return None
    return _Presence(reading, sentence, clause(sentence, verb).span, voice(context, reading, sentence, verb), plain)


def _answers(context: Context, told: _Presence, absence: Absence) -> bool:
    """Whether a clause can tell of what is missing: in another voice, on no other day, and, unless it says plainly
    that there is one, with one more word in common."""
    if not context.one_affair(told.reading.source, absence.reading.source):
        return False
    if not heard_apart((told.reading, told.said_by), (absence.reading, absence.said_by)):
        return False
    if dated_apart((told.reading, told.sentence), (absence.reading, absence.sentence)):
        return False
    shared = features(told.reading, told.sentence) & features(absence.reading, absence.sentence)
    return told.plain or len(shared - {stem(absence.noun)}) > 0


def _matter(context: Context, noun: str, group: Sequence[Absence], told: Sequence[_Presence]) -> Iterator[Matter]:
    apart = [t for t in told if any(heard_apart((t.reading, t.said_by), (a.reading, a.said_by)) for a in group)]
    if not apart:
        return
    question = Question(
        f"Was there a {noun}?", "denial", MatterKind.CONFLICT, "there and not there",
        "one tells of it, another says that there was none", 0.6,
    )  # fmt: skip
    there = [Answer(t.reading.source, t.sentence.passage, t.span) for t in apart]
    absent = [Answer(a.reading.source, a.sentence.passage, clause(a.sentence, a.verb).span) for a in group]
    made = matter(context, question, [(YES, there), (NO, absent)])
    if made is not None:
        yield made
