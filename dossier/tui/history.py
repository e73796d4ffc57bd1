"""Where the reader has been, like a web browser's."""

from dataclasses import dataclass

from dossier.present.page import Target

KEPT = 200


@dataclass(slots=True)
class Place:
    """A page and where on it."""

    target: Target
    scroll: int | None = None
    cursor: int | None = None


class History:
    """A line of places with one of them present; a new one cuts off what lies ahead."""

    def __init__(self, first: Place) -> None:
        self._places = [first]
        self._present = 0

    @property
    def present(self) -> Place:
        """Where the reader is."""
        return self._places[self._present]

    @property
    def behind(self) -> bool:
        """Whether one came from somewhere."""
        return self._present > 0

    @property
    def ahead(self) -> bool:
        """Whether one came back from somewhere."""
        return self._present + 1 < len(self._places)

    def visit(self, target: Target) -> None:
        """Go to a new page. A search that is typed on replaces the search it goes on from."""
        if target.kind == "search" == self.present.target.kind:
            self._places[self._present] = Place(target)
        elif target != self.present.target:
            self._places = [*self._places[max(0, self._present - KEPT) : self._present + 1], Place(target)]
            self._present = len(self._places) - 1

    def step(self, step: int) -> Place | None:
        """Go back (-1) or forward (1); None at the end of the line."""
        if not 0 <= self._present + step < len(self._places):
            return None
        self._present += step
        return self.present

    def remember(self, scroll: int, cursor: int) -> None:
        """Note where on the present page the reader is, before leaving it."""
        self.present.scroll, self.present.cursor = scroll, cursor
