"""The day that the address of a page tells: `https://…/2020/08/17/…`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from dossier.model.annotation import Annotated
from dossier.resolve.published.window import Window, days

EDGE = 4
"""The address of a page stands among its first or last passages, on a line of its own."""

_ADDRESS = re.compile(r"(?:(?:URL|Source|Link|Address|Permalink):\s*)?<?(https?://\S+|www\.\S+)>?", re.IGNORECASE)
_DAY = re.compile(r"[/._-]((?:1[89]|20)\d\d)([/._-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def by_address(window: Window, document: Annotated, entry: Mapping[str, str]) -> Window:
    """A window narrowed to the day in the document's own address, as the reader or the page gives it."""
    for address in _addresses(document, entry):
        found = _DAY.search(address)
        day = _day(found) if found else None
        if found and day and (window.earliest or day) <= day <= (window.latest or day):
            reason = f"its address says “{found[0].strip('/._-')}”"
            return replace(days(day, day), why_earliest=reason, near=True)
    return window


def _addresses(document: Annotated, entry: Mapping[str, str]) -> Iterator[str]:
    if "url" in entry:
        yield entry["url"]
    passages = document.annotations.passages
    for passage in dict.fromkeys((*passages[:EDGE], *passages[-EDGE:])):
        lines = passage.span.of(document.source.text).splitlines()
        yield from (found[1] for found in (_ADDRESS.fullmatch(line.strip()) for line in lines) if found)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return None
