"""Whether a date lies ahead of the day of writing, by the verb that it hangs on in the sentence's parse."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dossier.annotate.dates.lexicon import words
from dossier.model.annotation import Passage, PassageKind, Sentence, Token
from dossier.model.date import Anchor, DateExpression, DateTerm

AHEAD = words("due scheduled expected planned slated upcoming forthcoming set deadline")
"""Words that put what hangs on them in the future."""
INTENT = words("""
    plan expect schedule slate set intend hope agree vow pledge promise want ask order invite urge threaten prepare
    propose aim offer vote likely call demand require
""")
"""Verbs of intent and commitment (and *likely*), by lemma: their infinitive lies ahead even of a past that is told."""
SPEECH = words("say report tell note add write show suggest indicate")
"""Verbs used in the present tense of what was said before: *police say*, *data show*."""
FARTHEST = 40
"""So many steps up the parse at most: the verb of a date stands near, and a list of ten thousand is no clause."""
_TOLD = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.QUOTE})
"""Passages in which a verb's present tense is the present: headlines and captions use it of the past."""
_FREE = frozenset({"npadvmod", "prep", "pobj", "advmod", "dobj", "attr", "nmod", "agent", "dative", "obl", "tmod"})
"""Dependencies through which a date belongs to a verb itself, not to a noun beside it."""
_VERBS = frozenset({"VERB", "AUX"})
_PERFECT = frozenset({"have", "has", "'ve", "’ve"})


def tensed(
    dates: Sequence[DateExpression], text: str, passages: Sequence[Passage], sentences: Sequence[Sentence]
) -> list[DateExpression]:
    """Date expressions with their direction told by the parse, where it tells one; the others as they are.

    `sentences` in order of offset; those without a parse (no dependency labels) tell nothing.
    """
    starts = [sentence.span.start for sentence in sentences]
    clauses: dict[int, _Clause] = {}
    result = []
    for date in dates:
        place = bisect_right(starts, date.span.start) - 1
        hangs = date.term.anchor in (Anchor.PUBLICATION, Anchor.YEAR) and date.term.part != "named"
        ahead = None
        if hangs and place >= 0 and sentences[place].span.overlaps(date.span):
            if place not in clauses:
                clauses[place] = _Clause(text, sentences[place], passages[date.passage].kind)
            ahead = clauses[place].direction(date)
        result.append(date if ahead is None else _turned(date, ahead))
    return result


def _turned(date: DateExpression, ahead: int) -> DateExpression:
    def turned(term: DateTerm) -> DateTerm:
        return replace(term, direction=ahead)

    return replace(date, term=turned(date.term), end=turned(date.end) if date.end else None)


class _Clause:
    """The words of one sentence, asked for the tense of the verb that a date hangs on."""

    def __init__(self, text: str, sentence: Sentence, kind: PassageKind) -> None:
        self.text = text
        self.tokens = sentence.tokens
        self.starts = [token.start for token in sentence.tokens]
        self.told = kind in _TOLD
        self.helpers: dict[int, dict[str, Token]] = defaultdict(dict)
        for place, token in enumerate(sentence.tokens):
            if token.dep in ("aux", "auxpass") and token.head != place:
                self.helpers[token.head][self._word(place)] = token

    def direction(self, date: DateExpression) -> int | None:
        """-1 past, 1 future; None where the date hangs on no verb, or on one that tells neither."""
        inside = range(bisect_left(self.starts, date.span.start), bisect_left(self.starts, date.span.end))
        top = next((i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i), None)
        if top is None or not self.tokens[top].dep:
            return None
        governor = self._word(self.tokens[top].head)
        if self.tokens[top].dep == "attr" and self._explains(self.tokens[top].head):
            return None
        if governor == "since":
            return -1
        if governor in ("until", "till") and date.term.weekday:
            return -1 if self._was_so(self.tokens[top].head) else 1
        if self._follows_past(inside.start):
            return -1
        found = self._climb(top, inside)
        return 1 if found is None and self._word(0) == "please" else found

    def _explains(self, verb: int) -> bool:
        """`on the Saturday, that is the 3rd of February`: says which day it was."""
        return self._word(verb) == "is" and any(
            token.head == verb and token.dep == "nsubj" and self._word(place) in ("that", "which")
            for place, token in enumerate(self.tokens[:verb])
        )

    def _was_so(self, until: int) -> bool:
        """`He was there until Thursday`, which is over; `it was closed until Monday` may not be."""
        verb = self.tokens[until].head
        if self.tokens[verb].lemma.lower() != "be" or self._finite(verb, free=True) != -1:
            return False
        return not any(token.head == verb and token.dep == "acomp" for token in self.tokens)

    def _follows_past(self, first: int) -> bool:
        """`said on Wednesday it would go on`: a date right behind a verb of the past is that verb's, wherever the
        parser hangs it."""
        place = first - 1
        if place >= 0 and self._word(place) in ("on", "late", "early"):
            place -= 1
        return place >= 0 and self.tokens[place].tag == "VBD" and self.tokens[place].pos == "VERB"

    def _climb(self, top: int, inside: range) -> int | None:
        """What the first verb above a date tells, or a word such as *scheduled* below that verb."""
        place, free = top, True
        for _ in range(FARTHEST):
            token = self.tokens[place]
            if place not in inside:
                if token.pos != "NOUN" and self._is_ahead(place):
                    return 1
                if self._word(place) == "following":
                    return -1  # `following reports over the weekend the bank will answer`
                if token.pos in _VERBS:
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
        above: int | None = verb
        for _ in range(FARTHEST):
            if above is None:
                return None
            verb = above
            found = self._finite(verb, free)
            if found is not None:
                return found
            if "to" in self.helpers[verb]:
                return self._intended(verb)
            above, free = self._verb_above(verb), False
        return None

    def _finite(self, verb: int, free: bool) -> int | None:
        token, helpers = self.tokens[verb], self.helpers[verb]
        tags = {helper.tag for helper in helpers.values()} | {token.tag}
        if "to" in helpers:
            return None
        if "MD" in tags:
            failed = "could" in helpers and any(t.head == verb and t.dep == "neg" for t in self.tokens)
            return -1 if failed or _PERFECT & helpers.keys() else 1  # `he could not be reached on Wednesday`
        if "VBD" in tags or _PERFECT & helpers.keys():
            return -1 if free or helpers else None
        if tags & {"VBZ", "VBP"}:
            return 1 if free and self.told and token.lemma.lower() not in SPEECH else None
        if token.tag == "VB" and not helpers and free and (self._commands(verb) or self._word(token.head) == "let"):
            return 1
        return -1 if token.tag == "VBN" and not helpers else None

    def _commands(self, verb: int) -> bool:
        """`Telephone him on Monday`: a bare verb without a subject, of a sentence of its own."""
        subjects = (t.head == verb and t.dep in ("nsubj", "nsubjpass", "expl") for t in self.tokens)
        return self.told and self.tokens[verb].head == verb and not any(subjects)

    def _verb_above(self, place: int) -> int | None:
        for _ in range(FARTHEST):
            above = self.tokens[place].head
            if above == place:
                return None
            if self.tokens[above].pos in _VERBS:
                return above
            place = above
        return None

    def _intended(self, verb: int) -> int | None:
        """An infinitive lies ahead of the verb that it depends on: of the day of writing only where that is no verb
        of the past, or one of intent, or `was to` itself."""
        head = self.tokens[verb].head
        above = self.tokens[head]
        agreed = above.lemma == "be" and head < verb and all(t.head == verb for t in self.tokens[head + 1 : verb])
        if agreed and "have" in self.helpers[verb]:
            return 0  # `was to have sailed in May`: before or after the day of writing
        if head == verb or agreed or above.lemma.lower() in INTENT or self._word(head) in AHEAD:
            return 1
        governor = head if above.pos in _VERBS else self._verb_above(head)
        return (None if governor is None else self._finite(governor, free=True)) or 1
