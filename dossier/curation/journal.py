"""The journals of a case: one append-only file a writer, a decision a line, each line proved by a checksum.

A line is a JSON object with the decision, `v` (the version of the format), `prev` (the checksum of the line before
it) and `sum` (the checksum of the line without it: the first 16 digits of its SHA-256). A line that was torn or edited
does not prove itself: it is kept, listed and skipped. A file is only ever added to: what was acknowledged is on the
disk before `append` returns.
"""

import fcntl
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dossier.errors import JournalError
from dossier.model.decision import Damage, Decision

VERSION = 1
SUFFIX = ".jsonl"
_PRIVATE = 0o600
_UNSAFE = re.compile(r"[^\w-]+")
_TAIL = 1 << 16
"""Bytes read at a time when the last line of a file is looked for."""


@dataclass(frozen=True, slots=True)
class Journals:
    """Everything that the writers of a case decided."""

    decisions: tuple[Decision, ...]
    """In order of time, then of writer: the same whatever order the files are read in."""
    damage: tuple[Damage, ...]


def file_name(writer: str) -> str:
    """The name of a writer's journal: letters, digits, `_` and `-` only, so that it is a file name anywhere.

    Raises JournalError where nothing is left of the name.
    """
    plain = _UNSAFE.sub("-", writer).strip("-").lower()
    if not plain or "@" in writer:
        raise JournalError(f"{writer!r} cannot name a journal. Give a name of letters and digits, no e-mail address.")
    return plain + SUFFIX


def append(folder: Path, decision: Decision) -> None:
    """Write a decision to its writer's journal in `folder`; on return it is on the disk.

    Raises JournalError where the journal cannot be written or is of a later version.
    """
    path = folder / file_name(decision.by)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, _PRIVATE)
    except OSError as error:
        raise JournalError(f"{path} cannot be written: {error.strerror}. Nothing was decided.") from error
    try:
        # Two programs that decide at once wait for each other, so that each line knows the one before it.
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _add(descriptor, path, decision)
        os.fsync(descriptor)
    except OSError as error:
        raise JournalError(f"{path} cannot be written: {error.strerror}. Nothing was decided.") from error
    finally:
        os.close(descriptor)
    _sync_folder(folder)


def _add(descriptor: int, path: Path, decision: Decision) -> None:
    last, sealed = _last_line(descriptor)
    if last:
        _refuse_newer(path, last)
    line = ("" if sealed else "\n") + _line(decision, _sum(last)) + "\n"
    data = line.encode()
    if os.write(descriptor, data) != len(data):
        raise JournalError(f"{path} could not be written in full: the disk may be full. Nothing was decided.")


def _last_line(descriptor: int) -> tuple[bytes, bool]:
    """The last line that says anything, and whether the file ends where a line ends."""
    size = os.fstat(descriptor).st_size
    data = b""
    while size > len(data) and data.strip().count(b"\n") < 1:
        step = min(_TAIL, size - len(data))
        data = os.pread(descriptor, step, size - len(data) - step) + data
    lines = data.split(b"\n")
    return next((line for line in reversed(lines) if line.strip()), b""), not data or data.endswith(b"\n")


def _sync_folder(folder: Path) -> None:
    """A new file is safe only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read(*folders: Path) -> Journals:
    """Every journal in these folders; none where there is no such folder.

    Raises JournalError where one is of a later version or cannot be read.
    """
    decisions: list[Decision] = []
    damage: list[Damage] = []
    for path in (path for folder in folders if folder.is_dir() for path in sorted(folder.glob(f"*{SUFFIX}"))):
        for found in _read(path):
            if isinstance(found, Decision):
                decisions.append(found)
            else:
                damage.append(found)
    return Journals(_in_order(decisions), tuple(damage))


def _in_order(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Each once: a journal that was copied beside itself says nothing new."""
    once = {decision.id: decision for decision in decisions}
    return tuple(sorted(once.values(), key=lambda decision: (decision.at, decision.by, decision.id)))


def _read(path: Path) -> Iterator[Decision | Damage]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise JournalError(f"{path} cannot be read: {error.strerror}.") from error
    before = b""
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        _refuse_newer(path, line)
        entry = _entry(line)
        if entry is None:
            yield Damage(str(path), number, "the line does not prove itself: it was cut short or edited")
        elif entry.prev != _sum(before):
            yield Damage(str(path), number, "a line before this one is missing or was changed")
            yield entry.decision
        else:
            yield entry.decision
        before = line


class _Entry(msgspec.Struct, frozen=True):
    """A line of a journal."""

    v: int
    decision: Decision
    prev: str
    sum: str = ""


class _Version(msgspec.Struct):
    v: int = 0


def _line(decision: Decision, prev: str) -> str:
    unproved = msgspec.json.encode({"v": VERSION, "decision": decision, "prev": prev}).decode()
    return f'{unproved[:-1]},"sum":"{_sum(unproved.encode())}"}}'


def _entry(line: bytes) -> _Entry | None:
    """What a line says; None where it does not prove itself."""
    try:
        entry = msgspec.json.decode(line, type=_Entry)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    unproved = line[: line.rfind(b',"sum":"')] + b"}"
    return entry if entry.sum == _sum(unproved) else None


def _refuse_newer(path: Path, line: bytes) -> None:
    try:
        version = msgspec.json.decode(line, type=_Version).v
    except (msgspec.DecodeError, UnicodeDecodeError):
        return
    if version > VERSION:
        raise JournalError(
            f"{path} is of version {version}; this dossier knows versions up to {VERSION}. It was left as it is: "
            "install a newer dossier."
        )


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16] if data else ""
