"""What holds for any case: exact offsets, no overlap, no influence of order, of strangers or of the hash seed."""

import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naming import document, forms, people, resolved

from dossier.model.manifest import Manifest
from dossier.resolve.names import resolve_names

DOCUMENTS = (
    document("a.txt", "Captain [Josiah Pell|PERSON] of the SS Margaret Allison spoke. Mr. Pell wept in [Leith|GPE]."),
    document(
        "b.txt", "[J. Pell|PERSON] and [Mary Pell|PERSON] met the [Board of Trade|ORG] (BoT). [Pell|PERSON] left."
    ),
    document("c.txt", "The [BoT|ORG] wrote to [Pell|PERSON]. [Margaret Allison|PERSON] was lost off [Leith|GPE]."),
    document("d.txt", "PELL, Josiah\nBy MARY PELL\nThe [Board|ORG] met [Yevgeny Lyubimov|PERSON] (Евгений Любимов)."),
)
STRANGER = document("z.txt", "[Wilhelmina Zuiderveld|PERSON] painted in [Delft|GPE] for the [Guild of Saint Luke|ORG].")
WORDS = st.sampled_from(
    ["Pell", "Josiah", "J.", "Mrs.", "PELL", "Leith", "said", "the", "captain", ",", "of", "Jr.", "(BoT)", "Board", "é",
     "Любимов", "MS-09", "’s", "@pell", "\n", "von", "X", "1"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@given(st.permutations(DOCUMENTS))
@settings(deadline=None, max_examples=24)
def test_the_order_of_documents_never_matters(order: list) -> None:
    assert resolve_names(order, Manifest()) == resolve_names(DOCUMENTS, Manifest())


@pytest.mark.parametrize("left_out", range(len(DOCUMENTS)))
def test_an_unrelated_document_joins_nobody(left_out: int) -> None:
    case = [item for index, item in enumerate(DOCUMENTS) if index != left_out]
    before = {e.id: e for e in resolve_names(case, Manifest())}
    after = {e.id: e for e in resolve_names([*case, STRANGER], Manifest())}
    assert before.items() <= after.items()


@given(st.lists(TEXTS, min_size=1, max_size=3, unique=True))
@settings(deadline=None, max_examples=60)
def test_mentions_stand_where_they_say_and_never_overlap(texts: list[str]) -> None:
    case = [document(f"{n}.txt", text) for n, text in enumerate(texts) if text.strip()]
    source = {d.source.id: d.source.text for d in case}
    entities = resolve_names(case, Manifest())
    assert len({e.id for e in entities}) == len(entities)
    spans = sorted((m.source, m.span) for e in entities for m in e.named)
    assert all(m.span.of(source[m.source]) == m.text for e in entities for m in e.mentions)
    assert all(a[0] != b[0] or a[1].end <= b[1].start for a, b in pairwise(spans))


def test_the_hash_seed_never_matters() -> None:
    script = "import test_names_properties as t; print(t.resolve_names(t.DOCUMENTS, t.Manifest()))"
    outputs = set()
    for seed in ("0", "1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.path.dirname(__file__)}
        run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
        outputs.add(run.stdout)
    assert len(outputs) == 1


def test_an_empty_case_and_one_of_one_line_have_nobody() -> None:
    assert resolve_names([], Manifest()) == ()
    assert people(document("a.txt", "ok")) == {}


def test_a_name_of_500_letters_is_nobody() -> None:
    assert people(document("a.txt", f"[{'Ab' * 250}|PERSON] said so.")) == {}


def test_capitals_throughout_invent_nobody() -> None:
    assert people(document("a.txt", "[THE WHOLE TOWN|PERSON] WAS ON THE QUAY WHEN THE [STEAMER|PERSON] CAME IN")) == {}


def test_ten_thousand_names_in_one_document_are_all_kept() -> None:
    names = [f"Ada B{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}rne" for n in range(10_000)]
    entities = resolved(document("a.txt", "\n".join(f"[{name}|PERSON] signed." for name in names)))
    assert sum(len(e.mentions) for kind in entities.values() for e in kind.values()) == 10_000


FAMILY = ("Pell", "Orde", "Voss")
OTHERS = ("Zuiderveld", "Quist", "Brandvold")
SAYINGS = ("[{0} {1}|PERSON] spoke.", "[{0[0]}. {1}|PERSON] wrote it.", "[{1}|PERSON] said so.", "Mrs. {1} wept.",
           "[{0}|PERSON] laughed.", "{2}: a list.", "Captain {1} sank.", "[{1}, {0}|PERSON]")  # fmt: skip


def told(family: tuple[str, ...], given: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Texts that name people with such names."""
    saying = st.builds(
        lambda form, first, last: form.format(first, last, last.upper()),
        st.sampled_from(SAYINGS), st.sampled_from(given), st.sampled_from(family),
    )  # fmt: skip
    return st.lists(saying, min_size=1, max_size=6).map(" ".join)


@given(
    st.lists(told(FAMILY, ("Josiah", "John", "Mary")), min_size=1, max_size=3, unique=True),
    told(OTHERS, ("Lowell", "Wilhelmina", "Siegfried")),
)
@settings(deadline=None, max_examples=80)
def test_a_document_about_others_never_joins_two_people(texts: list[str], other: str) -> None:
    case = [document(f"{n}.txt", text) for n, text in enumerate(texts)]
    before = {frozenset((m.source, m.span) for m in e.mentions) for e in resolve_names(case, Manifest())}
    after = {
        frozenset((m.source, m.span) for m in e.mentions)
        for e in resolve_names([*case, document("z.txt", other)], Manifest())
    }
    assert before <= after


@given(st.permutations(("Wale Cole", "Tunde Cole", "Cole", "Mrs. Cole", "Folake Adenuga-Cole", "W. Cole")))
@settings(deadline=None, max_examples=40)
def test_two_given_names_are_never_one_person(names: list[str]) -> None:
    found = people(*(document(f"{n}.txt", f"It was [{name}|PERSON] again.") for n, name in enumerate(names)))
    for person in found.values():
        assert len({"Wale Cole", "Tunde Cole", "Folake Adenuga-Cole"} & forms(person)) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Der Verband der Reeder sprach von einer Katastrophe für die Häfen im Norden. Die Ministerin schwieg.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit. Sed do eiusmod tempor. Ut enim ad minim veniam.",
        "XKCD QZ 99 foo_bar() { return 0x7f; } // TODO Fix Later",
        "Министерство отказалось от комментариев. Трое вооружённых мужчин вошли в банк.",
        "銀行に三人の男が押し入った。",
        "🚢 🚢 ___ *** 1/2 §§ 12-34",
    ],
)
def test_a_document_of_another_language_or_of_none_invents_nobody(text: str) -> None:
    assert people(document("a.txt", text)) == {}
