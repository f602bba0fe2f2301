from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection.fields import FieldReader
from leaterms.language import tokenize

READER = FieldReader(
    {"wachten": ("wachtlijst", "vol"), "voorrang": ("loten", "broertje"), "kind": ("kind",)}
)


def read(text: str) -> Counter[str]:
    return READER.read(tokenize(text))


def test_words_are_found_in_any_inflection():
    assert read("Kinderen loten") == Counter({"kind": 1, "voorrang": 1, "kind~voorrang": 1})


def test_a_compound_in_no_field_has_those_of_its_parts():
    assert read("schoolkinderen")["kind"] == 1


def test_a_compound_in_a_field_has_no_other():
    assert read("wachtlijsten") == Counter({"wachten": 1})


def test_a_pair_counts_once_and_only_near_each_other():
    near = read("vol, vol, loten")
    far = read("vol kind kind kind kind kind loten")

    assert near["voorrang~wachten"] == 1
    assert far["voorrang~wachten"] == 0


def test_without_fields_nothing_is_read():
    assert FieldReader({}).read(tokenize("Kinderen loten")) == Counter()


@given(st.text(max_size=80))
def test_any_text_is_read_the_same_twice(text: str):
    assert read(text) == read(text)
