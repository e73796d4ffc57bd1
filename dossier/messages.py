"""The messages that one document holds: an exported chat, a thread of e-mails.

Each has its own sender and its own day; a thread that is read as one document counts every `last week` from its first
mail, and gives its words to nobody.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dossier.model.span import Span

_DATE = r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"
_CHAT = re.compile(
    rf"^[\u200e\u200f]?(?P<open>\[)?(?P<stamp>{_DATE}(?:,|T)?[ \u00a0\u202f]{_CLOCK})(?(open)\])"
    r"(?P<dash> ?[-–—:])?[ \t]+(?:(?P<angle><)?(?P<sender>[^\s:<>][^:<>\n]{0,58}?)(?:>:?|:)[ \t]+(?=\S))?",
    re.MULTILINE,
)
"""A line of an exported chat; without a sender one of the program's own (`… left the group`)."""
_FEWEST_LINES, _FEWEST_SENDERS = 3, 2
"""Lines and senders that make a chat, in which somebody at least comes back."""
_FEWEST_EACH = 2
"""Lines of each sender where brackets and dashes do not tell a chat from a chronology, whose words before a colon
change with what happened: `24/03/1989 00:04 Vessel: strikes Bligh Reef`."""
_FIELD = re.compile(r"^[*_ ]{0,3}(?P<name>From|To|Cc|Bcc|Sent|Date|Subject|Reply-To):[*_]{0,2}[ \t]*(?P<value>.*)$",
                    re.MULTILINE | re.IGNORECASE)  # fmt: skip
_ADDRESS = re.compile(r"<[^<>\n]*>|\[mailto:[^\]\n]*\]|\([^()\n@]*@[^()\n]*\)")
_OPENING = {">": "<", "]": "[", ")": "("}
"""Brackets around addresses, by those that close them."""
_WROTE = re.compile(
    rf"^(?P<depth>[> ]*)On\s(?P<stamp>[^\n<>]{{0,40}}?{_DATE}[^\n<>]{{0,30}}?)[,\s]\s?"
    r"(?P<sender>[A-ZÀ-Þ][^\d\n,<>]{1,58}?)(?:\s?<[^<>\n]*>)?\s+wrote:[ \t]*$",
    re.MULTILINE,
)
_LINE = re.compile(r"(?P<marks>[> ]*)(?P<rest>[^\n]*)(?:\n|\Z)")
_RULE = re.compile(r"[ \t>]*(?:[-_*=]{3,}|-+ ?Original Message ?-+)[ \t]*")
"""What stands below a mail and above the head of the next."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message. All spans are of the document's text."""

    head: Span
    """Its stamp and sender, or the fields above it."""
    sender: Span | None
    """The name that its head gives; None for a line of the program's own."""
    stamp: Span | None
    """Where its head tells its day."""
    body: Span
    chat: bool
    """Whether it is a line of a chat and not an e-mail."""


@lru_cache(maxsize=16)
def messages(text: str) -> tuple[Message, ...]:
    """The messages of a text, in order of their heads; none where it is neither a chat nor has heads of e-mails."""
    return _chat(text) or tuple(sorted(_mails(text), key=lambda one: one.head))


def message_at(text: str, offset: int) -> Message | None:
    """The message in whose head or body an offset lies: of one quoted in another, the quoted one."""
    found, outlasting = messages(text), _outlasting(text)
    at = bisect_right(found, offset, key=lambda one: one.head.start) - 1
    while at >= 0 and found[at].body.end <= offset:
        at = outlasting[at]
    return found[at] if at >= 0 else None


@lru_cache(maxsize=16)
def _outlasting(text: str) -> tuple[int, ...]:
    """For each message of a text the place of the last one before it that ends later, -1 where there is none: what
    lies behind a message lies in none of those that it skips."""
    found, open_, outlasting = messages(text), list[int](), list[int]()
    for place, one in enumerate(found):
        while open_ and found[open_[-1]].body.end <= one.body.end:
            open_.pop()
        outlasting.append(open_[-1] if open_ else -1)
        open_.append(place)
    return tuple(outlasting)


def _chat(text: str) -> tuple[Message, ...]:
    lines = _lines_of_chat(text)
    if not lines:
        return ()
    ends = [*(line.start() for line in lines[1:]), len(text)]
    return tuple(
        Message(
            Span(line.start(), line.end()), Span(*line.span("sender")) if line["sender"] else None,
            Span(*line.span("stamp")), _stripped(text, line.end(), end), chat=True,
        )
        for line, end in zip(lines, ends, strict=True)
    )  # fmt: skip


def _lines_of_chat(text: str) -> list[re.Match[str]]:
    stamped = list(_CHAT.finditer(text))
    framed = [line for line in stamped if line["open"] or line["dash"] or line["angle"]]
    for lines, fewest_each in ((framed, 1), (stamped, _FEWEST_EACH)):
        sent = Counter(line["sender"] for line in lines if line["sender"])
        several = sent.total() >= _FEWEST_LINES and len(sent) >= _FEWEST_SENDERS
        if several and min(sent.values()) >= fewest_each and max(sent.values()) > 1:
            return lines
    return []


def _mails(text: str) -> Iterator[Message]:
    """E-mails by their heads: fields that begin with the sender's, or `On 3 May 2021, Ada Byrne wrote:`."""
    heads = [*_heads(text), *(_wrote(text, match) for match in _WROTE.finditer(text))]
    following = len(text)
    for head in sorted(heads, key=lambda head: head.span, reverse=True):
        end = following if head.quoted is None else head.quoted
        yield Message(head.span, head.sender, head.stamp, _stripped(text, head.span.end, end), chat=False)
        # What is quoted inside a mail does not end it.
        following = head.span.start if head.quoted is None else following


@dataclass(frozen=True, slots=True)
class _Head:
    span: Span
    sender: Span | None
    stamp: Span | None
    quoted: int | None = None
    """Where the mail ends that the head opens, if it is quoted with `>`."""


def _heads(text: str) -> Iterator[_Head]:
    for run in _runs(text):
        named = {field["name"].casefold(): field for field in run}
        if len(named) > 1:
            stamp = named.get("date") or named.get("sent")
            told = Span(*stamp.span("value")) if stamp and stamp["value"].strip() else None
            yield _Head(Span(run[0].start(), run[-1].end()), _named(run[0]), told)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """The fields of each head, which begins with its sender's."""
    run: list[re.Match[str]] = []
    for field in _FIELD.finditer(text):
        opens = field["name"].casefold() == "from"
        if run and (opens or text[run[-1].end() : field.start()].strip()):
            yield run
            run = []
        if run or opens:
            run.append(field)
    if run:
        yield run


def _wrote(text: str, match: re.Match[str]) -> _Head:
    end, depth = match.end() + 1, match["depth"].count(">")
    while end < len(text) and (line := _LINE.match(text, end)):
        if line["marks"].count(">") <= depth and line["rest"]:
            break
        end = line.end()
    quoted = end if text[match.end() : end].count(">") else None
    return _Head(Span(match.start(), match.end()), Span(*match.span("sender")), Span(*match.span("stamp")), quoted)


def _named(field: re.Match[str]) -> Span | None:
    """The name in the value of a field, without its address."""
    value, start = field["value"].rstrip(), field.start("value")
    # From the last bracket on, not from each: what others send is as long as they like.
    opening = value.rfind(_OPENING.get(value[-1:], "\n"))
    name = value[:opening] if opening >= 0 and _ADDRESS.fullmatch(value, opening) else value
    bare = name.strip().strip(" \t\"'")
    return Span(first := start + value.index(bare), first + len(bare)) if bare else None


def _stripped(text: str, start: int, end: int) -> Span:
    """The words between two offsets, without blanks and rules at their ends."""
    end = _without_blanks(text, start, end)
    while start < end and _RULE.fullmatch(text, line := max(start, text.rfind("\n", start, end) + 1), end):
        end = _without_blanks(text, start, line)
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _without_blanks(text: str, start: int, end: int) -> int:
    """Where the last word between two offsets ends."""
    while start < end and text[end - 1].isspace():
        end -= 1
    return end
