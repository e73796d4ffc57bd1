"""The least a Textual program can be: three labels. The measure of the browser's start."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Bare(App[None]):
    """Three labels."""

    def compose(self) -> ComposeResult:
        """Show them."""
        yield Label("READY one")
        yield Label("two")
        yield Label("three")


if __name__ == "__main__":
    Bare().run()
