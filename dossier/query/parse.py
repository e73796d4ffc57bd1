"""Text as typed → Query.

    drill hole          both words, in any order, anywhere in the passage
    "drill hole"        the words side by side
    drill*              words that begin so
    hole -ISS           without the word; also -"space station"

Words are runs of letters, digits and private-use characters, as SQLite's `unicode61` tokenizer sees them
(https://www.sqlite.org/fts5.html#unicode61_tokenizer), so that `o'brien` asks for the words o and brien
side by side. Everything else only separates. No string is an error; one without words asks for nothing.
"""

import re
import unicodedata

from dossier.query.syntax import Query, Term

MAX_CHARS = 1_000
"""Longer queries are cut: 10,000 characters cost FTS5 up to a second (research, finding 8)."""
MAX_TERMS = 32

_PIECE = re.compile(r"""(?P<minus>-)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+))""")


def parse(text: str, *, typing: bool = False, prefixes: bool = False) -> Query:
    """The query that `text` denotes.

    While `typing`, the last word may go on, unless a closing quotation mark or white space follows it.
    With `prefixes`, every word may.
    """
    terms: list[Term] = []
    text = text[:MAX_CHARS]
    for piece in _PIECE.finditer(text):
        quoted = piece["phrase"] is not None
        written = piece["phrase"] if quoted else piece["word"]
        words = split_words(written)
        if not words:
            continue
        unfinished = typing and piece.end() == len(text) and not piece["closed"]
        star = not quoted and written.endswith("*")
        terms.append(Term(words, prefix=unfinished or star or prefixes, negated=piece["minus"] is not None))
        if len(terms) == MAX_TERMS:
            break
    return Query(tuple(terms))


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text, as the full-text index has them but for case and accents."""
    return tuple("".join(char if is_word_char(char) else " " for char in text).split())


def is_word_char(char: str) -> bool:
    """Whether a character belongs to a word; combining marks belong to the letter before them."""
    category = unicodedata.category(char)
    return category[0] in "LN" or category in ("Co", "Mn", "Mc")
