from leaterms.detection.matching import Matcher
from leaterms.detection.passages import read_item
from leaterms.language import parse_phrase
from leaterms.reading import BlockKind
from leaterms.structure import Item, Segment

MATCHER = Matcher([parse_phrase("segregatie", {}), parse_phrase("voorkomen segregatie", {})])


def test_the_heading_comes_first_and_the_sentences_follow_in_order():
    item = Item(0, "1", "Segregatie", "Er is gesproken. Niets besloten.\nVolgend punt")

    read = read_item(item, MATCHER)

    assert [(p.in_heading, p.quote) for p in read.passages] == [
        (True, "Segregatie"),
        (False, "Er is gesproken."),
        (False, "Niets besloten."),
        (False, "Volgend punt"),
    ]


def test_an_item_without_title_has_no_heading():
    read = read_item(Item(-1, "", " ", "Aanwezig: twee."), MATCHER)

    assert [p.in_heading for p in read.passages] == [False]


def test_each_passage_knows_the_block_it_stands_in():
    text = "Een zin. Nog een.\nlinks | rechts\nslot"
    segments = (
        Segment(0, 17, BlockKind.PARAGRAPH),
        Segment(18, 32, BlockKind.ROW, ((18, 23), (26, 32))),
        Segment(33, 37, BlockKind.PARAGRAPH),
    )

    read = read_item(Item(0, "", "Kop", text, segments=segments), MATCHER)

    assert [(p.quote, p.segment) for p in read.passages] == [
        ("Kop", -1),
        ("Een zin.", 0),
        ("Nog een.", 0),
        ("links", 1),
        ("rechts", 1),
        ("slot", 2),
    ]


def test_phrases_are_known_by_passage_and_by_item():
    item = Item(0, "", "Voorkomen van segregatie", "Niets. Over segregatie.")

    read = read_item(item, MATCHER)

    assert [p.phrases for p in read.passages] == [{0, 1}, set(), {0}]
    assert read.phrases == {0, 1}


def test_the_span_of_a_hit_counts_in_the_text_of_the_item():
    item = Item(0, "", "", "Eerst dit. Dan het voorkomen van segregatie.")

    passage = read_item(item, MATCHER).passages[1]
    (hit,) = (h for h in passage.hits if h.phrase == 1)

    assert passage.span(hit) == (19, 43)
    assert passage.text[19:43] == "voorkomen van segregatie"
