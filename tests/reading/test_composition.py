from hypothesis import given
from hypothesis import strategies as st

from leaterms.reading import Source
from leaterms.reading.composition import Composer, compose_row, join_texts


def test_pieces_of_two_pages_keep_their_places():
    composer = Composer()
    composer.add(" Het  college ", Source(0, page=1))
    composer.add(" besluit.", Source(0, page=2))

    assert composer.finish() == ("Het college besluit.", (Source(0, page=1), Source(12, page=2)))


def test_a_source_is_not_repeated_for_the_same_place():
    composer = Composer()
    composer.add("Het ", Source(0, paragraph=4))
    composer.add("college", Source(0, paragraph=4))

    assert composer.finish() == ("Het college", (Source(0, paragraph=4),))


def test_an_empty_cell_has_a_span_and_no_separator():
    cells = [("1.", (Source(0, page=1),), ()), ("", (), ()), ("Jan", (Source(0, page=2),), ())]

    assert compose_row(cells) == (
        "1. | Jan",
        (Source(0, page=1), Source(5, page=2)),
        ((0, 2), (2, 2), (5, 8)),
        (),
    )


def test_paragraphs_of_a_cell_are_told_apart_by_their_offsets():
    first, second = ("Een", (Source(0, paragraph=1),)), ("Twee", (Source(0, paragraph=2),))

    assert join_texts([first, ("", ()), second]) == (
        "Een Twee",
        (Source(0, paragraph=1), Source(4, paragraph=2)),
        (4,),
    )


@given(st.lists(st.tuples(st.text(max_size=8), st.integers(1, 3)), max_size=8))
def test_any_pieces_give_ordered_sources_within_the_text(pieces):
    composer = Composer()
    for text, page in pieces:
        composer.add(text, Source(0, page=page))
        composer.space()
    text, sources = composer.finish()
    starts = [source.start for source in sources]

    assert text == text.strip()
    assert starts == sorted(set(starts))
    assert (starts[0] == 0 and starts[-1] < len(text)) if text else not starts


@given(st.lists(st.text("ab ", max_size=5).map(str.strip), min_size=1, max_size=6))
def test_the_spans_of_any_row_give_its_cells_back(texts):
    row = compose_row([(t, (Source(0),) if t else (), ()) for t in texts])

    assert [row[0][start:end] for start, end in row[2]] == texts
