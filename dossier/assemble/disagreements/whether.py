"""Whether something is so at all: what one voice tells and another rejects, by a negation, a denial or a failing, or by
telling what excludes it (`the signal was green`, `was red`)."""

from collections.abc import Iterator, Sequence

from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.likeness import Likeness, excludes
from dossier.assemble.disagreements.propositions import Proposition, blocks
from dossier.assemble.disagreements.questions import AS_TOLD, told_alone, whether_so
from dossier.assemble.disagreements.sides import NO, YES, Answer, Question, matter, sided
from dossier.model.disagreement import Matter, MatterKind

LARGEST_BLOCK = 50
"""Propositions of one meaning that are compared with each other."""


def whether(context: Context, told: Sequence[Proposition], like: Likeness) -> Iterator[Matter]:
    """One matter for each thing that is told in one voice and rejected in another."""
    for group in _groups(like, told):
        made = _matter(context, group)
        if made is not None:
            yield made


def _groups(like: Likeness, found: Sequence[Proposition]) -> list[list[Proposition]]:
    """Propositions that exclude each other, with all that share one of them."""
    homes: dict[int, list[Proposition]] = {}
    # What a noun only takes for granted (`his order`) is not told. What is rejected is rarer: it comes first where a
    # block is cut.
    told = [one for one in found if one.rejected or one.sentence.tokens[one.at].pos != "NOUN"]
    for block in blocks(sorted(told, key=lambda p: not p.rejected), LARGEST_BLOCK):
        for index, one in enumerate(block):
            for other in block[index + 1 :]:
                if excludes(one, other) and like.opposed_apart(one, other) and like.opposed(one, other):
                    _join(homes, one, other)
    return list({id(home): home for home in homes.values()}.values())


def _join(homes: dict[int, list[Proposition]], one: Proposition, other: Proposition) -> None:
    home, second = homes.get(id(one), [one]), homes.get(id(other), [other])
    if home is not second:
        home += second
    for member in home:
        homes[id(member)] = home


def _matter(context: Context, group: Sequence[Proposition]) -> Matter | None:
    asserted = sorted((p for p in group if not p.rejected), key=lambda p: (len(p.span), p.reading.source, p.span))
    asked = [whether_so(p.reading, p.sentence, p.at, told_alone(context, p.reading.source, p.span)) for p in asserted]
    sides = sided(
        (NO if one.rejected else _state(one) or YES, Answer(one.reading.source, one.sentence.passage, one.span))
        for one in group
    )
    question = Question(
        min(asked, key=lambda words: words.startswith(AS_TOLD)), "denial", MatterKind.CONFLICT, "told and rejected",
        "one voice tells what another says is not so", 0.7,
    )  # fmt: skip
    people = {i for one in group for p in (*one.agents, *one.patients) for i in p.entities}
    return matter(context, question, sides, sorted(people))


def _state(one: Proposition) -> str:
    """The word of a state that excludes others: `green`; empty for anything else."""
    token = one.sentence.tokens[one.at]
    return one.reading.text[token.start : token.end].casefold() if one.opposed else ""
