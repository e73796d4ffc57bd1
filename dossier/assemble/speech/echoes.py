"""Which documents echo one another: those that share their wording are one voice when voices are counted.

Wording is compared by shingles, runs of five words whatever their case and punctuation. Two documents echo each other
as wholes where the shorter has a fifth of its shingles from the other: documents on one affair that were written
independently share under a fiftieth, those made from one agency text or one press release from a fifth up (measured on
the bundled case, where the two that quote the same releases share 0.28, and on 87 unrelated documents, at most 0.02).
Below that, two passages echo each other where the shorter has half of its shingles from the other.

Shingles are looked up, never compared pair by pair, and only a sample of them (those whose hash is 0 modulo 4, which
keeps the shares: Broder 1997, "On the resemblance and containment of documents"), so that the time grows with the
length of the texts.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.assemble.groups import Groups
from dossier.assemble.reading import Reading
from dossier.model.span import Span

WORDS = 5
"""In a shingle."""
SHARED_BY_DOCUMENTS = 0.2
SHARED_BY_PASSAGES = 0.5
FEWEST = 3
"""Shingles of the sample that two documents must share: fewer are chance in short ones."""
_SAMPLED = 4
_HOLDERS = 8
"""Wordings remembered for a shingle: whoever copies what they copied is joined to them already."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Echoes:
    """The voices of a case."""

    _readings: dict[str, Reading]
    _voice_of_source: dict[str, str]
    """By id, the earliest source with the same voice."""

    def voice(self, source: str) -> str:
        """The id of the earliest source that `source` echoes; its own where it echoes none. Raises KeyError where
        the case has no such source."""
        return self._voice_of_source[source]

    def voices(self, spans: Iterable[tuple[str, Span]]) -> int:
        """How many independent voices some pieces of text are, each given by the id of its source and its span.
        The pieces of one source are one voice, and so are sources whose sentences at these spans share their
        wording. Raises KeyError where the case has no such source."""
        places = sorted(set(spans))
        groups = _alike([self._wording(source, span) for source, span in places], SHARED_BY_PASSAGES, fewest=1)
        first: dict[str, int] = {}
        for index, (source, _) in enumerate(places):
            groups.join(first.setdefault(self.voice(source), index), index)
        return len({groups.of(index) for index in range(len(places))})

    def _wording(self, source: str, span: Span) -> frozenset[int]:
        """Shingles of the sentences that a span touches."""
        reading = self._readings[source]
        inside = reading.sentences_of(reading.passage_at(span.start))
        touched = [sentence.span for sentence in inside if sentence.span.overlaps(span)] or [span]
        whole = Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))
        return frozenset(_shingles(reading.text, whole))


def echoes(case: Sequence[Reading]) -> Echoes:
    """Find which documents of a case echo one another."""
    groups = _alike([_sample(reading) for reading in case], SHARED_BY_DOCUMENTS, FEWEST)
    voices = {reading.source: case[groups.of(index)].source for index, reading in enumerate(case)}
    return Echoes({reading.source: reading for reading in case}, voices)


def _alike(wordings: Sequence[frozenset[int]], share: float, fewest: int) -> Groups:
    """Groups of wordings, in each of which the shorter of two has `share` of its shingles, and no fewer than `fewest`,
    from the other."""
    groups = Groups(len(wordings))
    holders: dict[int, list[int]] = {}
    for index, wording in enumerate(wordings):
        shared = Counter(other for shingle in wording for other in holders.get(shingle, ()))
        for other, count in shared.items():
            if count >= max(fewest, share * min(len(wording), len(wordings[other]))):
                groups.join(index, other)
        for shingle in wording:
            held = holders.setdefault(shingle, [])
            if len(held) < _HOLDERS:
                held.append(index)
    return groups


def _sample(reading: Reading) -> frozenset[int]:
    """The sampled shingles of the passages that tell the story."""
    return frozenset(
        shingle
        for index, passage in enumerate(reading.passages)
        if reading.tells_story(index)
        for shingle in _shingles(reading.text, passage.span)
        if shingle % _SAMPLED == 0
    )


def _shingles(text: str, span: Span) -> Iterator[int]:
    """A hash for each run of words in a span; one for all of it where it is shorter than a run."""
    words = [word.group().casefold() for word in _WORD.finditer(text, span.start, span.end)]
    for start in range(max(len(words) - WORDS + 1, min(len(words), 1))):
        yield _hash(words[start : start + WORDS])


def _hash(words: Sequence[str]) -> int:
    """The same in every process and run, unlike Python's own."""
    run = "\0".join(words).encode("utf-8", "surrogatepass")
    return zlib.crc32(run) | zlib.adler32(run) << 32
