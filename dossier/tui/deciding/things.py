"""Deciding about a thing in the browser: which act, what it takes, what it will do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dossier.curation import FIELDS
from dossier.model.decision import Subject, Verb
from dossier.model.selection import Selection
from dossier.present.acts import ACTS, DATED, ENTITY, Act, Takes, acts_on, as_understood, dated, roles_of
from dossier.present.cells import fit, width_of
from dossier.present.consequences import (
    consequences,
    merged_whole,
    merged_words,
    not_found,
    number,
    of_field,
    of_places,
)
from dossier.present.excerpts import excerpt
from dossier.present.speech import role_words
from dossier.query.parse import parse
from dossier.store.queries import decisions, disagreements, events, kept, mentions, sources
from dossier.store.queries.events import ParticipantRow, ReportRow
from dossier.store.queries.mentions import MentionRow
from dossier.store.queries.naming import Named, with_id
from dossier.store.queries.subjects import anchor_of
from dossier.store.search import search_labels
from dossier.tui.deciding.keeping import UNREADABLE, Keeping
from dossier.tui.deciding.taking import UNDONE_BY, Taking
from dossier.tui.screens.ask import AskScreen, Choice, ChoiceScreen
from dossier.tui.screens.note import NoteScreen
from dossier.tui.screens.pick import PickScreen

CANDIDATES = 12
PLACES = 300
"""Mentions of an entity that are offered to be split off; who has more is split from where they are read."""
PLACE_CELLS = 14
TITLE_CELLS = 68
"""For the title of a question, but for its punctuation: a dialog has 74 cells of text."""
NOBODY = "-"
"""The answer that it is not known who said something."""

Beside = Callable[[], Sequence[tuple[Choice, Callable[[], None]]]]
"""Further choices, and what they lead to."""


@dataclass(frozen=True, slots=True)
class Things:
    """Asks for each act what it takes."""

    taking: Taking

    def about(self, id_: str, beside: Beside = tuple) -> None:
        """Ask what is to be decided about the thing with this id."""
        thing = with_id(self.taking.connection, id_)
        if thing is not None and thing.kind == "source" and not kept.readable(self.taking.connection, id_):
            self.taking.say(UNREADABLE)
            return
        acts = [act for act in acts_on(thing.kind) if self._can_be(act, thing)] if thing else []
        more = {choice.value: (choice, then) for choice, then in beside()}
        if not acts and not more:
            self.taking.say("Nothing can be decided about that.")
            return
        choices = [Choice(act.verb, act.verb, act.help, act.key) for act in acts]
        further = [choice for choice, _ in more.values()]
        # What words can be made into comes before what can be put on them.
        words = thing is not None and thing.kind == "passage"
        all_ = [*further, *choices] if words else [*choices, *further]
        title = "What is it?" if thing is None else f"“{thing.name}”" if words else thing.name
        self.taking.ask(ChoiceScreen(title, all_),
                        partial(self._chosen, thing, {value: then for value, (_, then) in more.items()}))  # fmt: skip

    def _chosen(self, thing: Named | None, more: Mapping[str, Callable[[], None]], chosen: str) -> None:
        if chosen in more:
            more[chosen]()
        elif thing is not None:
            self.act(thing, chosen)

    def act(self, thing: Named, verb: str) -> None:
        """Ask what one act takes."""
        act = next(act for act in ACTS if act.verb == verb and thing.kind in act.kinds)
        if act.verb is Verb.BOOKMARK:
            Keeping(self.taking).bookmark(thing.id)
            return
        steps = {
            Takes.NOTHING: self._surely, Takes.WORDS: self._words, Takes.TEXT: self._text, Takes.CHOICE: self._choose,
            Takes.REASON: self._reason, Takes.OTHER: self._other, Takes.SOMEBODY: self._somebody,
            Takes.PLACES: self._places, Takes.FIELD: self._field,
        }  # fmt: skip
        steps[act.takes](act, thing)

    def _can_be(self, act: Act, thing: Named) -> bool:
        """Whether an act makes a difference to a thing as it is."""
        connection = self.taking.connection
        if act.verb is Verb.UNTAG:
            return bool(decisions.tags(connection, thing.id))
        if act.verb is Verb.EXCLUDE:
            return bool(events.participants(connection, thing.id))
        if act.takes is Takes.PLACES:
            return thing.weight > 1
        if thing.kind == "disagreement" and act.verb in {Verb.SETTLE, Verb.DISMISS, Verb.REOPEN}:
            matter = disagreements.get(connection, thing.id)
            stands = {Verb.SETTLE: "settled", Verb.DISMISS: "dismissed", Verb.REOPEN: None}[act.verb]
            return matter is not None and matter.settled != stands
        return True

    def _surely(self, act: Act, thing: Named) -> None:
        choices = [Choice("yes", f"{act.verb}: {act.help}", self._consequences(act, thing), "y"),
                   Choice("", "leave it", "", "n")]  # fmt: skip
        self.taking.ask(ChoiceScreen(_title(act, thing), choices),
                        lambda answer: self.taking.about(act.verb, [thing]) if answer else None)  # fmt: skip

    def _words(self, act: Act, thing: Named) -> None:
        take = partial(self._take, act, thing)
        if act.verb is Verb.UNTAG:
            tags = [Choice(tag, f"#{tag}") for tag in decisions.tags(self.taking.connection, thing.id)]
            self.taking.ask(ChoiceScreen(_title(act, thing), tags), take)
            return
        value = thing.name if act.verb is Verb.RENAME else ""
        judge = partial(self._judge, act, thing)
        self.taking.ask(AskScreen(_title(act, thing, f"– {act.value}?"), judge=judge, value=value), take)

    def _text(self, act: Act, thing: Named) -> None:
        self.taking.ask(NoteScreen(_title(act, thing)), partial(self._take, act, thing))

    def _choose(self, act: Act, thing: Named) -> None:
        choices = [one for one in lettered(act.choices) if one.value != thing.kind]
        self.taking.ask(ChoiceScreen(_title(act, thing), choices), partial(self._take, act, thing))

    def _reason(self, act: Act, thing: Named) -> None:
        def judge(_: str) -> tuple[bool, str]:
            return True, "The reason is kept with the decision; it can be left out."

        self.taking.ask(AskScreen(_title(act, thing, "– how, or why?"), judge=judge),
                        lambda why: self.taking.about(act.verb, [thing], why=why.strip()))  # fmt: skip

    def _take(self, act: Act, thing: Named, value: str) -> None:
        self.taking.about(act.verb, [thing], act.meaning(value))

    def _other(self, act: Act, thing: Named) -> None:
        def judge(other: str) -> tuple[bool, str]:
            named = with_id(self.taking.connection, other) if other else None
            if named is None:
                return False, f"Type a few letters of the other {thing.kind}'s name."
            return True, self._consequences(act, thing, named)

        like = partial(self.like, (thing.kind,), thing)
        nothing = partial(not_found, self.taking.connection, thing.kind)
        self.taking.ask(AskScreen(_title(act, thing, "with …"), suggest=like, judge=judge, nothing=nothing),
                        lambda other: self._with(act.verb, thing, other))  # fmt: skip

    def _with(self, verb: Verb, thing: Named, other: str, value: str = "") -> None:
        named = with_id(self.taking.connection, other)
        if named is not None:
            self.taking.about(verb, [thing, named], value)

    def _somebody(self, act: Act, thing: Named) -> None:
        if act.verb is Verb.EXCLUDE:
            there = events.participants(self.taking.connection, thing.id)
            choices = [Choice(one.entity, one.name, f"{one.kind}, {role_words(one.role)}") for one in _once(there)]
            self.taking.ask(ChoiceScreen(_title(act, thing), choices), lambda who: self._with(act.verb, thing, who))
            return

        def judge(who: str) -> tuple[bool, str]:
            named = with_id(self.taking.connection, who) if who else None
            if who == NOBODY:
                return True, "Whoever said it is not known."
            if named is None:
                return False, "Type a few letters of a name."
            return True, self._consequences(act, thing, named)

        then = {Verb.SPEAKER: partial(self._said_by, thing)}.get(act.verb, partial(self._in_role, act, thing))
        self.taking.ask(AskScreen(_title(act, thing, "– who?"), suggest=partial(self._who, act), judge=judge), then)

    def _said_by(self, thing: Named, who: str) -> None:
        if who == NOBODY:
            self.taking.about(Verb.SPEAKER, [thing])
        else:
            self._with(Verb.SPEAKER, thing, who)

    def _in_role(self, act: Act, thing: Named, who: str) -> None:
        named = with_id(self.taking.connection, who)
        choices = [Choice(role, role_words(role)) for role in roles_of(named.kind if named else "")]
        self.taking.ask(ChoiceScreen(_title(act, thing, "– in which role?"), choices[::-1]),
                        lambda role: self._with(act.verb, thing, who, role))  # fmt: skip

    def _who(self, act: Act, typed: str) -> Sequence[Choice]:
        nobody = [Choice(NOBODY, "nobody known")] if act.verb is Verb.SPEAKER else []
        return [*self.like(ENTITY, None, typed), *nobody]

    def like(self, kinds: Sequence[str], thing: Named | None, typed: str) -> Sequence[Choice]:
        """What of these kinds is called as is typed; before anything is typed, what is called like a thing."""
        words = typed if typed.strip() else thing.name.split()[-1] if thing else ""
        if not words.strip():
            return ()
        found = search_labels(self.taking.connection, parse(words, typing=True), limit=CANDIDATES * 4)
        fitting = [hit for hit in found if hit.kind in kinds and (thing is None or hit.id != thing.id)]
        return [
            Choice(hit.id, hit.name,
                   f"{hit.kind}, " + number(hit.weight, "report" if hit.kind == "event" else "mention"))
            for hit in fitting[:CANDIDATES]
        ]  # fmt: skip

    def _places(self, act: Act, thing: Named) -> None:
        connection = self.taking.connection
        found: Sequence[MentionRow | ReportRow] = (
            events.reports(connection, thing.id) if thing.kind == "event"
            else mentions.of_entity(connection, thing.id, PLACES))  # fmt: skip
        choices = [Choice(str(at), f"{fit(row.source_label, PLACE_CELLS)}:{row.line}", _words_of(row))
                   for at, row in enumerate(found)]  # fmt: skip

        def judge(ticked: Sequence[str]) -> tuple[bool, str]:
            places = {(found[int(at)].source, found[int(at)].start) for at in ticked}
            merged = merged_whole(connection, thing, places)
            return (False, merged_words(merged, "D lists it")) if merged else of_places(
                thing, len(ticked), len(choices))

        self.taking.ask(PickScreen(_title(act, thing, "– which?"), choices, judge), lambda ticked: self._other_name(
            act, thing, [found[int(at)] for at in ticked.split("\n")]))  # fmt: skip

    def _other_name(self, act: Act, thing: Named, taken: Sequence[MentionRow | ReportRow]) -> None:
        anchors = tuple(
            anchor for row in taken
            if (anchor := anchor_of(self.taking.connection, Selection(row.source, row.start, row.end))))
        words = " ".join(anchors[0].text.split()) if anchors else ""
        judge = partial(self._judge, act, thing)
        self.taking.ask(
            AskScreen(_title(act, thing, "– what is the other called?"), judge=judge, value=words),
            lambda name: self.taking.decide(act.verb, [Subject(thing.kind, thing.name, anchors)], name))

    def _field(self, act: Act, thing: Named) -> None:
        known = {one.field: one.value for one in sources.attributes(self.taking.connection, thing.id)}
        choices = [replace(one, detail=known.get(one.value, "")) for one in lettered(sorted(FIELDS))]
        self.taking.ask(ChoiceScreen(_title(act, thing), choices),
                        lambda field: self._value_of(thing, field, known.get(field, "")))  # fmt: skip

    def _value_of(self, thing: Named, field: str, known: str) -> None:
        meaning = dated if field == "published" else str.strip

        def judge(value: str) -> tuple[bool, str]:
            meant = meaning(value)
            if not meant:
                return False, f"Not {DATED}." if value.strip() else "Type what it is."
            return True, f"{as_understood(meant)} {of_field(field)}" if meaning is dated else of_field(field)

        self.taking.ask(AskScreen(f"{field}: {thing.name}", judge=judge, value=known),
                        lambda value: self.taking.about(Verb.FIELD, [thing], f"{field}={meaning(value)}"))  # fmt: skip

    def _judge(self, act: Act, thing: Named, value: str) -> tuple[bool, str]:
        if not value.strip():
            return False, f"Type {act.must}."
        meant = act.meaning(value)
        if not meant:
            return False, f"Not {act.must}."
        said = self._consequences(act, thing) or f"Takes effect at once; {UNDONE_BY}."
        return True, f"{as_understood(meant)} {said}" if act.verb is Verb.REDATE else said

    def _consequences(self, act: Act, thing: Named, other: Named | None = None) -> str:
        return consequences(self.taking.connection, act.verb, thing, other)


def _title(act: Act, thing: Named, question: str = "") -> str:
    """The act, the thing, and what is asked: of a long name only as much as leaves room for the question."""
    if not question:
        return f"{act.verb}: {thing.name}"
    room = TITLE_CELLS - width_of(question) - width_of(act.verb)
    return f"{act.verb}: {fit(thing.name, min(room, width_of(thing.name)))} {question}"


def lettered(values: Sequence[str]) -> list[Choice]:
    """Choices, each with a letter of its own: the first of its letters that no other has yet."""
    taken = dict[str, str]()
    for value in values:
        taken.setdefault(next((letter for letter in value if letter.isalpha() and letter not in taken), ""), value)
    return [Choice(value, value, key=next((key for key, whose in taken.items() if whose == value), ""))
            for value in values]  # fmt: skip


def _once(there: Sequence[ParticipantRow]) -> list[ParticipantRow]:
    return list({one.entity: one for one in there}.values())


def _words_of(row: MentionRow | ReportRow) -> str:
    """The words of a place with a little of what stands around."""
    return excerpt(row.passage_text, row.start - row.passage_start, row.end - row.passage_start)[0]
