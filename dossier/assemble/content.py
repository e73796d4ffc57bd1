"""The words that tell what happened, reduced so that `landing` and `landed`, `discovery` and `discovered` are one."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import snowballstemmer

from dossier.assemble.clauses import Clause, children, once_a_word, subtree
from dossier.assemble.events.candidate import NOTHING, SPEECH, Acts
from dossier.assemble.figures import figures, has_digits
from dossier.assemble.reading import Named, Reading
from dossier.assemble.words import action_nouns, noun_groups, occupations, reporting_verbs, stative_verbs, verb_groups
from dossier.model.annotation import Sentence, Token
from dossier.model.span import Span

TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Parts of speech of the words that tell what happened."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OBLIQUE = frozenset({"xcomp", "pcomp"})
"""Dependents of a verb that go on telling what is done: `was forced to seal`."""

_AFTER_NOUN = frozenset({"relcl", "acl", "appos", "conj", "cc"})
_KNOWN = frozenset({"the", "this", "that"})
_EMPTY = frozenset(
    {
        "be", "carry", "conduct", "do", "get", "give", "happen", "have", "hold", "make", "occur", "perform", "put",
        "take", "use",
    }
)  # fmt: skip
"""English verbs that say little of what is done beside a noun or another verb that says it (light verbs)."""


@cache
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """The stem of one word (Porter2), lower case."""
    return str(_stemmer().stemWord(word.casefold()))


def content_stems(*phrases: str) -> frozenset[str]:
    """Stems of the telling words in some phrases."""
    words = (word for phrase in phrases for word in _WORD.findall(phrase))
    return frozenset(stem(word) for word in words if len(word) > 2)


def content_of(reading: Reading, tokens: Sequence[Token]) -> frozenset[str]:
    """Stems of the telling words among some tokens of one sentence or statement, the words of names and dates left
    out: who takes part and when are compared as what they mean."""
    if not tokens:
        return frozenset()
    told = [t for t in tokens if _tells(t)]
    around = Span(tokens[0].start, tokens[-1].end)
    for span in (*(n.span for n in reading.named_in(around)), *(d.span for d in reading.dates_in(around))):
        told = [t for t in told if t.end <= span.start or span.end <= t.start]
    words = (_content_of_word(t.lemma) for t in told)
    return frozenset(figures(reading, around, told)).union(*words)


@cache
def _content_of_word(lemma: str) -> frozenset[str]:
    """The stems of a telling word; none of one with a figure in it, which stands for itself."""
    return frozenset() if has_digits(lemma) else content_stems(lemma)


def _tells(token: Token) -> bool:
    """Whether a word tells something: no verb of being or thinking, and no empty one."""
    return token.pos in TELLING and not (token.pos == "VERB" and token.lemma.lower() in _telling_nothing())


@cache
def _telling_nothing() -> frozenset[str]:
    return stative_verbs() | _EMPTY


@cache
def says_little(act: str) -> bool:
    """Whether the stem of an act is that of a verb which says little of what is done."""
    return act in {stem(verb) for verb in _EMPTY}


@cache
def _deeds() -> frozenset[str]:
    """Nouns for what is done; a `minister` is somebody who does, whatever verb the word comes from."""
    return frozenset(action_nouns()) - occupations()


@cache
def _spoken_verbs() -> frozenset[str]:
    return reporting_verbs() - stative_verbs()


def told_words(clause: Clause) -> tuple[int, ...]:
    """The words of a clause, of the noun it tells about (`the leak` of `which was sealed`), and of the verbs that go
    on from it (`awoke to find a leak`)."""
    below = children(clause.sentence)
    words = set(clause.words)
    joined = clause.sentence.tokens[clause.verb].dep == "conj"
    for head in clause.subjects:
        if joined and head not in words:
            words.add(head)  # What describes a shared subject is told with the verb that it stands before.
            continue
        others = frozenset(i for i in below[head] if clause.sentence.tokens[i].dep in _AFTER_NOUN)
        words.update(subtree(below, head, others))
    for verb in _verbs(clause.sentence, clause.verb):
        words.update(subtree(below, verb) if verb != clause.verb else ())
    return tuple(sorted(words))


@cache
def acts_of_noun(noun: str) -> frozenset[str]:
    """Stems of a noun of something done or happening and of the verbs it is derived from; empty for other nouns."""
    verbs = action_nouns().get(noun)
    return frozenset() if verbs is None else frozenset(map(stem, (noun, *verbs)))


def act_known(clause: Clause) -> Acts:
    """What the subject of a clause names to be done and takes as known: `The leak was in the bow`. What something is
    done to is another act: `The leak was sealed`."""
    tokens = clause.sentence.tokens
    if len(clause.subjects) != 1 or clause.passive or tokens[clause.verb].tag == "VBN":
        return NOTHING
    head = clause.subjects[0]
    known = any(tokens[i].lemma.lower() in _KNOWN for i in children(clause.sentence)[head])
    noun = tokens[head].lemma.lower()
    return acts_named(frozenset({noun})) if known and noun in _deeds() else NOTHING


def deeds_of(clause: Clause) -> Acts:
    """What a clause tells to be done: its verb, those that go on from it (`was forced to seal`, `used tape to seal`),
    and the nouns of doing that carry the meaning of an empty verb (`made a repair`) or are the subject (`the launch
    failed`). Verbs of being only where there is nothing else, and empty ones then with their object."""
    if is_of_speech(clause.sentence, clause.verb):
        return Acts(SPEECH, frozenset())
    tokens = clause.sentence.tokens
    verbs = {_phrasal(clause.sentence, i) for i in _verbs(clause.sentence, clause.verb)}
    empty = _phrasal(clause.sentence, clause.verb) in _EMPTY
    heads = (*(clause.subjects if empty or not clause.passive else ()), *(clause.objects if empty else ()))
    nouns = {tokens[i].lemma.lower() for i in heads if tokens[i].pos == "NOUN"} & _deeds()
    done = verbs - _telling_nothing()
    if not done | nouns:
        return Acts(frozenset(map(stem, verbs - _EMPTY)) or _with_object(clause), frozenset())
    return acts_named(frozenset(nouns), frozenset(done))


def _with_object(clause: Clause) -> frozenset[str]:
    """What a verb that says little says with the nouns it acts on: `took a ferry` is told of alike by whoever tells of
    it, and is not `took a ticket`."""
    tokens = clause.sentence.tokens
    verb, things = stem(tokens[clause.verb].lemma), (tokens[i] for i in clause.objects)
    return frozenset(f"{verb} {stem(thing.lemma)}" for thing in things if thing.pos == "NOUN")


def _phrasal(sentence: Sentence, verb: int) -> str:
    """The lemma of a verb, with the particle or the bare noun that makes it another: `step down`, `give way`."""
    tokens, lemma = sentence.tokens, sentence.tokens[verb].lemma.lower()
    for index in children(sentence)[verb]:
        word = tokens[index]
        bare = word.dep == "dobj" and word.pos == "NOUN" and not children(sentence)[index]
        if index > verb and (bare or word.dep in {"prt", "advmod"}):
            phrase = f"{lemma} {word.lemma.lower()}"
            if phrase in verb_groups():
                return phrase
    return lemma


@lru_cache(maxsize=65536)
def acts_named(nouns: frozenset[str], verbs: frozenset[str] = frozenset()) -> Acts:
    """What some nouns of doing, and verbs, say to be done."""
    done = verbs.union(*(action_nouns().get(noun, ()) for noun in nouns))
    senses = frozenset[int]().union(*(verb_groups().get(verb, frozenset()) for verb in done))
    senses |= frozenset[int]().union(*(noun_groups().get(noun, frozenset()) for noun in nouns))
    return Acts(frozenset(map(stem, done | nouns)), senses)


def is_of_speech(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells that something was said, and not, as `agreed to meet` does, what was settled, nor what was
    only thought."""
    if sentence.tokens[verb].lemma.lower() not in _spoken_verbs():
        return False
    return not any(sentence.tokens[i].dep == "xcomp" for i in children(sentence)[verb])


def core_of(clause: Clause, names: tuple[Named, ...], done: frozenset[str]) -> frozenset[str]:
    """What is acted on by what is `done`, or else who or what acts: entities, and stems of nouns. Empty where only a
    pronoun stands for it, or a clause (`they guessed that …`)."""
    sentence = clause.sentence
    tokens = sentence.tokens
    hanging = [i for verb in _verbs(sentence, clause.verb) for i in children(sentence)[verb]]
    if any(tokens[i].dep == "ccomp" for i in hanging):
        return frozenset()
    acted_on = [i for i in hanging if tokens[i].dep in {"dobj", "obj", "attr"}]
    heads = acted_on or clause.subjects
    if any(tokens[i].pos == "PRON" for i in heads):
        return frozenset()
    return frozenset(_called(sentence, i, names) for i in heads) - done


def _called(sentence: Sentence, head: int, names: tuple[Named, ...]) -> str:
    """Whom or what a noun means: the entity it names, or that the name beside it does (`the master, John Hale`), or
    its stem."""
    tokens = sentence.tokens
    beside = (i for i in children(sentence)[head] if tokens[i].dep == "appos" and tokens[i].pos == "PROPN")
    called = (n.entity for i in (head, *beside) for n in names if n.span.overlaps(tokens[i]))
    return next(called, stem(tokens[head].lemma))


@once_a_word
def _verbs(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """A verb and those that go on from it."""
    below, todo, found = children(sentence), [verb], []
    while todo:
        index = todo.pop()
        found.append(index)
        hanging = (i for i in below[index] if sentence.tokens[i].pos == "VERB")
        todo += [i for i in hanging if sentence.tokens[i].dep in _OBLIQUE or _is_purpose(sentence, i)]
    return tuple(found)


def _is_purpose(sentence: Sentence, verb: int) -> bool:
    """`to seal` in `used tape to seal the leak`."""
    token = sentence.tokens[verb]
    return token.dep == "advcl" and token.tag == "VB"
