"""Anonymous speakers: whom a document lets speak and only describes, each kept as a description of its own.

`another anonymous source` is not `an anonymous source`; `the source` after one of them is it. Descriptions are never
joined across documents and never linked to a named person: two papers' `officials` need not be the same ones.
"""

import dataclasses
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dossier import lexis
from dossier.assemble.descriptions import UNNAMED, Description, description_in, indefinite_before
from dossier.assemble.pronouns import PASSAGES_BACK
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.entity import Entity, EntityKind, Mention
from dossier.model.span import Span
from dossier.model.statement import Statement

_RULE = "described, not named"
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)


@dataclass(slots=True)
class _Speaker:
    """Somebody whom the document describes, with the places where it does."""

    described: Description
    places: list[tuple[Span, str]] = field(default_factory=list)
    """With what says that it is the same one."""


def offices(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """By source: the words of the roles that its named persons have there."""
    found: dict[str, set[str]] = {}
    for role in (role for entity in entities for role in entity.roles):
        found.setdefault(role.source, set()).update(word.text.casefold() for word in lexis.words(role.text))
    return {source: frozenset(words) for source, words in found.items()}


def anonymous_speakers(
    reading: Reading, said: Sequence[Statement], held: frozenset[str]
) -> tuple[tuple[Statement, ...], tuple[Entity, ...]]:
    """The statements of one source with its anonymous speakers, and these.

    `held`: words of the offices that somebody named holds in this document; `the minister` may be that one, and is
    left open.
    """
    speakers: list[_Speaker] = []
    spoke: dict[str, _Speaker] = {}
    known: dict[Span, _Speaker] = {}
    for statement in said:
        described = None if statement.speakers else _described(reading, statement)
        if described is None:
            continue
        speaker = known.get(described.span) or _speaker(reading, described, speakers, held)
        if speaker is not None:
            known[described.span] = spoke[statement.id] = speaker
    made = {id(speaker): _entity(reading, speaker) for speaker in speakers}
    given = tuple(dataclasses.replace(s, speakers=(made[id(spoke[s.id])].id,)) if s.id in spoke else s for s in said)
    return given, tuple(made.values())


def _described(reading: Reading, statement: Statement) -> Description | None:
    """The description in place of a speaker; none where a name stands in it or beside it."""
    span = statement.speaker_span
    sentence = None if span is None else next((s for s in _around(reading, span) if s.span.contains(span)), None)
    if span is None or sentence is None or _is_beside_name(reading, span):
        return None
    return description_in(sentence, span)


def _around(reading: Reading, span: Span) -> Sequence[Sentence]:
    return reading.sentences_of(reading.passage_at(span.start))


def _is_beside_name(reading: Reading, span: Span) -> bool:
    text, near = reading.text, Span(max(span.start - 80, 0), span.end + 80)
    for name in reading.named_in(near):
        gap = text[name.span.end : span.start] + text[span.end : name.span.start]
        is_person = name.kind is EntityKind.PERSON
        if is_person and (name.span.overlaps(span) or gap in {", ", " ", " (", " – ", " — "}):
            return True
    return False


def _speaker(
    reading: Reading, described: Description, speakers: list[_Speaker], held: frozenset[str]
) -> _Speaker | None:
    """Whom a description means: one described before, somebody new, or nobody who could be told."""
    speaker, basis = _before(reading, described, speakers)
    if speaker is None:
        if described.definite and not described.unnamed:
            if not held.isdisjoint(described.nouns):
                return None
            first = indefinite_before(_backwards(reading, described.span), described)
            if first is None and not described.completed:
                return None
            speaker = _Speaker(described)
            if first is not None and not _is_beside_name(reading, first.span):
                speaker = _Speaker(first, [(first.span, "")])
                basis = _follows(reading, first.span)
        else:
            speaker = _Speaker(described)
        speakers.append(speaker)
    speaker.places.append((described.span, basis))
    return speaker


def _before(reading: Reading, described: Description, speakers: Sequence[_Speaker]) -> tuple[_Speaker | None, str]:
    """The one described before who is meant again: by the same words, or `the …` by words it has."""
    if described.other:
        return None, ""
    if not described.definite:
        words = _bare(reading, described.span)
        same = [s for s in speakers if any(_bare(reading, place) == words for place, _ in s.places)]
        return (same[0], "described in the same words before") if same else (None, "")
    fitting = [s for s in speakers if _fits(described, s.described)]
    here = reading.passage_at(described.span.start)
    near = [s for s in fitting if here - reading.passage_at(s.places[-1][0].start) <= PASSAGES_BACK]
    if len(fitting) > 1:
        fitting = sorted(near, key=lambda s: s.places[-1][0])[-1:]
    return (fitting[0], _follows(reading, fitting[0].places[0][0])) if fitting else (None, "")


def _fits(described: Description, before: Description) -> bool:
    same = described.nouns == before.nouns and described.plural == before.plural
    return same and described.modifiers - UNNAMED <= before.modifiers


def _follows(reading: Reading, span: Span) -> str:
    return f"spoken of before as “{_shown(reading, span)}”"


def _bare(reading: Reading, span: Span) -> str:
    return _ARTICLE.sub("", " ".join(span.of(reading.text).split()).casefold(), count=1)


def _backwards(reading: Reading, span: Span) -> Iterator[Sentence]:
    """The sentences of the story up to a span, the last first."""
    for passage in range(reading.passage_at(span.start), -1, -1):
        if reading.tells_story(passage):
            yield from (s for s in reversed(reading.sentences_of(passage)) if s.span.start < span.start)


def _entity(reading: Reading, speaker: _Speaker) -> Entity:
    places = sorted(dict(reversed(speaker.places)).items())
    mentions = tuple(
        Mention(reading.source, span, reading.passage_at(span.start), span.of(reading.text), EntityKind.ANONYMOUS,
                "nominal", _RULE, basis)
        for span, basis in places
    )  # fmt: skip
    name = _shown(reading, speaker.described.span)
    forms = Counter(" ".join(mention.text.split()) for mention in mentions)
    aliases = {name: 0} | {form: count for form, count in forms.items() if form.casefold() != name.casefold()}
    place = f"{EntityKind.ANONYMOUS} {reading.document.source.sha256} {mentions[0].span.start}"
    return Entity(
        id=f"{EntityKind.ANONYMOUS}-{hashlib.sha256(place.encode()).hexdigest()[:12]}",
        kind=EntityKind.ANONYMOUS,
        name=name,
        sort_name=_ARTICLE.sub("", name, count=1),
        aliases=tuple(sorted(aliases, key=lambda text: (-aliases[text], text))),
        appearance="mentioned",
        roles=(),
        mentions=mentions,
    )


def _shown(reading: Reading, span: Span) -> str:
    """The words on one line, without the capital that only opens their sentence."""
    text = " ".join(span.of(reading.text).split())
    token = next((t for s in _around(reading, span) for t in s.tokens if t.start == span.start), None)
    first = text.split()[0]
    plain = token is not None and token.pos in {"DET", "NUM", "NOUN", "ADJ"} and not lexis.is_acronym(first)
    return first[:1].lower() + text[1:] if plain and first not in lexis.word_list("demonyms") else text
