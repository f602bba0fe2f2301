import pytest

from leaterms.reading import Source, place_at

SOURCES = (Source(0, page=1), Source(10, page=1), Source(25, page=2))


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (24, 1), (25, 2), (900, 2)])
def test_an_offset_belongs_to_the_last_source_that_starts_at_or_before_it(offset, page):
    assert place_at(SOURCES, offset).page == page


def test_no_sources_have_no_place():
    with pytest.raises(IndexError):
        place_at((), 0)
