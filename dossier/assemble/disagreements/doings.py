"""Who is said to have done what: claims that name a doer, whatever the words they name one by.

`The order was given by Stank`; `accused Russia of shelling the plant`; `blamed the rebels for the attack`; `claimed
responsibility for the bombing`; `the army was behind the attack`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.assemble.clauses import children, clause, subjects_of
from dossier.assemble.content import acts_of_noun, stem
from dossier.assemble.denotes import denoted
from dossier.assemble.disagreements.acts import act, is_act
from dossier.assemble.disagreements.assertion import is_denied, is_open, negation
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.phrases import Phrase, phrase
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.entity import EntityKind
from dossier.model.span import Span

_ACCUSING = frozenset({"accuse", "suspect"})
_STAGING = frozenset({"commit", "perpetrate", "stage", "mount", "carry", "conduct", "launch"})
"""Verbs that add nothing to the noun of the deed: `carried out the attack`."""
_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Doing:
    """A claim that somebody did something to something, or is behind it."""

    reading: Reading
    sentence: Sentence
    span: Span
    doer: Phrase
    deed: tuple[str, str]
    """Stem of the act, and what it was done to (an entity's id or a stem); for deeds told by a noun the noun alone."""
    asked: str
    """Who did it, as a question."""
    places: frozenset[str]
    speakers: tuple[str, ...] | None
    """Who says so; None where the source says it itself."""


def doings(context: Context, reading: Reading, sentence: Sentence) -> Iterator[Doing]:
    """The doers that a sentence names, as claims or in a passive with `by`."""
    for verb, token in enumerate(sentence.tokens):
        if token.pos in {"VERB", "AUX"}:
            found = list(_named_at(context, reading, sentence, verb))
            if found and negation(sentence, verb) is None and not is_open(sentence, verb):
                yield from () if is_denied(sentence, verb) else found


def _named_at(context: Context, reading: Reading, sentence: Sentence, verb: int) -> Iterator[Doing]:
    accused = _accused(sentence, verb)
    if accused is not None:
        yield from _accusations(reading, sentence, verb, accused)
        return
    yield from _behind(context, reading, sentence, verb)
    below = (sentence.tokens[i].dep for i in children(sentence)[verb])
    if sentence.tokens[verb].pos == "VERB" and any(dep in {"dobj", "agent"} for dep in below):
        yield from _acting(context, reading, sentence, verb)


def _acting(context: Context, reading: Reading, sentence: Sentence, verb: int) -> Iterator[Doing]:
    """Subject, verb and object, or a passive with its agent."""
    found = clause(sentence, verb)
    if not (found.agents if found.passive else found.objects) or sentence.tokens[verb].dep == "pcomp":
        return
    said = context.statement_at(reading.source, found.span)
    if said is None and not found.passive:
        return
    told = act(reading, found)
    things = [p for p in told.patients if not p.pronoun and not _is_plural(sentence, p)]
    who = [p for p in told.agents if _is_doer(p)]
    if len(things) != 1 or len(who) != 1 or told.lemma in _STAGING:
        return
    if is_act(sentence, verb) or acts_of_noun(things[0].lemma):
        made = _doing(reading, sentence, verb, who[0], things[0])
        yield replace(made, span=found.span, places=told.places, speakers=said.speakers if said else None)


def _is_doer(of: Phrase) -> bool:
    """Whether a phrase names somebody who can act: a person, an organization, a state, or people of some kind."""
    return (of.is_person or bool(of.entities)) and not of.pronoun and not of.unknown


def _is_plural(sentence: Sentence, of: Phrase) -> bool:
    tags = (t.tag for t in sentence.tokens if of.span.start <= t.start < of.span.end and stem(t.lemma) == of.head)
    return any(tag in _PLURAL for tag in tags)


def _doing(reading: Reading, sentence: Sentence, verb: int, doer: Phrase, thing: Phrase) -> Doing:
    token = sentence.tokens[verb]
    past = "" if token.tag == "VBG" else reading.text[token.start : token.end].casefold()
    what = " ".join(thing.span.of(reading.text).split())
    key = next(iter(sorted(thing.entities)), thing.head)
    asked = f"Who {past} {what}?" if past else f"Who did it: {reading.text[token.start : token.end]} {what}?"
    return Doing(reading, sentence, sentence.span, doer, (stem(token.lemma), key), asked, frozenset(), None)


def _accused(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """(head of whom a predicate accuses, the deed: a gerund or noun); None where it accuses nobody."""
    tokens, below = sentence.tokens, children(sentence)
    lemma = tokens[verb].lemma.casefold()
    whom = [i for i in below[verb] if tokens[i].dep in {"dobj", "nsubjpass"}]
    links = {"of"} if lemma in _ACCUSING else {"for"} if lemma == "blame" else set()
    for link in (i for i in below[verb] if tokens[i].dep == "prep" and tokens[i].lemma.casefold() in links):
        deeds = [i for i in below[link] if tokens[i].dep in {"pcomp", "pobj"}]
        if whom and deeds:
            return whom[0], deeds[0]
    return None


def _accusations(reading: Reading, sentence: Sentence, verb: int, accused: tuple[int, int]) -> Iterator[Doing]:
    tokens = sentence.tokens
    whom, deed = accused
    doer = phrase(reading, sentence, whom)
    if not _is_doer(doer):
        return
    passive = tokens[whom].dep == "nsubjpass"
    accusers = () if passive else denoted(reading, sentence, subjects_of(sentence, verb)).entities
    span = Span(min(tokens[verb].start, tokens[whom].start), _end(sentence, deed))
    if tokens[deed].pos == "VERB":
        for thing in (phrase(reading, sentence, i) for i in clause(sentence, deed).objects[:1]):
            if not thing.pronoun and not _is_plural(sentence, thing):
                yield replace(_doing(reading, sentence, deed, doer, thing), span=span, speakers=accusers)
    elif acts_of_noun(tokens[deed].lemma.casefold()):
        yield _noun(reading, sentence, deed, span, doer, accusers)


def _end(sentence: Sentence, head: int) -> int:
    """Where the object of a gerund, or the phrase of a noun, ends."""
    tokens, below = sentence.tokens, children(sentence)
    objects = [i for i in below[head] if tokens[i].dep in {"dobj", "prt"}]
    return max(tokens[i].end for i in [head, *objects])


def _behind(context: Context, reading: Reading, sentence: Sentence, verb: int) -> Iterator[Doing]:
    """`X was behind the attack`; `X was responsible for it`; `claimed responsibility for it`; `carried it out`."""
    tokens = sentence.tokens
    deeds = _deeds(sentence, verb)
    if not deeds:
        return
    found = clause(sentence, verb)
    heads = found.agents if found.passive else found.subjects
    who = [p for p in (phrase(reading, sentence, i) for i in heads) if _is_doer(p)]
    if len(who) != 1 or len(deeds) != 1 or not acts_of_noun(tokens[deeds[0]].lemma.casefold()):
        return
    said = context.statement_at(reading.source, found.span)
    claims = tokens[verb].lemma == "claim"
    speakers = tuple(sorted(who[0].entities)) if claims else said.speakers if said else None
    yield _noun(reading, sentence, deeds[0], found.span, who[0], speakers)


def _deeds(sentence: Sentence, verb: int) -> list[int]:
    tokens, below = sentence.tokens, children(sentence)
    lemma = tokens[verb].lemma.casefold()
    if lemma in _STAGING:
        return [i for i in below[verb] if tokens[i].dep in {"dobj", "nsubjpass"} and tokens[i].pos == "NOUN"]
    if lemma == "claim":
        holders = [i for i in below[verb] if tokens[i].lemma == "responsibility"]
        links = {"for"}
    elif lemma == "be":
        holders = [verb, *(i for i in below[verb] if tokens[i].lemma == "responsible")]
        links = {"behind", "for"} if len(holders) > 1 else {"behind"}
    else:
        return []
    under = [i for holder in holders for i in below[holder] if tokens[i].lemma.casefold() in links]
    return [j for i in under for j in below[i] if tokens[j].dep == "pobj" and tokens[j].pos == "NOUN"]


def _noun(
    reading: Reading, sentence: Sentence, deed: int, span: Span, doer: Phrase, speakers: tuple[str, ...] | None
) -> Doing:
    token = sentence.tokens[deed]
    places = {n.entity for n in reading.named_in(sentence.span) if n.kind in {EntityKind.PLACE, EntityKind.VEHICLE}}
    asked = f"Who was behind the {reading.text[token.start : token.end]}?"
    elsewhere = frozenset(places) - doer.entities
    return Doing(reading, sentence, span, doer, ("", stem(token.lemma)), asked, elsewhere, speakers)
