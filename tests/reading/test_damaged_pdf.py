"""Whatever befalls the bytes of a PDF, they give a document or a reason."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaterms.errors import DocumentError
from leaterms.reading import find_places
from leaterms.reading.limits import DEFAULT_LIMITS
from leaterms.reading.pdf import read_pdf
from tests.reading.houses import footnotes, lying, newsletter, numbered_lines
from tests.reading.minutes import MINUTES

CONTENTS = [house(MINUTES).content for house in (footnotes, lying, newsletter, numbered_lines)]


def damaged(content, seed, times):
    """`content` with bytes changed, removed and put in elsewhere."""
    chance, out = random.Random(seed), bytearray(content)
    for _ in range(times):
        place = chance.randrange(len(out))
        how = chance.randrange(3)
        if how == 0:
            out[place] = chance.randrange(256)
        elif how == 1:
            del out[place : place + chance.randrange(1, 30)]
        else:
            out[place:place] = out[chance.randrange(len(out)) :][:20]
    return bytes(out)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CONTENTS), st.integers(0, 2**32), st.sampled_from([1, 3, 12, 60]))
def test_damaged_bytes_give_a_document_or_a_reason(tmp_path_factory, content, seed, times):
    bytes_ = damaged(content, seed, times)
    path = tmp_path_factory.getbasetemp() / "stuk.pdf"
    path.write_bytes(bytes_)
    try:
        document = read_pdf(bytes_, "stuk.pdf", DEFAULT_LIMITS)
    except DocumentError:
        return
    block = document.blocks[-1]
    places = find_places(path, block.text, block.sources, 0, len(block.text))

    assert [place.page for place in places] == sorted({source.page for source in block.sources})


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.97])
def test_a_truncated_pdf_gives_a_document_or_a_reason(share):
    content = CONTENTS[0][: int(share * len(CONTENTS[0]))]
    try:
        text = read_pdf(content, "kort.pdf", DEFAULT_LIMITS).text
    except DocumentError as error:
        text = str(error)

    assert text.startswith(("'kort.pdf' ", MINUTES.title))
