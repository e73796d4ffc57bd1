"""One file to one `Source`, or to a `Fault` that says why not."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from dossier.model.source import Fault, Source
from dossier.read.decode import decode
from dossier.read.limits import MAX_BYTES, MAX_CHARACTERS
from dossier.read.load import UnreadableError, load
from dossier.read.markdown import looks_like_markdown, markdown_blocks
from dossier.read.plain import plain_blocks

ID_DIGITS = 12

_EXTENSION = re.compile(r"\.([A-Za-z0-9]{1,8})$")
_TEXT = ("", "txt", "text")
_MARKDOWN = ("md", "markdown")


def read_document(root: Path, path: str) -> Source | Fault:
    """Read the file `path` (relative, with `/`) of the case at `root`; never raises for a bad file.

    The source's id is drawn from its content; `identify` makes the ids of a whole case unique.
    """
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    try:
        extension = _readable_extension(path)
        content = load(root, path, limit=MAX_BYTES)
        if not content:
            raise UnreadableError("is empty")
        text = decode(content)
        if len(text) > MAX_CHARACTERS:
            raise UnreadableError(f"has more than {MAX_CHARACTERS:,} characters; split it into parts")
    except UnreadableError as error:
        return Fault(shown, "read", str(error))
    markdown = extension in _MARKDOWN or looks_like_markdown(text)
    digest = sha256(content).hexdigest()
    blocks = markdown_blocks(text) if markdown else plain_blocks(text)
    return Source(digest[:ID_DIGITS], shown, digest, "markdown" if markdown else "text", text, blocks)


def identify(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Give every source of a case an id of its own: equal content is numbered from the second on, in given order."""
    seen: Counter[str] = Counter()
    named = []
    for source in sources:
        digits = source.sha256[:ID_DIGITS]
        seen[digits] += 1
        named.append(replace(source, id=digits if seen[digits] == 1 else f"{digits}-{seen[digits]}"))
    return tuple(named)


def _readable_extension(path: str) -> str:
    """The extension, lower case; a dot with no short word after it (`Letter No. 5`) makes none."""
    name = path.rpartition("/")[2]
    found = _EXTENSION.search(name)
    extension = found[1].lower() if found and not found[1].isdigit() else ""
    if extension not in _TEXT + _MARKDOWN:
        raise UnreadableError(f"is a .{extension} file, a format not read yet; save it as plain text or Markdown")
    return extension
