"""Who did it: one deed, for which the sources or their speakers name different doers.

Only what somebody claims, or a passive with `by`, is compared: of what newspapers tell in passing, a great deal is done
by several people one after the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.doings import Doing, doings
from dossier.assemble.disagreements.gathering import gathered
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.model.disagreement import Matter, MatterKind

LARGEST_BLOCK = 100
"""Claims of one deed that are compared with each other."""


def doers(context: Context) -> Iterator[Matter]:
    """One matter for each deed for which different doers are named."""
    blocks: dict[tuple[str, str], list[Doing]] = defaultdict(list)
    for reading in context.readings:
        for sentence in context.story(reading):
            for found in doings(context, reading, sentence):
                blocks[found.deed].append(found)
    for _, block in sorted(blocks.items()):
        if len({(doing.doer.entities, doing.doer.head) for doing in block}) < 2:
            continue
        for group in context.affairs(block[:LARGEST_BLOCK]):
            made = _matter(context, group)
            if made is not None:
                yield made


def _matter(context: Context, block: Sequence[Doing]) -> Matter | None:
    groups = gathered(block, lambda a, b: not _differ(context, a, b))
    if len(groups) < 2 or not _told_apart(context, groups):
        return None
    # A question with the verb in the past reads best; a gerund gives none.
    asked = min((doing.asked for group in groups for doing in group), key=lambda words: words.startswith("Who did it"))
    question = Question(
        asked, "participant", MatterKind.CONFLICT, "doers of one deed",
        "different people are said to have done it", 0.8,
    )  # fmt: skip
    sides = [(_value(context, group[0]), [_answer(doing) for doing in group]) for group in groups]
    return matter(context, question, sides, sorted({i for doing in block for i in doing.doer.entities}))


def _answer(doing: Doing) -> Answer:
    return Answer(doing.reading.source, doing.sentence.passage, doing.span)


def _value(context: Context, doing: Doing) -> str:
    names = [context.named[i].name for i in sorted(doing.doer.entities) if i in context.named]
    return ", ".join(names) or " ".join(doing.doer.span.of(doing.reading.text).split())


def _differ(context: Context, a: Doing, b: Doing) -> bool:
    """Whether two doers cannot be the same: different people, different organizations, or descriptions of different
    kinds of people. A name and a description are left alone: the description may be of that person."""
    if a.places and b.places and not a.places & b.places:
        return False
    one, two = a.doer.entities, b.doer.entities
    if one and two:
        kinds = [{context.named[i].kind for i in ids if i in context.named} for ids in (one, two)]
        return not one & two and kinds[0] == kinds[1]
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
