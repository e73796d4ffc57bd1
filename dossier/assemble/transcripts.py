"""Transcripts: documents whose paragraphs begin with the name of who speaks (`MR. REID:`, `Q.`, `**Jane Smith:**`).

A document is one where at least two labels each begin several of its paragraphs, or where one that asks does and two
more are of people. What is set like those labels behind the first of them and names somebody is a label too, though it
stand only once; so does one in capitals, however it is set, that is no word of the language: `LATER:` and `EXHIBIT:`
name nobody. Whoever mostly asks puts questions: what is put to a witness claims nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier import lexis
from dossier.assemble.denotes import ACTORS
from dossier.assemble.reading import Reading
from dossier.assemble.words import group_nouns, person_nouns
from dossier.model.annotation import PassageKind
from dossier.model.span import Span

_LABEL = re.compile(
    r"(?P<marks>[*_\s]*)(?:(?P<letter>[QA])[.:]"
    r"|(?P<name>[^\W\d_][^\n:,;!?\"“”()\[\]]{0,58}(?:\s\([^()\n]{1,30}\))?):)[*_]*:?\s+(?=\S)"
)
_LONGEST = 6
"""Words of a label."""
_SMALL = frozenset({"of", "the", "for", "and", "de", "von", "van", "der", "la", "a", "an"})
_FEWEST_TURNS, _FEWEST_LABELS, _FEWEST_EACH = 4, 2, 2
_ASKED = 2
"""People who must answer where only whoever asks speaks more than once."""
TURN_KINDS = frozenset({PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.CAPTION})
"""The first turn may look like a title to the layout, a short one like a caption."""
_CLOSING = "*_ \n\r"
_GOES_ON = re.compile(r"[.!…][\"'”’)]*\s+[^\W\d_a-z]")
"""Where something is said, and not asked, before the last sentence of a turn."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph that a label opens."""

    passage: int
    label: Span
    """The words of the label, without its marks and its colon."""
    words: Span
    """What is said."""
    key: tuple[str, bool]
    """By which the labels of one speaker are known: its words, and whether it is marked."""
    asks: bool
    """Whether what is said ends as a question."""
    claims: bool
    """Whether something else is said before it."""

    @property
    def marked(self) -> bool:
        """Whether the label is set apart by marks of the format: `**Reid:**`."""
        return self.key[1]


def questions(turns: Sequence[Labelled]) -> frozenset[int]:
    """The passages of those turns that put something to whoever speaks next: what is nothing but a question,
    and all that those say who mostly ask, but for the last word."""
    asking: dict[tuple[str, bool], list[bool]] = defaultdict(list)
    for turn in turns:
        asking[turn.key].append(turn.asks)
    askers = {key for key, asked in asking.items() if len(asked) >= _FEWEST_EACH and 2 * sum(asked) >= len(asked)}
    return frozenset(
        turn.passage
        for place, turn in enumerate(turns)
        if (turn.asks and not turn.claims)
        or (turn.key in askers and any(other.key != turn.key for other in turns[place + 1 : place + 2]))
    )


def transcript(reading: Reading) -> tuple[Labelled, ...]:
    """The turns of a source that is a transcript, in order; none where it is not."""
    labelled = list(_labelled(reading))
    often = Counter(one.key for one in labelled)
    speaking = {key for key, count in often.items() if count >= _FEWEST_EACH}
    turns = [one for one in labelled if one.key in speaking]
    marked = {one.marked for one in turns}
    behind = labelled[labelled.index(turns[0]) :] if turns else []
    once = [one for one in behind if one.key not in speaking and one.marked in marked and _is_somebody(reading, one)]
    several = len(speaking) >= _FEWEST_LABELS and len(turns) >= _FEWEST_TURNS
    if not several and (sum(one.asks for one in turns) < _FEWEST_EACH or len(once) < _ASKED):
        return ()
    kept = {one.passage for one in (*turns, *once)}
    return tuple(one for one in labelled if one.passage in kept or _may_call(reading, one))


def _labelled(reading: Reading) -> Iterator[Labelled]:
    """The paragraphs that a label opens, in order."""
    for index, passage in enumerate(reading.passages):
        if passage.kind in TURN_KINDS and reading.tells_story(index):
            one = _one(reading, index, passage.span)
            if one is not None:
                yield one


def _one(reading: Reading, index: int, passage: Span) -> Labelled | None:
    found = _LABEL.match(reading.text, passage.start, passage.end)
    if found is None:
        return None
    label = Span(*found.span("letter" if found["letter"] else "name"))
    words = label.of(reading.text)
    named = all(word[0].isupper() or word[0] == "(" or word.casefold() in _SMALL for word in words.split())
    if not named or len(words.split()) > _LONGEST:
        return None
    said = Span(found.end(), passage.end)
    told = said.of(reading.text).rstrip(_CLOSING)
    return Labelled(
        index, label, said, (words.casefold(), bool(found["marks"].strip())), told.endswith("?"),
        claims=_GOES_ON.search(told) is not None,
    )  # fmt: skip


def _is_somebody(reading: Reading, one: Labelled) -> bool:
    """Whether a label names a person or organization, or says who somebody is: `Mr Fenn`, `The Witness`."""
    if any(named.kind in ACTORS for named in reading.named_in(one.label)):
        return True
    words = [word.text for word in lexis.words(one.label.of(reading.text))]
    titled = len(words) > 1 and words[0] in lexis.word_list("titles")
    return titled or (bool(words) and words[-1].casefold() in person_nouns())


def _may_call(reading: Reading, one: Labelled) -> bool:
    """Whether a label in capitals, `PELL` or `THE COURT`, may be what somebody is called: `LATER` is a mere word."""
    label = one.label.of(reading.text)
    if not label.isupper() or len(label) == 1 or _is_somebody(reading, one):
        return label.isupper()
    words = [word.text for word in lexis.words(label)]
    family = words[-1].title() in lexis.word_list("family_names")
    return family or words[-1].casefold() in group_nouns() or not all(map(lexis.is_common, words))
