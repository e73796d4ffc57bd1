"""Who did it: one act on one thing, for which the sources or their speakers name different doers.

Only what somebody claims, or a passive with `by`, is compared: of what newspapers tell in passing, a great deal is done
by several people one after the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.assemble.clauses import clause
from dossier.assemble.content import acts_of_noun, stem
from dossier.assemble.disagreements.acts import Act, act, is_act
from dossier.assemble.disagreements.assertion import is_denied, is_open, negation
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.phrases import Phrase
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.entity import EntityKind

LARGEST_BLOCK = 300
"""Claims of one act on one thing that are compared with each other."""
_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Doing:
    """A claim that somebody did something to something."""

    reading: Reading
    act: Act
    doer: Phrase
    thing: str
    """What it was done to: an entity's id, or the stem of a noun."""
    speakers: tuple[str, ...] | None
    """Who says so; None where the source says it itself."""


def doers(context: Context) -> Iterator[Matter]:
    """One matter for each act for which different doers are named."""
    blocks: dict[tuple[str, str], list[Doing]] = defaultdict(list)
    for reading in context.readings:
        for sentence in context.story(reading):
            for found in _doings(context, reading, sentence):
                blocks[stem(found.act.lemma), found.thing].append(found)
    for _, block in sorted(blocks.items()):
        for group in context.affairs(block[:LARGEST_BLOCK]):
            made = _matter(context, group)
            if made is not None:
                yield made


def _doings(context: Context, reading: Reading, sentence: Sentence) -> Iterator[Doing]:
    for verb, token in enumerate(sentence.tokens):
        if token.pos != "VERB" or negation(sentence, verb) is not None or is_open(sentence, verb):
            continue
        found = clause(sentence, verb)
        if len(found.objects if not found.passive else found.agents) == 0 or is_denied(sentence, verb):
            continue
        said = context.statement_at(reading.source, found.span)
        if said is None and not found.passive:
            continue
        told = act(reading, found)
        if not (is_act(sentence, verb) or any(acts_of_noun(p.lemma) for p in told.patients)):
            continue
        things = [p for p in told.patients if not p.pronoun and not _is_plural(sentence, p)]
        who = [p for p in told.agents if p.is_person and not p.pronoun and not p.unknown]
        if len(things) == 1 and len(who) == 1:
            thing = next(iter(sorted(things[0].entities)), things[0].head)
            yield Doing(reading, told, who[0], thing, said.speakers if said else None)


def _is_plural(sentence: Sentence, of: Phrase) -> bool:
    tags = (t.tag for t in sentence.tokens if of.span.start <= t.start < of.span.end and stem(t.lemma) == of.head)
    return any(tag in _PLURAL for tag in tags)


def _matter(context: Context, block: Sequence[Doing]) -> Matter | None:
    groups: list[list[Doing]] = []
    for doing in block:
        home = next((g for g in groups if not any(_differ(context, doing, other) for other in g)), None)
        if home is None:
            groups.append([doing])
        else:
            home.append(doing)
    if len(groups) < 2 or not _told_apart(context, groups):
        return None
    first = groups[0][0]
    text = first.reading.text
    thing = next(p for p in first.act.patients if not p.pronoun).span.of(text)
    past = text[first.act.sentence.tokens[first.act.verb].start : first.act.sentence.tokens[first.act.verb].end]
    question = Question(
        f"Who {past.casefold()} {' '.join(thing.split())}?", "participant", MatterKind.CONFLICT, "doers of one act",
        "different people are said to have done it", 0.8,
    )  # fmt: skip
    sides = [(_value(context, group[0]), [_answer(doing) for doing in group]) for group in groups]
    return matter(context, question, sides, sorted({i for doing in block for i in doing.doer.entities}))


def _answer(doing: Doing) -> Answer:
    return Answer(doing.reading.source, doing.act.sentence.passage, doing.act.span)


def _value(context: Context, doing: Doing) -> str:
    names = [context.named[i].name for i in sorted(doing.doer.entities) if i in context.named]
    return ", ".join(names) or " ".join(doing.doer.span.of(doing.reading.text).split())


def _differ(context: Context, a: Doing, b: Doing) -> bool:
    """Whether two doers cannot be the same: different people, different organizations, or descriptions of different
    kinds of people. A name and a description are left alone: the description may be of that person."""
    if a.act.places and b.act.places and not a.act.places & b.act.places:
        return False
    one, two = a.doer.entities, b.doer.entities
    if one and two:
        kinds = [{context.named[i].kind for i in ids if i in context.named} for ids in (one, two)]
        return not one & two and kinds[0] == kinds[1] and bool(kinds[0] & {EntityKind.PERSON, EntityKind.ORGANIZATION})
    if one or two:
        return False
    return a.doer.head != b.doer.head and not a.doer.stems & b.doer.stems


def _told_apart(context: Context, groups: Sequence[Sequence[Doing]]) -> bool:
    """Whether different sources or speakers stand on different sides, and at least one side is a claim."""
    if all(d.speakers is None for group in groups for d in group):
        return False
    voices = [{(d.reading.source, d.speakers) for d in group} for group in groups]
    return any(
        a != b and context.one_affair(a[0], b[0])
        for i, one in enumerate(voices)
        for two in voices[i + 1 :]
        for a in one
        for b in two
    )
