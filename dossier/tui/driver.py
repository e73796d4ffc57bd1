"""Textual's terminal driver, made to survive what a keyboard, a paste or a broken link can send.

Textual 8.2.8 ends on one byte that is not UTF-8, and goes deaf on a mouse report with an absurd number
(Textualize/textual#6456; research, reliability finding 4). Here such bytes become U+FFFD, and a parser that fails is
replaced by a new one. Its thread that writes dies of a terminal that was closed, after which the program waits for ever
for room in that thread's queue; here what is written to a terminal that is gone is dropped.
"""

import os
import selectors
import signal
from codecs import getincrementaldecoder
from contextlib import suppress
from io import TextIOBase, TextIOWrapper
from typing import IO, Any, cast

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from dossier.tui.sgr import SgrCompactor


class LastingOutput(TextIOBase):
    """What is written goes to a terminal as long as there is one, and then nowhere."""

    def __init__(self, terminal: IO[str]) -> None:
        self._terminal = terminal

    def write(self, text: str) -> int:
        """Write, where that can be; the length of the text."""
        with suppress(OSError):
            self._terminal.write(text)
        return len(text)

    def flush(self) -> None:
        """Have what was written shown, where that can be."""
        with suppress(OSError):
            self._terminal.flush()

    def fileno(self) -> int:
        """The terminal's."""
        return self._terminal.fileno()


class TolerantDriver(LinuxDriver):
    """Reads the keyboard as `LinuxDriver` does, and goes on where that would stop; writes with fewer style changes."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if self._file is not None:
            self._file = cast(TextIOWrapper, LastingOutput(self._file))
        self._compactor = SgrCompactor()

    def write(self, data: str) -> None:
        """Write to the terminal."""
        super().write(self._compactor.compact(data))

    def run_input_thread(self) -> None:
        """Hand everything typed to the application until the driver stops."""
        decoder = getincrementaldecoder("utf-8")(errors="replace")
        parser = XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = selector.select(0.1)
                try:
                    if ready:
                        read = os.read(self.fileno, 4096)
                        if not read:
                            hang_up()
                            return
                        typed = decoder.decode(read)
                        for message in parser.feed(typed) if typed else ():
                            self.process_message(message)
                    for message in parser.tick():
                        self.process_message(message)
                except (ValueError, OverflowError, ParseError, EOFError):
                    parser = XTermParser(self._debug)
                except OSError:
                    hang_up()
                    return


def hang_up() -> None:
    """End the program as a terminal that goes away ends others: nothing can be shown any more, and what was decided is
    on the disk. Where that signal is ignored, the program goes on deaf."""
    os.kill(os.getpid(), signal.SIGHUP)
