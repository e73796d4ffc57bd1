"""What became of people, by the words that tell how many: killed, hurt, missing, saved, aboard, arrested, driven out,
or taking part."""

from dossier.assemble.clauses import children, subjects_of, subtree
from dossier.assemble.words import group_nouns
from dossier.model.annotation import Sentence

_TOLLS = {
    "killed": {"kill", "die", "dead", "death", "fatality", "perish", "drown", "toll"},
    "hurt": {"injure", "wound", "hurt", "injury", "casualty"},
    "ill": {"sicken", "infect", "ill", "sick", "illness", "infection"},
    "in hospital": {"hospitalize", "hospitalise"},
    "missing": {"missing"},
    "survivors": {"survivor", "survive"},
    "aboard": {"aboard", "board"},
    "arrested": {"arrest", "detain"},
    "evacuated": {"evacuate", "evacuation", "evacuee", "displace"},
    "taking part": {"march", "demonstrate", "protest", "rally", "crowd", "turnout", "picket"},
}
"""The counts that reports of one affair give most often."""
_LOST = frozenset({"lose", "loss"})
_BROUGHT = frozenset({"take", "bring", "rush", "airlift", "admit", "send", "carry"})
"""Verbs that bring the hurt to hospital."""
_STAYING = frozenset({"be", "lie", "remain", "stay"})
_HOMES = frozenset({"home", "house"})
_TOLL_NOUNS = frozenset({"death", "fatality", "injury", "casualty", "arrest"})
_STEPS = 4
ANYBODY = frozenset({
    "", "people", "person", "life", "soul", "hand", "body", "victim", "individual", "dead", "human", "man", "citizen",
    "survivor", "evacuee", "resident", "inhabitant",
})  # fmt: skip
"""Nouns by which people are counted whoever they are: lives, hands, souls; general lists do not set them apart."""


def is_toll_noun(noun: str) -> bool:
    """Whether a noun counts what became of people by itself: `nine deaths`."""
    return noun in _TOLL_NOUNS


def toll(sentence: Sentence, at: int) -> str:
    """What became of the people counted at a token: told by the word itself, what hangs on it, or what it hangs on;
    empty where nothing is told of them."""
    return next(filter(None, (_told_by(sentence, index, at) for index in _words(sentence, at))), "")


def _words(sentence: Sentence, at: int) -> list[int]:
    """The words that can tell it, the nearest first."""
    tokens, below = sentence.tokens, children(sentence)
    words = [at, *(i for i in below[at] if tokens[i].dep in {"acl", "amod", "prep", "relcl", "acomp", "advmod"})]
    words += [j for i in words for j in below[i] if tokens[i].dep == "prep"]
    above = at
    for _ in range(_STEPS):
        if tokens[above].head == above or _is_of_group(sentence, above):
            break
        above = tokens[above].head
        words.append(above)
        if tokens[above].pos in {"VERB", "AUX"}:
            words += _with_verb(sentence, at, above)
            break
    return words


def _is_of_group(sentence: Sentence, at: int) -> bool:
    """Whether it tells how many a group are: `a party of nine`, but `losses of nine killed`."""
    token = sentence.tokens[at]
    told = [t.tag for t in sentence.tokens[at + 1 : at + 2]]
    link = sentence.tokens[token.head]
    is_group = sentence.tokens[link.head].lemma.casefold() in group_nouns() - {"toll", "total", "number"}
    return token.dep == "pobj" and link.lemma == "of" and token.pos == "NUM" and is_group and told != ["VBN"]


def _with_verb(sentence: Sentence, at: int, verb: int) -> list[int]:
    """What goes with the verb: `left dead`, `was on strike`, `are known to have died`, `had to leave`."""
    tokens, below = sentence.tokens, children(sentence)
    words = [i for i in below[verb] if tokens[i].dep in {"oprd", "acomp", "advmod"}]
    words += [j for i in below[verb] if tokens[i].dep == "prep" for j in below[i]]
    if tokens[at].dep in {"nsubj", "nsubjpass"}:
        words += [i for i in below[verb] if tokens[i].dep == "xcomp"]
    if tokens[at].dep == "pobj":  # `the number of people killed rose to 23`
        words += [j for i in subjects_of(sentence, verb) for j in subtree(below, i)]
    return words


def _told_by(sentence: Sentence, index: int, at: int) -> str:
    """What one word tells to have become of them."""
    tokens = sentence.tokens
    lemma = tokens[index].lemma.casefold()
    if lemma == "carry" and tokens[at].lemma.casefold() in {"passenger", "people", "person"}:
        return "aboard"
    told = next((name for name, words in _TOLLS.items() if lemma in words), "")
    return told or _in_places(sentence, index, at) or _in_phrases(sentence, index)


def _in_places(sentence: Sentence, index: int, at: int) -> str:
    """`Is in hospital`, `was taken to hospital`, but not `works at the hospital`; `on strike`, `a strike of forty`, but
    not `was struck`."""
    tokens = sentence.tokens
    token, link = tokens[index], tokens[tokens[index].head]
    lemma, above = token.lemma.casefold(), tokens[link.head].lemma.casefold()
    if token.pos != "NOUN" or lemma not in {"strike", "hospital"}:
        return ""
    under = token.dep == "pobj"
    if lemma == "strike":
        of = tokens[tokens[at].head]
        theirs = of.head == index and of.lemma in {"of", "by"}
        return "taking part" if theirs or (under and link.lemma == "on") else ""
    return "in hospital" if under and (above in _BROUGHT or (link.lemma == "in" and above in _STAYING)) else ""


def _in_phrases(sentence: Sentence, index: int) -> str:
    """`Were lost`, `the loss of`, `lost their lives`; `took part`, `walked out`; `left their homes`."""
    tokens, below = sentence.tokens, children(sentence)
    lemma = tokens[index].lemma.casefold()
    objects = {tokens[i].lemma.casefold() for i in below[index] if tokens[i].dep == "dobj"}
    if lemma in _LOST and (_is_passive(sentence, index) or tokens[index].pos == "NOUN" or "life" in objects):
        return "killed"
    out = any(tokens[i].lemma.casefold() == "out" for i in below[index])
    if (lemma == "take" and "part" in objects) or (lemma == "walk" and out):
        return "taking part"
    homes = [i for i in below[index] if tokens[i].dep == "dobj" and tokens[i].lemma.casefold() in _HOMES]
    theirs = any(tokens[j].lemma.casefold() == "their" for i in homes if tokens[i].tag == "NNS" for j in below[i])
    return "evacuated" if (lemma == "flee" and homes) or (lemma == "leave" and theirs) else ""


def _is_passive(sentence: Sentence, verb: int) -> bool:
    return any(t.head == verb and t.dep in {"auxpass", "nsubjpass"} for t in sentence.tokens)
