"""The forms of lines that name the author and the day of a document: `By …`, `From: …`, a date by itself."""

import re
from collections.abc import Sequence

_JOINING = r"and|for|of|in|at|on|the|de|van|von|der|la|le|bin|al|pm|am|[&|·–—,-]"
BYLINE = re.compile(
    r"(?:(?i:(?:an? )?(?:exclusive|analysis|column|comment|commentary|essay|report|review|special report|words|story"
    r"|reporting|written)? ?by"
    r"|from our correspondent)):? "
    rf"(?:[A-ZÀ-Þ][\w.'’-]*|{_JOINING})(?:[,;|/&·–—-]* (?:[A-ZÀ-Þ\d][\w.,:'’-]*|{_JOINING}))*[,|]?"
)
FIELD = re.compile(
    r"(?:published|updated|last updated|posted|created|first published|date|from|to|cc|sent|subject|title|authors?"
    r"|reporter|editor|publisher|publication)(?: on| at| by)?\s?:? ?(?=[\w<\"'“‘(])",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
DATE_LINE = re.compile(
    rf"{_WEEKDAY}{_DAY}"
    r"(?:[ ,|·–—-]+(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?)?",
    re.IGNORECASE,
)

MAIL_FIELD = re.compile(r"(from|to|cc|sent|date|subject):\s?\S", re.IGNORECASE)
"""A line of the head of an e-mail or memorandum."""

PLACE_DATE_LINE = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|of|on|upon|de|la|le|am)){{0,3}}, ){{1,3}}"
    rf"(?:the )?(?i:{_WEEKDAY}{_DAY})"
)
"""The head of a letter or communiqué: `Stornmouth, 20 February 1911`."""
PRESS = (
    r"Times|Post|Mail|News|Herald|Journal|Tribune|Guardian|Gazette|Chronicle|Telegraph|Observer|Today|Press|Daily"
    r"|Independent|Standard|Mirror|Magazine|Review|Insider|Online|Weekly|Globe|Examiner|Inquirer|Bulletin|Courier"
    r"|Advertiser|Argus|Dispatch|Echo|Enquirer|Express|Sentinel|Wire"
)
"""Words that newspapers and agencies are called by."""
PRESS_LINE = re.compile(
    rf"(?P<name>(?:The )?(?:[A-ZÀ-Þ][\w.'’&-]* ){{0,4}}(?i:{PRESS}))(?:(?:,| [|·–—-]) ?(?i:{_WEEKDAY}{_DAY}))?"
)
"""A line that names a newspaper, with its day or without: `The Cork Argus, 16 November 1957`."""
SALUTATION = re.compile(
    r"(?:My )?Dear\b[^.!?]{1,60}(?<=[,:—-])|Dear (?:Sirs?|Madam|Sir or Madam)|To whom it may concern[,:]"
)
FAREWELL = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly|ever|respectfully|in \w+(?: \w+)?)"
    r"|(?:very )?(?:sincerely|respectfully|truly)(?: yours)?"
    r"|(?:best|kind|warm) (?:regards|wishes)|with (?:best|kind|warm) (?:regards|wishes))\b",
    re.IGNORECASE,
)
"""What a letter closes with, before the name of who signs."""
DATELINE = re.compile(
    rf"[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{{2,40}}(?:, [A-Z][A-Za-z. ]{{1,20}})??"
    rf"(?:, (?:(?P<day>(?i:{_DAY}))|(?i:{_MONTH}) \d{{1,2}}))?(?: \((?P<agency>[A-Z][\w. ]{{1,30}})\))? ?[-–—] "
)
"""The opening of an agency's report: `CORK, May 3, 2004 (Reuters) - `. Any dash after capitals fits: see the groups."""


def is_mail_head(lines: Sequence[str]) -> bool:
    """Whether lines fill in at least two fields of a letter's head, the sender among them."""
    found = [match[1].casefold() for match in map(MAIL_FIELD.match, lines) if match]
    return len(found) >= 2 and "from" in found


def is_byline(words: str) -> bool:
    """Whether a short passage does nothing but name authors, or a day, or fill in a field such as `Published:`."""
    if BYLINE.fullmatch(words) or DATE_LINE.fullmatch(words) or PLACE_DATE_LINE.fullmatch(words):
        return True
    press = PRESS_LINE.fullmatch(words)
    if press and press["name"] != words:
        return True
    field = FIELD.match(words)
    return bool(field and (":" in field[0] or DATE_LINE.search(words)) and not words.endswith((".", "!", "?")))


def names_press(words: str) -> bool:
    """Whether a line does nothing but name a newspaper or agency, with its day or without."""
    return bool(PRESS_LINE.fullmatch(words))
