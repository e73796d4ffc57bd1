"""Which files of a case folder are its documents."""

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from dossier.model.manifest import Manifest

MANIFEST_NAME = "dossier.toml"


def walk(root: Path, manifest: Manifest) -> tuple[str, ...]:
    """Find the documents under `root`: paths relative to it, with `/`, sorted by code point.

    Hidden files and folders (a leading dot, so also `.dossier/`) and `dossier.toml` are left out, then whatever the
    manifest's `include` does not match or its `ignore` does. Links are listed and never followed; a folder that
    cannot be opened is listed itself, so that `read_document` can say why. Raises nothing for what lies below
    `root`; an unreadable `root` gives an empty tuple.
    """
    return tuple(sorted(path for path in _entries(root) if _wanted(path, manifest)))


def _entries(root: Path) -> Iterator[str]:
    """Everything under `root` that is no readable folder, depth first and without recursion."""
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as entries:
                found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
        except OSError:
            if folder:
                yield folder
            continue
        for name, is_folder in found:
            path = f"{folder}/{name}" if folder else name
            if name.startswith(".") or path == MANIFEST_NAME:
                continue
            if is_folder:
                folders.append(path)
            else:
                yield path


def _wanted(path: str, manifest: Manifest) -> bool:
    if manifest.include and not _matches(path, manifest.include):
        return False
    return not _matches(path, manifest.ignore)


def _matches(path: str, patterns: Sequence[str]) -> bool:
    """Whether a glob fits the path or a folder above it; one without `/` is held against each part by itself.

    `*` also crosses `/`, so `drafts/*` means everything below `drafts`.
    """
    parts = path.split("/")
    stems = ["/".join(parts[: i + 1]) for i in range(len(parts))]
    return any(
        fnmatchcase(candidate, pattern.strip("/"))
        for pattern in patterns
        for candidate in (stems if "/" in pattern.strip("/") else parts)
    )
