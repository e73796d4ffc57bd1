"""Bytes to text: a byte order mark, else UTF-8, else a legible fallback; or a reason why it is no text."""

import codecs
import re

from dossier.read.load import UnreadableError

_MARKS = (
    # UTF-32's little-endian mark begins with UTF-16's, so it is asked first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = "is not text (it looks like a binary file); convert it to plain text first"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
"""Control characters that no text format uses; tab, line ends, form feed and escape are not among them."""

_SAMPLE = 65_536
_CONTROL_SHARE = 0.05
"""Above this share of control characters a file is binary (research: reliability-anchors 3.5)."""


def decode(content: bytes) -> str:
    """Decode a file's bytes; a byte order mark is dropped, newlines stay as they are.

    Never yields a lone surrogate: what an encoding cannot say becomes U+FFFD. Raises `UnreadableError` for bytes that
    are no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content[len(mark) :].decode(encoding, "replace"))
    wide = _utf16_without_mark(content)
    if wide:
        return _checked(content.decode(wide, "replace"))
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_fallback(content))


def _fallback(content: bytes) -> str:
    if b"\0" in content:
        raise UnreadableError(_NOT_TEXT)
    # A long UTF-8 file with a few damaged bytes is still UTF-8: there, multi-byte characters outnumber the damage.
    repaired = content.decode("utf-8", "replace")
    damage = repaired.count("\ufffd")
    if sum(character > "\x7f" for character in repaired) - damage > damage:
        return repaired
    return content.decode("cp1252", "replace")


def _utf16_without_mark(content: bytes) -> str:
    """The byte order that zero bytes betray: Western text in UTF-16 has one in nearly every pair."""
    sample = content[:_SAMPLE]
    pairs = len(sample) // 2
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if pairs and sample[first::2].count(0) > 0.4 * pairs and sample[1 - first :: 2].count(0) < 0.05 * pairs:
            return encoding
    return ""


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise UnreadableError(_NOT_TEXT)
    if not text.strip():
        raise UnreadableError("holds no text")
    return text
