"""What a quantity is a quantity of: the frame that two quantities must share before they are compared.

People killed are compared with people killed, the width of a hole with the width of that hole: a number says nothing
without what it counts, and most numbers that differ count different things.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from dossier.assemble.clauses import children, predicate_above, subjects_of, subtree
from dossier.assemble.content import stem
from dossier.assemble.disagreements.assertion import is_open, negation
from dossier.assemble.disagreements.context import Context, features, sentence_at
from dossier.assemble.reading import Reading
from dossier.assemble.when import interval
from dossier.assemble.words import person_nouns
from dossier.model.annotation import PassageKind, Sentence
from dossier.model.quantity import Quantity
from dossier.model.span import Span

_TOLLS = {
    "killed": {"kill", "die", "dead", "death", "fatality", "perish", "drown", "toll"},
    "hurt": {"injure", "wound", "hurt", "injury", "casualty"},
    "missing": {"missing"},
    "survivors": {"survivor", "survive"},
    "aboard": {"aboard", "board"},
    "arrested": {"arrest", "detain"},
    "taking part": {"march", "demonstrate", "protest", "rally", "crowd", "turnout"},
}
"""What becomes of people, by the words that say so: the counts that reports of one affair give most often."""
_LOST = frozenset({"lose", "loss"})
_ANYBODY = frozenset({
    "", "people", "person", "life", "soul", "hand", "body", "victim", "individual", "dead", "human", "man", "citizen",
})  # fmt: skip
"""Nouns that count people whoever they are."""
_NEUTRAL = frozenset({
    "be", "put", "estimate", "value", "set", "stand", "total", "measure", "weigh", "cost", "reach", "say", "give",
    "have", "amount", "report", "place", "come", "run",
})  # fmt: skip
"""Verbs that only give a measure."""
_EXTENTS = frozenset({
    "course", "period", "space", "span", "matter", "age", "distance", "depth", "height", "length", "width", "weight",
    "speed", "average", "total", "maximum", "minimum", "rate", "range", "rest", "kind", "term",
})  # fmt: skip
"""Nouns that only name what is measured, of whatever it is: `over the course of 15 years`, `at a depth of 60 m`."""
_HAVING = frozenset({"have", "lose", "suffer", "count", "bury"})
_STEPS = 4
_COUNTED_FOR = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity of something."""

    reading: Reading
    sentence: Sentence
    quantity: Quantity
    frame: str
    """What it is a quantity of, the same for whatever may be compared: `killed people`, `meter hole wide`."""
    noun: str
    """Stem of what is counted or measured."""
    toll: str
    """`killed`, `hurt`, … for what became of people; else empty."""
    words: frozenset[str]
    """What else the sentence can be recognised by."""
    whose: frozenset[str] = frozenset()
    """Stems of whose people they are, where they are told to be somebody's: `the fleet` that lost 40 men."""


def amounts(context: Context, reading: Reading) -> Iterator[Amount]:
    """The quantities of one source that are of something, in order; parts of a whole are left out, and so are
    quantities that are only supposed or denied."""
    for quantity in reading.document.annotations.quantities:
        kind = reading.passages[quantity.passage].kind
        if quantity.partial or not reading.tells_story(quantity.passage) or kind is PassageKind.TABLE_ROW:
            continue
        sentence = sentence_at(reading, quantity.span.start)
        at = None if sentence is None else _token(sentence, quantity)
        if sentence is None or at is None:
            continue
        verb = predicate_above(sentence, at)
        if verb is not None and (negation(sentence, verb) is not None or is_open(sentence, verb)):
            continue
        made = _measure(reading, sentence, quantity, at) if quantity.base else _count(reading, sentence, quantity, at)
        if made is not None:
            yield made
    yield from _nobody(context, reading)


def _nobody(context: Context, reading: Reading) -> Iterator[Amount]:
    """`Nobody was hurt` and `no one died`: none of what became of people."""
    for sentence in context.story(reading):
        for index, token in enumerate(sentence.tokens):
            if token.lemma.casefold() not in {"nobody", "none"} or token.dep not in {"nsubj", "nsubjpass"}:
                continue
            toll = _toll(sentence, index)
            if toll and not any(t.head == index and t.lemma == "of" for t in sentence.tokens):
                verb = sentence.tokens[token.head]
                span = Span(token.start, max(token.end, verb.end))
                none = Quantity(span, sentence.passage, 0.0, 0.0, "", "", 0.0, 0.0, approximate=False)
                yield _amount(reading, sentence, none, f"{toll} people", "people", toll)


def _token(sentence: Sentence, quantity: Quantity) -> int | None:
    """The token that the quantity hangs on its sentence by: the noun counted, or the unit."""
    place = quantity.noun.start if quantity.noun else quantity.span.end - 1
    return next((i for i, t in enumerate(sentence.tokens) if t.start <= place < t.end), None)


def _count(reading: Reading, sentence: Sentence, quantity: Quantity, at: int) -> Amount | None:
    toll = _toll(sentence, at)
    noun = stem(quantity.counted)
    is_anybody = quantity.counted in _ANYBODY
    if toll and (is_anybody or quantity.counted in person_nouns()):
        if toll == "aboard" and _is_part_of_those_aboard(sentence, quantity, at):
            return None
        who = "people" if is_anybody or toll in {"aboard", "taking part"} else noun
        made = _amount(reading, sentence, quantity, f"{toll} {who}", noun or "people", toll)
        return replace(made, whose=_whose(sentence, at))
    verb = predicate_above(sentence, at)
    if not noun or verb is None or quantity.counted in _ANYBODY | {"thing", "time"}:
        return None
    if sentence.tokens[verb].lemma.casefold() in {"be", "have"}:  # whose brothers they are is told elsewhere
        return None
    return _amount(reading, sentence, quantity, f"{noun} {stem(sentence.tokens[verb].lemma)}", noun, "")


def _whose(sentence: Sentence, at: int) -> frozenset[str]:
    """Stems of the group that has or loses those counted, or that they are of: `our battalion has fourteen dead`,
    `twelve of the rebels fell`."""
    tokens, below = sentence.tokens, children(sentence)
    verb = predicate_above(sentence, at)
    of = [j for i in below[at] if tokens[i].lemma == "of" for j in below[i] if tokens[j].dep == "pobj"]
    having = verb is not None and tokens[verb].lemma.casefold() in _HAVING and tokens[at].dep in {"dobj", "attr"}
    heads = [*of, *(subjects_of(sentence, verb) if having and verb is not None else ())]
    return frozenset(stem(tokens[i].lemma) for i in heads if tokens[i].pos in {"NOUN", "PROPN"})


def _is_part_of_those_aboard(sentence: Sentence, quantity: Quantity, at: int) -> bool:
    """`212 passengers` without the crew are not all who were aboard."""
    if quantity.counted in _ANYBODY:
        return False
    return not any(t.head == at and t.dep == "conj" for t in sentence.tokens)


def _amount(reading: Reading, sentence: Sentence, quantity: Quantity, frame: str, noun: str, toll: str) -> Amount:
    return Amount(reading, sentence, quantity, frame, noun, toll, features(reading, sentence) - {noun})


def _toll(sentence: Sentence, at: int) -> str:
    """What became of the people counted at a token: told by the word itself, what hangs on it, or what it hangs on."""
    tokens, below = sentence.tokens, children(sentence)
    words = [at, *(i for i in below[at] if tokens[i].dep in {"acl", "amod", "prep", "relcl", "acomp", "advmod"})]
    words += [j for i in words for j in below[i] if tokens[i].dep == "prep"]
    above = at
    for _ in range(_STEPS):
        if tokens[above].head == above:
            break
        above = tokens[above].head
        words.append(above)
        if tokens[above].pos in {"VERB", "AUX"}:
            words += [i for i in below[above] if tokens[i].dep in {"oprd", "acomp", "advmod"}]
            words += [j for i in below[above] if tokens[i].dep == "prep" for j in below[i]]
            if tokens[at].dep == "pobj":  # `the number of people killed rose to 23`
                words += [j for i in subjects_of(sentence, above) for j in subtree(below, i)]
            break
    for index in words:
        lemma = tokens[index].lemma.casefold()
        for toll, names in _TOLLS.items():
            if lemma in names:
                return toll
        if lemma in _LOST and (_is_passive(sentence, index) or tokens[index].pos == "NOUN"):
            return "killed"
        if lemma == "take" and any(tokens[i].lemma == "part" and tokens[i].dep == "dobj" for i in below[index]):
            return "taking part"
        if lemma == "carry" and tokens[at].lemma.casefold() in {"passenger", "people", "person"}:
            return "aboard"
    return ""


def _is_passive(sentence: Sentence, verb: int) -> bool:
    return any(t.head == verb and t.dep in {"auxpass", "nsubjpass"} for t in sentence.tokens)


def _measure(reading: Reading, sentence: Sentence, quantity: Quantity, at: int) -> Amount | None:
    noun, extent, verb = _measured(sentence, quantity, at)
    if noun is None or sentence.tokens[noun].pos not in {"NOUN", "PROPN"}:
        return None
    head = stem(sentence.tokens[noun].lemma)
    frame = " ".join(filter(None, (quantity.base, quantity.per, head, extent, verb)))
    return _amount(reading, sentence, quantity, frame, head, "")


def _measured(sentence: Sentence, quantity: Quantity, at: int) -> tuple[int | None, str, str]:
    """(the noun that is measured, which extent of it, the verb where it says more than how much)."""
    tokens, below = sentence.tokens, children(sentence)
    if quantity.measured is not None:
        start = quantity.measured.start
        return next((i for i, t in enumerate(tokens) if t.start == start), None), "", ""
    above = tokens[at].head
    extent = ""
    if tokens[at].dep == "npadvmod" and tokens[above].pos in {"ADJ", "ADV"}:
        extent, above = stem(tokens[above].lemma), tokens[above].head
    elif tokens[at].dep == "pobj" and tokens[above].dep == "prep":
        if tokens[above].lemma == "of" and tokens[tokens[above].head].pos == "NOUN":
            extent_of = tokens[tokens[above].head].lemma.casefold() in _EXTENTS
            return (None if extent_of else tokens[above].head), "", ""
        above = tokens[above].head
    if not extent:
        extent = next((stem(tokens[j].lemma) for i in below[at] if tokens[i].lemma == "in" for j in below[i]), "")
    if tokens[above].pos not in {"VERB", "AUX"}:
        return None, "", ""
    subjects = subjects_of(sentence, above)
    verb = tokens[above].lemma.casefold()
    return (subjects[0] if len(subjects) == 1 else None), extent, "" if verb in _NEUTRAL else stem(verb)


def tied(context: Context, a: Amount, b: Amount) -> bool:
    """Whether two quantities of one frame can be of one thing: in one affair, not dated apart, and not of things or
    places with different names."""
    if not context.one_affair(a.reading.source, b.reading.source) or _dated_apart(a, b):
        return False
    if a.whose and b.whose and not a.whose & b.whose:
        return False
    one, two = ({w for w in x.words if w in context.named} for x in (a, b))
    if one and two and not one & two and not a.toll:
        return False
    events = [context.event_at(x.reading.source, x.quantity.span) for x in (a, b)]
    if events[0] is not None and events[0] is events[1]:
        return True
    # Counts of things are common; what became of people, and what is measured, is told once in an affair.
    return bool(a.words & b.words) or bool(a.toll) or bool(a.quantity.base)


def _dated_apart(a: Amount, b: Amount) -> bool:
    """Whether both sentences are dated and the dates cannot meet. What became of people is counted for weeks after, and
    reports date the count."""
    values = [[d.value for d in x.reading.dates_in(x.sentence.span) if d.value] for x in (a, b)]
    found = [(interval(one), interval(two)) for one in values[0] for two in values[1]]
    slack = _COUNTED_FOR if a.toll else timedelta()
    return bool(found) and not any(x and y and x[0] <= y[1] + slack and y[0] <= x[1] + slack for x, y in found)
