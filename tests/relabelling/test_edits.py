from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.relabelling.edits import Edit, find_edits

_TITLE = st.text("ab AB:é-ß3", max_size=25)


def applied(old, edits):
    for edit in reversed(edits):
        old = old[: edit.start] + edit.text + old[edit.end :]
    return old


@given(_TITLE, _TITLE)
def test_the_edits_make_the_new_title(old, new):
    edits = find_edits(old, new)

    assert applied(old, edits) == new
    assert all(a.end <= b.start for a, b in pairwise(edits))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Gemengde groepen",
            "Segregatie: gemengde groepen",
            (Edit(0, 0, "Segregatie: "), Edit(0, 1, "g")),
        ),
        ("Scholen", "Scholen (segregatie)", (Edit(7, 7, " (segregatie)"),)),
        ("NPO", "Segregatie: NPO", (Edit(0, 0, "Segregatie: "),)),
        ("Scholen:", "Scholen (segregatie):", (Edit(7, 7, " (segregatie)"),)),
        ("Gelijk", "Gelijk", ()),
    ],
)
def test_no_more_than_what_changes(old, new, expected):
    assert find_edits(old, new) == expected
