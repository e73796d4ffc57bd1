"""A build as a process of its own, so that neither its memory nor its work is felt at the keyboard."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from textual.message import Message

from dossier.tui.messages import BuildFinished, Progressed

REASON_CHARS = 2_000
"""How much of a failed build's stderr is shown."""


class BuildProcess:
    """Runs `dossier build` on a case and posts what it says; ended with the browser."""

    def __init__(self, case: Path, database: Path, post: Callable[[Message], object]) -> None:
        words = ["build", str(case), "--db", str(database), "--progress", "json"]
        self._command = [sys.executable, "-m", "dossier", *words]
        self._post = post
        self._process: asyncio.subprocess.Process | None = None

    async def run(self) -> None:
        """Start it, follow it to its end, and post `BuildFinished`."""
        try:
            # A session of its own: the terminal's signals do not reach it, and `end` reaches its workers.
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE, start_new_session=True)
        except OSError as error:
            self._post(BuildFinished(2, f"The build could not be started: {error}"))
            return
        _, said = await asyncio.gather(self._follow(), self._process.stderr.read())  # type: ignore[union-attr]
        status = await self._process.wait()
        self._post(BuildFinished(status, said.decode(errors="replace")[-REASON_CHARS:].strip()))

    async def _follow(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            with suppress(ValueError, KeyError, TypeError):
                said = json.loads(line)
                self._post(Progressed(str(said["stage"]), int(said["done"]), int(said["total"]),
                                      str(said.get("item") or "")))

    def end(self) -> None:
        """End the build and its workers, and post no more.

        Nothing is lost: the database stays as it was, and the next build takes from the cache what this one read.
        """
        self._post = _nobody
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGTERM)


def _nobody(_: Message) -> None:
    """Whom a build that was ended tells of its progress."""
