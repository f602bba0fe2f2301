from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection.clauses import split_clauses


def clauses(text: str) -> list[str]:
    return [text[start:end] for start, end in split_clauses(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "De besturen willen mengen, de wethouder wil spreiden.",
            ["De besturen willen mengen,", "de wethouder wil spreiden."],
        ),
        (
            "De besturen willen mengen maar de wethouder wil spreiden.",
            ["De besturen willen mengen", "maar de wethouder wil spreiden."],
        ),
        (
            "Ja, de wethouder wil de kinderen spreiden.",
            ["Ja, de wethouder wil de kinderen spreiden."],
        ),
        (
            "De wethouder wil de kinderen spreiden, ja.",
            ["De wethouder wil de kinderen spreiden, ja."],
        ),
        ("Segregatie", ["Segregatie"]),
        ("", []),
    ],
    ids=["comma", "conjunction", "short-first", "short-last", "one-word", "nothing"],
)
def test_a_sentence_is_split_where_both_sides_say_enough(text: str, parts: list[str]):
    assert clauses(text) == parts


@given(st.text(alphabet="ab,;: maardie", max_size=120))
def test_clauses_are_in_order_and_leave_out_white_space_only(text: str):
    spans = split_clauses(text)

    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join(clauses(text)).replace(" ", "") == text.replace(" ", "")
