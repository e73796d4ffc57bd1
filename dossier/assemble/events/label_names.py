"""The names that labels show for pronouns: `Ada Byrne met him` for `I met him` in her statement, `Ada Byrne’s letter`
for `her letter`, so that a label can be understood where it stands alone."""

from collections.abc import Mapping

from dossier.assemble.clauses import SUBJECTS, Clause, children
from dossier.assemble.events.things_meant import thing_meant
from dossier.assemble.events.voices import Voices
from dossier.assemble.pronouns import antecedent
from dossier.assemble.reading import Reading
from dossier.model.annotation import Token
from dossier.model.entity import EntityKind

_THIRD: Mapping[str, tuple[str, str, str]] = {"m": ("he", "him", "his"), "f": ("she", "her", "her")}
_ANYBODY = ("they", "them", "their")
_AGREEING = {
    "am": "is", "are": "is", "were": "was", "have": "has", "do": "does", "'m": " is", "’m": " is", "'re": " is",
    "’re": " is", "'ve": " has", "’ve": " has",
}  # fmt: skip
"""Finite forms of the first and second person, and what a name takes in their place."""
_TOGETHER = frozenset({"we", "us"})
_HISSING = ("s", "sh", "ch", "x", "z", "o")


def shown_for_pronouns(reading: Reading, clause: Clause, voices: Voices | None) -> dict[int, str]:
    """What to show in the place of some of a clause's words, by index: the first time the name, then a pronoun of the
    third person. Empty where the verb would have to change its form and cannot."""
    sentence, tokens = clause.sentence, clause.sentence.tokens
    shown: dict[int, str] = {}
    told: set[str] = set()
    for index in dict.fromkeys((*clause.subjects, *clause.words)):
        entities = voices.meant(tokens[index]) if voices and not _stands_beside_noun(clause, index) else ()
        if not entities and tokens[index].tag == "PRP$" and index < clause.verb:
            entities = antecedent(reading, sentence, index, speaks=False).entities
            thing = None if entities else thing_meant(reading, sentence, index)
            entities = entities if thing is None else (thing.entity,)
        if len(entities) != 1 or (tokens[index].tag == "PRP$" and entities[0] in told and not voices):
            continue
        again = entities[0] in told
        told.add(entities[0])
        shown[index] = _word(reading, tokens[index], entities[0], again=again)
    return shown | _agreeing(reading, clause, shown)


def _stands_beside_noun(clause: Clause, index: int) -> bool:
    """Whether a noun says who a pronoun is (`before me, a notary`), or it is `our`, which says whose for several."""
    tokens = clause.sentence.tokens
    described = any(tokens[i].dep == "appos" for i in children(clause.sentence)[index])
    return described or tokens[index].lemma.casefold() == "our"


def name_as_told(reading: Reading, entity: str, offset: int) -> str:
    """The name of an entity as the source has it last before an offset, or else first, in capitals only if need be."""
    held = [n for n in reading.named if n.entity == entity]
    words = [(n.span.end <= offset, " ".join(n.span.of(reading.text).split())) for n in held]
    of_person = any(n.kind is EntityKind.PERSON for n in held)
    small = [(before, name) for before, name in words if not (of_person and name.isupper())] or words
    before = [name for is_before, name in small if is_before]
    name = before[-1] if before else next((name for _, name in small), "")
    return name.title() if of_person and name.isupper() else name


def _word(reading: Reading, token: Token, entity: str, *, again: bool) -> str:
    word = token.lemma.casefold()
    name = name_as_told(reading, entity, token.start)
    if again or not name:
        gender = next((n.gender for n in reading.named if n.entity == entity), "")
        subject, other, owner = _THIRD.get(gender, _ANYBODY)
        return owner if token.tag == "PRP$" else subject if token.dep in SUBJECTS else other
    if token.tag == "PRP$":
        return f"{name}’s"
    return f"{name} and others" if word in _TOGETHER else name


def _agreeing(reading: Reading, clause: Clause, shown: Mapping[int, str]) -> dict[int, str]:
    """The finite forms that go with a name in the place of `I` or `you`."""
    tokens, below = clause.sentence.tokens, children(clause.sentence)
    found: dict[int, str] = {}
    for index in [i for i in shown if tokens[i].dep in SUBJECTS and tokens[i].lemma.casefold() in {"i", "you"}]:
        verb = tokens[index].head
        for i in (verb, *(i for i in below[verb] if tokens[i].dep in {"aux", "auxpass"})):
            form = reading.text[tokens[i].start : tokens[i].end].casefold()
            if form in _AGREEING:
                found[i] = _AGREEING[form]
            elif tokens[i].tag == "VBP" and tokens[i].pos == "VERB":
                found[i] = _third_person(form)
    return found


def _third_person(verb: str) -> str:
    """The form that an English verb in the present takes after a name: `tells`, `does`, `carries`."""
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"
