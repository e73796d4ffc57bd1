"""Quantities with all that is told around them: what they can be recognised by, where no frame of a noun or an act
holds them."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier import lexis
from dossier.assemble.clauses import children, clause, predicate_above
from dossier.assemble.content import acts_named, acts_of_noun, stem
from dossier.assemble.denotes import denoted
from dossier.assemble.disagreements.assertion import is_denied, is_open, negation
from dossier.assemble.disagreements.bearing import taking_part, voice
from dossier.assemble.disagreements.context import Context, features, sentence_at
from dossier.assemble.disagreements.polarity import is_to_come
from dossier.assemble.disagreements.tolls import toll
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense, tense_of
from dossier.assemble.words import group_nouns, person_nouns
from dossier.model.annotation import PassageKind, Sentence
from dossier.model.quantity import Quantity

_LIGHT = frozenset({
    "be", "have", "do", "make", "take", "get", "give", "go", "come", "put", "use", "hold", "say", "set", "stand",
})  # fmt: skip
"""Verbs that say nothing of what a number is of."""
_THERE = frozenset({
    "lie", "stand", "hang", "count", "see", "contain", "hold", "include", "comprise", "number", "total", "hear",
})  # fmt: skip
"""Verbs that say of things no more than that there are so many."""
_PAYING = frozenset({"pay", "spend", "buy", "purchase", "acquire", "cost"})
_GAINING = frozenset({"sell", "receive", "get", "earn", "pay"})
"""Of the one who pays, and of the one who is paid (`was paid`)."""
_CHANGING = frozenset({
    "rise", "raise", "increase", "grow", "climb", "jump", "soar", "fall", "drop", "decline", "decrease", "reduce",
    "cut", "lower", "shrink", "slash", "extend", "revise", "add", "double", "halve", "triple",
})  # fmt: skip
"""Verbs of a number becoming another."""
_FINDING = frozenset({
    "find", "discover", "recover", "identify", "seize", "collect", "receive", "register", "count", "report", "trace",
    "locate", "confirm", "uncover", "detect", "miss", "lose",
})  # fmt: skip
"""Verbs of what is found, or found missing, one after the other."""
_SENTENCING = frozenset({"sentence", "jail", "gaol", "imprison", "condemn"})
_PRISON = frozenset({"prison", "jail", "gaol", "imprisonment", "penal", "servitude", "custody", "hard", "detention"})
"""What stands after the time that somebody was sentenced to."""
_SOON = 4
"""Tokens after the time in which that stands."""
_ENDS = frozenset({".", ",", ";", "at", "in", "for"})
_COURTS = frozenset({"court", "judge", "justice", "jury", "magistrate", "tribunal", "bench", "recorder"})
"""Who sentences somebody."""
_TERMS = frozenset({"year", "month", "week", "day"})
PENALTY = "penalty"
"""The kind of what somebody was sentenced to."""
_POUND, _SHARE = "pound", "percent"
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A quantity in its clause."""

    reading: Reading
    sentence: Sentence
    verb: int
    quantity: Quantity
    kind: str
    """What makes two comparable: the base unit, the currency, or empty for a count."""
    nouns: frozenset[str]
    """Stems of what is counted, or of what may be measured: who and what takes part in the clause."""
    stems: frozenset[str]
    senses: frozenset[int]
    words: frozenset[str]
    """What its sentence can be recognised by, those who take part included."""
    things: frozenset[str]
    """Stems of what it is done to, told by a noun."""
    owners: frozenset[str]
    """Stems of the nouns, but for people, of whatever has them or does it."""
    to_come: bool
    said_by: frozenset[str]
    still_counted: bool
    """Whether there may be more of them as time goes on: bags are found, complaints have come in."""


def tellings(context: Context, reading: Reading) -> Iterator[Telling]:
    """The quantities of one source that are told in a clause, in order; parts of a whole are left out, and what is
    negated, supposed or told as a change."""
    for quantity in reading.document.annotations.quantities:
        kind = reading.passages[quantity.passage].kind
        if quantity.partial or kind is PassageKind.TABLE_ROW or not reading.tells_story(quantity.passage):
            continue
        sentence = sentence_at(reading, quantity.span.start)
        at = None if sentence is None else _token(sentence, quantity)
        verb = None if sentence is None or at is None else predicate_above(sentence, at)
        if sentence is None or at is None or verb is None or _is_unsure(sentence, verb):
            continue
        if not quantity.base and (toll(sentence, at) or quantity.high == 1):
            continue  # What became of people grows as time goes on; `one member` is any.
        made = _telling(context, reading, sentence, quantity, at, verb)
        if made.nouns or made.stems:
            yield made


def _token(sentence: Sentence, quantity: Quantity) -> int | None:
    place = quantity.noun.start if quantity.noun else quantity.span.end - 1
    return next((i for i, t in enumerate(sentence.tokens) if t.start <= place < t.end), None)


def _is_unsure(sentence: Sentence, verb: int) -> bool:
    """Whether a clause negates, asks, denies or supposes what it tells, or tells that it became another."""
    changes = any(t.lemma.casefold() in _CHANGING for t in sentence.tokens if t.pos == "VERB")
    return changes or negation(sentence, verb) is not None or is_open(sentence, verb) or is_denied(sentence, verb)


def _telling(context: Context, reading: Reading, sentence: Sentence, quantity: Quantity, at: int, verb: int) -> Telling:
    acts = _acts(sentence, verb, quantity)
    nouns = _measured(sentence, quantity, at, verb) if quantity.base else frozenset({stem(quantity.counted)} - {""})
    kind = _kind(reading, quantity)
    if _is_penalty(sentence, quantity, verb):
        kind, nouns, acts = PENALTY, _condemned(reading, sentence, verb), (frozenset[str](), frozenset[int]())
    own = {stem(t.lemma) for t in sentence.tokens if quantity.span.start <= t.start < quantity.span.end}
    words = features(reading, sentence) | taking_part(reading, sentence) | _meant(reading, sentence)
    return Telling(
        reading, sentence, verb, quantity, kind, nouns, acts[0], acts[1],
        words - own - nouns | acts[0], _things(sentence, quantity, verb), _owners(sentence, quantity, verb),
        is_to_come(sentence, verb),
        voice(context, reading, sentence, verb), not quantity.base and _still_counts(sentence, verb),
    )  # fmt: skip


def _still_counts(sentence: Sentence, verb: int) -> bool:
    """Whether a clause tells of things that are found or come in, or how many there are by now."""
    found = sentence.tokens[verb].lemma.casefold() in _FINDING
    return found or tense_of(sentence, verb) in {Tense.PERFECT, Tense.PRESENT}


def _is_penalty(sentence: Sentence, quantity: Quantity, verb: int) -> bool:
    """Whether a time is what somebody was sentenced to: `was given seven years`, `gaoled for a year`."""
    tokens = sentence.tokens
    after = [t.lemma.casefold() for t in tokens if t.start >= quantity.span.end][:_SOON]
    lemma = tokens[verb].lemma.casefold()
    ends = not after or after[0] in _ENDS or (after[0] == "by" and bool(_COURTS.intersection(after)))
    told = lemma in _SENTENCING or (lemma in {"give", "receive", "get"} and ends)
    return quantity.base == "second" and quantity.unit in _TERMS and (told or bool(_PRISON.intersection(after)))


def _condemned(reading: Reading, sentence: Sentence, verb: int) -> frozenset[str]:
    """Ids of whoever is sentenced: the court that does it is not."""
    found = clause(sentence, verb)
    does = not found.passive and sentence.tokens[verb].lemma.casefold() in _SENTENCING | {"give", "order", "hand"}
    heads = found.objects if does else found.subjects
    return frozenset(entity for i in heads for entity in denoted(reading, sentence, (i,)).entities)


def _things(sentence: Sentence, quantity: Quantity, verb: int) -> frozenset[str]:
    found = clause(sentence, verb)
    heads = (sentence.tokens[i] for i in (found.subjects if found.passive else found.objects))
    return frozenset(
        stem(t.lemma) for t in heads if t.pos == "NOUN" and not quantity.span.start <= t.start < quantity.span.end
    )


def _owners(sentence: Sentence, quantity: Quantity, verb: int) -> frozenset[str]:
    if sentence.tokens[verb].lemma == "be":
        return frozenset()  # `Her speed was nine knots`.
    found = clause(sentence, verb)
    heads = (sentence.tokens[i] for i in (found.agents if found.passive else found.subjects))
    own = (t for t in heads if t.pos == "NOUN" and not quantity.span.start <= t.start < quantity.span.end)
    return frozenset(stem(t.lemma) for t in own if t.lemma.casefold() not in person_nouns() | group_nouns())


def _kind(reading: Reading, quantity: Quantity) -> str:
    """The base unit; `pounds` are money where the source has its sign."""
    if quantity.unit == _POUND and quantity.base != _POUND and "£" in reading.text:
        return _POUND
    return " ".join(filter(None, (quantity.base, quantity.per)))


def _acts(sentence: Sentence, verb: int, quantity: Quantity) -> tuple[frozenset[str], frozenset[int]]:
    """What a clause tells to be done: its verb and the nouns of doing that take part and are not counted."""
    found = clause(sentence, verb)
    lemma = sentence.tokens[verb].lemma.casefold()
    heads = (sentence.tokens[i].lemma.casefold() for i in (*found.subjects, *found.objects))
    nouns = frozenset(noun for noun in heads if noun != quantity.counted and acts_of_noun(noun))
    light = lemma in _LIGHT or (not quantity.base and lemma in _THERE)
    acts = acts_named(nouns, frozenset() if light else frozenset({lemma}))
    if quantity.base not in lexis.word_list("currency_units") or lemma not in _PAYING | _GAINING:
        return acts.stems, acts.senses
    gains = lemma in _GAINING and (found.passive or lemma != "pay")
    return acts.stems | {"gain" if gains else "pay"}, acts.senses


def _meant(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """Ids of whom the pronouns of a sentence mean."""
    pronouns = (i for i, t in enumerate(sentence.tokens) if t.tag == "PRP")
    return frozenset(e for i in pronouns for e in denoted(reading, sentence, (i,)).entities)


def _measured(sentence: Sentence, quantity: Quantity, at: int, verb: int) -> frozenset[str]:
    """Stems of the nouns that a measure can be of: those it is joined to, and those of its clause."""
    tokens, below = sentence.tokens, children(sentence)
    found = clause(sentence, verb)
    of = frozenset(j for i in below[at] if tokens[i].lemma == "of" for j in below[i] if tokens[j].dep == "pobj")
    if of and quantity.base != _SHARE:
        return frozenset(stem(tokens[i].lemma) for i in of)  # `40 tonnes of scaffolding` are no measure of the lorry.
    near = {at, tokens[at].head, tokens[tokens[at].head].head, *of}
    inside = (i for i in (*near, *found.subjects, *found.objects) if tokens[i].pos in _NOUNS)
    span = quantity.span
    return frozenset(stem(tokens[i].lemma) for i in inside if not span.start <= tokens[i].start < span.end)
