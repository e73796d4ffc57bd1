"""What belongs together, told pair by pair (disjoint sets: Galler and Fischer 1964)."""


class Groups:
    """What belongs together, pair by pair; the earliest member stands for its group."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def of(self, member: int) -> int:
        """The member that stands for the group of `member`."""
        while self._above[member] != member:
            self._above[member] = self._above[self._above[member]]
            member = self._above[member]
        return member

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        first, second = sorted((self.of(one), self.of(other)))
        self._above[second] = first
