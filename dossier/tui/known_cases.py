"""Cases that can be opened from inside the browser: those opened before, the bundled one, any folder by its path."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dossier.case import recent
from dossier.present.cells import clean
from dossier.resources import example_case

FOUND = 12
"""At most so many are offered."""


class KnownCase(NamedTuple):
    """A case by name."""

    path: Path
    """Its folder, or its database where the user chose one."""
    title: str

    @property
    def shown_path(self) -> str:
        """The path as a person writes it."""
        home = str(Path.home())
        path = str(self.path)
        return clean("~" + path.removeprefix(home) if path.startswith(home + "/") else path)


def known_cases() -> tuple[KnownCase, ...]:
    """The cases opened before that are still there, the last one first, and the bundled one."""
    known = [KnownCase(one.db or one.root, clean(one.title) or one.root.name) for one in recent()]
    bundled = example_case().resolve()
    if all(one.path != bundled for one in known):
        known.append(KnownCase(bundled, "The bundled case"))
    return tuple(one for one in known if one.path.exists())


def cases_like(typed: str) -> tuple[KnownCase, ...]:
    """Known cases whose title or path has all the words typed; for the beginning of a path, the folders it can mean."""
    if typed.startswith(("/", "~", "./", "../")):
        return tuple(_folders(typed))
    words = typed.casefold().split()
    known = (one for one in known_cases() if all(word in f"{one.title} {one.path}".casefold() for word in words))
    return tuple(known)[:FOUND]


def _folders(typed: str) -> Iterator[KnownCase]:
    """The folder of this path first, then those within it or beside it that begin so."""
    path = Path(typed).expanduser()
    if path.is_dir():
        yield KnownCase(path.resolve(), path.resolve().name or "/")
    parent, begin = (path, "") if typed.endswith("/") else (path.parent, path.name)
    try:
        names = sorted(one.name for one in parent.iterdir() if one.is_dir() and one.name.startswith(begin))
    except OSError:
        return
    for name in [name for name in names if name != begin and (begin or not name.startswith("."))][: FOUND - 1]:
        yield KnownCase((parent / name).resolve(), name)
