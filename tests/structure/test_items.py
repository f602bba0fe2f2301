from hypothesis import given
from hypothesis import strategies as st

from leaterms.reading import Block, BlockKind, Box, Document, Source, place_at
from leaterms.structure import Segment, read_record
from leaterms.structure.headings import find_headings
from leaterms.structure.items import build_items
from leaterms.structure.words import shipped_words

from .builders import block, bold, document, minutes, row

WORDS = shipped_words()


def test_the_text_before_the_first_item_is_item_minus_one():
    items = read_record(
        minutes("Verslag LEA\n3 mei 2022\n## 1. Opening\nTekst.\n## 2. Vve\nMeer.")
    ).items

    assert (items[0].index, items[0].number, items[0].title) == (-1, "", "")
    assert items[0].text == "Verslag LEA\n3 mei 2022"


def test_an_empty_document_has_item_minus_one():
    (item,) = read_record(Document("docx", None, ())).items

    assert (item.index, item.text, item.text_sources, item.segments) == (-1, "", (), ())


def test_segments_cover_the_text_with_the_cells_of_rows():
    doc = document(
        bold("1. Opening"),
        "Eerste.",
        block("Tweede.", BlockKind.BULLET),
        row("a", "bc"),
        bold("2. Sluiting"),
        "Einde.",
    )
    item = read_record(doc).items[1]

    assert item.text == "Eerste.\nTweede.\na | bc"
    assert item.segments == (
        Segment(0, 7, BlockKind.PARAGRAPH),
        Segment(8, 15, BlockKind.BULLET),
        Segment(16, 22, BlockKind.ROW, ((16, 17), (20, 22))),
    )


def test_the_cells_beside_the_title_are_the_text_of_a_row():
    doc = document(
        "Verslag LEA",
        row("Nr", "Onderwerp", "Besproken", "Actie"),
        row("1", "Opening", "Welkom.", "geen"),
        row("2", "Vve", "Veel.", "Anna"),
    )
    item = read_record(doc).items[2]

    assert (item.number, item.title, item.text) == ("2", "Vve", "Veel. | Anna")
    assert [item.text[a:b] for a, b in item.segments[0].cells] == ["Veel.", "Anna"]
    assert (item.title_sources, item.text_sources[0].paragraph) == ((Source(0, None, 4),), 4)


def test_of_two_columns_that_may_hold_titles_the_first_holds_the_numbers():
    doc = document(
        row("Punt", "Onderwerp", "Besluit", "Wie", "Gereed"),
        row("1", "Opening", "Vastgesteld.", "", ""),
        row("2", "Vve", "Er komt een plan.", "Anna", "1 mei"),
    )
    item = read_record(doc).items[2]

    assert (item.number, item.title) == ("2", "Vve")


def test_the_paragraphs_of_the_cell_beside_a_title_are_lines():
    both = Block(
        "1 | Vve | Eerste. Tweede.",
        BlockKind.ROW,
        (Source(0, None, 2),),
        size=10.0,
        cells=((0, 1), (4, 7), (10, 25)),
        breaks=(18,),
    )
    doc = Document(
        "docx", None, (row("Nr", "Onderwerp", "Bespreking"), both, row("2", "Sluiting", "Einde."))
    )
    item = read_record(doc).items[1]

    assert (item.title, item.text) == ("Vve", "Eerste.\nTweede.")
    assert item.segments == (
        Segment(0, 7, BlockKind.PARAGRAPH),
        Segment(8, 15, BlockKind.PARAGRAPH),
    )


LINES = st.sampled_from(
    [
        "1. Opening",
        "2. Vve",
        "3. Rondvraag",
        "Peuters",
        "Agendapunt 4",
        "Besluit:",
        "De wethouder opent en zegt dat het goed gaat met de voorscholen in de stad.",
        "Aanwezig: A (gemeente)",
        "",
        "Datum: 3 mei 2022",
        "Afgesproken wordt dat B belt.",
        "VVE",
        "a | b",
    ]
)


@st.composite
def documents(draw) -> Document:
    """Documents of blocks in any look, each character of them with a source of its own."""
    blocks = []
    for number in range(draw(st.integers(0, 14))):
        text = draw(LINES)
        kind = draw(
            st.sampled_from(
                [
                    BlockKind.PARAGRAPH,
                    BlockKind.BULLET,
                    BlockKind.HEADING,
                    BlockKind.ROW,
                    BlockKind.FOOTNOTE,
                ]
            )
        )
        cells = ((0, 1), (4, 5)) if kind is BlockKind.ROW and text == "a | b" else ()
        sources = tuple(
            Source(start, page=number + 1, box=Box(start, 0.0, start + 1.0, 1.0))
            for start in range(max(1, len(text)))
        )
        blocks.append(
            Block(
                text,
                kind,
                sources,
                number=draw(st.sampled_from(["", "1.", "2a"])),
                level=draw(st.integers(0, 2)),
                size=draw(st.sampled_from([0.0, 10.0, 12.0])),
                bold=draw(st.booleans()),
                cells=cells,
            )
        )
    return Document("pdf", max(1, len(blocks)), tuple(blocks))


def at(doc: Document, source: Source) -> str:
    """The character a source stands for: its block is the page, its offset in the box."""
    assert source.page is not None
    assert source.box is not None
    return doc.blocks[source.page - 1].text[int(source.box.x0)]


@given(documents())
def test_every_character_maps_to_the_place_it_came_from(doc: Document):
    for item in read_record(doc).items:
        for text, sources in ((item.title, item.title_sources), (item.text, item.text_sources)):
            joints = _joints(item) if text == item.text else set()
            for offset, character in enumerate(text):
                if offset not in joints and not (text == item.title and character == " "):
                    assert at(doc, place_at(sources, offset)) == character


def _joints(item) -> set[int]:
    """Offsets of characters that stand between blocks or cells, and are of none."""
    between = {segment.end for segment in item.segments}
    for segment in item.segments:
        for (_, end), (start, _) in zip(segment.cells, segment.cells[1:], strict=False):
            between.update(range(end, start))
    return between


@given(documents())
def test_nothing_of_a_document_is_lost_but_numbers(doc: Document):
    items = build_items(doc, find_headings(doc, WORDS))

    kept = "".join(f"{item.number}{item.title}{item.text}" for item in items)
    printed = "".join(b.text for b in doc.blocks)
    for word in ("opent", "Afgesproken", "Aanwezig", "Peuters", "Rondvraag", "Datum"):
        assert kept.count(word) == printed.count(word)


@given(documents())
def test_items_count_from_minus_one_in_reading_order(doc: Document):
    items = read_record(doc).items

    assert [item.index for item in items] == list(range(-1, len(items) - 1))
