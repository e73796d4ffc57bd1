"""Who did it, by name or by office: `the cook` and `the mate` are two, and so are the cook and Ada Byrne, whom the case
knows as something else."""

from dossier.assemble.content import stem
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.phrases import Phrase
from dossier.assemble.disagreements.propositions import Proposition
from dossier.assemble.words import occupations, person_nouns
from dossier.model.entity import EntityKind

DESCRIBED = "~"
"""What a value begins with that is the stem of a noun and no id."""
_ANYBODY = frozenset({
    "man", "woman", "boy", "girl", "person", "child", "youth", "official", "officer", "worker", "employee", "member",
    "expert", "leader", "head", "chief", "friend", "colleague", "relative", "resident", "witness", "hand", "one",
    "aide", "other", "authority", "professional", "specialist", "servant", "agent", "party", "client", "defendant",
    "accused", "suspect", "victim", "author", "owner", "opponent", "supporter", "critic", "master", "figure",
    "partner", "assistant",
})  # fmt: skip
"""Nouns for persons that say too little of whoever it is to tell two apart."""


def doers_of(context: Context, one: Proposition) -> frozenset[str]:
    """Ids of the people who are told to have done it to something, or the offices by which they are called."""
    people = people_of(context, one)
    return people or (_described(one.agents[0]) if _is_done(one) and len(one.agents) == 1 else frozenset())


def people_of(context: Context, one: Proposition) -> frozenset[str]:
    """Ids of the people who are told to have done it to something."""
    named = (i for p in one.agents for i in p.entities) if _is_done(one) else ()
    return frozenset(i for i in named if i in context.named and context.named[i].kind is EntityKind.PERSON)


def _is_done(one: Proposition) -> bool:
    """Whether it is done to something, or is a deed that is given or made: `gave the order`."""
    made = one.is_noun and one.sentence.tokens[one.at].pos == "VERB"
    return bool(one.arguments.acting) and (bool(one.arguments.undergoing) or made)


def _described(phrase: Phrase) -> frozenset[str]:
    named = phrase.entities or phrase.pronoun or phrase.lemma in _ANYBODY or phrase.lemma not in person_nouns()
    return frozenset() if named else frozenset({DESCRIBED + phrase.lemma})


def are_two(context: Context, a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two answers to who it was cannot be of one: other people, a person whom the case knows as something else
    than the office that did it, or two offices."""
    offices, others = ({v.removeprefix(DESCRIBED) for v in values if v.startswith(DESCRIBED)} for values in (a, b))
    if not offices and not others:
        return not a & b
    if offices and others:
        return not offices & others and offices | others <= occupations()
    named, office = (b, offices) if offices else (a, others)
    return all(_is_something_else(context, person, noun) for person in named for noun in office)


def _is_something_else(context: Context, person: str, noun: str) -> bool:
    """Whether the case tells what a person is, and it is not what the noun says."""
    known = {stem(word) for role in context.named[person].roles for word in role.text.split()}
    known |= {stem(word) for alias in context.named[person].aliases for word in alias.split()}
    return bool(context.named[person].roles) and stem(noun) not in known and context.alone(noun, person)
