"""Whom a personal pronoun means: the person who is the subject before it, where nobody else comes into question.

Looked for in the pronoun's own sentence, then backwards sentence by sentence. A subject weighs more than other names;
a subject that is the same pronoun hands the question on to the sentence before it; one that is only described (`a
nurse`) ends the search, since the pronoun is hers. Names known to be of the other gender are passed over, and so are
whoever writes a letter and whoever is written to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.assemble.authors import conversing_at
from dossier.assemble.clauses import conjuncts
from dossier.assemble.reading import Named, Reading
from dossier.assemble.words import group_nouns, person_nouns
from dossier.model.annotation import Sentence, Token
from dossier.model.entity import EntityKind
from dossier.model.span import Span

PASSAGES_BACK = 2
"""How many passages before its own a pronoun may look for its person: further back, more than one person has
usually been spoken of."""
MOST_TOGETHER = 4
"""People whom `they` may mean by name; a longer list is one of examples."""
_GENDERS = {"he": "m", "she": "f", "him": "m", "his": "m", "her": "f"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun means, and the words that name them; nobody and no words where it stays open."""

    entities: tuple[str, ...]
    words: Span | None


OPEN = Antecedent((), None)


def antecedent(reading: Reading, sentence: Sentence, pronoun: int, *, speaks: bool) -> Antecedent:
    """Whom the pronoun at index `pronoun` means. `speaks`: whether it is said to have said something, so that `it` and
    `they` may be an organization."""
    form = sentence.tokens[pronoun].lemma.lower()
    if form in _GENDERS:
        return _one_person(reading, sentence, pronoun, _GENDERS[form])
    if form in {"they", "their"}:
        together = _several(reading, sentence)
        return together if together.entities or not speaks else _organization(reading, sentence, pronoun)
    return _organization(reading, sentence, pronoun) if speaks and form in {"it", "its"} else OPEN


@dataclass(frozen=True, slots=True)
class _Sought:
    """Whom a pronoun can mean."""

    gender: str
    others: frozenset[str]
    """Who are `I` and `you` where it stands."""

    def fits(self, person: Named) -> bool:
        return person.gender in ("", self.gender) and person.entity not in self.others


def _one_person(reading: Reading, sentence: Sentence, pronoun: int, gender: str) -> Antecedent:
    token = sentence.tokens[pronoun]
    others = frozenset() if _is_quoted(reading, token) else conversing_at(reading, token.start)
    sought = _Sought(gender, others)
    own = _subject_before(reading, sentence, pronoun, sought)
    if own is not None:
        return own
    for before in _sentences_before(reading, sentence):
        found = _in_sentence(reading, before, sought)
        if found is not None:
            return found
    return OPEN


def _subject_before(reading: Reading, sentence: Sentence, pronoun: int, sought: _Sought) -> Antecedent | None:
    """The person who is a subject before the pronoun in its own sentence (`Voss said she …`, `Reid left when he …`);
    OPEN where such subjects are several, or only described; None where there is none."""
    who = _of_relative(reading, sentence, pronoun)
    if who is not None and sought.fits(who):
        return Antecedent((who.entity,), who.span)
    named: dict[str, Named] = {}
    for index in _subjects(sentence, 0, pronoun):
        if _is_quoted(reading, sentence.tokens[index]):
            continue
        person = _person_at(reading, sentence, index)
        if person is not None and sought.fits(person):
            named[person.entity] = person
        elif person is None and _is_described(sentence, index):
            return OPEN
    if len(named) > 1:
        return OPEN
    return next((Antecedent((n.entity,), n.span) for n in named.values()), None)


def _of_relative(reading: Reading, sentence: Sentence, pronoun: int) -> Named | None:
    """The person of whom a relative clause around the pronoun tells: `Reid, who had sent him a note in which he …`."""
    tokens, at = sentence.tokens, pronoun
    while tokens[at].head != at:
        above = tokens[at].head
        who = any(t.head == at and t.dep == "nsubj" and t.tag == "WP" for t in tokens[:pronoun])
        if tokens[at].dep == "relcl" and who:
            return _person_at(reading, sentence, above)
        at = above
    return None


def _in_sentence(reading: Reading, sentence: Sentence, sought: _Sought) -> Antecedent | None:
    """The person whom an earlier sentence leaves in mind; None where it says nothing of anybody."""
    main = [i for i in _subjects(sentence, 0, len(sentence.tokens)) if _is_main(sentence, i)]
    main = [i for i in main if not _is_quoted(reading, sentence.tokens[i])]
    subjects = [n for i in main if (n := _person_at(reading, sentence, i)) and sought.fits(n)]
    if len({n.entity for n in subjects}) == 1 and not _acts_on_another(sentence, subjects[0], sought):
        return Antecedent((subjects[0].entity,), subjects[0].span)
    if subjects:
        return OPEN
    if any(_GENDERS.get(sentence.tokens[i].lemma.lower()) == sought.gender for i in main):
        return None
    if any(_is_described(sentence, i) and _person_at(reading, sentence, i) is None for i in main):
        return OPEN
    people = [n for n in reading.named_in(sentence.span) if n.kind is EntityKind.PERSON and sought.fits(n)]
    if not people:
        return None
    # Whom a quotation names is not in its reporter's mind: `I heard him say, “It is not so, Victor.”`
    told = [n for n in people if not any(q.span.contains(n.span) for q in reading.quotations_near(n.span.start))]
    one = len({n.entity for n in told}) == 1
    return Antecedent((told[0].entity,), told[0].span) if one else OPEN


def _acts_on_another(sentence: Sentence, subject: Named, sought: _Sought) -> bool:
    """`Dr Voss told him so. He …`: whether a pronoun of the gender that is looked for means somebody beside a subject
    of whom no gender is known, and so may mean them again."""
    tokens = sentence.tokens
    verbs = {t.head for t in tokens if subject.span.overlaps(t) and t.dep in _SUBJECTS}
    objects = (t for t in tokens if t.head in verbs and t.dep in {"dobj", "dative"})
    return not subject.gender and any(_GENDERS.get(t.lemma.lower()) == sought.gender for t in objects)


def _several(reading: Reading, sentence: Sentence) -> Antecedent:
    """The two or more people who act together in the last sentence that names anybody: joined as its subject, or one
    of them with the others (`Muir met with Reid`)."""
    for before in _sentences_before(reading, sentence):
        if not any(n.kind is EntityKind.PERSON for n in reading.named_in(before.span)):
            continue
        heads = [i for i in _subjects(before, 0, len(before.tokens)) if _is_main(before, i)]
        together = [j for i in heads for j in conjuncts(before, i)] + _companions(before)
        people = [n for i in sorted(together) if (n := _person_at(reading, before, i)) is not None]
        entities = tuple(dict.fromkeys(n.entity for n in people))
        if 2 <= len(entities) <= MOST_TOGETHER:
            return Antecedent(entities, Span(people[0].span.start, people[-1].span.end))
        return OPEN
    return OPEN


def _companions(sentence: Sentence) -> list[int]:
    """Heads of what stands after `with`."""
    tokens = sentence.tokens
    return [i for i, t in enumerate(tokens) if t.dep == "pobj" and tokens[t.head].lemma == "with"]


def _organization(reading: Reading, sentence: Sentence, pronoun: int) -> Antecedent:
    """The organization that is the subject before the pronoun, in its sentence, or for `they` in the one before: `it`
    there may be any thing."""
    singular = sentence.tokens[pronoun].lemma.lower() in {"it", "its"}
    before = None if singular else next(_sentences_before(reading, sentence), None)
    for place, end in ((sentence, pronoun), (before, None)):
        if place is None:
            continue
        heads = list(_subjects(place, 0, len(place.tokens) if end is None else end))
        named = [n for i in heads for n in reading.named_at(place.tokens[i].start)]
        if named:
            one = len({n.entity for n in named}) == 1 and named[0].kind is EntityKind.ORGANIZATION
            return Antecedent((named[0].entity,), named[0].span) if one else OPEN
        if heads:
            return OPEN
    return OPEN


def _sentences_before(reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences before this one, nearest first, at most two passages of the story back."""
    for passage in range(sentence.passage, max(-1, sentence.passage - 1 - PASSAGES_BACK), -1):
        if not reading.tells_story(passage):
            continue
        for before in reversed(reading.sentences_of(passage)):
            if before.span.start < sentence.span.start:
                yield before


def _subjects(sentence: Sentence, start: int, end: int) -> Sequence[int]:
    return [i for i in range(start, end) if sentence.tokens[i].dep in _SUBJECTS]


def _is_main(sentence: Sentence, subject: int) -> bool:
    """Whether a subject is that of a main clause, not of what somebody said or of a side clause."""
    verb = sentence.tokens[sentence.tokens[subject].head]
    return verb.dep in {"ROOT", "conj", "parataxis"}


def _is_described(sentence: Sentence, index: int) -> bool:
    """Whether a subject is one person of whom only a description is given: `a nurse`."""
    token = sentence.tokens[index]
    word = token.lemma.lower()
    return token.tag == "NN" and token.pos == "NOUN" and word in person_nouns() and word not in group_nouns()


def _person_at(reading: Reading, sentence: Sentence, subject: int) -> Named | None:
    """The person whom a subject names, or a name beside it: `the coroner, Ada Byrne`."""
    beside = (t for i, t in enumerate(sentence.tokens) if i == subject or (t.head == subject and t.dep == "appos"))
    return next((n for t in beside for n in reading.named_at(t.start) if n.kind is EntityKind.PERSON), None)


def _is_quoted(reading: Reading, token: Token) -> bool:
    return any(q.span.start <= token.start < q.span.end for q in reading.quotations_near(token.start))
