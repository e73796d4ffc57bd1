"""The bytes of a document, read once and without following, waiting or writing."""

import os
import stat
from pathlib import Path

from dossier.errors import DossierError


class UnreadableError(DossierError):
    """A document that is left out; the message is the reason, for a person, without the path."""


def load(root: Path, path: str, *, limit: int) -> bytes:
    """Read the regular file `path` under `root`, at most `limit` bytes.

    Raises `UnreadableError` for anything else. The file is examined before it is opened and again after, so that a pipe
    cannot block the program and a link cannot lead it out of the case.
    """
    target = root / path
    try:
        _check_kind(os.lstat(target), root, target)
        descriptor = os.open(target, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            _check_kind(os.fstat(file.fileno()), root, target)
            content = file.read(limit + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be opened ({error.strerror or error}); check its permissions") from error
    if len(content) > limit:
        raise UnreadableError(f"is larger than {limit // 1_000_000} MB; split it into parts")
    return content


def _check_kind(status: os.stat_result, root: Path, target: Path) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise UnreadableError(_about_link(root, target))
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("is a folder that cannot be opened; check its permissions")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("is not a regular file (a pipe, socket or device); remove it or ignore it")


def _about_link(root: Path, target: Path) -> str:
    try:
        inside = target.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return "is a link that leads nowhere or round in a circle; remove it"
    if inside:
        return "is a link to a file of this case; links are not followed, the file itself is read where it lies"
    return "is a link that leads out of the case; links are not followed, copy the file into the case to read it"
