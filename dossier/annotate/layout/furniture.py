"""What a web page prints around its text: counters, share buttons, teasers of other articles, edit links."""

import re
from collections.abc import Sequence

from dossier.annotate.layout.draft import Draft
from dossier.model.annotation import PassageKind

# Page furniture is printed in pieces and broken anywhere ("View commen / ts"), so it is compared by its letters alone.
_LETTERS = re.compile(r"[^\W\d_]+")
_BUTTON = re.compile(
    r"(?:s|share(?:s|d)?|share(?:this|on|via|with|by)\w*|tweet(?:this)?|retweet|pinit|like(?:s|this)?|follow(?:us|ers)?"
    r"|e?mail(?:this)?|print(?:this|page|article)?|save|bookmark|copylink|(?:view|add|post|leave|show|hide|read|all|no)?"
    r"(?:a)?comments?|facebook|twitter|whatsapp|linkedin|pinterest|reddit|messenger|telegram|sign(?:in|up|out)"
    r"|log(?:in|out)|register|subscribe(?:now)?|newsletter|menu|search|home|close|skip(?:to|ad)\w*|backto(?:top|home)"
    r"|(?:previous|next)(?:article|page|post|story)?|loading|advertis(?:e)?ment|sponsored(?:content)?|ad|topstories"
    r"|(?:story|article)continuesbelow|continuereading|(?:read|show|see|learn|load|view)more|click(?:here|to)\w*"
    r"|(?:privacy|cookie)policy|terms(?:of)?(?:use|service)|allrightsreserved|editthis(?:at|on|page)\w*"
    r"|jumpto\w*|retrievedfrom\w*|scroll(?:down|up)\w*|watch(?:the)?video|playvideo|replay|openinnewtab)"
)
_TEASERS = re.compile(
    r"(?:sharethisarticle|related(?:articles?|stor(?:y|ies)|content|topics?|links?|news|coverage|posts|videos?)"
    r"|more(?:onthisstory|from\w*|stories|news|like(?:this)?|topstories|tocome|toread)|(?:read|up)next|readthisnext"
    r"|youmay(?:also)?like|youmightalsolike|recommended(?:foryou|stories|articles)?|most(?:read|popular|viewed|shared)"
    r"|trending(?:now)?|topstories|editorspicks?|alsoread|dontmiss|whattoreadnext|aroundtheweb|promotedstories)"
)
_COUNTER = re.compile(r"[\d.,]+\s?[kKmM]?\+?")
_MOST_BUTTON_WORDS, _MOST_TEASER_WORDS = 8, 18


def mark_furniture(drafts: Sequence[Draft]) -> None:
    """Settle as boilerplate what is page furniture and not text."""
    for number, draft in enumerate(drafts):
        if draft.settled:
            continue
        letters = "".join(_LETTERS.findall(draft.words.casefold()))
        if draft.count <= _MOST_BUTTON_WORDS and _TEASERS.fullmatch(letters):
            draft.settle(PassageKind.BOILERPLATE)
            _mark_teasers(drafts, number + 1)
        elif draft.count <= _MOST_BUTTON_WORDS and _BUTTON.fullmatch(letters):
            draft.settle(PassageKind.BOILERPLATE)
    _mark_counters(drafts)


def _mark_teasers(drafts: Sequence[Draft], number: int) -> None:
    """Headlines of other articles: the short lines under a title such as "Related articles", up to the next text."""
    for draft in drafts[number:]:
        if draft.settled or draft.kind not in (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM):
            return
        if draft.count > _MOST_TEASER_WORDS or draft.words.endswith((".", ":", ",")):
            return
        draft.settle(PassageKind.BOILERPLATE)


def _mark_counters(drafts: Sequence[Draft]) -> None:
    """Bare numbers beside a button count its clicks."""
    for number, draft in enumerate(drafts):
        if not draft.is_open_paragraph or not _COUNTER.fullmatch(draft.words):
            continue
        around = [*drafts[max(number - 1, 0) : number], *drafts[number + 1 : number + 2]]
        if any(other.settled and other.kind is PassageKind.BOILERPLATE for other in around):
            draft.settle(PassageKind.BOILERPLATE)
