"""Numbers with their unit, their currency or what they count, in documents of many kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.annotate.dates import find_dates
from dossier.annotate.layout import lay_out
from dossier.annotate.quantities import find_quantities
from dossier.annotate.quantities.numbers import numbers
from dossier.annotate.quantities.units import unit_at
from dossier.annotate.reading import read_passages
from dossier.model.manifest import DEFAULT_MODEL
from dossier.model.source import Source
from dossier.read.plain import plain_blocks


@pytest.fixture(scope="session")
def language_model():
    from dossier.annotate.language import Pipeline  # noqa: PLC0415

    return Pipeline(DEFAULT_MODEL)


@pytest.fixture
def find(language_model):
    def make(text):
        passages = lay_out(Source("s1", "one.txt", "0" * 64, "text", text, plain_blocks(text)))
        sentences, _ = read_passages(text, passages, [], language_model)
        return find_quantities(text, passages, sentences, find_dates(text, passages))

    return make


def one(found):
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("two", 2, 2), ("2", 2, 2), ("2.5", 2.5, 2.5), ("1,300", 1300, 1300), ("1.3 million", 1.3e6, 1.3e6),
        ("a dozen", 12, 12), ("half a dozen", 6, 6), ("twenty-nine", 29, 29), ("two hundred and five", 205, 205),
        ("one hundred and twenty thousand", 120_000, 120_000), ("two and a half million", 2.5e6, 2.5e6),
        ("between 3 and 5", 3, 5), ("ten to twelve", 10, 12), ("15–20", 15, 20), ("3 to 5 million", 3e6, 5e6),
        ("at least 12", 12, None), ("more than forty", 40, None), ("up to 40", None, 40), ("no fewer than 9", 9, None),
        ("2½", 2.5, 2.5), ("three million", 3e6, 3e6), ("several", 2, None), ("1\u202f300", 1300, 1300),
    ],
)  # fmt: skip
def test_a_number_has_its_value_in_figures_and_in_words(words, low, high):
    text = f"They counted {words} of them."
    number = one(list(numbers(text, 0, len(text))))
    assert (number.low, number.high) == (low, high)
    assert text[number.start : number.end] == words


def test_a_line_of_spaces_hides_no_number():
    text = f"Some{' ' * 20_000}of over 40 crates,{' ' * 20_000}at most 7."
    found = list(numbers(text, 0, len(text)))
    assert [(number.low, number.high) for number in found] == [(40, None), (None, 7)]
    assert text[found[0].start : found[0].end] == "over 40"


@pytest.mark.parametrize(
    "words",
    [
        "flight MS-09", "version 2.5.1", "won 3-1", "at 10:30", "the 5th", "Pad 1/5", "2018-051A", "the 1990s",
        "six five four",
    ],
)  # fmt: skip
def test_scores_versions_times_and_identifiers_are_no_numbers(words):
    assert not list(numbers(words, 0, len(words)))


@pytest.mark.parametrize(
    ("text", "unit", "base", "least", "most"),
    [
        ("A 2\u00a0mm hole was found.", "millimeter", "meter", 0.0015, 0.0025),
        ("The hole was 0.07 inches wide.", "inch", "meter", 0.065 * 0.0254, 0.075 * 0.0254),
        ("The dam is 30 metres high.", "meter", "meter", 25, 35),
        ("She was a steamer of 612 tons.", "ton", "kilogram", 611.5 * 907.18474, 612.5 * 907.18474),
        ("Winds reached 120 km/h.", "kilometer / hour", "meter / second", 115 / 3.6, 125 / 3.6),
        ("Shares fell 6 percent.", "percent", "percent", 5.5, 6.5),
        ("The fire burned 40 square miles.", "mile ** 2", "meter ** 2", 35 * 2589988.110336, 45 * 2589988.110336),
        ("They paid $4.1 billion.", "dollar", "dollar", 4.05e9, 4.15e9),
        ("They paid £5m for it.", "pound", "pound", 4.5e6, 5.5e6),
        ("It cost 50 million dollars.", "dollar", "dollar", 45e6, 55e6),
        ("The water was 30 degrees Celsius.", "degree_Celsius", "kelvin", 298.15, 308.15),
        ("She sank in twenty minutes.", "minute", "second", 900, 1500),
        ("He weighed 82 kg.", "kilogram", "kilogram", 81.5, 82.5),
    ],
)
def test_a_measure_has_its_unit_and_what_it_can_be_in_the_base_unit(find, text, unit, base, least, most):
    quantity = one(find(text))
    assert (quantity.unit, quantity.base) == (unit, base)
    assert (quantity.least, quantity.most) == pytest.approx((least, most))


@pytest.mark.parametrize(
    ("text", "counted", "least", "most"),
    [
        ("At least 12 people were killed.", "people", 12, None),
        ("The boat carried 239 passengers.", "passenger", 239, 239),
        ("Eighteen were lost.", "", 18, 18),
        ("The blast left 15 dead.", "dead", 15, 15),
        ("The death toll rose to 17.", "", 17, 17),
        ("Some 200 homes burned.", "home", 150, 250),
        ("Multiple holes were drilled.", "hole", 1.5, None),
        ("Hundreds of letters were found.", "letter", None, None),
    ],
)
def test_a_count_has_the_noun_it_counts_and_is_exact_unless_softened(find, text, counted, least, most):
    quantity = one(find(text))
    assert quantity.counted == counted
    if least is not None:
        assert (quantity.least, quantity.most) == (least, most)


@pytest.mark.parametrize(
    "text",
    [
        "Flight 370 vanished.", "The trial opened on 12 March 1984.", "It sat on 3, 4 and 6 February 1911.",
        "The 51-year-old man was charged.", "She left at 9.40 p.m. in the rain.", "He called at 10 am.",
        "It was one of the best.", "Two thirds agreed.", "See Article 3.",
    ],
)  # fmt: skip
def test_dates_times_ages_and_names_with_numbers_are_no_quantities(find, text):
    assert not find(text)


def test_a_part_of_a_whole_is_marked(find):
    for text in ("Two of the crew died.", "Another 30 people were hurt.", "He and two other men fled."):
        assert one(find(text)).partial, text


def test_a_price_keeps_what_it_is_reckoned_by(find):
    assert one(find("They offered $39.50 a share.")).per == "share"


def test_a_measure_before_its_noun_knows_the_noun(find):
    quantity = one(find("They closed the $4.1 billion deal."))
    assert quantity.measured.of("They closed the $4.1 billion deal.") == "deal"


@given(st.text(alphabet="0123456789 .,-–½$£%aounthdreiwvmfyksb\n\u00a0", max_size=80))
def test_any_text_gives_ordered_numbers_inside_it_with_ordered_bounds(text):
    end = 0
    for number in numbers(text, 0, len(text)):
        assert end <= number.start < number.end <= len(text)
        end = number.end
        if number.low is not None and number.high is not None:
            assert number.low <= number.high


@given(st.integers(0, 999_999_999))
def test_a_figure_with_thousands_marks_is_read_as_the_number(value):
    text = f"{value:,}"
    assert one(list(numbers(text, 0, len(text)))).low == value


@given(st.integers(1, 10_000), st.sampled_from(["mm", "km", "kg", "feet", "miles", "hectares", "litres"]))
def test_a_unit_converts_in_proportion(value, word):
    unit = unit_at(f"{value} {word}", len(str(value)), 100, large=False)
    assert unit is not None
    assert unit.factor > 0
    assert unit.offset == 0


def test_the_number_of_a_paragraph_is_no_quantity(find):
    text = "1.2 Three sailors were hurt. 287 were saved.\n\n1.3 Four boats were lost.\n"
    assert [(quantity.low, quantity.span.of(text)) for quantity in find(text)] == [
        (3, "Three sailors"), (287, "287"), (4, "Four boats"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "low", "base"),
    [
        ("The debt was EUR 140m at the year end.", 140e6, "euro"),
        ("It was bought for USD 1.85 billion.", 1.85e9, "dollar"),
        ("They made a bid of 612 mln euros.", 612e6, "euro"),
        ("The company puts the number at 310.", 310, ""),
        ("They sold the yard to a firm in Cork for forty-eight million.", 48e6, ""),
    ],
)
def test_codes_of_currencies_and_numbers_that_stand_alone(find, text, low, base):
    found = one(find(text))
    assert (found.low, found.base) == (low, base)


@pytest.mark.parametrize("text", ["The crew pumped out No. 2 hold.", "The flooding of No. 7 tank was found."])
def test_the_number_of_one_of_its_like_counts_nothing(find, text):
    assert find(text) == ()
