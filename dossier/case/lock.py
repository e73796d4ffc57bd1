"""One build of a case at a time."""

import datetime
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from dossier.case.case import Case
from dossier.case.places import make_private
from dossier.errors import CaseError


@contextmanager
def build_lock(case: Case) -> Iterator[None]:
    """Hold the case's build lock and have its folders ready; the lock ends with the process, however that ends.

    Raises CaseError where another build holds it or the folder cannot be created.
    """
    lock = case.places.lock
    make_private(lock.parent)
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CaseError(f"{lock} cannot be written: {error.strerror}. Choose another place with --db.") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 200, 0).decode("ascii", "replace").strip()
            raise CaseError(f"Another build of {case.root} is at work ({holder}). Wait until it has ended.") from error
        os.ftruncate(descriptor, 0)
        now = datetime.datetime.now().astimezone().isoformat(" ", "seconds")
        os.pwrite(descriptor, f"process {os.getpid()}, since {now}\n".encode("ascii"), 0)
        _sweep(case)
        yield
    finally:
        os.close(descriptor)


def _sweep(case: Case) -> None:
    """Remove what a build left that was killed. Beside a database of the user's choice nothing is touched."""
    if not case.places.chosen:
        for left in case.places.db.parent.glob(".build-*"):
            shutil.rmtree(left, ignore_errors=True)
