"""The names that labels show for pronouns: `Ada Byrne met him` for `I met him` in her statement, `Ada Byrne’s letter`
for `her letter`, so that a label can be understood where it stands alone."""

from collections.abc import Mapping
from functools import partial

from dossier.assemble.clauses import SUBJECTS, Clause, children, subjects_of, subtree
from dossier.assemble.events.subject_words import joined, phrase_words, trimmed
from dossier.assemble.events.things_meant import relative_object, thing_meant
from dossier.assemble.events.voices import Voices
from dossier.assemble.pronouns import antecedent
from dossier.assemble.reading import Named, Reading, once_a_reading
from dossier.assemble.words import reporting_verbs
from dossier.model.annotation import Token
from dossier.model.entity import EntityKind

_THIRD: Mapping[str, tuple[str, str, str]] = {"m": ("he", "him", "his"), "f": ("she", "her", "her")}
_ANYBODY = ("they", "them", "their")
_AGREEING = {
    "am": "is", "are": "is", "were": "was", "have": "has", "do": "does", "'m": " is", "’m": " is", "'re": " is",
    "’re": " is", "'ve": " has", "’ve": " has",
}  # fmt: skip
"""Finite forms of the first and second person, and what a name takes in their place."""
_OF_THEM = {"am": "are", "was": "were", "'m": " are", "’m": " are"}
_TOGETHER = frozenset({"we", "us"})
_PICTURES = frozenset({"photo", "photograph", "picture", "image", "snapshot"})
_SHOWING = frozenset({"show", "depict", "capture"})
_HISSING = ("s", "sh", "ch", "x", "z", "o")


def shown_for_pronouns(reading: Reading, clause: Clause, voices: Voices | None) -> dict[int, str]:
    """What to show in the place of some of a clause's words, by index: the first time the name, then a pronoun of the
    third person. Empty where the verb would have to change its form and cannot."""
    tokens = clause.sentence.tokens
    shown: dict[int, str] = {}
    told: set[str] = set()
    for index in dict.fromkeys((*clause.subjects, *clause.words)):
        entity = _meant(reading, clause, voices, index) if tokens[index].tag in {"PRP", "PRP$"} else None
        if entity is not None:
            shown[index] = _word(reading, tokens[index], entity, again=entity in told)
            told.add(entity)
    shown |= _agreeing(reading, clause, shown)
    return shown | _completed(reading, clause, shown)


def _meant(reading: Reading, clause: Clause, voices: Voices | None, index: int) -> str | None:
    """Whom or what a pronoun means that a label shows by name: `I`, `you`, whose something before the predicate is, and
    what `it` is that acts; None where it stays as it is."""
    sentence, token = clause.sentence, clause.sentence.tokens[index]
    entities = voices.meant(token) if voices and not _stands_beside_noun(clause, index) else ()
    if not entities and token.tag == "PRP$" and index < clause.verb:
        entities = antecedent(reading, sentence, index, speaks=False).entities
    goes_on = index in clause.subjects if token.tag == "PRP" else index < clause.verb
    if not entities and goes_on and (thing := thing_meant(reading, sentence, index)) is not None:
        entities = (thing.entity,)
    return entities[0] if len(entities) == 1 else None


def _completed(reading: Reading, clause: Clause, shown: Mapping[int, str]) -> dict[int, str]:
    """The predicate with what stands elsewhere in the sentence and it cannot do without: the noun before a relative
    clause that is acted on in it (`Lane, whom I met at noon`), and what was reported (`The paper said, citing him, that
    …`, as the parser has it)."""
    sentence, tokens, verb = clause.sentence, clause.sentence.tokens, clause.verb
    words = shown.get(verb) or reading.text[tokens[verb].start : tokens[verb].end]
    acted_on = next((i for i in map(partial(relative_object, clause), clause.objects) if i is not None), None)
    if acted_on is not None:
        return {verb: f"{words} {phrase_words(reading.text, sentence, acted_on, shown)}"}
    if tokens[verb].dep == "ccomp" and tokens[verb].head > verb and tokens[verb].lemma in reporting_verbs():
        said = [i for i in subtree(children(sentence), tokens[verb].head) if i > subtree(children(sentence), verb)[-1]]
        first = next((at for at, i in enumerate(said) if tokens[i].lemma.lower() == "that"), None)
        if first is not None and not any(t.dep == "ccomp" and t.head == verb for t in tokens):
            return {verb: f"{words} {joined(reading.text, tokens, trimmed(tokens, said[first:]), shown)}"}
    return {}


def _stands_beside_noun(clause: Clause, index: int) -> bool:
    """Whether a noun says who a pronoun is (`before me, a notary`), or it is `our`, which says whose for several."""
    tokens = clause.sentence.tokens
    described = any(tokens[i].dep == "appos" for i in children(clause.sentence)[index])
    return described or tokens[index].lemma.casefold() == "our"


def name_as_told(reading: Reading, entity: str, offset: int) -> str:
    """The name of an entity as the source has it last before an offset, or else first, in capitals only if need be."""
    held = _mentions(reading).get(entity, [])
    words = [(n.span.end <= offset, " ".join(n.span.of(reading.text).split())) for n in held]
    of_person = any(n.kind is EntityKind.PERSON for n in held)
    small = [(before, name) for before, name in words if not (of_person and name.isupper())] or words
    before = [name for is_before, name in small if is_before]
    name = before[-1] if before else next((name for _, name in small), "")
    return name.title() if of_person and name.isupper() else name


@once_a_reading
def _mentions(reading: Reading) -> dict[str, list[Named]]:
    """The mentions of each entity in a source, in order."""
    found: dict[str, list[Named]] = {}
    for named in reading.named:
        found.setdefault(named.entity, []).append(named)
    return found


def _word(reading: Reading, token: Token, entity: str, *, again: bool) -> str:
    word = token.lemma.casefold()
    name = name_as_told(reading, entity, token.start)
    if again or not name:
        gender = next((n.gender for n in _mentions(reading).get(entity, [])), "")
        subject, other, owner = _THIRD.get(gender, _ANYBODY)
        return owner if token.tag == "PRP$" else subject if token.dep in SUBJECTS else other
    if token.tag == "PRP$":
        return f"{name}’s"
    of_person = any(n.kind is EntityKind.PERSON for n in _mentions(reading).get(entity, []))
    return f"{name} and others" if word in _TOGETHER and of_person else name


def _agreeing(reading: Reading, clause: Clause, shown: Mapping[int, str]) -> dict[int, str]:
    """The finite forms that go with a name in the place of `I` or `you`."""
    tokens, below = clause.sentence.tokens, children(clause.sentence)
    found: dict[int, str] = {}
    for index in [i for i in shown if tokens[i].dep in SUBJECTS and tokens[i].lemma.casefold() in {"i", "you"}]:
        verb = tokens[index].head
        for i in (verb, *(i for i in below[verb] if tokens[i].dep in {"aux", "auxpass"})):
            form = reading.text[tokens[i].start : tokens[i].end].casefold()
            if shown[index] == "they":
                found |= {i: _OF_THEM[form]} if form in _OF_THEM else {}
            elif form in _AGREEING:
                found[i] = _AGREEING[form]
            elif tokens[i].tag == "VBP" and tokens[i].pos == "VERB":
                found[i] = _third_person(form)
    return found


def _third_person(verb: str) -> str:
    """The form that an English verb in the present takes after a name: `tells`, `does`, `carries`."""
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"


def pictured(clause: Clause) -> int | None:
    """The head of what a photograph shows, where that is all a clause tells: a caption names the happening so."""
    tokens = clause.sentence.tokens
    shows = tokens[clause.verb].lemma.lower() in _SHOWING and not clause.passive
    if shows and len(clause.objects) == 1 and all(tokens[i].lemma.lower() in _PICTURES for i in clause.subjects):
        return clause.objects[0] if clause.subjects else None
    return None


def misread_subject(reading: Reading, clause: Clause, when: frozenset[int]) -> str:
    """The true subject, with the true predicate, of a clause after `and` whose participle the parser took for what
    describes a subject, and the name after it for a verb: `They paid and spread rumours that Ruiz-Hart stole it`."""
    tokens, below = clause.sentence.tokens, children(clause.sentence)
    heads = [i for i in below[clause.verb] if tokens[i].dep in SUBJECTS and i < clause.verb]
    if tokens[clause.verb].dep != "conj" or not heads:
        return ""
    words = subtree(below, heads[0])
    opens = tokens[words[0]].dep == "amod" and tokens[words[0]].tag in {"VBN", "VBD"}
    names = [t for t in (tokens[i] for i in words) if t.pos == "VERB" and reading.named_at(t.start)]
    if not (opens and names and words[0] and tokens[words[0] - 1].dep == "cc"):
        return ""
    root = subjects_of(clause.sentence, tokens[clause.verb].head)
    own = joined(reading.text, tokens, [i for i in words if i not in when], {})
    return f"{phrase_words(reading.text, clause.sentence, root[0], {})} {own}" if root else ""
