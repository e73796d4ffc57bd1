"""What a reader may want to look at: names so alike that they may be one, and people of whom little is known."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from dossier.query.parse import split_words
from dossier.store.queries.naming import Named

ALIKE = 86
"""The least `rapidfuzz.fuzz.ratio` (0 to 100) of two names that may be spellings of one: one letter in seven."""
LARGEST_BLOCK = 40
"""Names with one word in common that are compared with each other; a commoner word tells nothing."""
KINDS = ("person", "organization", "place", "vehicle")


def alike(connection: sqlite3.Connection, limit: int = 200) -> list[tuple[Named, Named]]:
    """Pairs of entities of one kind whose names may be one: a surname in common and given names that can be the same,
    or spellings a letter or two apart. Pairs on which a reader decided are left out; the most mentioned come first."""
    apart = _decided_pairs(connection)
    found = {
        tuple(sorted((one.id, other.id))): (one, other)
        for kind in KINDS for one, other in _pairs(_named(connection, kind)) if _may_be_one(one.name, other.name)
    }  # fmt: skip
    open_ = [pair for ids, pair in found.items() if frozenset(ids) not in apart]
    return sorted(open_, key=lambda pair: (-min(one.weight for one in pair), pair[0].name, pair[1].name))[:limit]


def doubtful(connection: sqlite3.Connection, limit: int = 200) -> list[Named]:
    """People whom one word of one passage names, and on whom nobody decided."""
    return [Named(*row) for row in connection.execute(
        """SELECT kind, id, name, mentions FROM entities
           WHERE kind = 'person' AND mentions = 1 AND instr(name, ' ') = 0 AND role IS NULL AND NOT decided
           ORDER BY first_source, first_start LIMIT ?""", [limit])]


def _named(connection: sqlite3.Connection, kind: str) -> list[Named]:
    return [Named(*row) for row in connection.execute(
        "SELECT kind, id, name, mentions FROM entities WHERE kind = ? ORDER BY mentions DESC, id", [kind])]


def _pairs(names: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Names with a word in common, or with the same beginning."""
    blocks: dict[str, list[Named]] = defaultdict(list)
    for named in names:
        words = split_words(named.name.lower())
        for key in {*words, *(word[:4] + "…" for word in words[-1:])}:
            blocks[key].append(named)
    for block in blocks.values():
        if len(block) <= LARGEST_BLOCK:
            yield from combinations(block, 2)


def _may_be_one(one: str, other: str) -> bool:
    first, second = split_words(one.lower()), split_words(other.lower())
    if not first or not second or first == second:
        return bool(first) and first == second
    if first[-1] == second[-1] and _fit(first[:-1], second[:-1]):
        return True
    return fuzz.ratio(" ".join(first), " ".join(second)) >= ALIKE and not _numbered(one, other)


def _fit(given: Sequence[str], others: Sequence[str]) -> bool:
    """Whether given names can be those of one person: each the other's beginning, as far as both have one."""
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(given, others, strict=False))


def _numbered(one: str, other: str) -> bool:
    """`Soyuz MS-08` and `Soyuz MS-09` are alike and two things."""
    return {char for char in one if char.isdigit()} != {char for char in other if char.isdigit()}


def _decided_pairs(connection: sqlite3.Connection) -> frozenset[frozenset[str]]:
    """What readers keep apart."""
    targets: dict[str, set[str]] = defaultdict(set)
    for decision, target in connection.execute(
        """SELECT d.id, t.target FROM decisions d JOIN decided t ON t.decision = d.id
           WHERE d.verb = 'apart' AND d.state = 'holds'"""):
        targets[decision].add(target)
    return frozenset(frozenset(pair) for ids in targets.values() for pair in combinations(sorted(ids), 2))
