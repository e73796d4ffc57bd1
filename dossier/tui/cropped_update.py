"""An update of the screen that writes the cells that changed and not, as Textual's own, all that is left of them in
their widget: a step from one marked name to the next costs half the bytes."""

from rich.console import Console
from rich.control import Control
from textual._compositor import ChopsUpdate, CompositorUpdate
from textual.strip import Strip


class CroppedUpdate(ChopsUpdate):
    """Writes each changed span from its first cell on."""

    def render_segments(self, console: Console) -> str:
        """The text and control sequences of the update, to be written to the terminal."""
        written: list[str] = []
        for y, first, last in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is not None and x < last and end > first:
                    start = x if first <= x or _has_wide(strip) else first
                    written.append(Control.move_to(start, y).segment.text)
                    written.append(strip.crop(start - x, min(end, last) - x).render(console))
        return "".join(written)


def _has_wide(strip: Strip) -> bool:
    """Whether some characters take two cells, or none: such a one must not be cut in half."""
    return strip.cell_length != sum(len(segment.text) for segment in strip)


def cropped(update: CompositorUpdate) -> CompositorUpdate:
    """The same update in fewer bytes where it is one of spans."""
    return CroppedUpdate(update.chops, update.spans, update.chop_ends) if type(update) is ChopsUpdate else update
