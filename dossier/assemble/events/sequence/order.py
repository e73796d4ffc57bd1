"""Which event is not before which, as one source tells it: connectives, tenses, speech, and the order of telling.

Connectives and tenses say it in words. The order of telling is custom only: a narrative that goes on in the simple
past goes on in time, as long as nothing in it looks back. News does not go on like that, it tells the newest first.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, permutations

from dossier.assemble.events.sequence.manner import Manner
from dossier.assemble.events.sequence.network import Order, Window
from dossier.assemble.events.sequence.told import Told
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense
from dossier.model.annotation import PassageKind, Sentence

AFTER = frozenset({"after", "once", "when", "since", "following", "upon", "as"})
BEFORE = frozenset({"before", "until", "till", "prior"})
"""What opens a clause or a noun phrase that tells of an earlier, or a later, event than the one it belongs to."""
MANY = 30
"""Reports in one sentence, beyond which it is a list and no sentence whose syntax tells of an order."""
PASSAGES_BACK = 1
"""How many passages back `later` looks for what it follows; further back, the story is mostly another."""


Link = tuple[Told, Told, str, bool]
"""The earlier, the later, how the later one stands to the earlier, and whether that is custom only."""


def order_of(link: Link) -> Order:
    """The order that a link makes, with its reasons in words."""
    earlier, later, how, assumed = link
    return Order(earlier.event, later.event, f"{how} “{earlier.words}”", f"“{later.words}” is {how} it", assumed)


def links(reading: Reading, told: Sequence[Told], dated: Mapping[int, Window], manner: Manner) -> Iterator[Link]:
    """The links within one source, of its reports in order of offset."""
    sentences = [list(group) for _, group in groupby(told, key=lambda one: one.sentence.span.start)]
    for together in sentences:
        for one, other in permutations(together, 2) if len(together) <= MANY else ():
            link = _in_sentence(one, other)
            if link:
                yield link
    yield from _looking_back(sentences)
    yield from _looking_on(told)
    if manner is Manner.NARRATIVE:
        yield from _narrated(reading, told, dated)


def _in_sentence(upper: Told, lower: Told) -> Link | None:
    """What the syntax says of two events of one sentence, the `lower` of which hangs on the `upper`."""
    found = _opened_by(upper.sentence, upper.head, lower.head)
    if found in AFTER:
        return lower, upper, "told as after", False
    if found in BEFORE:
        return upper, lower, "told as after", False
    tokens = upper.sentence.tokens
    said = tokens[lower.head].dep == "ccomp" and tokens[lower.head].head == upper.head
    if upper.says and said and lower.tense in {Tense.PAST, Tense.PLUPERFECT, Tense.PERFECT}:
        return lower, upper, "said after", False
    if lower.says and upper.tense is Tense.PAST and _is_cited(upper.sentence, upper.head, lower.head):
        return lower, upper, "cites", False
    return None


def _is_cited(sentence: Sentence, upper: int, lower: int) -> bool:
    """`published an article citing a letter which claimed`: whether what is said hangs on a verb of citing."""
    tokens = sentence.tokens
    cited = False
    for _ in tokens:
        if lower == upper or tokens[lower].head == lower:
            break
        lower = tokens[lower].head
        cited = cited or (tokens[lower].lemma in {"cite", "quote"} and lower != upper)
    return cited and lower == upper


def _opened_by(sentence: Sentence, upper: int, lower: int) -> str | None:
    """The connective through which one event hangs on another: `after` in `they left after it sank` and in `they
    left after the sinking`."""
    tokens = sentence.tokens
    if tokens[lower].head == upper and tokens[lower].dep == "advcl":
        marks = (t for t in tokens if t.head == lower and t.dep in {"mark", "advmod", "prep"})
        return next((t.lemma.lower() for t in marks if t.lemma.lower() in AFTER | BEFORE), None)
    above = tokens[lower].head
    if tokens[lower].dep in {"pobj", "pcomp"} and tokens[above].lemma.lower() == "to":
        above = tokens[above].head
    if tokens[lower].dep in {"pobj", "pcomp", "dobj"} and tokens[above].head == upper:
        word = sentence.tokens[above].lemma.lower()
        word = "following" if word == "follow" else word
        return word if word in (AFTER - {"as"}) | BEFORE else None
    return None


def _looking_back(sentences: Sequence[Sequence[Told]]) -> Iterator[Link]:
    """`had been sealed`: before what its sentence tells in the simple past, else before what was told last;
    `previously`: before what its sentence tells otherwise."""
    last: Told | None = None
    for together in sentences:
        beside = next((o for o in together if o.main and o.tense is Tense.PAST and not o.looks_back), None)
        for one in together:
            if one.looks_back and one.tense in {Tense.PLUPERFECT, Tense.PAST}:
                if beside:
                    yield one, beside, "told as after", False
                elif one.tense is Tense.PLUPERFECT and one.main and last and last.report.passage == one.report.passage:
                    yield one, last, "told as after", True
            last = one if one.advances else last


def _looking_on(told: Sequence[Told]) -> Iterator[Link]:
    """`later`, `then`: after what the story told last."""
    last: Told | None = None
    for one in told:
        near = last is not None and one.report.passage - last.report.passage <= PASSAGES_BACK
        if last is not None and near and one.looks_on and one.main and one.tense in {Tense.PAST, Tense.PERFECT}:
            yield last, one, "told as later than", False
        last = one if one.advances else last


def _narrated(reading: Reading, told: Sequence[Told], dated: Mapping[int, Window]) -> Iterator[Link]:
    """The order of telling within a paragraph or a list, from sentence to sentence; what a sentence joins on to its
    first event (`… and was sold in 1950`) may run ahead of the next one. A dated event that lies before the one dated
    last is a look back, and not part of the story."""
    last: Told | None = None
    reached: Window | None = None
    for one in (one for one in told if one.advances):
        if last and not _one_block(reading, last, one):
            last, reached = None, None
        window = dated.get(one.event)
        if window and reached and _is_before(window, reached):
            continue
        if last:
            yield last, one, "told after", True
        if one.leads:
            last, reached = one, window or reached


def _is_before(one: Window, other: Window) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest.day < other.earliest.day


def _one_block(reading: Reading, one: Told, other: Told) -> bool:
    """Whether two reports stand in one paragraph, or in items of one list."""
    between = reading.passages[one.report.passage : other.report.passage + 1]
    return len(between) == 1 or all(passage.kind is PassageKind.LIST_ITEM for passage in between)
