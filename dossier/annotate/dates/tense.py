"""Whether a date lies ahead of the day of writing, by the verb that it hangs on in the sentence's parse."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dossier.annotate.dates.lexicon import words
from dossier.model.annotation import Passage, PassageKind, Sentence, Token
from dossier.model.date import Anchor, DateExpression, DateTerm

AHEAD = frozenset(("due", "scheduled", "expected", "planned", "slated", "upcoming", "forthcoming", "set", "deadline"))
"""Words that put what hangs on them in the future, in lower case."""
INTENT = words("""
    plan expect schedule slate set intend hope agree vow pledge promise want ask order invite urge threaten prepare
    propose aim offer likely
""")
"""Verbs of intent and commitment (and *likely*), by lemma: their infinitive lies ahead even of a past that is told."""
SPEECH = words("say report tell note add write show suggest indicate")
"""Verbs used in the present tense of what was said before: *police say*, *data show*."""
_TOLD = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.QUOTE})
"""Passages in which a verb's present tense is the present: headlines and captions use it of the past."""
_FREE = frozenset({"npadvmod", "prep", "pobj", "advmod", "dobj", "attr", "nmod", "agent", "dative", "obl", "tmod"})
"""Dependencies through which a date belongs to a verb itself, not to a noun beside it."""
_VERBS = frozenset({"VERB", "AUX"})


def tensed(
    dates: Sequence[DateExpression], text: str, passages: Sequence[Passage], sentences: Sequence[Sentence]
) -> list[DateExpression]:
    """Date expressions with their direction told by the parse, where it tells one; the others as they are.

    `sentences` in order of offset; those without a parse (no dependency labels) tell nothing.
    """
    starts = [sentence.span.start for sentence in sentences]
    result = []
    for date in dates:
        place = bisect_right(starts, date.span.start) - 1
        hangs = date.term.anchor in (Anchor.PUBLICATION, Anchor.YEAR) and date.term.part != "named"
        if hangs and place >= 0 and sentences[place].span.overlaps(date.span):
            ahead = _Clause(text, sentences[place], passages[date.passage].kind).direction(date)
            if ahead is not None:
                date = replace(  # noqa: PLW2901
                    date, term=_turned(date.term, ahead), end=_turned(date.end, ahead) if date.end else None
                )
        result.append(date)
    return result


def _turned(term: DateTerm, ahead: int) -> DateTerm:
    return replace(term, direction=ahead)


class _Clause:
    """The words of one sentence, asked for the tense of the verb that a date hangs on."""

    def __init__(self, text: str, sentence: Sentence, kind: PassageKind) -> None:
        self.text = text
        self.tokens = sentence.tokens
        self.told = kind in _TOLD

    def direction(self, date: DateExpression) -> int | None:
        """-1 past, 1 future, 0 neither; None where the date hangs on no verb."""
        inside = [i for i, token in enumerate(self.tokens) if date.span.start <= token.start < date.span.end]
        top = next((i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i), None)
        if top is None or not self.tokens[top].dep:
            return None
        governor = self._word(self.tokens[top].head)
        if governor == "since" or (governor in ("until", "till") and date.term.weekday):
            return -1 if governor == "since" else 1
        free, place = True, top
        for _ in range(len(self.tokens)):
            token = self.tokens[place]
            if place not in inside and token.pos != "NOUN" and self._is_ahead(place):
                return 1
            if place not in inside and token.pos in _VERBS:
                return self._tense(place, free)
            if token.head == place:
                return None
            free = free and token.dep in _FREE and (place in inside or token.pos in ("ADP", "SCONJ", "ADV"))
            place = token.head
        return None

    def _is_ahead(self, place: int) -> bool:
        """A word such as *scheduled*; `due to` is a cause, or comes before an infinitive that tells by itself."""
        word = self._word(place)
        causes = word == "due" and place + 1 < len(self.tokens) and self._word(place + 1) == "to"
        return word in AHEAD and not causes

    def _word(self, place: int) -> str:
        token = self.tokens[place]
        return self.text[token.start : token.end].lower()

    def _tense(self, verb: int, free: bool) -> int | None:
        """The tense of a verb with its auxiliaries; of one that has none of its own, that of the verb above."""
        for _ in range(len(self.tokens)):
            token = self.tokens[verb]
            helpers = self._helpers(verb)
            found = self._finite(token, helpers, free)
            if found is not None:
                return found
            if "to" in helpers:
                return self._intended(verb)
            if token.head == verb:
                return None
            above = self._verb_above(verb)
            if above is None:
                return None
            verb, free = above, False
        return None

    def _helpers(self, verb: int) -> dict[str, Token]:
        return {
            self._word(i): token
            for i, token in enumerate(self.tokens)
            if token.head == verb and i != verb and token.dep in ("aux", "auxpass")
        }

    def _finite(self, token: Token, helpers: dict[str, Token], free: bool) -> int | None:
        tags = {helper.tag for helper in helpers.values()}
        if "to" in helpers:
            return None
        if "MD" in tags or token.tag == "MD":
            return -1 if {"have", "'ve", "’ve"} & helpers.keys() else 1
        if token.tag == "VBD" or "VBD" in tags:
            return -1 if free else None
        if {"has", "have", "'ve", "’ve"} & helpers.keys():
            return -1
        if token.tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
            return 1 if free and self.told and token.lemma.lower() not in SPEECH else None
        return -1 if token.tag == "VBN" and not helpers else None

    def _verb_above(self, place: int) -> int | None:
        for _ in range(len(self.tokens)):
            above = self.tokens[place].head
            if above == place:
                return None
            if self.tokens[above].pos in _VERBS:
                return above
            place = above
        return None

    def _intended(self, verb: int) -> int | None:
        """An infinitive lies ahead of the verb that it depends on: of the day of writing only where that is no verb
        of the past, or one of intent."""
        head = self.tokens[verb].head
        above = self.tokens[head]
        if head == verb or above.lemma.lower() in INTENT or self._word(head) in AHEAD:
            return 1
        governor = head if above.pos in _VERBS else self._verb_above(head)
        told = None if governor is None else self._tense(governor, free=True)
        return told or 1
