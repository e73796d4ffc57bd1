"""Who takes part in what a clause tells, and as what: by the clause's structure, not by nearness."""

import re
from collections.abc import Iterator

from dossier.assemble.clauses import Clause, children, subtree, tokens_at
from dossier.assemble.content import acts_of_noun
from dossier.assemble.denotes import ACTORS, denoted
from dossier.assemble.events.standing import speech_above
from dossier.assemble.events.things_meant import relative_object, thing_meant
from dossier.assemble.events.voices import Voices
from dossier.assemble.pronouns import antecedent
from dossier.assemble.reading import Named, Reading
from dossier.assemble.speech.cues import Cue, speaker_of
from dossier.assemble.words import person_nouns
from dossier.model.annotation import Token
from dossier.model.entity import EntityKind
from dossier.model.event import Participant
from dossier.model.span import Span

_MODIFYING = frozenset({"compound", "nmod", "amod", "poss", "nounmod"})
_TELLS_MORE = frozenset({"relcl", "advcl", "parataxis"})
"""Branches of a clause in which something else is told."""
_DATELINE = re.compile(r"[A-Z][A-Z .’'/-]{2,30}\b[^.!?\n]{0,40}?\s[-–—]\s")
_UNSETTLED = "participant"


def taking_part(reading: Reading, found: Clause, voices: Voices) -> tuple[Participant, ...]:
    """Everyone whom the clause names as taking part, whom its subject and its pronouns denote, and who says it where it
    is somebody's claim; in order of entity."""
    roles: dict[str, str] = {}
    for named, role in _named(reading, found):
        if roles.get(named.entity, _UNSETTLED) == _UNSETTLED:
            roles[named.entity] = role
    for entities, role in (*_meant(reading, found, voices), *_denoted(reading, found)):
        for entity in entities:
            if roles.get(entity, _UNSETTLED) == _UNSETTLED:
                roles[entity] = role
    return tuple(Participant(entity, role) for entity, role in sorted(roles.items()))


def meant_by_pronouns(reading: Reading, found: Clause) -> frozenset[tuple[EntityKind, str]]:
    """Whom the pronoun in the subject's place means; he, she and they mean people."""
    tokens = found.sentence.tokens
    if not found.subjects or tokens[found.subjects[0]].pos != "PRON":
        return frozenset()
    meant = denoted(reading, found.sentence, found.subjects).entities
    return frozenset((EntityKind.PERSON, entity) for entity in meant)


def named_by(reading: Reading, span: Span) -> Iterator[tuple[Named, str]]:
    """The people and organizations that some words name, each with the role of somebody beside what happened."""
    for named in reading.named_in(span):
        if named.kind in ACTORS:
            yield named, role_of_kind(named.kind)


def role_of_kind(kind: EntityKind) -> str:
    """The role of something named beside what happened."""
    return {EntityKind.PLACE: "place", EntityKind.VEHICLE: "vehicle"}.get(kind, _UNSETTLED)


def _denoted(reading: Reading, found: Clause) -> Iterator[tuple[tuple[str, ...], str]]:
    """Whom the subject, the doer after `by` and the object denote, and the speaker of a claim."""
    sentence = found.sentence
    objects = tuple(i if noun is None else noun for i in found.objects for noun in (relative_object(found, i),))
    yield denoted(reading, sentence, found.subjects).entities, "patient" if found.passive else "agent"
    yield denoted(reading, sentence, found.agents).entities, "agent"
    yield denoted(reading, sentence, objects).entities, "patient"
    speech = speech_above(sentence, found.verb)
    if speech is not None:
        yield speaker_of(reading, Cue(sentence, speech)).entities, "speaker"


def _meant(reading: Reading, found: Clause, voices: Voices) -> Iterator[tuple[tuple[str, ...], str]]:
    """Whom the clause's pronouns, descriptions and bare definite nouns mean: `I`, `its`, `the company`."""
    sentence, tokens = found.sentence, found.sentence.tokens
    described = {max(tokens_at(sentence, n.span), default=-1): n for n in reading.described_in(sentence.span)}
    for index in _own_words(found):
        entities: tuple[str, ...] = ()
        if tokens[index].tag in {"PRP", "PRP$"}:
            own = voices.meant(tokens[index])
            entities = own or antecedent(reading, sentence, index, speaks=False).entities
        elif index in described:
            entities = (described[index].entity,)
        if not entities and (thing := thing_meant(reading, sentence, index)) is not None:
            entities = (thing.entity,)
        if entities:
            yield entities, _role_of_word(found, index)


def _role_of_word(found: Clause, index: int) -> str:
    """The role of what a word of a clause means."""
    if index in found.subjects:
        return "patient" if found.passive else "agent"
    if index in found.agents:
        return "agent"
    return "patient" if index in found.objects else _UNSETTLED


def _named(reading: Reading, found: Clause) -> Iterator[tuple[Named, str]]:
    """The names among the clause's own words that take part in it, each with its role."""
    own = set(_own_words(found))
    tokens = found.sentence.tokens
    line = dateline_end(reading, found)
    before: Named | None = None
    for named in reading.named_in(found.sentence.span):
        inside = {i for i in own if named.span.overlaps(tokens[i])}
        if not inside:
            continue
        head = next((i for i in sorted(inside) if tokens[i].head not in inside), min(inside))
        aside = named.span.end <= line or (before is not None and _is_region_of(reading, before, named))
        before = named
        if not aside and not _only_describes(found, head, named.kind):
            yield named, _role(found, inside, named)


def dateline_end(reading: Reading, found: Clause) -> int:
    """Where the place and day end with which a news text begins (`LEITH, 3 May 1911 - `); 0 where there are none."""
    passage = reading.passages[found.sentence.passage].span
    line = _DATELINE.match(reading.text, passage.start, passage.end)
    return 0 if line is None else line.end()


def _own_words(found: Clause) -> tuple[int, ...]:
    tokens = found.sentence.tokens
    apart = (i for i in found.words if i != found.verb and tokens[i].dep in _TELLS_MORE)
    others = frozenset(i for i in apart if not _tells_which(found, i))
    words = set(subtree(children(found.sentence), found.verb, others)) & set(found.words)
    borrowed = (i for i in found.subjects if i not in words)
    return tuple(sorted(words.union(*(_phrase(found, i) for i in borrowed))))


def _tells_which(found: Clause, index: int) -> bool:
    """Whether a relative clause tells which one is meant, and is not set off by a comma: `the firm that won the
    contract`."""
    tokens = found.sentence.tokens
    first = subtree(children(found.sentence), index)[0]
    return tokens[index].dep == "relcl" and first > 0 and tokens[first - 1].pos != "PUNCT"


def _phrase(found: Clause, head: int) -> tuple[int, ...]:
    """The words of a noun phrase that a clause takes its subject from, what is told about it left out."""
    tokens = found.sentence.tokens
    below = children(found.sentence)
    others = frozenset(i for i in below[head] if tokens[i].dep in _TELLS_MORE | {"acl", "conj", "cc"})
    return subtree(below, head, others)


def _is_region_of(reading: Reading, before: Named, named: Named) -> bool:
    """Whether a place only tells where the place before it lies: `Baikonur, Kazakhstan`."""
    if before.kind is not EntityKind.PLACE or named.kind is not EntityKind.PLACE:
        return False
    return reading.text[before.span.end : named.span.start].strip() == ","


def _only_describes(found: Clause, head: int, kind: EntityKind) -> bool:
    """Whether an organization or place only says which person or thing is meant: `NASA Administrator Smith`,
    `the mayor of Leith`, `US astronauts`. One that modifies something done (`the Leith inquiry`) takes part in it."""
    tokens = found.sentence.tokens
    token, above = tokens[head], tokens[tokens[head].head]
    if kind not in {EntityKind.ORGANIZATION, EntityKind.PLACE} or head == token.head:
        return False
    if token.dep == "pobj" and above.lemma.lower() in {"of", "for", "from", "at", "with"}:
        return _is_person(tokens, above.head)
    if token.dep == "appos":
        return _is_person(tokens, token.head)
    if token.dep not in _MODIFYING:
        return False
    if kind is EntityKind.PLACE:
        return not acts_of_noun(above.lemma.lower())
    return _is_person(tokens, token.head)


def _is_person(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word stands for people: a noun for persons, or a name that such a noun describes."""
    token = tokens[index]
    if token.lemma.lower() in person_nouns():
        return True
    described = (t for t in tokens if t.head == index and t.dep in {"compound", "appos"})
    return token.pos == "PROPN" and any(t.lemma.lower() in person_nouns() for t in described)


def _role(found: Clause, inside: set[int], named: Named) -> str:
    if inside & set(found.subjects):
        return "patient" if found.passive else "agent"
    if inside & set(found.agents):
        return "agent"
    if inside & set(found.objects):
        return "patient"
    return role_of_kind(named.kind)
