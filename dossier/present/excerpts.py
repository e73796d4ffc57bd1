"""A few words around a span of a passage."""

from dossier.present.cells import clean

ELLIPSIS = "…"


def excerpt(text: str, start: int, end: int, *, before: int = 60, after: int = 120) -> tuple[str, int, int]:
    """The cleaned words around `[start, end)`, cut at word boundaries, and where that span lies in them.

    `before` and `after` are code points. The result is on one line.
    """
    left = 0 if start <= before else _boundary(text, start - before, start)
    right = len(text) if len(text) <= end + after else max(text.rfind(" ", end, end + after + 1), end)
    head = ELLIPSIS if left else ""
    tail = ELLIPSIS if right < len(text) else ""
    words = clean(text[left:right])
    return head + words + tail, len(head) + start - left, len(head) + end - left


def _boundary(text: str, place: int, limit: int) -> int:
    """The first beginning of a word from `place` on, at most `limit`."""
    space = text.find(" ", place, limit)
    return place if space < 0 else space + 1
