"""A program whose terminal was closed comes to its end, however much it has to say; a slow one gets every word."""

import errno
import os
import pty
import threading
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from dossier.tui.driver import LastingOutput

Ends = tuple[int, TextIOWrapper]


@pytest.fixture(params=[pty.openpty, os.pipe])
def ends(request: pytest.FixtureRequest) -> Iterator[Ends]:
    """Where one reads what was written, and the file to write to."""
    reading, writing = request.param()
    with os.fdopen(writing, "w", encoding="utf-8") as file:
        yield reading, file
    with suppress(OSError):
        os.close(reading)


def test_writing_to_a_terminal_that_is_gone_ends(ends: Ends) -> None:
    reading, file = ends
    writer = WriterThread(LastingOutput(file))  # type: ignore[arg-type]
    writer.start()
    os.close(reading)

    def last_words() -> None:
        for _ in range(3 * MAX_QUEUED_WRITES):
            writer.write("word ")
        writer.stop()

    speaking = threading.Thread(target=last_words, daemon=True)
    speaking.start()
    speaking.join(20)
    assert not speaking.is_alive()


def test_a_slow_terminal_that_does_not_block_gets_all_of_it(ends: Ends) -> None:
    reading, file = ends
    os.set_blocking(file.fileno(), False)
    text = "".join(f"Wort {number} für Wort; " for number in range(20_000))
    output = LastingOutput(file)
    speaking = threading.Thread(target=output.write, args=[text], daemon=True)
    speaking.start()
    read = b""
    while len(read) < len(text.encode()):
        read += os.read(reading, 4096)
    speaking.join(20)
    assert not speaking.is_alive()
    assert read.decode() == text


def test_what_else_goes_wrong_is_told(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int, __: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    output = LastingOutput(ends[1])
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        output.write("word")
    monkeypatch.undo()
