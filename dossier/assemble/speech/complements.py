"""What a verb of saying, thinking or wanting governs: the words in which the reporter gives what somebody said.

A finite clause (`said that he had left`), an infinitive (`vowed to fight`, `urged them to leave`), a gerund (`denied
having left`), a judgement (`called it absurd`, `dismissed it as a stunt`), a charge (`accused them of theft`), a matter
(`warned of floods`) or an object (`rejected the findings`). Labels are those of the ClearNLP scheme.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import subtree
from dossier.assemble.descriptions import UNNAMED
from dossier.assemble.tense import is_finite
from dossier.assemble.words import (
    DENYING,
    communication_verbs,
    directive_verbs,
    intention_verbs,
    judging_verbs,
    person_nouns,
    saying_verbs,
    speaking_verbs,
    stance_verbs,
    stating_verbs,
)
from dossier.model.annotation import Sentence, Token

_MATTER = frozenset({"of", "about", "for", "against"})
_CHARGE = frozenset({"of", "for", "with", "on", "over"})
_TRACING = frozenset({"attribute", "ascribe", "impute"})
_SIDING = frozenset({"back", "defend", "second", "support"})
"""What is done for people is more than words."""
_SILENT = frozenset({"ignore", "disregard", "overlook"})
"""Who leaves something unanswered says nothing."""
_NAMING = frozenset({"name", "identify", "quote", "cite"})
_QUESTION_WORDS = frozenset({"what", "who", "whom", "which", "where", "when", "why"})
_WHOEVER = frozenset({"whoever", "whomever", "whatever", "whichever"})
"""Words that make of a clause the name of somebody or something: `forgave whoever did it`."""
_NOTIFYING = frozenset({"report"})
"""Who reports a fire to the fire brigade calls it; what is told as `was reported by a guard`, the source tells."""
_DOING = frozenset({"agree", "learn", "like", "love", "neglect", "omit", "proceed"})
"""Verbs of agreeing to do, liking, learning and leaving undone: deeds and habits, by which nobody says anything."""
_ADDRESSING = frozenset({"tell", "inform", "assure", "remind", "warn", "advise", "notify", "ask", "answer", "write"})
"""Verbs whose object may be whom they address."""
_TELLING = frozenset(
    {
        "add",
        "answer",
        "ask",
        "charge",
        "cite",
        "declare",
        "explain",
        "hear",
        "order",
        "read",
        "say",
        "show",
        "teach",
        "tell",
        "write",
    }
)
"""Verbs whose object is whom they address or what they make, and seldom what is said."""


@dataclass(frozen=True, slots=True)
class Complement:
    """What somebody said, as tokens of its sentence."""

    head: int
    rule: str
    with_verb: bool
    """Whether it reads as a statement only together with its verb and what stands between: `accused them of theft`."""


def says(token: Token) -> bool:
    """Whether a word is a verb known to report in a clause what somebody says, thinks or perceives. (With `that`, any
    verb with somebody as its subject may: `tweeted that`.)"""
    return token.pos == "VERB" and token.lemma in saying_verbs()


def speaks(token: Token) -> bool:
    """Whether a word is a verb that reports speech."""
    return token.pos == "VERB" and token.lemma in speaking_verbs()


def complements(sentence: Sentence, below: tuple[tuple[int, ...], ...], verb: int) -> tuple[Complement, ...]:
    """What the verb at index `verb` reports: every clause, or else the fullest of the other forms, an infinitive before
    a judgement before a charge before an object."""
    if sentence.tokens[verb].pos != "VERB":
        return ()
    governor = _Governor(sentence, below, verb)
    clauses = tuple(found for child in below[verb] if (found := _clause(governor, child)))
    if clauses:
        return clauses
    forms: tuple[Callable[[_Governor, int], Complement | None], ...]
    forms = (_infinitive, _gerund, _judgement, _charge, _matter, _object)
    found = next((one for form in forms for child in below[verb] if (one := form(governor, child))), None)
    return (found,) if found else ()


@dataclass(frozen=True, slots=True)
class _Governor:
    """A verb with what hangs on it."""

    sentence: Sentence
    below: tuple[tuple[int, ...], ...]
    verb: int

    @property
    def lemma(self) -> str:
        return self.sentence.tokens[self.verb].lemma

    def token(self, index: int) -> Token:
        return self.sentence.tokens[index]

    def hanging(self, index: int, *labels: str) -> Iterator[int]:
        return (i for i in self.below[index] if self.token(i).dep in labels)

    def is_parted_from(self, child: int) -> bool:
        """Whether a semicolon or colon makes two sentences of a clause and the verb behind it."""
        return any(self.token(i).lemma in {";", ":"} for i in range(child, self.verb))

    def is_spliced_to(self, child: int) -> bool:
        """Whether only a comma joins a clause to the verb behind it, which tells something else: `Reid said nine, the
        owners said ten`; not `It was so, Reid told reporters`, nor where what is behind has a comma of its own, nor
        `Though A said it was so, B said …`."""
        if any(says(self.token(i)) for i in self.below[child] if i < child):
            return False
        behind = [i for i in self.hanging(self.verb, "dobj", "ccomp") if child < self.verb < i]
        own = (i for i in behind if not any(self.token(j).lemma == "," for j in range(self.verb, i)))
        return any(self.token(i).dep == "ccomp" or self.lemma not in _ADDRESSING for i in own)

    def asks(self, child: int) -> bool:
        """Whether a clause is a question, which states nothing: `knows what happened`, `how far they went`."""
        own = [i for i in self.below[child] if i > self.verb]
        words = (j for i in own for j in (i, *self.below[i]))
        opening = min((j for i in own for j in subtree(self.below, i)), default=child)
        much = opening < child and self.token(opening + 1).lemma.lower() in {"many", "much"}
        if self.token(opening).lemma.lower() == "how" and (much or not speaks(self.token(self.verb))):
            return True  # `Counted how many boats came in`; but `explained how the boats came in`.
        return any(
            self.token(j).lemma.lower() in _QUESTION_WORDS | _WHOEVER
            if self.token(j).head == child
            else self.token(j).lemma.lower() == "how" and self.token(j).dep == "advmod"
            for j in words
        )

    @property
    def speaks(self) -> bool:
        """Of the verbs of speech proper, for the forms that verbs of other kinds share."""
        return self.lemma in stating_verbs()


def _clause(governor: _Governor, child: int) -> Complement | None:
    verb = governor.token(governor.verb)
    marked = any(governor.token(i).lemma in {"that", "whether"} for i in governor.hanging(child, "mark"))
    if not _is_content(governor, child) or not (says(verb) or (marked and child > governor.verb)):
        return None
    if not speaks(verb) and not is_finite(governor.sentence, governor.verb):
        # `To find out whether …`, `for us to know that …`: nobody yet thinks so.
        return None
    if not (marked or is_finite(governor.sentence, child)) or governor.is_parted_from(child):
        return None
    if governor.is_spliced_to(child) or _is_put_to(governor, child):
        return None
    return None if governor.asks(child) else Complement(child, "reported clause", with_verb=False)


def _is_put_to(governor: _Governor, child: int) -> bool:
    """`Asked whether he had left, he said no`: a question that nobody named puts, and no statement."""
    verb = governor.token(governor.verb)
    open_question = any(governor.token(i).lemma in {"whether", "if"} for i in governor.hanging(child, "mark"))
    passive = verb.tag == "VBN" and not any(governor.hanging(governor.verb, "nsubj"))
    return open_question and passive and verb.lemma == "ask" and not any(governor.hanging(governor.verb, "agent"))


def _is_content(governor: _Governor, child: int) -> bool:
    """Whether a clause is what its verb tells; behind a time and a source (`reported last week, citing an official,
    that …`) the parser takes it for a circumstance or joins it."""
    if governor.token(child).dep not in {"advcl", "conj"}:
        return governor.token(child).dep == "ccomp"
    that = [i for i in governor.hanging(child, "mark") if governor.token(i).lemma == "that"]
    so = any(governor.token(i).lemma.lower() in {"so", "such"} for i in range(governor.verb, child))
    return bool(that) and that[0] > governor.verb and says(governor.token(governor.verb)) and not so


def _infinitive(governor: _Governor, child: int) -> Complement | None:
    asks = governor.speaks or governor.lemma in intention_verbs() or governor.lemma in directive_verbs()
    asks = asks or (governor.lemma == "call" and _calls_on(governor, child))
    wants = asks and governor.lemma not in _DOING and not governor.asks(child) and not _is_about_naming(governor, child)
    if governor.token(child).dep not in {"xcomp", "ccomp"} or not wants:
        return None
    has_to = any(governor.token(i).tag == "TO" for i in governor.hanging(child, "aux"))
    return Complement(child, "infinitive", with_verb=True) if has_to else None


def _calls_on(governor: _Governor, child: int) -> bool:
    """`Called on the owners to pay.`"""
    return any(i < child and governor.token(i).lemma in {"on", "upon"} for i in governor.hanging(governor.verb, "prep"))


def _is_about_naming(governor: _Governor, child: int) -> bool:
    """`Asked not to be named`, `asked to remain anonymous`: on what terms somebody speaks, not what they say."""
    if any(governor.token(i).lemma in UNNAMED for i in governor.hanging(child, "acomp", "oprd")):
        return True
    named = governor.token(child).lemma in _NAMING and any(governor.hanging(child, "auxpass"))
    return named and any(governor.hanging(child, "neg"))


def _gerund(governor: _Governor, child: int) -> Complement | None:
    token = governor.token(child)
    # `Denied leaving`, `denied having left`.
    form = token.tag == "VBG" or any(governor.token(i).tag == "VBG" for i in governor.hanging(child, "aux", "auxpass"))
    if token.dep not in {"xcomp", "ccomp"} or not form or not speaks(governor.token(governor.verb)):
        return None
    return Complement(child, "gerund", with_verb=True)


def _judgement(governor: _Governor, child: int) -> Complement | None:
    token = governor.token(child)
    judges = governor.lemma in judging_verbs() or governor.lemma in stance_verbs()
    if not (judges or says(governor.token(governor.verb))):
        return None
    has_as = token.dep == "prep" and token.lemma == "as" and not any(governor.hanging(child, "prep"))
    has_as = has_as and not any(speaks(governor.token(i)) for i in governor.hanging(child, "pcomp"))
    if has_as and any(governor.hanging(governor.verb, "dobj", "nsubjpass")):
        return Complement(child, "judgement", with_verb=True)
    small = token.dep == "ccomp" and token.pos in {"ADJ", "NOUN", "PROPN"} and any(governor.hanging(child, "nsubj"))
    named = token.dep == "oprd" and token.pos in {"ADJ", "NOUN", "VERB"} and governor.lemma != "name"
    return Complement(child, "judgement", with_verb=True) if small or named else None


def _charge(governor: _Governor, child: int) -> Complement | None:
    token = governor.token(child)
    charged = [i for i in governor.hanging(governor.verb, "dobj") if i < child]
    if token.dep != "prep" or not charged:
        return None
    if governor.lemma in _TRACING and token.lemma == "to":
        return Complement(child, "charge", with_verb=True)
    if token.lemma not in _CHARGE:
        return None
    done = any(governor.hanging(child, "pcomp")) and governor.lemma in speaking_verbs()
    named = any(governor.hanging(child, "pobj")) and governor.lemma in {"accuse", "blame", "charge"}
    return Complement(child, "charge", with_verb=True) if done or named else None


def _matter(governor: _Governor, child: int) -> Complement | None:
    token = governor.token(child)
    whole = any(governor.hanging(governor.verb, "dobj", "nsubjpass")) or _is_left_out(governor)
    if token.dep != "prep" or token.lemma not in _MATTER or whole:
        return None
    if not governor.speaks and (governor.lemma, token.lemma) != ("call", "for"):
        return None
    if token.lemma == "for" and governor.lemma in {"write", "read"}:  # `Wrote for their friends.`
        return None
    return Complement(child, "matter", with_verb=True) if any(governor.hanging(child, "pobj", "pcomp")) else None


def _is_left_out(governor: _Governor) -> bool:
    """Whether what is said stands before a relative clause: `things that Reid claims about the ship`."""
    who = any(governor.token(i).tag in {"WP", "WDT"} for i in governor.hanging(governor.verb, "nsubj"))
    return governor.token(governor.verb).dep == "relcl" and not who


def _object(governor: _Governor, child: int) -> Complement | None:
    token = governor.token(child)
    by = any(governor.hanging(governor.verb, "agent"))
    lemma = governor.lemma
    spoken = (governor.speaks and lemma in communication_verbs()) or lemma in stance_verbs()
    addressed = lemma in _TELLING | _NOTIFYING or lemma in directive_verbs()  # `We are told by the owners.`
    if by and token.dep == "nsubjpass" and not addressed and (lemma in stance_verbs() or spoken):
        # `The claim was disputed by the owners.`
        return Complement(child, "object", with_verb=True)
    if token.dep == "dobj" and lemma in DENYING and token.lemma.lower() in {"this", "that", "it"}:
        return Complement(child, "object", with_verb=True)
    if token.dep != "dobj" or token.pos != "NOUN" or lemma in _TELLING | _SILENT or not spoken:
        return None
    of_people = token.lemma in {"people", "family"} or token.lemma in person_nouns()
    if of_people and (lemma not in stance_verbs() or lemma in _SIDING):
        return None
    return Complement(child, "object", with_verb=True)
