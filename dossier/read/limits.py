"""How much of a document is read; what lies beyond is said, never silently lost."""

MAX_BYTES = 50_000_000
"""Of a file. Beyond it is not read."""
MAX_CHARACTERS = 5_000_000
"""Code points of a document's text. Beyond it is not read."""
MOST_MARKS = 1_000
"""Syntax spans in one block. A block with more is data and not prose, and is shown as it is, without any."""
