"""Whom `I`, `we` and `you` mean in one source: whoever is quoted there, the witness or letter writer whose words the
document has, and in a conversation of two the other one."""

from bisect import bisect_right
from collections.abc import Sequence

from dossier.assemble.authors import author_at
from dossier.assemble.reading import Reading
from dossier.assemble.speech.turns import MESSAGE, QUESTION, TURN
from dossier.model.annotation import Token
from dossier.model.entity import EntityKind
from dossier.model.event import Participant
from dossier.model.statement import Statement

_FIRST = frozenset({"i", "me", "my", "myself"})
_FIRST_TOGETHER = frozenset({"we", "us", "our", "ourselves"})
_SECOND = frozenset({"you", "your", "yourself"})
_BETWEEN_TWO = 2
"""Speakers of a conversation in which `you` is the other one."""
_NESTED = 4
"""Statements that stand one inside the other, at most."""


class Voices:
    """Who speaks where in one source."""

    def __init__(self, reading: Reading, said: Sequence[Statement]) -> None:
        spoken = (s for s in said if s.speakers and s.kind == "direct")
        self._reading = reading
        self._kinds = reading.kinds()
        self._spoken = sorted(spoken, key=lambda s: (s.span.start, -s.span.end))
        self._starts = [s.span.start for s in self._spoken]
        turns = {s.speakers for s in self._spoken if s.rule in {TURN, QUESTION, MESSAGE} and len(s.speakers) == 1}
        self._two = turns if len(turns) == _BETWEEN_TWO else set()

    def meant(self, token: Token) -> tuple[str, ...]:
        """The people or organizations that a pronoun of the first or second person means; none for any other word, or
        where the source does not tell. `We` is its speaker, with others whom the words leave open."""
        word = token.lemma.casefold()
        if word not in _FIRST | _FIRST_TOGETHER | _SECOND:
            return ()
        said = self._said_at(token.start)
        if word in _SECOND:
            return () if said is None else next((two for two in self._two if two != said.speakers), ())
        if said is not None:
            return said.speakers
        writer = author_at(self._reading, token.start)
        quoted = any(q.span.start <= token.start < q.span.end for q in self._reading.quotations_near(token.start))
        return () if writer is None or quoted else (writer.entity,)

    def kinds_of(self, participants: Sequence[Participant]) -> frozenset[tuple[EntityKind, str]]:
        """Whoever takes part and is named somewhere in the source, with their kinds."""
        return frozenset((self._kinds[p.entity], p.entity) for p in participants if p.entity in self._kinds)

    def _said_at(self, offset: int) -> Statement | None:
        """The statement around an offset, the narrowest of several."""
        last = bisect_right(self._starts, offset)
        near = self._spoken[max(0, last - _NESTED) : last]
        around = [s for s in near if offset < s.span.end]
        return min(around, key=lambda s: s.span.end - s.span.start, default=None)
