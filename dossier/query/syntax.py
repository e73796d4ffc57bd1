"""What a query can say."""

from typing import NamedTuple


class Term(NamedTuple):
    """A word or a phrase that a passage must, or must not, hold."""

    words: tuple[str, ...]
    """At least one; more than one is a phrase."""
    prefix: bool = False
    """Whether the last word may go on: `gov*`."""
    negated: bool = False


class Query(NamedTuple):
    """All terms must hold."""

    terms: tuple[Term, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that a passage must hold."""
        return tuple(term for term in self.terms if not term.negated)

    @property
    def unwanted(self) -> tuple[Term, ...]:
        """The terms that a passage must not hold."""
        return tuple(term for term in self.terms if term.negated)
