"""Which place in an order something took: `the lowest of four bids` to one source, `the second-lowest` to another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.assemble.clauses import children, clause, subtree
from dossier.assemble.content import stem
from dossier.assemble.disagreements.assertion import is_open, negation
from dossier.assemble.disagreements.bearing import below_of, dated_apart, heard_apart, predicates, taking_part, voice
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.sides import Answer, Question, matter, sided
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PLACING = frozenset({"rank", "place", "rate"})
_PLACED = "ranked"
"""The order of what somebody ranked, whatever by."""
_SUPERLATIVES = frozenset({"JJS", "RBS"})


@dataclass(frozen=True, slots=True)
class _Rank:
    reading: Reading
    sentence: Sentence
    verb: int
    order: str
    """What it is ordered by: the adjective, as it stands."""
    place: str
    nouns: frozenset[str]
    """Stems of what is ordered: the subject, what the superlative stands with, what it is `of`."""
    parts: frozenset[str]
    said_by: frozenset[str]


def ranks(context: Context) -> Iterator[Matter]:
    """One matter for each thing that takes different places in one order."""
    blocks: dict[str, list[_Rank]] = defaultdict(list)
    for reading in context.readings:
        for sentence in context.story(reading):
            for found in (*_ranked(context, reading, sentence), *_placed(context, reading, sentence)):
                blocks[found.order].append(found)
    for order, ranked in sorted(blocks.items()):
        block = _told_once(ranked) if order == _PLACED else ranked
        for index, one in enumerate(block):
            like = [one, *(other for other in block[index + 1 :] if _of_one(context, one, other))]
            made = _matter(context, like)
            if made is not None:
                yield made


def _told_once(block: Sequence[_Rank]) -> list[_Rank]:
    """What sources rank once: one that tells of two places tells how it changed."""
    places: dict[str, set[str]] = defaultdict(set)
    for rank in block:
        places[rank.reading.source].add(rank.place)
    return [rank for rank in block if len(places[rank.reading.source]) == 1]


def _ranked(context: Context, reading: Reading, sentence: Sentence) -> Iterator[_Rank]:
    tokens = sentence.tokens
    for verb in predicates(sentence):
        if tokens[verb].lemma != "be" or negation(sentence, verb) is not None or is_open(sentence, verb):
            continue
        for told in below_of(sentence, verb, "attr", "acomp"):
            words = subtree(children(sentence), told, frozenset(below_of(sentence, told, "relcl", "acl", "appos")))
            highest = [i for i in words if tokens[i].tag in _SUPERLATIVES and i <= told]
            if len(highest) != 1:
                continue
            first = tokens[highest[0]]
            before = {tokens[i].lemma.casefold() for i in words if i < highest[0]}
            named = [i for i in (*clause(sentence, verb).subjects, *words) if tokens[i].pos == "NOUN"]
            yield _Rank(
                reading, sentence, verb, reading.text[first.start : first.end].casefold(),
                next((p for p in _PLACES if p in before), _PLACES[0]),
                frozenset(stem(tokens[i].lemma) for i in named), taking_part(reading, sentence) |
                (_before(reading, sentence)), voice(context, reading, sentence, verb),
            )  # fmt: skip


def _placed(context: Context, reading: Reading, sentence: Sentence) -> Iterator[_Rank]:
    """`Ranked the bid third`; `the bid was ranked first of four`."""
    tokens = sentence.tokens
    for verb in predicates(sentence):
        if tokens[verb].lemma.casefold() not in _PLACING or negation(sentence, verb) is not None:
            continue
        after = [
            i for i in subtree(children(sentence), verb) if i > verb and tokens[i].dep in {"advmod", "oprd", "amod"}
        ]
        places = [tokens[i].lemma.casefold() for i in after if tokens[i].lemma.casefold() in _PLACES]
        if len(places) != 1 or is_open(sentence, verb):
            continue
        found = clause(sentence, verb)
        named = [i for i in (*found.subjects, *found.objects) if tokens[i].pos in {"NOUN", "VERB", "PROPN"}]
        yield _Rank(
            reading, sentence, verb, _PLACED, places[0], frozenset(stem(tokens[i].lemma) for i in named) | {_PLACED},
            taking_part(reading, sentence) | _before(reading, sentence), voice(context, reading, sentence, verb),
        )  # fmt: skip


def _before(reading: Reading, sentence: Sentence) -> frozenset[str]:
    before = [s for s in reading.sentences_of(sentence.passage) if s.span.end <= sentence.span.start]
    return taking_part(reading, before[-1]) if before else frozenset()


def _of_one(context: Context, a: _Rank, b: _Rank) -> bool:
    """Whether two places can be of one thing: the same kind of thing, of somebody named in both."""
    if not a.nouns & b.nouns or not a.parts & b.parts or not context.one_affair(a.reading.source, b.reading.source):
        return False
    apart = heard_apart((a.reading, a.said_by), (b.reading, b.said_by))
    return apart and not dated_apart((a.reading, a.sentence), (b.reading, b.sentence))


def _matter(context: Context, group: Sequence[_Rank]) -> Matter | None:
    sides = sided(
        (
            _value(rank),
            Answer(rank.reading.source, rank.sentence.passage, clause(rank.sentence, rank.verb).span),
        )
        for rank in group
    )
    asked = "In which place was it ranked?" if group[0].order == _PLACED else f"Which was the {group[0].order}?"
    question = Question(
        asked, "quantity", MatterKind.CONFLICT, "place in an order",
        "the same thing takes different places", 0.6,
    )  # fmt: skip
    return matter(context, question, sides, sorted(group[0].parts)) if len(sides) > 1 else None


def _value(rank: _Rank) -> str:
    if rank.order == _PLACED:
        return rank.place
    return rank.order if rank.place == _PLACES[0] else f"{rank.place}-{rank.order}"
