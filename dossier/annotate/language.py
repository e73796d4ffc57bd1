"""The one door to spaCy: a pipeline by name or path, asked for sentences, tokens and entities of plain strings.

Nothing of spaCy leaves this module: results are records with offsets into the string that was given.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy import about
from spacy.language import Language
from spacy.symbols import AUX, VERB
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from dossier.annotate.ruler import remembering
from dossier.errors import ModelError
from dossier.model.annotation import Token

_BATCH_TEXTS, _BATCH_CHARACTERS = 64, 20_000
"""What the model works on at once: its memory grows with it, by about 3 kB a character; more makes it no faster."""
_SHORT = re.compile("[bcdfghjklmnpqrstvwxz]+[aeiou][bcdfghjklmnpqrstvz]")
"""English verbs that double their last consonant before -ed and -ing: one syllable, one vowel, one consonant."""
_NOT_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_LABELS = {"PER": "PERSON", "persName": "PERSON", "orgName": "ORG", "placeName": "GPE", "geogName": "LOC"}
"""Entity labels of other pipelines (WikiNER; NKJP) in the OntoNotes scheme; those not named here stay as they are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model sees in one string; offsets are into that string."""

    sentences: tuple[tuple[Token, ...], ...]
    entities: tuple[tuple[int, int, str], ...]
    """Start, end, label in the OntoNotes scheme; names only."""


class Pipeline:
    """A loaded spaCy pipeline."""

    def __init__(self, name: str) -> None:
        """Load the pipeline installed as `name` or lying in the folder `name`.

        Raises `ModelError` when it is missing, does not fit the installed spaCy, or finds no names.
        """
        self._nlp = _load(name)
        self.language: str = self._nlp.lang or ""
        """ISO 639 code of the language it was made for."""
        self._lemmas: dict[tuple[int, int, int, int], str] = {}
        self._lemmatizer: Any = None
        if "lemmatizer" in self._nlp.pipe_names:
            self._lemmatizer = self._nlp.get_pipe("lemmatizer")
            self._nlp.disable_pipe("lemmatizer")
        self._ruler = remembering(self._nlp)
        _keep_hyphenated_names(self._nlp)
        if "parser" not in self._nlp.pipe_names:
            self._nlp.add_pipe("sentencizer", config={"overwrite": False})

    def read(self, texts: Iterable[str]) -> Iterator[Reading]:
        """Read each text by itself.

        All are parsed: leaving out those in which nothing is said, dated or quoted saves 1 % of the time, because four
        fifths of all words of prose stand in the others (measured on ninety documents of eight kinds).
        """
        for batch in _batches(texts):
            for doc in self._nlp.pipe(batch, batch_size=_BATCH_TEXTS):
                yield self._reading(self._ruler(doc) if self._ruler else doc)

    def _reading(self, doc: Doc) -> Reading:
        sentences = tuple(self._tokens(sentence) for sentence in doc.sents)
        entities = tuple(
            (entity.start_char, entity.end_char, _LABELS.get(entity.label_, entity.label_))
            for entity in doc.ents
            if entity.label_ not in _NOT_NAMES
        )
        return Reading(tuple(tokens for tokens in sentences if tokens), entities)

    def _tokens(self, sentence: Any) -> tuple[Token, ...]:
        first = sentence.start
        return tuple(
            Token(
                token.idx,
                token.idx + len(token),
                self._lemma(token),
                token.pos_,
                token.tag_,
                token.dep_,
                token.head.i - first if token.dep else token.i - first,
            )
            for token in sentence
        )

    def _lemma(self, token: SpacyToken) -> str:
        """The lemma, worked out once for a word and its grammar: five times faster than the pipeline's own component.

        The lemmatizer keeps what it finds by word and part of speech alone, though it goes by the whole morphology:
        what it kept is forgotten, or a lemma would depend on the documents read before.
        """
        if token.lemma:
            # Set by the pipeline's rules for irregular words, which its lemmatizer leaves alone.
            return token.lemma_
        key = (token.orth, token.tag, token.pos, hash(token.morph))
        lemma = self._lemmas.get(key)
        if lemma is None:
            lemma = self._looked_up(token) if self._lemmatizer else token.lower_
            if self.language == "en" and _lost_its_e(token.lower_, lemma):
                lemma += "e"
            self._lemmas[key] = lemma
        return lemma

    def _looked_up(self, token: SpacyToken) -> str:
        """What the pipeline's lemmatizer finds; an auxiliary, for which it has no rules, is looked up as a verb."""
        self._lemmatizer.cache.clear()
        part_of_speech = token.pos
        if part_of_speech == AUX:
            token.pos = VERB
        lemma = str(self._lemmatizer.lemmatize(token)[0])
        token.pos = part_of_speech
        return lemma


def _lost_its_e(form: str, lemma: str) -> bool:
    """Whether a lemma lacks its last letter: English doubles the consonant of `hop` in `hopped` and `hopping`, so that
    `hoped` and `hoping` are of `hope`, which the pipeline's rules miss."""
    return bool(_SHORT.fullmatch(lemma)) and form in {f"{lemma}ed", f"{lemma}ing"}


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    characters = 0
    for text in texts:
        if batch and (len(batch) == _BATCH_TEXTS or characters + len(text) > _BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(text)
        characters += len(text)
    if batch:
        yield batch


def _load(name: str) -> Language:
    try:
        nlp = spacy.load(name, exclude=["senter"])
    except OSError as error:
        if Path(name).is_absolute():
            raise ModelError(
                f"There is no spaCy pipeline in {name}; name as 'model' in dossier.toml the folder that holds its "
                f"config.cfg, or an installed pipeline by its name"
            ) from error
        raise ModelError(
            f"The language model '{name}' is not installed; install it ('pip install {name.replace('_', '-')}', or "
            f"'python -m spacy download {name}' for spaCy's own), or set 'model' in dossier.toml to one that is"
        ) from error
    except (ValueError, KeyError, TypeError, ImportError) as error:
        raise ModelError(
            f"The language model '{name}' does not load with spaCy {about.__version__} ({_first_line(error)}); install "
            f"the version that fits, or the packages it needs, or set another 'model' in dossier.toml"
        ) from error
    wanted = nlp.meta.get("spacy_version", "")
    if wanted and not spacy.util.is_compatible_version(about.__version__, wanted):
        raise ModelError(
            f"The language model '{name}' {nlp.meta.get('version', '')} needs spaCy {wanted}, and {about.__version__} "
            f"is installed; install the version of the model that fits, or set another 'model' in dossier.toml"
        )
    if "ner" not in nlp.pipe_names:
        raise ModelError(f"The language model '{name}' has no 'ner' to find names; set another 'model' in dossier.toml")
    return nlp


def _first_line(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error)).strip()[:200]


def _keep_hyphenated_names(nlp: Language) -> None:
    """Do not split `Saint-Jacques`: a hyphen between two parts that both begin with a capital stays inside a token."""
    tokenizer: Any = nlp.tokenizer
    split = getattr(tokenizer, "infix_finditer", None)
    if split is None:
        return

    def infixes(string: str) -> list[re.Match[str]]:
        return [match for match in split(string) if not _joins_names(string, match)]

    tokenizer.infix_finditer = infixes


def _joins_names(string: str, match: re.Match[str]) -> bool:
    if match[0] != "-":
        return False
    before = re.split(r"\W", string[: match.start()])[-1]
    return before[:1].isupper() and string[match.end() : match.end() + 1].isupper()
