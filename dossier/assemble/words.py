"""The word lists that events and statements are told by, from `data/words/`."""

from functools import cache

from dossier import resources

DENYING = frozenset({"deny", "reject", "dispute", "refute", "dismiss"})


def reporting_verbs() -> frozenset[str]:
    """Lemmas of verbs that report what somebody said."""
    return _list("reporting_verbs")


def communication_verbs() -> frozenset[str]:
    """Lemmas of verbs of communicating, which report speech where they govern a clause."""
    return _list("communication_verbs")


def clause_verbs() -> frozenset[str]:
    """Lemmas of verbs of saying, thinking, feeling and perceiving that take a that-clause."""
    return _list("clause_verbs")


def intention_verbs() -> frozenset[str]:
    """Lemmas of verbs of wanting, planning, promising and claiming that take an infinitive."""
    return _list("intention_verbs")


def directive_verbs() -> frozenset[str]:
    """Lemmas of verbs of asking, ordering and advising somebody to do something."""
    return _list("directive_verbs")


def judging_verbs() -> frozenset[str]:
    """Lemmas of verbs of calling or thinking somebody or something this or that."""
    return _list("judging_verbs")


def stance_verbs() -> frozenset[str]:
    """Lemmas of verbs of taking a stand on something in words."""
    return _list("stance_verbs")


@cache
def saying_verbs() -> frozenset[str]:
    """Lemmas of verbs that can report in a clause what somebody says, thinks or perceives."""
    return reporting_verbs() | communication_verbs() | clause_verbs()


@cache
def speaking_verbs() -> frozenset[str]:
    """Lemmas of verbs that report speech."""
    return reporting_verbs() | communication_verbs()


@cache
def stating_verbs() -> frozenset[str]:
    """Lemmas of verbs of speech proper, which take more than a clause: an object, a matter, an infinitive."""
    return reporting_verbs() | (clause_verbs() & communication_verbs())


@cache
def speaker_nouns() -> frozenset[str]:
    """Nouns for whoever, or whatever written, can say something."""
    return person_nouns() | group_nouns() | message_nouns()


def message_nouns() -> frozenset[str]:
    """Nouns for what is said, written, thought or felt."""
    return _list("message_nouns")


@cache
def group_nouns() -> frozenset[str]:
    """Nouns for people together."""
    return _list("group_nouns") | organization_nouns()


def organization_nouns() -> frozenset[str]:
    """Nouns for organizations."""
    return _list("organization_nouns")


def media_nouns() -> frozenset[str]:
    """Nouns for what reports the news."""
    return _list("media_nouns")


def stative_verbs() -> frozenset[str]:
    """Lemmas of verbs of being, thinking and feeling."""
    return _list("stative_verbs")


@cache
def verb_groups() -> dict[str, frozenset[int]]:
    """For a verb's lemma the numbers of the groups it is in: of synonyms, or of a verb and one that is a kind of it."""
    return _groups("verb_synonyms", "verb_kinds", 0)


@cache
def noun_groups() -> dict[str, frozenset[int]]:
    """The same of nouns for what is done or happens; no number is that of a group of verbs."""
    return _groups("noun_synonyms", "noun_kinds", 1)


def _groups(synonyms: str, kinds: str, first: int) -> dict[str, frozenset[int]]:
    """The lines that each word stands in, counted through in twos from `first`."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(sorted(_list(synonyms)) + sorted(_list(kinds))):
        for word in line.split("|"):
            found.setdefault(word, set()).add(2 * number + first)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def opposites() -> dict[str, frozenset[str]]:
    """For an adjective those that mean the opposite; for a word of colour all the other colours."""
    found: dict[str, set[str]] = {}
    for line in _list("opposites"):
        one, other = line.split("|")
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    colours = _list("colours")
    for colour in colours:
        found.setdefault(colour, set()).update(colours - {colour})
    return {word: frozenset(others) for word, others in found.items()}


@cache
def action_nouns() -> dict[str, tuple[str, ...]]:
    """For a noun of something done or happening the verbs it is derived from, as far as there are any."""
    rows = (line.split("|") for line in _list("action_nouns"))
    return {noun: tuple(verbs) for noun, *verbs in rows}


def person_nouns() -> frozenset[str]:
    """Nouns for persons by what they do or are."""
    return _list("person_nouns")


@cache
def person_synonyms() -> dict[str, str]:
    """For a noun for persons the first of those that mean the same: `babe` for `infant` and `baby`."""
    return {word: line.split("|")[0] for line in _list("person_synonyms") for word in line.split("|")}


def occupations() -> frozenset[str]:
    """Nouns for persons by what they do for a living or the office they hold."""
    return _list("occupations")


@cache
def house_nouns() -> frozenset[str]:
    """Nouns for one kind of building, or of body that is called by the name of its house: `bridge`, `school`."""
    return _list("building_nouns") | (_list("organization_nouns") & _list("place_nouns"))


@cache
def _list(name: str) -> frozenset[str]:
    lines = (resources.words() / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
