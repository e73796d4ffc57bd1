"""Whether words are in the language that a model was made for, as far as script and little words tell."""

import re

_LATIN_SCRIPT = frozenset(
    {"en", "fr", "de", "es", "it", "pt", "nl", "da", "sv", "nb", "pl", "ro", "ca", "fi", "hr", "lt", "sl"}
)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff\ufb00-\ufb06]")
_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-zà-öø-ÿ]+(?![\w-])")
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "that", "was", "is", "for", "with", "he", "she", "it", "they", "were", "are"}
)
_FEWEST_WORDS = 12


def is_foreign(words: str, language: str) -> bool:
    """Whether a text is certainly not in a language (ISO 639 code).

    Known by script for languages written in Latin letters, and for English by the want of every one of its commonest
    words among a dozen or more that are written small; in doubt it is not foreign.
    """
    if language not in _LATIN_SCRIPT:
        return False
    letters = len(_LETTER.findall(words))
    if letters and len(_LATIN_LETTER.findall(words)) < letters / 2:
        return True
    small = _SMALL_WORD.findall(words) if language == "en" else []
    return len(small) >= _FEWEST_WORDS and _ENGLISH.isdisjoint(small)
