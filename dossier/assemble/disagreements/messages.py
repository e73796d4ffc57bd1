"""Word that is sent and word that comes: `wrote to the chairman` and `never received a letter` are told of one thing by
its two ends."""

from dossier.assemble.clauses import Clause

SENT, CAME = -1, -2
"""The senses of the two ends; groups of synonyms have numbers from 0 on."""
_ADDRESSING = frozenset({
    "write", "telephone", "phone", "ring", "cable", "warn", "tell", "inform", "notify", "complain", "alert", "email",
})  # fmt: skip
"""Verbs that tell by themselves that word is sent."""
_SENDING = frozenset({"send", "post", "hand", "deliver", "give", "dispatch"})
_COMING = frozenset({"receive", "get", "reach", "have", "see"})
_MESSAGES = frozenset({
    "letter", "message", "warning", "complaint", "note", "telegram", "memo", "memorandum", "email", "e-mail", "cable",
    "call", "word", "notice", "notification", "fax", "report", "copy", "objection",
})  # fmt: skip
"""Nouns of what is sent to somebody to be read or heard."""


def end_of_message(found: Clause) -> frozenset[int]:
    """Whether a clause tells that word was sent to somebody, or came; nothing for any other."""
    tokens = found.sentence.tokens
    lemma = tokens[found.verb].lemma.casefold()
    carried = any(tokens[i].lemma.casefold() in _MESSAGES for i in (*found.subjects, *found.objects))
    if carried and lemma in _COMING:
        return frozenset({CAME})
    return frozenset({SENT}) if lemma in _ADDRESSING or (carried and lemma in _SENDING) else frozenset()


def two_ends(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether of two sets of senses the one has that word was sent and the other that it came."""
    return (SENT in a and CAME in b) or (CAME in a and SENT in b)
