"""Matters in the names that people and things have now: a merge or a new name shows where sources differ, too."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dossier.model.disagreement import Matter, Side

_QUOTED = re.compile(r"(“[^”]*”)")
_TOLD_BY = re.compile(r"(?:claimed|denied) by ")


def new_names(found: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """What is called otherwise now, by the name it was found under. `found` are those names, each with the one of
    today, None where it was rejected. A name that several were found under and that is not one today is left out; a
    name that stays and has one of the others in it stands for itself, so that it is not taken apart."""
    today: dict[str, set[str]] = defaultdict(set)
    for name, now in found:
        today[name].add(now or name)
    others = {name: next(iter(now)) for name, now in today.items() if len(now) == 1 and now != {name}}
    stay = {name: name for name in today if name not in others and any(other in name for other in others)}
    return others | stay


def with_names(matter: Matter, names: Mapping[str, str]) -> Matter:
    """The matter in the names of today. What it quotes stays, and so do answers in a document's own words."""
    if not names:
        return matter
    sides = tuple(Side(_answer(side.value, names), side.evidence, side.voices) for side in matter.sides)
    return replace(matter, question=_question(matter.question, names), sides=sides)


def _question(text: str, names: Mapping[str, str]) -> str:
    known = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    pattern = re.compile(rf"(?<!\w)(?:{known})(?!\w)")
    return "".join(
        part if part.startswith("“") else pattern.sub(lambda match: names[match[0]], part)
        for part in _QUOTED.split(text))


def _answer(value: str, names: Mapping[str, str]) -> str:
    """One that is a name, or several, or who claims or denies something."""
    told = _TOLD_BY.match(value)
    first = told.end() if told else 0
    now = dict.fromkeys(names.get(name, name) for name in value[first:].split(", "))
    return value[:first] + ", ".join(now)
