"""Word that is sent and word that comes: `wrote to the chairman` and `never received a letter` are told of one thing by
its two ends."""

from dossier.assemble.clauses import Clause

SENT, CAME = -1, -2
"""The senses of the two ends, beside those of kinds of word; groups of synonyms have numbers from 0 on."""
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


_MEDIA = {
    "letter": -3, "telephone": -4, "phone": -4, "ring": -4, "call": -4, "cable": -5, "telegram": -5, "email": -6,
    "e-mail": -6, "fax": -7,
}  # fmt: skip
"""What only one kind of word is: no letter is an e-mail; the other nouns and verbs are of any kind."""


def end_of_message(found: Clause) -> frozenset[int]:
    """Whether a clause tells that word was sent to somebody, or came; nothing for any other."""
    tokens = found.sentence.tokens
    lemma = tokens[found.verb].lemma.casefold()
    heads = {tokens[i].lemma.casefold() for i in (*found.subjects, *found.objects)}
    carried = heads & _MESSAGES
    media = frozenset(_MEDIA[word] for word in carried | {lemma} if word in _MEDIA)
    if carried and lemma in _COMING:
        return frozenset({CAME}) | media
    return frozenset({SENT}) | media if lemma in _ADDRESSING or (carried and lemma in _SENDING) else frozenset()


def two_ends(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether of two sets of senses the one has that word was sent and the other that it came, and not as word of two
    kinds."""
    kinds = (a - {SENT, CAME}, b - {SENT, CAME})
    if all(kinds) and not kinds[0] & kinds[1]:
        return False
    return (SENT in a and CAME in b) or (CAME in a and SENT in b)
