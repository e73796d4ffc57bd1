"""Labels of events: a few of the source's own words that read well in a list."""

import re
from collections.abc import Sequence

from dossier.assemble.clauses import Clause, children, noun_phrase, subjects_of, subtree
from dossier.model.annotation import Sentence, Token
from dossier.model.span import Span

LONGEST = 72
"""Characters; the Events pane shows some 30 of them at 120 columns and all of them at 200."""
_DROPPED = frozenset({"relcl", "appos", "advcl", "parataxis", "intj", "dep"})
_NEEDS_A_NOUN = frozenset({"ADP", "DET", "ADV", "SCONJ"})
_HANGING_END = re.compile(r"\s+(?:and|or|but|as|of|to|that|which)$", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_BEFORE_PUNCTUATION = re.compile(r"\s+([,.;:!?]|[’']s\b)")
_LEFT_OVER = re.compile(r"\(\s*[,;]?\s*\)|,(?=\s*[,.;:])|\[\d+\]")
"""What leaving words out leaves behind: empty brackets, commas side by side; and footnote markers."""


def clause_label(text: str, clause: Clause, dates: Sequence[Span]) -> str:
    """The clause without its dates, asides and subordinate clauses, cut at a word."""
    tokens = clause.sentence.tokens
    words = [i for i in _kept(clause) if not _dates(tokens[i], dates)]
    words = _without_hanging_prepositions(tokens, words)
    words = _without_commas_of_asides(tokens, words)
    return tidy(_borrowed_subject(text, clause) + " " + _joined(text, [tokens[i] for i in words]))


def _kept(clause: Clause) -> list[int]:
    tokens = clause.sentence.tokens
    below = children(clause.sentence)
    dropped = frozenset(
        i
        for i in clause.words
        if i != clause.verb
        and (tokens[i].dep in _DROPPED or (tokens[i].dep == "mark" and tokens[i].head == clause.verb))
    )
    kept = [i for i in subtree(below, clause.verb, dropped) if i in clause.words]
    while kept and tokens[kept[-1]].pos in {"CCONJ", "PUNCT", "SPACE"}:
        kept.pop()
    while kept and tokens[kept[0]].pos in {"CCONJ", "PUNCT", "SPACE"}:
        kept.pop(0)
    return kept


def _dates(token: Token, dates: Sequence[Span]) -> bool:
    return any(date.overlaps(Span(token.start, token.end)) for date in dates)


def _without_hanging_prepositions(tokens: Sequence[Token], words: list[int]) -> list[int]:
    """Leave out prepositions whose noun was a date, and determiners of such nouns."""
    while True:
        kept = set(words)
        hanging = {i for i in words if tokens[i].pos in _NEEDS_A_NOUN and _has_lost_all(tokens, i, kept)}
        if not hanging:
            return words
        words = [i for i in words if i not in hanging]


def _has_lost_all(tokens: Sequence[Token], index: int, kept: set[int]) -> bool:
    """Whether everything that hung on a word is left out."""
    below = [i for i, token in enumerate(tokens) if token.head == index and i != index]
    return bool(below) and not kept.intersection(below)


def _without_commas_of_asides(tokens: Sequence[Token], words: list[int]) -> list[int]:
    """Leave out the commas, dashes and brackets that set off words that are left out."""
    kept = set(words)
    return [i for i in words if tokens[i].pos != "PUNCT" or ({i - 1, i + 1} <= kept)]


def _borrowed_subject(text: str, clause: Clause) -> str:
    """The subject of a clause that shares it with another, or has only a relative pronoun; for a clause without
    any, that of its sentence."""
    subjects = clause.subjects or _subjects_of_sentence(clause.sentence)
    if not subjects or subjects[0] in clause.words:
        return ""
    return noun_phrase(clause.sentence, subjects[0]).of(text)


def _subjects_of_sentence(sentence: Sentence) -> tuple[int, ...]:
    root = next((i for i, token in enumerate(sentence.tokens) if token.dep == "ROOT"), None)
    return () if root is None else subjects_of(sentence, root)


def _joined(text: str, tokens: Sequence[Token]) -> str:
    """The words with the spacing they have in the text where they stand side by side."""
    pieces: list[str] = []
    for i, token in enumerate(tokens):
        if i and (tokens[i - 1].end < token.start):
            pieces.append(" ")
        pieces.append(text[token.start : token.end])
    return "".join(pieces)


def tidy(words: str, longest: int = LONGEST) -> str:
    """One line, no outer punctuation, a capital first, at most `longest` characters and cut at a word."""
    words = _LEFT_OVER.sub("", _SPACE.sub(" ", words))
    words = _BEFORE_PUNCTUATION.sub(r"\1", _SPACE.sub(" ", words)).strip(" ,;:.-–—•*\"“”‘’'")
    words = _HANGING_END.sub("", _without_lone_quotes(words))
    if len(words) > longest:
        words = words[:longest].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
    return words[:1].upper() + words[1:]


def _without_lone_quotes(words: str) -> str:
    """A quotation that the label cuts off leaves one mark behind; a mark inside a word is an apostrophe."""
    for opening, closing in ('""', "“”", "‘’"):
        if opening == closing and words.count(opening) % 2:
            words = words.replace(opening, "")
        elif closing not in {opening, "’"} and words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words.strip(" ,;:")
