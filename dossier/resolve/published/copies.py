"""Documents that share long stretches of text: of one making, and so of about one time."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from zlib import crc32

ROW = 10
"""Words in a row that two documents must share: fewer are shared by chance and by set phrases."""
SAMPLE = 8
"""The rows that begin with one of so many words, chosen by its hash, are looked at: the same in every document."""
SHARED = 0.1
"""Share of the shorter document's rows that must stand in the other."""
COMMON = 20
"""A row in more documents than this is a set text (a legal notice) and tells nothing."""

_WORD = re.compile(r"\w+")


def copies(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """For each document, by id, those that share its words, the nearest first. Order of the input does not matter."""
    rows = {source: _rows(text) for source, text in texts.items()}
    where: dict[int, list[str]] = defaultdict(list)
    for source in sorted(rows):
        for row in rows[source]:
            where[row].append(source)
    shared: Counter[tuple[str, str]] = Counter()
    for sources in where.values():
        if 1 < len(sources) <= COMMON:
            shared.update(combinations(sources, 2))
    result: dict[str, list[tuple[float, str]]] = {source: [] for source in texts}
    for (one, other), count in shared.items():
        share = count / min(len(rows[one]), len(rows[other]))
        if share >= SHARED:
            result[one].append((-share, other))
            result[other].append((-share, one))
    return {source: [other for _, other in sorted(near)] for source, near in result.items()}


def _rows(text: str) -> set[int]:
    """The hashes of the rows that begin with a sampled word, the same in every document and process."""
    words = [word.lower() for word in _WORD.findall(text)]
    first = {word for word in set(words) if crc32(word.encode()) % SAMPLE == 0}
    return {
        crc32(" ".join(words[place : place + ROW]).encode())
        for place in range(len(words) - ROW + 1)
        if words[place] in first
    }
