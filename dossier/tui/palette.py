"""The command palette: every command, and every person, event and source by a few letters."""

from collections.abc import Sequence
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher

from dossier.present.cells import clean, fit, short
from dossier.present.page import Target, page_of
from dossier.query.parse import parse
from dossier.store.search import LabelHit, search_labels
from dossier.tui.board_commands import BOARD_COMMANDS
from dossier.tui.commands import COMMANDS, Command
from dossier.tui.known_cases import KnownCase, cases_like, known_cases
from dossier.tui.messages import CaseWanted
from dossier.tui.screens.board import BoardScreen
from dossier.tui.screens.browse import BrowseScreen

FOUND = 20
COLUMN = 14
"""Cells for keys, or for the kind of what has a name."""
NAME_CELLS = 56
NAMED = 2.0
"""Score of what the case knows by a name that begins so; what only has the letters in their order has less than 1."""


def score(matcher: Matcher, query: str, text: str) -> float:
    """How well a query fits a text: 3 where it is the text, 1 and more where its words begin words of it, 0 not at
    all."""
    words = text.casefold().split()
    if all(any(word.startswith(begin) for word in words) for begin in query.casefold().split()):
        return 1 + 2 * len(query.strip()) / len(text)
    return min(matcher.match(text), 99) / 100


def _in_line(before: str, what: Content, after: str = "") -> Content:
    """A command behind its keys, a name behind its kind, a case before its path: in a line of its own that would halve
    the list. As Content, because a name may look like markup.
    """
    return Content.assemble((fit(before, COLUMN), "dim"), what, (f"  {after}" if after else "", "dim"))


class CommandProvider(Provider):
    """The commands of `commands.py`."""

    async def discover(self) -> Hits:
        """All that do something where one is."""
        for command in self._commands:
            if command.name != "palette":
                yield DiscoveryHit(_in_line(self._keys(command), Content(command.help)),
                                   partial(self.screen.run_action, command.action), text=command.help)

    async def search(self, query: str) -> Hits:
        """Those with words that begin so in their help or name; where there are none, those whose name has the letters
        in their order: so has many a sentence."""
        matcher = self.matcher(query)
        scored = [(max(score(matcher, query, text) for text in (command.help, command.name)), command)
                  for command in self._commands if command.name != "palette"]  # fmt: skip
        found = [(fits, command) for fits, command in scored if fits >= 1]
        for fits, command in found or [(score(matcher, query, one.name), one) for _, one in scored]:
            if fits > 0:
                yield Hit(fits, _in_line(self._keys(command), matcher.highlight(command.help)),
                          partial(self.screen.run_action, command.action), text=command.help)

    @property
    def _commands(self) -> Sequence[Command]:
        if not isinstance(self.screen, BoardScreen):
            return COMMANDS
        return [one for one in BOARD_COMMANDS if self.screen.where in one.where and one.group != "Move"]

    def _keys(self, command: Command) -> str:
        if isinstance(self.screen, BoardScreen):
            return self.screen.shown(command)
        return self.screen.keymap.shown(command) if isinstance(self.screen, BrowseScreen) else command.shown


class OtherCaseProvider(Provider):
    """Cases to open in place of this one."""

    async def discover(self) -> Hits:
        """Those opened before, and the bundled one."""
        for case in known_cases():
            yield DiscoveryHit(_in_line("open", Content(case.title), case.shown_path), partial(self._open, case),
                               text=f"open the case: {case.title}")

    async def search(self, query: str) -> Hits:
        """Those whose title or path has the letters; folders, where the query begins a path."""
        matcher = self.matcher(query)
        for case in cases_like(query) if query.startswith(("/", "~")) else known_cases():
            label = f"open the case: {case.title}"
            fits = score(matcher, query, label) or float(query.startswith(("/", "~")))
            if fits >= 1:
                yield Hit(fits, _in_line("open", Content(case.title), case.shown_path), partial(self._open, case),
                          text=label)

    def _open(self, case: KnownCase) -> None:
        self.screen.post_message(CaseWanted(case.path))


class CaseProvider(Provider):
    """What the case knows by name."""

    async def search(self, query: str) -> Hits:
        """People, events and sources with words that begin so; at most 20."""
        screen = self.screen
        if not isinstance(screen, BrowseScreen | BoardScreen):
            return
        go = screen.come_to if isinstance(screen, BrowseScreen) else screen.dismiss
        wanted, none = parse(query, typing=True), tuple[LabelHit, ...]()
        found = await screen.session.named(lambda connection: search_labels(connection, wanted, limit=FOUND), none)
        for place, hit in enumerate(found):
            target = Target(page_of(hit.kind), hit.id)
            yield Hit(NAMED - place / 100, _in_line(hit.kind, Content(short(hit.name, NAME_CELLS))),
                      partial(go, target), text=clean(hit.name))
