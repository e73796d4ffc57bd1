"""A program whose terminal was closed comes to its end, however much it still had to say."""

import errno
import io
import threading

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from dossier.tui.driver import LastingOutput


class Closed(io.StringIO):
    """A terminal that was closed after some words."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.left = after

    def write(self, text: str) -> int:
        self.left -= 1
        if self.left < 0:
            raise OSError(errno.EIO, "Input/output error")
        return super().write(text)

    def flush(self) -> None:
        if self.left < 0:
            raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize("after", [0, 3])
def test_writing_to_a_terminal_that_is_gone_ends(after: int) -> None:
    terminal = Closed(after)
    writer = WriterThread(LastingOutput(terminal))  # type: ignore[arg-type]
    writer.start()

    def last_words() -> None:
        for _ in range(3 * MAX_QUEUED_WRITES):
            writer.write("word ")
        writer.stop()

    speaking = threading.Thread(target=last_words, daemon=True)
    speaking.start()
    speaking.join(20)
    assert not speaking.is_alive()
    assert terminal.getvalue() == "word " * after
