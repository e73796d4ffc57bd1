"""Which of several things under the cursor a decision is about: of a source, first the words themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from dossier.present.cells import fit, width_of
from dossier.store.queries.naming import Named, with_id
from dossier.store.queries.words import words_at
from dossier.tui.deciding.taking import Taking
from dossier.tui.deciding.things import Things
from dossier.tui.deciding.words import LABEL_CELLS, SelectedWords
from dossier.tui.messages import DecisionWanted
from dossier.tui.screens.ask import Choice, ChoiceScreen

NAME_CELLS = 44
DIGITS = "123456789"
"""Keys of the things; more than these are chosen with the arrows."""


@dataclass(frozen=True, slots=True)
class Among:
    """Asks which; goes on at once where only one of them is still there."""

    taking: Taking

    def choose(self, message: DecisionWanted) -> None:
        """Ask, then decide about what was chosen."""
        words = words_at(self.taking.connection, message.selection) if message.selection else None
        things = [thing for id_ in message.among if (thing := with_id(self.taking.connection, id_)) is not None]
        then: dict[str, Callable[[], None]] = {
            thing.id: partial(Things(self.taking).about, thing.id) for thing in things}
        choices = [_choice(key, thing) for key, thing in zip(DIGITS.ljust(len(things)), things, strict=False)]
        source = with_id(self.taking.connection, message.selection.source) if message.selection else None
        if words is not None:
            then["words"] = partial(SelectedWords(self.taking).about, words.place)
            choices.insert(0, Choice("words", "these words", fit(f"“{words.plain}”", LABEL_CELLS).rstrip(), "w"))
        if source is not None:
            then["document"] = partial(Things(self.taking).about, source.id)
            choices.append(Choice("document", "this document", source.name, "d"))
        if len(choices) == 1:
            then[choices[0].value]()
        else:
            self.taking.ask(ChoiceScreen("About what?", choices), lambda chosen: then[chosen]())


def _choice(key: str, thing: Named) -> Choice:
    return Choice(thing.id, fit(thing.name, min(NAME_CELLS, width_of(thing.name))), thing.kind, key.strip())
