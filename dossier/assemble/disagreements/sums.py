"""How much or how long, of one act: what was paid by whom to whom, how long somebody talked, how often it was done.

The frames of `amounts` are of a noun; here the act is compared, by its verb, a synonym of it or a noun derived from it
(`made three payments`, `paid a fee`), and somebody must take part in both, or a rarer word stand with both.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from dossier import lexis
from dossier.assemble.clauses import clause, predicate_above
from dossier.assemble.content import acts_named, deeds_of, stem
from dossier.assemble.disagreements.assertion import is_denied, is_open, negation
from dossier.assemble.disagreements.bearing import below_of, dated_apart, heard_apart, taking_part, voice
from dossier.assemble.disagreements.context import Context, features, sentence_at
from dossier.assemble.disagreements.datelines import elsewhere, without_dateline
from dossier.assemble.disagreements.gathering import gathered
from dossier.assemble.disagreements.quantities import overlap, shown
from dossier.assemble.disagreements.questions import how_much, noun
from dossier.assemble.disagreements.sides import Answer, Question, matter, sided
from dossier.assemble.reading import Reading
from dossier.assemble.words import action_nouns
from dossier.model.annotation import PassageKind, Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.quantity import Quantity
from dossier.model.span import Span

LARGEST_BLOCK = 100
"""Quantities of one act that are compared with each other."""
_SECONDS, _TIMES, _MONEY = "second", "times", "money"
_OFTEN = 50
"""The most times that something is told to have been done; more votes or shots than that are things, not doings."""
_MOST_TIMES = 5
"""How many times as often the one may have it done."""
_LARGE = 10_000
"""From here on a number without a unit that something is sold for is money."""
_SUPPOSING = frozenset({"would", "could", "might", "may", "should"})
_SUM = frozenset({"fee", "sum", "amount", "total", "payment", "money", "price", "instalment", "installment"})
"""Nouns that only say that it is money: `a fee of 2 million` and `2 million` may be one sum."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A quantity with the act it belongs to."""

    reading: Reading
    sentence: Sentence
    verb: int
    quantity: Quantity
    base: str
    """Currency, `money` where none is told, `second`, or `times`."""
    stems: frozenset[str]
    senses: frozenset[int]
    what: str
    """Stem of the noun that the quantity is of, where it says more than that it is money."""
    parts: frozenset[str]
    words: frozenset[str]
    said_by: frozenset[str]
    sold: int | None = None
    """Index of the noun of what is sold for it."""


def sums(context: Context) -> Iterator[Matter]:
    """One matter for each act of which different quantities are told in different voices."""
    blocks: dict[str, list[Sum]] = defaultdict(list)
    for reading in context.readings:
        for quantity in reading.document.annotations.quantities:
            found = _sum(context, reading, quantity)
            if found is not None:
                blocks[found.base].append(found)
    bare = blocks.pop(_MONEY, [])
    for base, own in sorted(blocks.items()):
        block = own[:LARGEST_BLOCK] + (bare[:LARGEST_BLOCK] if base not in {_SECONDS, _TIMES} else [])
        for group in _groups(context, block):
            made = _matter(context, group)
            if made is not None:
                yield made


def _sum(context: Context, reading: Reading, quantity: Quantity) -> Sum | None:
    kind = reading.passages[quantity.passage].kind
    if quantity.partial or kind is PassageKind.TABLE_ROW or not reading.tells_story(quantity.passage):
        return None
    sentence = sentence_at(reading, quantity.span.start)
    place = quantity.noun.start if quantity.noun else quantity.span.end - 1
    if sentence is None:
        return None
    at = next((i for i, t in enumerate(sentence.tokens) if t.start <= place < t.end), None)
    verb = None if at is None else predicate_above(sentence, at)
    if at is None or verb is None:
        return None
    supposed = any(t.head == verb and t.tag == "MD" and t.lemma.casefold() in _SUPPOSING for t in sentence.tokens)
    if supposed or negation(sentence, verb) is not None or is_open(sentence, verb) or is_denied(sentence, verb):
        return None
    told = _act(sentence, verb, at, quantity)
    if told is None:
        return None
    base, nouns, verbs, what = told
    acts = acts_named(nouns, verbs)
    own = acts.stems | {stem(n) for n in nouns} | ({stem(quantity.counted)} if quantity.counted else frozenset())
    return Sum(
        reading, sentence, verb, quantity, base, acts.stems, acts.senses, what, taking_part(reading, sentence),
        features(reading, sentence) - own, voice(context, reading, sentence, verb), _sold(sentence, at, quantity),
    )  # fmt: skip


def _act(
    sentence: Sentence, verb: int, at: int, quantity: Quantity
) -> tuple[str, frozenset[str], frozenset[str], str] | None:
    """(what the quantity is in, nouns and verbs of the act, what it is of); None for a quantity of no act."""
    tokens = sentence.tokens
    lemma = tokens[verb].lemma.casefold()
    above = tokens[at].head
    linked = tokens[above].lemma.casefold() if tokens[at].dep == "pobj" else ""
    if quantity.base == _SECONDS:
        lasting = linked == "for" and tokens[above].head == verb and tokens[verb].pos == "VERB"
        return (_SECONDS, frozenset(), frozenset({lemma}), "") if lasting and lemma != "be" else None
    price = _price(sentence, at, quantity)
    if price is not None:
        return price
    if quantity.base:
        done = clause(sentence, verb)
        is_paid = at in done.objects or tokens[at].dep in {"appos", "dobj"} or linked == "of"
        if not is_paid or tokens[verb].pos != "VERB" or quantity.per:
            return None
        holder = tokens[above].head if linked == "of" else above if tokens[at].dep == "appos" else None
        noun = tokens[holder].lemma.casefold() if holder is not None and tokens[holder].pos == "NOUN" else ""
        light = deeds_of(done)
        nouns = frozenset({tokens[i].lemma.casefold() for i in done.objects if stem(tokens[i].lemma) in light.stems})
        nouns = frozenset(nouns & action_nouns().keys())
        return quantity.base, nouns, frozenset({lemma}), "" if noun in _SUM else stem(noun)
    if quantity.counted in {"time", "times"} and tokens[at].dep == "npadvmod" and tokens[above].pos == "VERB":
        return _TIMES, frozenset(), frozenset({tokens[above].lemma.casefold()}), ""
    verbs = frozenset(action_nouns().get(quantity.counted, ()))
    return (_TIMES, frozenset({quantity.counted}), verbs, "") if verbs else None


def _price(sentence: Sentence, at: int, quantity: Quantity) -> tuple[str, frozenset[str], frozenset[str], str] | None:
    """What something is sold, bought or leased for: `sold the yard for $2 million`, `the sale of the yard for £90`."""
    tokens = sentence.tokens
    link = tokens[at].head
    act = tokens[link].head
    if tokens[at].dep != "pobj" or tokens[link].lemma.casefold() != "for" or quantity.per:
        return None
    is_bare = not quantity.base and not quantity.counted and (quantity.low or 0) >= _LARGE
    if not is_bare and quantity.base not in lexis.word_list("currency_units"):
        return None
    lemma = tokens[act].lemma.casefold()
    lemma = "sell" if lemma == "sale" else lemma  # The list derives no verb from it.
    verbs = frozenset({lemma} if tokens[act].pos == "VERB" or lemma == "sell" else action_nouns().get(lemma, ()))
    nouns = frozenset({lemma}) if tokens[act].pos == "NOUN" else frozenset[str]()
    return (quantity.base or _MONEY, nouns, verbs, "") if verbs else None


def _sold(sentence: Sentence, at: int, quantity: Quantity) -> int | None:
    """Index of the noun of what a price is paid for; None for any other quantity."""
    if _price(sentence, at, quantity) is None:
        return None
    tokens = sentence.tokens
    act = tokens[tokens[at].head].head
    of = [j for i in below_of(sentence, act, "prep") if tokens[i].lemma == "of" for j in below_of(sentence, i, "pobj")]
    return next(iter(of if tokens[act].pos == "NOUN" else below_of(sentence, act, "dobj", "nsubjpass")), None)


def _groups(context: Context, block: Sequence[Sum]) -> Iterator[list[Sum]]:
    return (group for group in gathered(block, partial(_of_one_act, context)) if len(group) > 1)


def _of_one_act(context: Context, a: Sum, b: Sum) -> bool:
    """Whether two quantities can be of one act: verbs of one meaning, not of different things or days, with somebody
    in common who takes part, or, of how often, a word."""
    if not (a.stems & b.stems or a.senses & b.senses) or (a.what and b.what and a.what != b.what):
        return False
    if not context.one_affair(a.reading.source, b.reading.source):
        return False
    if a.base == _TIMES:
        both = [x.quantity.low for x in (a, b) if x.quantity.low]
        near = len(both) == 2 and max(both) <= _OFTEN and max(both) <= _MOST_TIMES * min(both)
        return near and a.quantity.counted != b.quantity.counted and bool(a.words & b.words)
    if dated_apart((a.reading, a.sentence, a.verb), (b.reading, b.sentence, b.verb)) or elsewhere(a, b):
        return False
    # What one voice gives twice, differently, it gives of two acts.
    one_voice = not heard_apart((a.reading, a.said_by), (b.reading, b.said_by))
    return bool(a.parts & b.parts) and not (one_voice and not overlap(a.quantity, b.quantity))


def _around(one: Sum) -> Span:
    """The clause with the quantity, or the quantity where it stands outside."""
    span = without_dateline(one.reading, one.sentence, clause(one.sentence, one.verb).span)
    return span if span.contains(one.quantity.span) else one.quantity.span


def _matter(context: Context, group: Sequence[Sum]) -> Matter | None:
    pairs = [(a, b) for a, b in combinations(group, 2) if not overlap(a.quantity, b.quantity)]
    if not any(heard_apart((a.reading, a.said_by), (b.reading, b.said_by)) for a, b in pairs):
        return None
    sides = sided((shown(s.quantity), Answer(s.reading.source, s.sentence.passage, _around(s))) for s in group)
    first = group[0]
    asked = {_SECONDS: "For how long", _TIMES: "How often"}.get(first.base, "How much")
    act = first.sentence.tokens[first.verb].lemma
    weight = 0.35 if first.base == _TIMES else 0.6
    plain = [how_much(one.reading, one.sentence, one.verb, asked) for one in group if one.sold is None]
    plain += [f"What was the price of {noun(s.reading, s.sentence, s.sold)}?" for s in group if s.sold is not None]
    question = Question(
        min(filter(None, plain), key=len, default=f"{asked}: {act}?"), "quantity", MatterKind.CONFLICT,
        "quantities of one act", "the same act, with somebody in common who takes part", weight,
    )  # fmt: skip
    return matter(context, question, sides, sorted(frozenset.intersection(*(s.parts for s in group))))
