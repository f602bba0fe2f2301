import pytest

from leaterms.structure.clock import clock_end, clock_minutes, is_time


@pytest.mark.parametrize(
    "hour",
    [
        "9.30",
        "09:30 uur",
        "19.30 - 19.40 uur",
        "19.30u",
        "19.30 tot 20.00 uur:",
        "19.30 uur – 20.00 uur |",
        "(9.30)",
        "9.30 –",
    ],
)
def test_an_hour_before_a_title_ends_where_the_title_begins(hour):
    text = f"{hour} Opening"

    assert text[clock_end(text, 0) :] == "Opening"


@pytest.mark.parametrize("text", ["9.30 uur", "3.1 miljoen", "12.75 euro", "Opening 9.30"])
def test_other_numbers_and_hours_alone_are_not_before_a_title(text):
    assert clock_end(text, 0) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [("9.05 uur", 545), ("(14:30)", 870), ("Opening", None), ("3 min", None)],
)
def test_the_minutes_of_an_hour(text, expected):
    assert clock_minutes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19.30", True),
        ("19.30 - 19.40 uur", True),
        ("10 min.", True),
        ("5'", True),
        ("ca. 20 minuten", True),
        ("1 uur", True),
        ("Opening", False),
        ("19.30 Opening", False),
        ("2", False),
        ("", False),
    ],
)
def test_a_cell_of_time_holds_nothing_else(text, expected):
    assert is_time(text) is expected
