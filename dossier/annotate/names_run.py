"""Runs of words that make a personal name, told by their writing alone.

Spans are half-open code points of the source's text.
"""

import re
from collections.abc import Sequence

from dossier import lexis
from dossier.lexis import Word
from dossier.model.span import Span

_SPACE = re.compile(r"\.?[ \u00a0]|[ \u00a0][\"“‘'(]|[\"”’')][ \u00a0]")


def name_run(text: str, words: Sequence[Word]) -> list[Word]:
    """The words of a personal name from the first on: capitals, initials, and particles between them."""
    run: list[Word] = []
    for word in words[:5]:
        if run and not joined(text, run[-1], word):
            break
        if not lexis.is_name_word(word.text) and word.text not in lexis.PARTICLES - {"and", "the", "of", "y", "e", "u"}:
            break
        if any(c.isdigit() for c in word.text):
            break
        run.append(word)
        if text[word.end : word.end + 1] == "." and len(word.text) > 1 and word.text != "St":
            break
    while run and not lexis.is_name_word(run[-1].text):
        run.pop()
    return run


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether two words stand side by side as words of one name do."""
    return bool(_SPACE.fullmatch(text[left.end : right.start]))


def is_office(run: Sequence[Word]) -> bool:
    """Whether what follows a title is an office, not a name: `Mr President`."""
    last = run[-1].text
    if len(run) == 1 and last.casefold() in lexis.word_list("organization_nouns"):
        return True
    office = last.casefold() in lexis.word_list("person_nouns") or last.casefold() in lexis.word_list("ranks")
    return office and last not in lexis.word_list("family_names")


def full_name(text: str, span: Span) -> bool:
    """Whether a span is two to five words, none of them a number or a noun for organizations."""
    words = list(lexis.words(text, span.start, span.end))
    nouns = lexis.word_list("organization_nouns")
    return 2 <= len(words) <= 5 and not any(w.text.casefold() in nouns or any(map(str.isdigit, w.text)) for w in words)
