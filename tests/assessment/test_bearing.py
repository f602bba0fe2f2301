"""Which agreements are on which theme, also where a list of actions names the item."""

import datetime as dt
from dataclasses import replace

import pytest

from leaterms.assessment import find_agreements
from leaterms.assessment.bearing import agreements_on

from .archives import paper

ENTRY = "Noor stuurt vóór 1 mei een overzicht rond."


def archive(names):
    """Minutes with a theme in the heading of item 0 and an action list as item 1."""
    result = paper(
        "verslag.pdf",
        ("[[Segregatie::segregatie::statutory::discussed]]", "Gepraat."),
        ("Actielijst", ENTRY),
    )
    last = result.record.items[-1]
    segments = tuple(replace(segment, belongs_to=names) for segment in last.segments)
    items = (*result.record.items[:-1], replace(last, segments=segments))
    return replace(result, record=replace(result.record, items=items))


@pytest.mark.parametrize(("names", "belongs_to"), [(0, 0), (None, 1)])
def test_an_entry_belongs_to_the_item_it_names_and_stands_in_its_list(names, belongs_to):
    (agreement,) = find_agreements((archive(names),))

    assert (agreement.item, agreement.belongs_to, agreement.text) == (1, belongs_to, ENTRY)


def test_an_entry_is_on_the_theme_in_the_heading_of_the_item_it_names():
    ((theme, themed),) = agreements_on(archive(0))

    assert (theme, themed.by_heading, themed.agreement.item) == ("segregatie", True, 1)
    assert themed.date == dt.date(2022, 3, 15)


def test_an_entry_that_names_no_item_is_on_no_theme_of_another():
    assert list(agreements_on(archive(None))) == []
