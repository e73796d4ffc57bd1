"""The subjects of labels: whom or what a clause tells of, in few words and by name."""

from collections.abc import Iterator, Mapping, Sequence

from dossier.assemble.clauses import Clause, children, subjects_of, subtree
from dossier.assemble.denotes import denoted
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence, Token
from dossier.model.entity import EntityKind
from dossier.model.span import Span

LONGEST_SUBJECT = 36
"""Characters of a subject with all that describes it; half a label, so that what was done is still told."""
ASIDES = frozenset({"relcl", "appos", "advcl", "parataxis", "intj", "dep"})
"""Dependents that tell something else than what they hang on."""
_DESCRIBING = frozenset({"prep", "acl"})
_QUOTES = frozenset({'"', "'", "“", "”", "‘", "’", "``", "''"})
_SET_OFF_BY = frozenset({",", "-", "–", "—", "(", "[", ":", ";"})
_OUTSIDE = frozenset({"PUNCT", "SPACE", "CCONJ"})


def is_aside(sentence: Sentence, index: int) -> bool:
    """Whether what hangs by a word tells something else; what stands beside a noun without a mark between is none, and
    may be the object that a quotation keeps from its verb: `rejected as “a dream” a report that …`."""
    tokens = sentence.tokens
    if tokens[index].dep != "appos":
        return tokens[index].dep in ASIDES
    first = subtree(children(sentence), index)[0]
    if tokens[first].lemma not in _SET_OFF_BY:
        first -= 2 if first and tokens[first - 1].lemma in _QUOTES else 1
    return first >= 0 and tokens[first].lemma in _SET_OFF_BY


def subject_words(
    text: str, clause: Clause, own: Sequence[int], shown: Mapping[int, str], longest: int = LONGEST_SUBJECT
) -> str:
    """The words of the subject: the clause's own, the noun that its pronoun stands for, the one of the verb it is
    joined to, or for a clause without any that of its sentence."""
    tokens = clause.sentence.tokens
    if own and tokens[own[0]].tag == "WP$":
        owner = phrase_words(text, clause.sentence, tokens[clause.verb].head, shown, longest)
        return f"{owner}’s {joined(text, tokens, own[1:], shown)}"
    heads = clause.subjects or _subjects_of_sentence(clause.sentence)
    if own and heads[0] in own:
        return _called(text, clause.sentence, heads[0], own, shown, longest)
    if own and heads[0] in clause.words:  # A part of it: the parser takes a dateline for the subject.
        return joined(text, tokens, trimmed(tokens, list(own)), shown)
    return phrase_words(text, clause.sentence, heads[0], shown, longest) if heads and heads[0] != clause.verb else ""


def phrase_words(
    text: str, sentence: Sentence, head: int, shown: Mapping[int, str], longest: int = LONGEST_SUBJECT
) -> str:
    """The words of a noun phrase; of one beside a name (`Ada Byrne, a clerk who …`) the name."""
    tokens = sentence.tokens
    if tokens[head].dep == "appos" and tokens[tokens[head].head].pos == "PROPN":
        head = tokens[head].head
    others = frozenset(i for i, t in enumerate(tokens) if t.dep in ASIDES | {"conj", "cc", "punct", "acl"})
    return _called(text, sentence, head, subtree(children(sentence), head, others), shown, longest)


def _called(
    text: str, sentence: Sentence, head: int, words: Sequence[int], shown: Mapping[int, str], longest: int
) -> str:
    """A subject in few words: its name beside it, if any (`the head of the yard, Ada Byrne`), and what describes it
    only as far as there is room."""
    tokens = sentence.tokens
    names = [i for i, t in enumerate(tokens) if t.head == head and t.pos == "PROPN" and _calls(sentence, head, i)]
    if names and tokens[head].pos == "NOUN":
        others = frozenset(i for i, t in enumerate(tokens) if t.dep in ASIDES | {"punct", "acl"} and i != names[0])
        head, words = names[0], subtree(children(sentence), names[0], others)
    below = children(sentence)
    aside = {i for i in words if i and tokens[i].dep in _DESCRIBING and tokens[subtree(below, i)[0] - 1].pos == "PUNCT"}
    for describing in (frozenset[str](), _DESCRIBING):
        left_out = {i for i in words if tokens[i].head == head and tokens[i].dep in describing}
        branch = set(subtree(below, head, frozenset(left_out | aside)))
        held = without_marks_of_asides(tokens, trimmed(tokens, [i for i in words if i in branch]))
        told = joined(text, tokens, held, shown)
        if len(told) <= longest:
            break
    return told


def _calls(sentence: Sentence, head: int, name: int) -> bool:
    """Whether a name beside a noun says who is meant; after a plural the parser takes it for one more: `the heads of
    both yards, Ada Byrne and Tom Hale,`."""
    tokens, below = sentence.tokens, children(sentence)
    if tokens[name].dep == "appos":
        return True
    joins = any(tokens[i].dep == "cc" for i in below[head])
    first = subtree(below, name)[0]
    listed = tokens[name].dep == "conj" and tokens[head].tag == "NNS" and first > 0 and tokens[first - 1].lemma == ","
    return listed and not joins and any(tokens[i].dep == "conj" for i in below[name])


def name_of_subject(reading: Reading, clause: Clause) -> str:
    """What to call a subject that is a pronoun: the thing that the sentence before tells of, for `it` and a ship's
    `she`, else the name, as the source last has it, of the one person it denotes; empty where that is not sure."""
    tokens = clause.sentence.tokens
    if not clause.subjects or tokens[clause.subjects[0]].tag != "PRP":
        return ""
    pronoun = tokens[clause.subjects[0]]
    if pronoun.lemma.lower() in {"it", "she"} and pronoun.dep != "expl":
        thing = _thing_before(reading, clause.sentence, only_vehicles=pronoun.lemma.lower() == "she")
        if thing or pronoun.lemma.lower() == "it":
            return thing
    meant = denoted(reading, clause.sentence, clause.subjects).entities
    before = [n for n in reading.named if meant == (n.entity,) and n.span.end <= pronoun.start]
    return before[-1].span.of(reading.text) if before else ""


def _thing_before(reading: Reading, sentence: Sentence, *, only_vehicles: bool) -> str:
    """The subject of the sentence before, in the same paragraph, where it names an organization, a vehicle or a place:
    what a sentence is about, the next one mostly goes on about."""
    before = [s for s in reading.sentences_of(sentence.passage) if s.span.end <= sentence.span.start][-1:]
    subjects = [i for s in before for i in _subjects_of_sentence(s)]
    if len(subjects) != 1:
        return ""
    head = before[0].tokens[subjects[0]]
    named = [n for n in reading.named_in(before[0].span) if n.span.overlaps(Span(head.start, head.end))]
    kinds = {EntityKind.VEHICLE} if only_vehicles else {EntityKind.VEHICLE, EntityKind.ORGANIZATION, EntityKind.PLACE}
    return named[0].span.of(reading.text) if named and named[0].kind in kinds else ""


def _subjects_of_sentence(sentence: Sentence) -> tuple[int, ...]:
    root = next((i for i, token in enumerate(sentence.tokens) if token.dep == "ROOT"), None)
    return () if root is None else subjects_of(sentence, root)


def trimmed(tokens: Sequence[Token], words: list[int]) -> list[int]:
    """The words without punctuation and conjunctions at either end."""
    while words and _is_outside(tokens[words[-1]]):
        words = words[:-1]
    while words and _is_outside(tokens[words[0]]):
        words = words[1:]
    return words


def _is_outside(token: Token) -> bool:
    """Whether a token is a mark or a conjunction; a name with a sign in it (`L&H`) may be tagged as a mark."""
    return token.pos in _OUTSIDE and not (token.pos == "PUNCT" and any(c.isalnum() for c in token.lemma))


def without_marks_of_asides(tokens: Sequence[Token], words: list[int]) -> list[int]:
    """Leave out the commas, dashes and brackets that set off words that are left out."""
    kept = set(words)

    def is_kept(mark: int) -> bool:
        return tokens[mark].lemma == ":" or {mark - 1, mark + 1} <= kept or _lists(tokens, mark, kept)

    return [i for i in words if tokens[i].pos != "PUNCT" or not _is_outside(tokens[i]) or is_kept(i)]


def _lists(tokens: Sequence[Token], mark: int, kept: set[int]) -> bool:
    """Whether a comma stands before a name joined to the noun that it hangs on: `the heads, Ada Byrne and Tom Hale`."""
    head = tokens[mark].head
    goes_on = mark + 1 in kept and tokens[mark + 1].pos != "CCONJ"
    return goes_on and any(tokens[i].dep == "conj" and tokens[i].head == head and i > mark for i in kept)


def joined(text: str, tokens: Sequence[Token], words: Sequence[int], shown: Mapping[int, str]) -> str:
    """The words, or what is `shown` for them, with the spacing they have in the text where they stand side by side."""
    return "".join(_pieces(text, tokens, words, shown))


def _pieces(text: str, tokens: Sequence[Token], words: Sequence[int], shown: Mapping[int, str]) -> Iterator[str]:
    end: int | None = None
    for i in words:
        if end is not None and end < tokens[i].start:
            yield " "
        yield shown.get(i) or text[tokens[i].start : tokens[i].end]
        end = tokens[i].end
