"""Which organization, or vehicle, `it` or `the company` means: the one that the sentences before go on about, or that
the document calls so in so many words: `Hart & Son Ltd (the Company)`, `HART & SON LTD, Plaintiff`."""

import re
from collections.abc import Iterator

from dossier.assemble.clauses import SUBJECTS, Clause, children
from dossier.assemble.reading import Named, Reading, once_a_reading
from dossier.assemble.words import group_nouns, organization_nouns, person_nouns
from dossier.model.annotation import Sentence, Token
from dossier.model.entity import EntityKind
from dossier.model.span import Span

PASSAGES_BACK = 2
"""Passages before its own in which a description looks for the organization it means."""
SENTENCES_BACK = 8
"""Sentences that may go on about a thing as `it`: further from its name, another has usually come between."""
_FIRMS = frozenset({"company", "firm", "corporation", "business", "group", "organization", "organisation", "concern"})
"""English nouns by which any firm is called, whatever it does; general lists do not set them apart."""
_DEFINED = re.compile(
    r"\s*(?:\(\s*(?:the\s+[\"“'‘]?|[\"“'‘](?:the\s+)?)(\w+)[\"”'’]?(?:\s+or\s[^()]*)?\)"
    r"|,\s+([A-Z][a-z]+)(?=[.;,)\n]|$))"
)
"""What a document says a name is called by from then on."""
_THINGS = frozenset({EntityKind.ORGANIZATION, EntityKind.VEHICLE})


def thing_meant(reading: Reading, sentence: Sentence, index: int) -> Named | None:
    """The mention of what `it`, `its` or a bare definite noun (`the company`, `the Plaintiff`) means; None for any
    other word, and where more than one comes into question."""
    return _meant(reading, sentence, index, SENTENCES_BACK)


def _meant(reading: Reading, sentence: Sentence, index: int, back: int) -> Named | None:
    """What a word means, if at most `back` sentences before its own lead to it."""
    token = sentence.tokens[index]
    if token.tag in {"PRP", "PRP$"}:
        is_it = token.lemma.lower() in {"it", "its"} and token.dep != "expl"
        return _gone_on_about(reading, sentence, index, back) if is_it else None
    if not _is_bare_definite(sentence, index):
        return None
    noun = token.lemma.lower()
    defined = _defined(reading)
    if noun in defined:
        return defined[noun]
    return _firm_before(reading, sentence, index, noun) if noun in _FIRMS else None


def relative_object(clause: Clause, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for which is acted on: `Lane, of the staff, whom she met`; `whom` means
    somebody. None for any other word."""
    tokens = clause.sentence.tokens
    if tokens[clause.verb].dep != "relcl" or tokens[pronoun].tag not in {"WP", "WDT"}:
        return None
    noun = tokens[clause.verb].head
    while tokens[pronoun].tag == "WP" and tokens[noun].dep == "pobj" and not _may_be_somebody(tokens[noun]):
        noun = tokens[tokens[noun].head].head
    return noun


def _may_be_somebody(token: Token) -> bool:
    return token.pos == "PROPN" or token.lemma.lower() in person_nouns()


def _is_bare_definite(sentence: Sentence, index: int) -> bool:
    """Whether a noun has an article and nothing else that tells which one: `the company`."""
    token = sentence.tokens[index]
    if token.tag not in {"NN", "NNP"} or not index or sentence.tokens[index - 1].lemma.lower() != "the":
        return False
    beside = [sentence.tokens[i] for i in children(sentence)[index] if sentence.tokens[i].dep not in {"case", "punct"}]
    before = [t for t in beside if t.start < token.start]
    after = [t for t in beside if t.start > token.start and t.dep in {"prep", "relcl", "acl", "appos"}]
    return [t.lemma.lower() for t in before] == ["the"] and not after


@once_a_reading
def _defined(reading: Reading) -> dict[str, Named | None]:
    """By noun the organization that the document calls so beside its name; None where it calls several so."""
    found: dict[str, Named | None] = {}
    for named in reading.named:
        match = _DEFINED.match(reading.text, named.span.end)
        if match is None or named.kind is not EntityKind.ORGANIZATION:
            continue
        noun = (match[1] or match[2]).lower()
        held = found.setdefault(noun, named)
        found[noun] = named if held is not None and held.entity == named.entity else None
    return found


def _gone_on_about(reading: Reading, sentence: Sentence, pronoun: int, back: int) -> Named | None:
    """What the subject before a pronoun names, in its sentence or, where that has none, in the one before: what a
    sentence is about, the next one mostly goes on about."""
    own = [i for i in _subjects(sentence) if i < pronoun]
    if own:
        return _only(reading, sentence, own, back)
    before = [s for s in reading.sentences_of(sentence.passage) if s.span.end <= sentence.span.start][-1:]
    if not before or not back:
        return None
    return _only(reading, before[0], [i for i in _subjects(before[0]) if _is_main(before[0], i)], back - 1)


def _only(reading: Reading, sentence: Sentence, subjects: list[int], back: int) -> Named | None:
    """What the subjects of a sentence name, if that is one thing."""
    things = [_at(reading, sentence, i, back) for i in subjects]
    found = [thing for thing in things if thing is not None and thing.kind in _THINGS]
    return found[0] if len(found) == len(things) and len({thing.entity for thing in found}) == 1 else None


def _at(reading: Reading, sentence: Sentence, index: int, back: int) -> Named | None:
    """What a word names, or means in its turn."""
    token = sentence.tokens[index]
    answers = _answers(reading)
    if (token.start, back) not in answers:
        word = Span(token.start, token.end)
        inside = (*reading.named_in(sentence.span), *reading.described_in(sentence.span))
        named = next((n for n in inside if n.span.overlaps(word)), None)
        answers[token.start, back] = named or _meant(reading, sentence, index, back)
    return answers[token.start, back]


@once_a_reading
def _answers(_: Reading) -> dict[tuple[int, int], Named | None]:
    """What words were found to name or mean, by where they begin and how many sentences were left to look back. Every
    subject before a pronoun may be a pronoun itself, so that without it the work doubles with each."""
    return {}


def _subjects(sentence: Sentence) -> list[int]:
    return [i for i, t in enumerate(sentence.tokens) if t.dep in SUBJECTS - {"expl"} and t.tag not in {"WDT", "WP"}]


def _is_main(sentence: Sentence, subject: int) -> bool:
    return sentence.tokens[sentence.tokens[subject].head].dep in {"ROOT", "conj"}


def _firm_before(reading: Reading, sentence: Sentence, index: int, noun: str) -> Named | None:
    """The one organization that the nearest sentence before with any names, and that may be called a firm; of several
    its subject."""
    start = sentence.tokens[index].start
    for before in _backwards(reading, sentence):
        named = [n for n in reading.named_in(before.span) if n.span.end <= start and _may_be_called(reading, n, noun)]
        if len({n.entity for n in named}) > 1:
            heads = [before.tokens[i] for i in _subjects(before) if _is_main(before, i)]
            named = [n for n in named if any(n.span.overlaps(head) for head in heads)]
        if named:
            return named[-1] if len({n.entity for n in named}) == 1 else None
    return None


def _may_be_called(reading: Reading, named: Named, noun: str) -> bool:
    """Whether an organization's name does not say that it is something else: a court, a union, a newspaper."""
    if named.kind is not EntityKind.ORGANIZATION:
        return False
    words = {word.strip(".,'’").lower() for word in named.span.of(reading.text).split()}
    says = words & (organization_nouns() | group_nouns())
    return not says or noun in says or bool(says & _FIRMS)


def _backwards(reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence and those before it, at most some passages of the story back, the nearest first."""
    for passage in range(sentence.passage, max(-1, sentence.passage - 1 - PASSAGES_BACK), -1):
        if reading.tells_story(passage):
            yield from (s for s in reversed(reading.sentences_of(passage)) if s.span.start <= sentence.span.start)
