"""What a source says is so, and not as others have it: `two shots were fired, not three`; `in August, not in January`;
`was led not by Reid but by Hale`. Whoever sets something aside has read it somewhere: it is looked for in the other
voices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.assemble.clauses import children, clause, predicate_above, subtree
from dossier.assemble.disagreements.assertion import is_denied, is_open
from dossier.assemble.disagreements.bearing import heard_apart, voice
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.polarity import is_to_come
from dossier.assemble.disagreements.questions import asked_of, how_many, who_did
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.assemble.disagreements.values import Told, Value, values_in
from dossier.assemble.reading import Reading
from dossier.assemble.when import meet
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.span import Span

_LINKS = frozenset({"in", "on", "at", "by", "for", "from", "the", "with", "to", "as", "of", "during"})
_ASIDE = frozenset({",", ";", "–", "—", "-", "(", "and"})
_NEAR = 4
"""Tokens after `not` within which what is set aside begins."""
TELLING_NUMBER = 5
"""From here on a number that is set aside is looked for by itself; lesser ones count too many things."""
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_MOST = 3
"""Sentences that may have it; a number that stands everywhere is none that anybody sets aside."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """One value that is told, and one that is set aside."""

    reading: Reading
    sentence: Sentence
    verb: int
    told: Value
    aside: Value


@dataclass(frozen=True, slots=True)
class _Claim:
    reading: Reading
    sentence: Sentence
    verb: int | None
    at: Span


def contrasts(context: Context) -> Iterator[Matter]:
    """One matter for each thing that is set aside in one voice and told in another."""
    told = Told(context)
    for reading in context.readings:
        for sentence in context.story(reading):
            for contrast in contrasts_in(reading, sentence):
                made = _matter(context, contrast, _claims(context, told, contrast))
                if made is not None:
                    yield made


def contrasts_in(reading: Reading, sentence: Sentence) -> Iterator[Contrast]:
    """What a sentence sets aside: before `but`, or after a comma."""
    denied = [index for index, token in enumerate(sentence.tokens[1:-1], 1) if token.lemma.casefold() == "not"]
    values = values_in(reading, sentence) if denied else []
    for index in denied:
        begins = _beginnings(sentence, index)
        aside = next((v for v in values if v.span.start in begins), None)
        told = None if aside is None else _told(sentence, index, aside, values)
        verb = None if told is None else _verb(sentence, told.span)
        if aside is None or told is None or verb is None:
            continue
        if not is_open(sentence, verb) and not is_to_come(sentence, verb):
            yield Contrast(reading, sentence, verb, told, aside)


def _beginnings(sentence: Sentence, index: int) -> list[int]:
    """Where what stands right after `not` can begin: after prepositions, and after the first words of a name."""
    found = []
    for token in sentence.tokens[index + 1 : index + 1 + _NEAR]:
        found.append(token.start)
        if token.lemma.casefold() not in _LINKS and token.pos != "PROPN":
            break
    return found


def _told(sentence: Sentence, index: int, aside: Value, values: Sequence[Value]) -> Value | None:
    """What is so instead: what `but` puts in the place of what is set aside, or the last of its kind before `, not`."""
    like = [v for v in values if v.kind == aside.kind and v.value != aside.value and not v.span.overlaps(aside.span)]
    put = _after_but(sentence, index, aside, like)
    if put is not None or sentence.tokens[index - 1].lemma not in _ASIDE:
        return put
    return next((v for v in reversed(like) if v.span.end <= sentence.tokens[index].start), None)


def _after_but(sentence: Sentence, index: int, aside: Value, like: Sequence[Value]) -> Value | None:
    """What stands after `but`, right behind what is set aside and what is told of that, and with the same prepositions:
    `not in May, when it rained, but in June`. A `but` that begins a clause of its own tells of something else."""
    but = _but_behind(sentence, aside)
    if but is None:
        return None
    begins = _beginnings(sentence, but)
    put = next((v for v in like if v.span.start in begins), None)
    if put is None or not _links(sentence, but, put) <= _links(sentence, index, aside):
        return None
    verb = _verb(sentence, put.span)
    has_own = verb is not None and verb > but and any(t.tag in _FINITE for t in sentence.tokens[:index])
    return None if has_own else put


def _but_behind(sentence: Sentence, aside: Value) -> int | None:
    """Index of the `but` that follows what is set aside and what hangs on it."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if aside.span.start <= t.start < aside.span.end]
    top = next((i for i in inside if tokens[i].head not in inside), inside[-1])
    joined = frozenset(i for i, t in enumerate(tokens) if t.dep in {"cc", "conj"})
    own = subtree(children(sentence), top, joined)
    after = {"PUNCT", "NOUN", "ADJ"} if aside.kind == "number" else {"PUNCT"}
    behind = (i for i in range(inside[-1] + 1, len(tokens)) if tokens[i].pos not in after and i not in own)
    but = next(behind, None)
    return but if but is not None and tokens[but].lemma.casefold() == "but" else None


def _links(sentence: Sentence, index: int, value: Value) -> frozenset[str]:
    """The prepositions between a token and a value after it."""
    between = (t for t in sentence.tokens[index + 1 :] if t.end <= value.span.start)
    return frozenset(t.lemma.casefold() for t in between if t.pos == "ADP")


def _verb(sentence: Sentence, span: Span) -> int | None:
    at = next((i for i, t in enumerate(sentence.tokens) if span.start <= t.start < span.end), None)
    return None if at is None else predicate_above(sentence, at)


def _claims(context: Context, told: Told, contrast: Contrast) -> list[_Claim]:
    """Where what is set aside is told, in another voice and of the same."""
    about = told.about(contrast.reading, contrast.sentence) - {contrast.told.value, contrast.aside.value}
    said = voice(context, contrast.reading, contrast.sentence, contrast.verb)
    held: list[_Claim] = []
    telling: list[_Claim] = []
    for one in told.where(contrast.aside.kind, partial(_is_it, contrast)):
        reading, sentence, at = one.reading, one.sentence, one.value.span
        if sentence is contrast.sentence or not context.one_affair(reading.source, contrast.reading.source):
            continue
        claim = _Claim(reading, sentence, _verb(sentence, at), at)
        if not _counts(sentence, at) and not _counts(contrast.sentence, contrast.told.span):
            held.append(claim)
        if context.weight(told.about(reading, sentence) & about) >= 1:
            telling.append(claim)
    if not telling and contrast.aside.kind == "number" and int(contrast.aside.value) >= TELLING_NUMBER:
        telling = held if len(held) <= _MOST else []
    return [claim for claim in telling if _is_held(context, claim, (contrast.reading, said))]


def _counts(sentence: Sentence, number: Span) -> bool:
    """Whether a number stands with what it counts."""
    return any(t.dep == "nummod" for t in sentence.tokens if number.start <= t.start < number.end)


def _is_it(contrast: Contrast, value: str) -> bool:
    """Whether a value of the kind is the one that was set aside, and cannot be what is so instead."""
    if contrast.aside.kind != "date":
        return value == contrast.aside.value
    return meet(value, contrast.aside.value) and not meet(value, contrast.told.value)


def _is_held(context: Context, claim: _Claim, own: tuple[Reading, frozenset[str]]) -> bool:
    """Whether a claim is made, in another voice."""
    if claim.verb is None:
        return claim.reading is not own[0]
    if is_open(claim.sentence, claim.verb) or is_denied(claim.sentence, claim.verb):
        return False
    return heard_apart((claim.reading, voice(context, claim.reading, claim.sentence, claim.verb)), own)


def _matter(context: Context, contrast: Contrast, claims: Sequence[_Claim]) -> Matter | None:
    told = Answer(contrast.reading.source, contrast.sentence.passage, _around(contrast.sentence, contrast))
    others = [Answer(c.reading.source, c.sentence.passage, _clause(c)) for c in claims]
    attribute = {"date": "date", "number": "quantity"}.get(contrast.aside.kind, "participant")
    question = Question(
        _asked(context, contrast), attribute, MatterKind.CONFLICT, "set aside by one voice",
        "one voice says that it was not as another has it", 0.7,
    )  # fmt: skip
    sides = [(_shown(context, contrast, contrast.told), [told]), (_shown(context, contrast, contrast.aside), others)]
    return matter(context, question, sides)


def _shown(context: Context, contrast: Contrast, value: Value) -> str:
    if value.kind in {"date", "number"}:
        return value.value
    return context.named[value.value].name if value.value in context.named else value.span.of(contrast.reading.text)


def _clause(claim: _Claim) -> Span:
    """The clause that tells the claim, or the words of the value where it stands in none."""
    told = claim.at if claim.verb is None else clause(claim.sentence, claim.verb).span
    return Span(min(told.start, claim.at.start), max(told.end, claim.at.end))


def _around(sentence: Sentence, contrast: Contrast) -> Span:
    spans = (clause(sentence, contrast.verb).span, contrast.told.span, contrast.aside.span)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _asked(context: Context, contrast: Contrast) -> str:
    """`When did the last inspection take place?`; where no plain question can be made, the two values: `11 or 12?`."""
    reading, sentence, verb = contrast.reading, contrast.sentence, contrast.verb
    asked = {
        "date": lambda: asked_of(reading, sentence, verb, "When"),
        "number": lambda: how_many(reading, sentence, contrast.told.span),
        "place": lambda: asked_of(reading, sentence, verb, "Where"),
    }.get(contrast.aside.kind, lambda: who_did(reading, sentence, verb))()
    values = " or ".join(v.span.of(reading.text) for v in (contrast.told, contrast.aside))
    return asked or f"{values[:1].upper()}{values[1:]}?"
