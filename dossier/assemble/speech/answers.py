"""Questions that are answered with a bare yes or no: `asked whether he had left, he said: “Never.”`

The answer alone tells nothing; with the question it denies, or owns, what was asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import children
from dossier.assemble.speech.complements import speaks
from dossier.model.annotation import Sentence

_NO = frozenset({"no", "never"})
_YES = frozenset({"yes"})


@dataclass(frozen=True, slots=True)
class Answered:
    """A yes or no with what it answers, as indices of tokens of its sentence."""

    asked: int
    """The verb of asking."""
    question: int
    """Head of the clause that is asked."""
    says: int
    """The verb of answering."""
    word: int
    """The first word of the answer."""
    denies: bool


def answered(sentence: Sentence) -> Iterator[Answered]:
    """The yes-or-no questions of a parsed sentence that are answered in it by yes or no; `no comment` is none."""
    tokens, below = sentence.tokens, children(sentence)
    for asked, token in enumerate(tokens):
        says = token.head
        if (token.lemma, token.tag, token.dep) != ("ask", "VBN", "advcl") or not speaks(tokens[says]):
            continue
        word = next(
            (i for i in range(max(says, asked) + 1, len(tokens)) if tokens[i].pos not in {"PUNCT", "SPACE"}), None
        )
        asks = next((i for i in below[asked] if _is_open_question(sentence, i)), None)
        no = None if word is None else _is_no(sentence, word)
        if word is not None and asks is not None and no is not None:
            yield Answered(asked, asks, says, word, denies=no)


def _is_open_question(sentence: Sentence, clause: int) -> bool:
    tokens = sentence.tokens
    marks = (t.lemma for t in tokens if t.head == clause and t.dep == "mark")
    return tokens[clause].dep == "ccomp" and any(mark in {"whether", "if"} for mark in marks)


def _is_no(sentence: Sentence, word: int) -> bool | None:
    """Whether the words from a token on say no; None where they say neither yes nor no."""
    said = [t.lemma.casefold() for t in sentence.tokens[word : word + 3]]
    ends = word + 1 == len(sentence.tokens) or sentence.tokens[word + 1].pos == "PUNCT"
    if said[0] in _NO | _YES and ends:
        return said[0] in _NO
    # `Not at all`, `certainly not`.
    stressed = sentence.tokens[word].pos == "ADV" and said[1:2] == ["not"]
    return True if stressed or said == ["not", "at", "all"] else None
