"""The pipeline's attribute ruler, asked once for each kind of token.

spaCy's attribute ruler tries each of its rules (179 in its small English pipeline) at every token, which is a seventh
of the time of the whole pipeline. What it sets on a token depends on the tag, the dependency and, for some words, the
word alone, but where one of its few rules for several words in a row applies.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

_KNOWN_PIPES = frozenset({"tok2vec", "transformer", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})
"""Components of which is known that none has set what the ruler sets, and none looks at it."""
_ASKED = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
"""What rules of one token may ask of it."""
_Rule = list[dict[str, Any]]
"""What is asked of one token, or of several in a row."""
_Kind = tuple[int, bool, int, int]
"""Of a token: the word, where some rule asks for it, whether it is a blank, its tag and dependency."""
_Found = tuple[int, int, int, int, Any]
"""What is set on it: tag, dependency, part of speech, lemma, morphology."""


def remembering(nlp: Language) -> "RememberingRuler | None":
    """Take the attribute ruler out of a pipeline: what does its work on the pipeline's results in less time. None where
    the pipeline has none, or other components, or rules that ask for more; it is left as it is then."""
    if "attribute_ruler" not in nlp.pipe_names or not _KNOWN_PIPES.issuperset(nlp.pipe_names):
        return None
    ruler = nlp.get_pipe("attribute_ruler")
    if not isinstance(ruler, AttributeRuler):
        return None
    patterns: Any = ruler.patterns
    rules: list[_Rule] = [rule for ruled in patterns for rule in ruled["patterns"]]
    single = [rule[0] for rule in rules if len(rule) == 1]
    if not all(_ASKED.issuperset(asked) and _may_be_listed(asked.get("LOWER", "")) for asked in single):
        return None
    nlp.disable_pipe("attribute_ruler")
    return RememberingRuler(ruler, single, [rule for rule in rules if len(rule) > 1])


def _may_be_listed(word: str | Mapping[str, Any]) -> bool:
    return isinstance(word, str) or {"IN", "NOT_IN", "REGEX"}.issuperset(word)


class RememberingRuler:
    """An attribute ruler that remembers what it found for each kind of token."""

    def __init__(self, ruler: AttributeRuler, single: Iterable[dict[str, Any]], several: Sequence[_Rule]) -> None:
        """`single` and `several` are the rules of the ruler for one token and for more in a row."""
        self._ruler = ruler
        self._several = Matcher(ruler.vocab)
        if several:
            self._several.add("several", list(several))
        self._words: set[str] = set()
        self._spellings: list[re.Pattern[str]] = []
        for word in (asked["LOWER"] for asked in single if "LOWER" in asked):
            specified: Mapping[str, Any] = {"IN": [word]} if isinstance(word, str) else word
            self._words.update(specified.get("IN", ()), specified.get("NOT_IN", ()))
            self._spellings += [re.compile(specified["REGEX"])] if "REGEX" in specified else []
        self._asked: dict[int, int] = {}
        """By word: itself where a rule asks for it, else 0."""
        self._known: dict[_Kind, _Found] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set on each token what the rules say."""
        if self._several(doc, allow_missing=True):
            return self._ruler(doc)
        for token in doc:
            word = self._asked.get(token.lower)
            kind = (self._ask(token) if word is None else word), token.is_space, token.tag, token.dep
            found = self._known.get(kind)
            if found is None:
                found = self._known[kind] = self._looked_up(token)
            token.tag, token.dep, token.pos, token.lemma, token.morph = found
        return doc

    def _ask(self, token: Token) -> int:
        word = token.lower_
        asked = word in self._words or any(spelling.search(word) for spelling in self._spellings)
        self._asked[token.lower] = token.lower if asked else 0
        return self._asked[token.lower]

    def _looked_up(self, token: Token) -> _Found:
        """What the ruler sets on a token by itself."""
        alone = Doc(self._ruler.vocab, words=[token.text])[0]
        alone.tag, alone.dep = token.tag, token.dep
        self._ruler(alone.doc)
        return alone.tag, alone.dep, alone.pos, alone.lemma, alone.morph
