"""What the quantities of a source are quantities of: the frame that two must share before they are compared."""

from collections.abc import Iterator
from dataclasses import replace

from dossier import lexis
from dossier.assemble.clauses import children, predicate_above, subjects_of
from dossier.assemble.content import stem
from dossier.assemble.disagreements.amount import Amount
from dossier.assemble.disagreements.assertion import is_open, negation
from dossier.assemble.disagreements.context import Context, features, sentence_at
from dossier.assemble.disagreements.datelines import dateline
from dossier.assemble.disagreements.taken_up import taken_up
from dossier.assemble.disagreements.tolls import ANYBODY, is_toll_noun, toll
from dossier.assemble.reading import Reading
from dossier.assemble.words import group_nouns, person_nouns, person_synonyms
from dossier.model.annotation import PassageKind, Sentence
from dossier.model.entity import EntityKind
from dossier.model.quantity import Quantity
from dossier.model.span import Span

_NEUTRAL = frozenset({
    "be", "put", "estimate", "value", "set", "stand", "total", "measure", "weigh", "cost", "reach", "say", "give",
    "have", "hold", "own", "possess", "amount", "report", "place", "come", "run",
})  # fmt: skip
"""Verbs that only give a measure, or tell whose it is."""
_EXTENTS = frozenset({
    "course", "period", "space", "span", "matter", "age", "distance", "depth", "height", "length", "width", "weight",
    "speed", "average", "total", "maximum", "minimum", "rate", "range", "rest", "kind", "term",
})  # fmt: skip
"""Nouns that only name what is measured, of whatever it is: `over the course of 15 years`, `at a depth of 60 m`."""
_HAVING = frozenset({"have", "lose", "suffer", "count", "bury"})
_OF_SHARES = frozenset({"percent", "second"})
"""What is `of` something without being an amount of it: `9 percent of the stock`, `two hours of the day`."""
_HOLDING = frozenset({"hold", "contain", "carry", "comprise", "include", "number", "total"})
"""Verbs that tell only that so many are in something."""
_TOTALS = frozenset({"total", "number", "sum", "maximum", "minimum", "average", "rest", "kind", "sort", "one", "some"})
_LASTING_NOT = frozenset({EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANIZATION})
_THEM = frozenset({"they", "them", "these", "those", "who", "whom"})


def amounts(context: Context, reading: Reading) -> Iterator[Amount]:
    """The quantities of one source that are of something, in order; parts of a whole are left out, and so are
    quantities that are only supposed or denied."""
    told: list[Amount] = []
    for quantity in reading.document.annotations.quantities:
        kind = reading.passages[quantity.passage].kind
        if not reading.tells_story(quantity.passage) or kind is PassageKind.TABLE_ROW:
            continue
        sentence = sentence_at(reading, quantity.span.start)
        at = None if sentence is None else _token(sentence, quantity)
        if sentence is None or at is None:
            continue
        verb = predicate_above(sentence, at)
        if verb is not None and (negation(sentence, verb) is not None or is_open(sentence, verb)):
            continue
        made = taken_up(sentence, quantity, at, told) or _of(reading, sentence, quantity, at)
        if made is not None:
            told.append(made)
            yield made
    yield from _nobody(context, reading)


def _of(reading: Reading, sentence: Sentence, quantity: Quantity, at: int) -> Amount | None:
    if quantity.partial:
        return _part(reading, sentence, quantity, at)
    return _measure(reading, sentence, quantity, at) if quantity.base else _count(reading, sentence, quantity, at)


def _nobody(context: Context, reading: Reading) -> Iterator[Amount]:
    """`Nobody was hurt` and `no one died`: none of what became of people."""
    for sentence in context.story(reading):
        for index, token in enumerate(sentence.tokens):
            if token.lemma.casefold() not in {"nobody", "none"} or token.dep not in {"nsubj", "nsubjpass"}:
                continue
            became = toll(sentence, index)
            if became and not any(t.head == index and t.lemma == "of" for t in sentence.tokens):
                verb = sentence.tokens[token.head]
                span = Span(token.start, max(token.end, verb.end))
                none = Quantity(span, sentence.passage, 0.0, 0.0, "", "", 0.0, 0.0, approximate=False)
                yield _amount(reading, sentence, none, f"{became} people", "people", became)


def _token(sentence: Sentence, quantity: Quantity) -> int | None:
    """The token that the quantity hangs on its sentence by: the noun counted, or the unit."""
    place = quantity.noun.start if quantity.noun else quantity.span.end - 1
    return next((i for i, t in enumerate(sentence.tokens) if t.start <= place < t.end), None)


def _count(reading: Reading, sentence: Sentence, quantity: Quantity, at: int) -> Amount | None:
    became = toll(sentence, at)
    noun = stem(quantity.counted)
    is_anybody = quantity.counted in ANYBODY or (is_toll_noun(quantity.counted) and quantity.high != 1)
    if became and (is_anybody or quantity.counted in person_nouns()):
        if became == "aboard" and _is_part_of_those_aboard(sentence, quantity, at):
            return None
        meant = stem(person_synonyms().get(quantity.counted, quantity.counted))
        who = "people" if is_anybody or became in {"aboard", "taking part"} else meant
        made = _amount(reading, sentence, quantity, f"{became} {who}", noun or "people", became)
        return replace(made, whose=_whose(sentence, at))
    verb = predicate_above(sentence, at)
    if verb is None:
        return None
    if not quantity.counted:
        noun = _fronted(sentence, at, verb)
    deed = sentence.tokens[verb].lemma.casefold()
    # Whose brothers they are is told elsewhere.
    if not noun or quantity.counted in ANYBODY - {""} | {"thing", "time"} or deed in {"be", "have"}:
        return None
    deed = "" if deed in _HOLDING else deed
    return replace(_amount(reading, sentence, quantity, noun, noun, ""), verb=deed, told_as=_as(sentence, at))


def _as(sentence: Sentence, at: int) -> str:
    """Stem of what a count is told to be: `a majority of 17 votes`; empty for a count that stands by itself."""
    tokens = sentence.tokens
    link = tokens[at].head
    above = tokens[tokens[link].head]
    is_of = tokens[at].dep == "pobj" and tokens[link].lemma == "of" and above.pos == "NOUN"
    return stem(above.lemma) if is_of and above.lemma.casefold() not in _TOTALS | group_nouns() else ""


def _fronted(sentence: Sentence, at: int, verb: int) -> str:
    """Stem of whom a number counts in `of the lambs they sold nine`; empty where nothing is said before."""
    tokens, below = sentence.tokens, children(sentence)
    links = [i for i in below[verb] if tokens[i].lemma.casefold() == "of" and i < min(at, verb)]
    nouns = [j for i in links for j in below[i] if tokens[j].dep == "pobj" and tokens[j].tag == "NNS"]
    return stem(tokens[nouns[0]].lemma) if nouns and tokens[at].dep in {"nsubj", "nsubjpass", "dobj"} else ""


def _part(reading: Reading, sentence: Sentence, quantity: Quantity, at: int) -> Amount | None:
    """What became of some of those just counted: `60 firemen came. Two of them were hurt.`"""
    tokens, below = sentence.tokens, children(sentence)
    links = [i for i in below[at] if tokens[i].lemma == "of"]
    became = toll(sentence, at)
    own = [j for i in links for j in below[i] if any(tokens[k].tag == "PRP$" for k in below[j])]
    if became and not quantity.counted and any(tokens[j].lemma.casefold() in ANYBODY | person_nouns() for j in own):
        return _amount(reading, sentence, quantity, f"{became} people", "people", became)  # `23 of her people`
    of_them = any(tokens[j].lemma.casefold() in _THEM for i in links for j in below[i])
    if quantity.counted or not of_them or not became:
        return None
    counted = reading.document.annotations.quantities
    before = [q for q in counted if q.span.end <= sentence.span.start and q.passage == quantity.passage]
    if not before or before[-1].counted not in person_nouns() | ANYBODY - {""}:
        return None
    who = "people" if before[-1].counted in ANYBODY else stem(before[-1].counted)
    return _amount(reading, sentence, quantity, f"{became} {who}", who, became)


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
    """`212 passengers` without the crew are not all who were aboard, nor are 41 hands beside six passengers."""
    tokens, below = sentence.tokens, children(sentence)
    joined = [i for i in below[at] if tokens[i].dep == "conj"]
    joined += [tokens[at].head] if tokens[at].dep == "conj" else []
    if any(tokens[j].dep == "nummod" for i in joined for j in below[i]):
        return True
    return quantity.counted not in ANYBODY and not joined


def _amount(reading: Reading, sentence: Sentence, quantity: Quantity, frame: str, noun: str, became: str) -> Amount:
    words = features(reading, sentence) | _before(reading, sentence)
    return Amount(reading, sentence, quantity, frame, noun, became, words - {noun})


def _before(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """What the sentence before is recognised by, where this one begins with a pronoun that goes back to it."""
    if not sentence.tokens or sentence.tokens[0].lemma.casefold() not in {"it", "they", "these"}:
        return frozenset()
    told = [s for s in reading.sentences_of(sentence.passage) if s.span.end <= sentence.span.start]
    return features(reading, told[-1]) if told else frozenset()


def _measure(reading: Reading, sentence: Sentence, quantity: Quantity, at: int) -> Amount | None:
    noun, extent, verb = _measured(sentence, quantity, at)
    if noun is None or sentence.tokens[noun].pos not in {"NOUN", "PROPN"}:
        return None
    if _lasts_not(reading, sentence, quantity, noun, extent):
        return None
    head = stem(sentence.tokens[noun].lemma)
    frame = " ".join(filter(None, (quantity.base, quantity.per, head, extent)))
    return replace(_amount(reading, sentence, quantity, frame, head, ""), verb=verb)


def _lasts_not(reading: Reading, sentence: Sentence, quantity: Quantity, noun: int, extent: str) -> bool:
    """Whether a noun is nothing that a measure is of: a dateline, which the parser takes for a subject, and, of a time,
    the name of somebody or of a place, but for an age."""
    start, line = sentence.tokens[noun].start, dateline(reading, sentence)
    if line is not None and start < line.end:
        return True
    return (
        quantity.base == "second" and extent != "old" and any(n.kind in _LASTING_NOT for n in reading.named_at(start))
    )


def _measured(sentence: Sentence, quantity: Quantity, at: int) -> tuple[int | None, str, str]:
    """(the noun that is measured, which extent of it, the verb where it says more than how much)."""
    tokens, below = sentence.tokens, children(sentence)
    if quantity.measured is not None:
        start = quantity.measured.start
        return next((i for i, t in enumerate(tokens) if t.start == start), None), "", ""
    of = [j for i in below[at] if tokens[i].lemma == "of" for j in below[i] if tokens[j].dep == "pobj"]
    if of and quantity.base not in _OF_SHARES and tokens[of[0]].tag in {"NN", "NNS"}:
        return of[0], "", ""  # `18 tonnes of cement`
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
    if quantity.base in lexis.word_list("currency_units") and verb not in _NEUTRAL and tokens[at].dep == "dobj":
        return None, "", ""  # Whoever pays is not what the money is the price of.
    return (subjects[0] if len(subjects) == 1 else None), extent, "" if verb in _NEUTRAL else verb
