"""Words beside verbs that tell whose a claim is: `according to a witness`, `in the view of the court`, `as Reid said`,
`Reid's claim that`, `Reid is confident that`, and `allegedly`, which leaves open whose it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import SUBJECTS, children, clause, subjects_of, subtree
from dossier.assemble.speech.complements import says, speaks
from dossier.assemble.tense import is_finite
from dossier.assemble.words import message_nouns
from dossier.model.annotation import Sentence

_IN_THE = frozenset({"view", "opinion", "judgment", "judgement", "estimation", "account", "word", "eye"})
_HEARSAY = frozenset({"allegedly", "reportedly", "supposedly", "purportedly"})
IN_PASSING = "told in passing"
"""The rule of a statement in the middle of which its speaker is named."""
_TALKING = frozenset({"i", "we", "you"})
_MARKS = frozenset({'"', "“", "”", ";", ":", "(", ")"})
_SUPPORT = frozenset({"make", "have", "give", "issue", "release", "publish", "repeat", "raise", "share"})
"""Verbs that add to their object hardly more than a tense: `made the claim`, `has the hope`."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """Tokens of what is said, the cue's, and the heads of whose it is."""

    words: tuple[int, ...]
    cue: int
    speakers: tuple[int, ...]
    rule: str


def attributed(sentence: Sentence) -> Iterator[Attributed]:
    """The claims of a parsed sentence that other words than their governing verb give to somebody."""
    below = children(sentence)
    for index, token in enumerate(sentence.tokens):
        if token.pos == "NOUN":
            yield from _by_noun(sentence, below, index)
        elif token.pos == "ADJ":
            yield from _by_adjective(sentence, below, index)
        elif token.lemma.lower() in _HEARSAY:
            yield from _hearsay(sentence, index)
        elif token.dep == "advcl" and speaks(token):
            yield from _as_said(sentence, below, index)
        elif token.dep == "parataxis" and speaks(token):
            yield from _in_passing(sentence, below, index)
        else:
            yield from _according_to(sentence, below, index)


def is_according(lemma: str) -> bool:
    """Whether a lemma is that of `according`, which taggers read in two ways."""
    return lemma.lower() in {"accord", "according"}


def _according_to(sentence: Sentence, below: tuple[tuple[int, ...], ...], cue: int) -> Iterator[Attributed]:
    """The rest of the sentence is what the witness said."""
    tokens = sentence.tokens
    speakers: tuple[int, ...] = ()
    if is_according(tokens[cue].lemma) and tokens[cue].dep in {"prep", "advcl"}:
        to = [i for i in below[cue] if tokens[i].dep == "prep"]
        speakers = tuple(i for p in to for i in below[p] if tokens[i].dep == "pobj")
    elif tokens[cue].lemma.lower() == "in" and tokens[cue].dep == "prep" and not says(tokens[tokens[cue].head]):
        speakers = _of_the_view(sentence, below, cue)
    said = tokens[cue].head
    if not speakers or not is_finite(sentence, said):
        return
    rest = subtree(below, said, frozenset({cue}))
    side = [i for i in rest if tokens[i].pos not in {"PUNCT", "SPACE"}]
    if side and (side[0] > cue or side[-1] < cue):
        yield Attributed(tuple(side), cue, speakers, "according to")


def _of_the_view(sentence: Sentence, below: tuple[tuple[int, ...], ...], cue: int) -> tuple[int, ...]:
    """`in the view of the court`, `in their opinion`."""
    tokens = sentence.tokens
    views = [i for i in below[cue] if tokens[i].dep == "pobj" and tokens[i].lemma in _IN_THE]
    of = [i for view in views for i in below[view] if tokens[i].dep == "prep" and tokens[i].lemma == "of"]
    holders = [i for view in views for i in below[view] if tokens[i].dep == "poss"]
    return tuple(holders + [i for p in of for i in below[p] if tokens[i].dep == "pobj"])


def _as_said(sentence: Sentence, below: tuple[tuple[int, ...], ...], verb: int) -> Iterator[Attributed]:
    """`As Reid said, the ship was sound.`"""
    tokens = sentence.tokens
    has_as = any(tokens[i].lemma.lower() == "as" and tokens[i].dep in {"mark", "advmod", "prep"} for i in below[verb])
    named = any(tokens[i].dep in SUBJECTS for i in below[verb])
    full = any(tokens[i].dep in {"ccomp", "dobj", "xcomp", "prep"} and tokens[i].lemma != "as" for i in below[verb])
    said = tokens[verb].head
    if has_as and named and not full and is_finite(sentence, said) and not says(tokens[said]):
        words = subtree(below, said, frozenset({verb}))
        side = tuple(i for i in words if (i > verb) == (said > verb))
        yield Attributed(side, verb, subjects_of(sentence, verb), "as somebody said")


def _in_passing(sentence: Sentence, below: tuple[tuple[int, ...], ...], verb: int) -> Iterator[Attributed]:
    """`The price, Reid said on Monday, would rise`: the clause in which the words about its speaker stand, without
    those that `and` joins to it behind them."""
    tokens = sentence.tokens
    said, speakers = tokens[verb].head, subjects_of(sentence, verb)
    aside = [i for i in subtree(below, verb) if tokens[i].pos != "PUNCT"]
    own = any(tokens[i].dep in {"ccomp", "xcomp"} for i in below[verb])
    writer = any(tokens[i].lemma.casefold() in _TALKING for i in speakers)  # `It was, I think, too late.`
    if own or writer or not speakers or not is_finite(sentence, said) or says(tokens[said]):
        return
    joined = frozenset(i for i in below[said] if i > verb and tokens[i].dep in {"conj", "cc"})
    words = subtree(below, said, joined | {verb})
    around = tokens[aside[0] - 1].pos == "PUNCT" and words[0] < aside[0]
    if around and not any(tokens[i].lemma in _MARKS for i in words):
        yield Attributed(words, verb, speakers, IN_PASSING)


def _by_noun(sentence: Sentence, below: tuple[tuple[int, ...], ...], noun: int) -> Iterator[Attributed]:
    """`Reid's claim that …`, `voiced the fear that …`, `his plan to …`."""
    tokens = sentence.tokens
    if tokens[noun].lemma not in message_nouns():
        return
    if any(tokens[i].lemma.lower() == "no" for i in below[noun]):
        return
    owners = tuple(i for i in below[noun] if tokens[i].dep == "poss")
    holders = owners or _supported(sentence, noun)
    for content in below[noun]:
        marked = any(tokens[i].dep == "mark" and tokens[i].lemma == "that" for i in below[content])
        to = any(tokens[i].tag == "TO" for i in below[content])
        if tokens[content].dep in {"acl", "ccomp", "relcl"} and ((marked and holders) or (to and owners)):
            yield Attributed(subtree(below, content), noun, holders, "noun with what it tells")


def _supported(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """Whoever voices or makes it, where the noun is the object of such a verb."""
    tokens = sentence.tokens
    verb = tokens[noun].head
    if tokens[noun].dep != "dobj" or tokens[verb].lemma not in _SUPPORT | {"express", "voice", "reiterate"}:
        return ()
    return subjects_of(sentence, verb)


def _by_adjective(sentence: Sentence, below: tuple[tuple[int, ...], ...], adjective: int) -> Iterator[Attributed]:
    """`The owners are confident that …`; not `it is clear that …`."""
    tokens = sentence.tokens
    be = tokens[adjective].head
    if tokens[adjective].dep != "acomp" or tokens[be].lemma not in {"be", "feel", "seem", "remain"}:
        return
    subjects = tuple(
        i for i in subjects_of(sentence, be) if tokens[i].lemma.lower() not in {"it", "there", "this", "that"}
    )
    for content in below[adjective]:
        if tokens[content].dep == "ccomp" and is_finite(sentence, content) and subjects:
            yield Attributed(subtree(below, content), adjective, subjects, "adjective with what it tells")


def _hearsay(sentence: Sentence, adverb: int) -> Iterator[Attributed]:
    """`He reportedly owned two ships`: somebody says so, and the source does not say who."""
    verb = sentence.tokens[adverb].head
    if sentence.tokens[verb].pos == "VERB" and is_finite(sentence, verb) and not says(sentence.tokens[verb]):
        yield Attributed(clause(sentence, verb).words, adverb, (), "hearsay")
