"""Deciding about words in the browser: selected ones, or the passage under the cursor. A name, an event or a statement
that the program missed; a note, a tag, a bookmark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.curation.adding import SPEECH
from dossier.model.decision import Verb
from dossier.model.selection import Selection
from dossier.present.acts import DATED, ENTITY, as_understood, dated
from dossier.present.cells import fit
from dossier.present.consequences import of_addition
from dossier.store.queries.naming import with_id
from dossier.store.queries.subjects import everywhere, selected, subject_of
from dossier.store.queries.words import (
    Words,
    dated_within,
    named_at,
    named_within,
    places,
    words_at,
)
from dossier.tui.deciding.taking import Taking
from dossier.tui.deciding.things import NOBODY, Things, lettered
from dossier.tui.screens.ask import AskScreen, Choice, ChoiceScreen

TITLE_CELLS = 60
LABEL_CELLS = 60
NAME_CHARS = 120
"""Code points of selected words that may be a name; more is asked for."""
EVERYWHERE, HERE = "everywhere", "here"


@dataclass(frozen=True, slots=True)
class SelectedWords:
    """Asks what is to be made of some words."""

    taking: Taking

    def about(self, selection: Selection) -> None:
        """Ask what is to be decided about words."""
        words = words_at(self.taking.connection, selection)
        if words is None:
            self.taking.say("There are no words here.")
            return
        Things(self.taking).about(words.place.id, beside=lambda: self._additions(words))

    def beside(self, selection: Selection | None) -> Sequence[tuple[Choice, Callable[[], None]]]:
        """What else can be meant where the cursor stands in a source: the words there."""
        words = words_at(self.taking.connection, selection) if selection else None
        if words is None:
            return ()
        return [(Choice("words", "these words", fit(f"“{words.plain}”", LABEL_CELLS).rstrip(), "w"),
                 lambda: self.about(words.place))]  # fmt: skip

    def _additions(self, words: Words) -> Sequence[tuple[Choice, Callable[[], None]]]:
        return [
            (Choice("name", "a name here", "a person, organization, place or vehicle that was missed", "a"),
             lambda: self._name(words)),
            (Choice("event", "an event here", "they tell of something that happened", "e"),
             lambda: self._event(words)),
            (Choice("statement", "a statement here", "somebody says this", "s"), lambda: self._statement(words)),
        ]

    # A name

    def _name(self, words: Words) -> None:
        """Which words are the name, where more are selected than a name has."""
        if len(words.plain) <= NAME_CHARS and "\n\n" not in words.text and words.text != words.passage.strip():
            self._whose(words)
            return

        def judge(typed: str) -> tuple[bool, str]:
            times = words.text.count(typed) if typed.strip() else 0
            said = {0: "Type the name as it stands in the passage, letter by letter.", 1: ""}
            return times == 1, said.get(times, "It stands there more than once: select the one that is meant.")

        self.taking.ask(AskScreen("The words of the name?", judge=judge), lambda typed: self._found(words, typed))

    def _found(self, words: Words, typed: str) -> None:
        start = words.place.start + words.text.index(typed)
        found = words_at(self.taking.connection, Selection(words.place.source, start, start + len(typed)))
        if found is not None:
            self._whose(found)

    def _whose(self, words: Words) -> None:
        known = named_at(self.taking.connection, words.place)
        if known is not None:
            self.taking.say(f"These words are a name of {known.name} already: m merges, s splits it off.")
            Things(self.taking).about(known.id)
            return
        choices = [*lettered(ENTITY), Choice("known", "somebody or something known", "under another name", "k")]
        self.taking.ask(ChoiceScreen(f"“{words.plain}” is a", choices), partial(self._kind, words))

    def _kind(self, words: Words, kind: str) -> None:
        if kind == "known":
            self._of_known(words)
        else:
            self._called(words, kind)

    def _of_known(self, words: Words) -> None:
        def judge(who: str) -> tuple[bool, str]:
            named = with_id(self.taking.connection, who) if who else None
            return named is not None, f"One more place of {named.name}." if named else "Type a few letters of a name."

        like = partial(Things(self.taking).like, ENTITY, None)
        self.taking.ask(AskScreen(f"“{words.plain}” names whom?", suggest=like, judge=judge),
                        lambda who: self._join(words, who))  # fmt: skip

    def _join(self, words: Words, who: str) -> None:
        """The words are a name first, then that of somebody known: two decisions, each to be taken back by itself."""
        named = with_id(self.taking.connection, who)
        if named is not None:
            added = selected(self.taking.connection, words.place, named.kind, words.plain)
            both = [subject_of(self.taking.connection, named), added]
            self.taking.decide_all([(Verb.ADD, [added], ""), (Verb.MERGE, both, "")])

    def _called(self, words: Words, kind: str) -> None:
        def judge(name: str) -> tuple[bool, str]:
            return bool(name.strip()), "" if name.strip() else "Type a name."

        self.taking.ask(AskScreen(f"Name of the {kind}?", judge=judge, value=words.plain),
                        lambda name: self._where(words, kind, name))  # fmt: skip

    def _where(self, words: Words, kind: str, name: str) -> None:
        found = places(self.taking.connection, words.text)
        times, where = len(found), len({place.source for place in found})
        choices = [
            Choice(EVERYWHERE, "wherever it stands", of_addition(words.text, times, where), "e"),
            Choice(HERE, "only here", "these words, at once", "h"),
        ]
        self.taking.ask(ChoiceScreen(f"{name}, {kind}", choices), partial(self._add_name, words, kind, name))

    def _add_name(self, words: Words, kind: str, name: str, scope: str) -> None:
        connection = self.taking.connection
        subject = (selected(connection, words.place, kind, name) if scope == HERE
                   else everywhere(connection, kind, name, words.text))  # fmt: skip
        self.taking.decide(Verb.ADD, [subject])

    # An event

    def _event(self, words: Words) -> None:
        def judge(label: str) -> tuple[bool, str]:
            return bool(label.strip()), "" if label.strip() else "Type what happened, in a few words."

        self.taking.ask(
            AskScreen("What happened, in a few words?", judge=judge, value=fit(words.plain, LABEL_CELLS).rstrip(" …")),
            lambda label: self._dated(words, label))  # fmt: skip

    def _dated(self, words: Words, label: str) -> None:
        there = [one.name for one in named_within(self.taking.connection, words.place)]
        part = f"Named there, so they take part: {', '.join(there)}." if there else "Nobody is named there."

        def judge(date: str) -> tuple[bool, str]:
            if not date.strip():
                return True, f"Without a date. {part}"
            value = dated(date)
            return (True, f"{as_understood(value)} {part}") if value else (False, f"Not {DATED}.")

        self.taking.ask(
            AskScreen(f"{label}: when?", judge=judge, value=dated_within(self.taking.connection, words.place)),
            lambda date: self.taking.decide(
                Verb.ADD, [selected(self.taking.connection, words.place, "event", label)], dated(date)))  # fmt: skip

    # A statement

    def _statement(self, words: Words) -> None:
        kind = SPEECH[0] if words.quoted else SPEECH[1]

        def judge(who: str) -> tuple[bool, str]:
            named = with_id(self.taking.connection, who) if who and who != NOBODY else None
            whose = f"A statement of {named.name}" if named else "A statement of nobody known"
            return bool(who), f"{whose}, in {kind} speech." if who else "Type a few letters of a name."

        def like(typed: str) -> Sequence[Choice]:
            return [*Things(self.taking).like(ENTITY, None, typed), Choice(NOBODY, "nobody known")]

        self.taking.ask(AskScreen("Who says it?", suggest=like, judge=judge),
                        lambda who: self._add_statement(words, kind, who))  # fmt: skip

    def _add_statement(self, words: Words, kind: str, who: str) -> None:
        connection = self.taking.connection
        named = with_id(connection, who) if who != NOBODY else None
        speakers = [subject_of(connection, named)] if named else []
        self.taking.decide(Verb.ADD, [selected(connection, words.place, "statement"), *speakers], kind)
