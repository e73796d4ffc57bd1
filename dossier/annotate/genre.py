"""What kind of document a source is, from the signs of its form; none where these do not suffice."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from dossier import lexis
from dossier.annotate.bylines import BYLINE, DATELINE, FAREWELL, is_mail_head
from dossier.messages import messages
from dossier.model.annotation import Passage, PassageKind, Quotation, Stated

_EDIT_LINK = re.compile(r"Edit this (?:at|on) \w+|\bthe free encyclopedia\b")
_DEFINITION = re.compile(r"[A-ZÀ-Þ].{0,160}?\b(?:was|is|were|are) (?:an?|the|one)\b")
_LIFE_DATES = re.compile(r".{0,150}?\((?:[^()]*\bborn\b[^()]*|[^()]*\d{3,4}[^()]*[–-][^()]*\d{3,4}[^()]*)\)")
_MARKER = re.compile(r"\[\d{1,3}\]")
_BACK_LINK = re.compile(r"(?:\d+\.\s*)?\^\s")
_DEAR = re.compile(r"(?:To:?\s+)?(?:My )?Dear\b[^.!?]{1,60}[,:—-]?$")
_INTERVIEW = re.compile(r"\binterview(?:s|ed|ee)?\b", re.IGNORECASE)
_TURN = re.compile(r"(?:Q|A)\s?[.:]\s|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?: ?\([^()]{1,40}\))?:\s")
_LABEL = re.compile(
    r"[*_]*((?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|St)\. ?)?[A-ZÀ-Þ][\w'’-]*\.?(?: [A-ZÀ-Þ][\w'’-]*\.?){0,3}):[*_]* \S"
)
"""A turn with the name of who speaks in small letters: `Mr Oakes: …`, `The Chair: …`."""
_FEWEST_TURNS = 4
_ADDRESS = re.compile(
    r"(?:Madam|Mr\.?|Mister|Mrs\.?) (?:Speaker|President|Chair(?:man|woman|person)?|Chancellor)\b"
    r"|(?:My )?[Ff]ellow \w+|Ladies and gentlemen|Thank you\b|Good (?:morning|afternoon|evening)\b"
)
_SPEECH_TITLE = re.compile(r"\b(?:speech|remarks|address to|inaugural address|statement to)\b", re.IGNORECASE)
_REPORT_TITLE = re.compile(r"\b(?:report|inquiry|investigation|findings|assessment|audit)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.) \w")
_REPORTING = re.compile(r"\b(?:said|says|told|added|according to|reported|announced|claimed|stated|confirmed)\b")
_RECENT = re.compile(
    r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last (?:week|month|night)|this (?:week|morning)"
    rf"|[Oo]n (?:{'|'.join(lexis.MONTHS)}) \d{{1,2}}"
    r"(?!,? \d))\b"
)
_LEAD = 6


def genre(text: str, passages: Sequence[Passage], quotations: Sequence[Quotation]) -> Iterator[Stated]:
    """The kind of a document: at most one of `chat`, `encyclopedia article`, `e-mail`, `letter`, `interview`,
    `transcript`, `speech`, `report`, `news article`."""
    form = _Form(text, passages, quotations)
    tests: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("chat", form.is_chat),
        ("encyclopedia article", form.is_encyclopedia),
        ("e-mail", form.is_mail),
        ("letter", form.is_letter),
        ("interview", form.is_interview),
        ("transcript", form.is_transcript),
        ("speech", form.is_speech),
        ("report", form.is_report),
        ("news article", form.is_news),
    )
    for kind, test in tests:
        if test():
            yield Stated("kind", kind, None, f"form of the document: {kind}")
            return


class _Form:
    """The signs of a document's form."""

    def __init__(self, text: str, passages: Sequence[Passage], quotations: Sequence[Quotation]) -> None:
        self._text = text
        self._passages = passages
        self._words = [passage.span.of(text) for passage in passages]
        self._body = [
            words for words, passage in zip(self._words, passages, strict=True) if passage.kind is PassageKind.PARAGRAPH
        ]
        first = next((number for number, p in enumerate(passages[:3]) if p.kind is PassageKind.HEADING), None)
        self._title = "" if first is None else self._words[first]
        self._speech = sum(q.closed and sum(map(len, q.parts)) > 25 for q in quotations)

    def _count(self, pattern: re.Pattern[str]) -> int:
        return sum(bool(pattern.match(words)) for words in self._words)

    def _kinds(self, kind: PassageKind) -> int:
        return sum(passage.kind is kind for passage in self._passages)

    def is_chat(self) -> bool:
        """Lines with a stamp and a sender each."""
        return any(one.chat for one in messages(self._text))

    def is_encyclopedia(self) -> bool:
        """Two of: infobox, back-linked references, edit links, life dates, a defining first sentence with markers."""
        lead = self._body[0] if self._body else ""
        signs = (
            sum(passage.label is not None for passage in self._passages) >= 3,
            sum(bool(_BACK_LINK.match(words)) for words in self._words) >= 2,
            any(_EDIT_LINK.search(words) for words in self._words if len(words) < 80),
            bool(_LIFE_DATES.match(lead)),
            bool(_DEFINITION.match(lead)) and sum(bool(_MARKER.search(words)) for words in self._body) >= 2,
        )
        return sum(signs) >= 2

    def is_mail(self) -> bool:
        """A head with the sender at the top."""
        return is_mail_head(self._words[:_LEAD])

    def is_letter(self) -> bool:
        """A salutation near the top and a farewell near the end."""
        opened = any(_DEAR.match(words.split("\n")[0]) for words in self._words[:_LEAD])
        return opened and any(FAREWELL.match(words) for words in self._words[-_LEAD:])

    def is_interview(self) -> bool:
        """Called one near the top, and with at least three short questions as paragraphs."""
        called = any(_INTERVIEW.search(words) for words in self._words[:_LEAD])
        return called and sum(words.endswith("?") and len(words) < 400 for words in self._words) >= 3

    def is_transcript(self) -> bool:
        """At least four turns with their speaker in front, a third of the paragraphs or more."""
        fewest = max(_FEWEST_TURNS, len(self._body) / 3)
        return self._count(_TURN) >= fewest or self._turns() >= fewest

    def _turns(self) -> int:
        """How many paragraphs begin with a name and a colon, where at least two such names come again."""
        labels = Counter(found[1] for found in map(_LABEL.match, self._words) if found)
        again = sum(times > 1 for times in labels.values())
        return labels.total() if again > 1 else 0

    def is_speech(self) -> bool:
        """Opens by addressing its hearers, or is called a speech; without speech of others."""
        addressed = any(_ADDRESS.match(words) for words in self._body[:2])
        return (addressed or bool(_SPEECH_TITLE.search(self._title))) and self._speech <= len(self._body) / 4

    def is_report(self) -> bool:
        """Called a report, inquiry or the like, and with at least three numbered parts."""
        return bool(_REPORT_TITLE.search(self._title)) and self._count(_NUMBERED) >= 3

    def is_news(self) -> bool:
        """Three signs where one is of a page of news, four where only the nearness of the day speaks for it.

        An author's line is a sign, but none of news: books have it, too.
        """
        lines = [words for words, p in zip(self._words, self._passages, strict=True) if p.kind is PassageKind.BYLINE]
        page = (
            any(not BYLINE.match(words) for words in lines),
            any(found and (found["day"] or found["agency"]) for found in map(DATELINE.match, self._body[:2])),
            self._kinds(PassageKind.CAPTION) > 0,
            any(p.kind is PassageKind.BOILERPLATE and not p.marks for p in self._passages),
        )
        recent = any(_RECENT.search(words) for words in self._body)
        reporting = sum(len(_REPORTING.findall(words)) for words in self._body)
        signs = sum((*page, bool(lines), recent, bool(self._title), reporting >= 3, self._speech >= 3))
        return reporting >= 2 and ((any(page) and signs >= 3) or (recent and signs >= 4))
