"""Pages as designers of municipalities make them: all words, in order, in their paragraphs."""

import pytest

from leaterms.reading.limits import DEFAULT_LIMITS
from leaterms.reading.pdf import read_pdf
from tests.reading.houses import HOUSES
from tests.reading.minutes import MINUTES
from tests.reading.newer_houses import NEWER_HOUSES


@pytest.mark.parametrize("house", [*HOUSES, *NEWER_HOUSES], ids=lambda house: house.__name__)
def test_every_house_style_reads_as_it_was_typed(house):
    printed = house(MINUTES)
    document = read_pdf(printed.content, "verslag.pdf", DEFAULT_LIMITS)

    assert [block.text for block in document.blocks] == list(printed.blocks)
