import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection import Assertion, Mention, Method
from leaterms.reporting import render_marked
from leaterms.vocabulary import Wording, load_vocabulary

THEMES = load_vocabulary().themes
MARK = re.compile(r"<mark[^>]*>(.*?)</mark><small> \[(.*?)\]</small>", re.DOTALL)


def mention(text, start, end, theme="segregatie", **changes):
    values = {
        "item": 0,
        "in_heading": False,
        "start": start,
        "end": end,
        "quote": text[start:end],
        "sentence": text,
        "theme": theme,
        "wording": Wording.JARGON,
        "assertion": Assertion.DISCUSSED,
        "term": "",
        "confidence": 0.9,
        "method": Method.TERM,
        "why": "",
    }
    return Mention(**(values | changes))


def marks(text, *mentions):
    """The marked words and what stands behind them."""
    page = render_marked(text, mentions, THEMES)
    return [(unescape(words), unescape(labels)) for words, labels in MARK.findall(page)]


def shown(page):
    """The text on the page, without what stands behind the marks."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<small>.*?</small>", "", page)))


def test_theme_wording_and_assertion_stand_behind_the_mark_in_words():
    text = "Over gemengde klassen is niet gesproken."
    found = mention(text, 5, 21, assertion=Assertion.NOT_DISCUSSED)

    assert marks(text, found) == [
        ("gemengde klassen", "Segregatie: eigen woorden, niet besproken")
    ]


def test_two_themes_of_one_span_share_a_mark():
    text = "De brede school komt er."
    found = [mention(text, 3, 15), mention(text, 3, 15, "integratie", wording=Wording.STATUTORY)]

    assert marks(text, *found) == [
        (
            "brede school",
            "Segregatie: eigen woorden, besproken; Integratie: wettelijke woorden, besproken",
        )
    ]


def test_mentions_that_overlap_share_a_mark_over_both():
    text = "De brede school in de wijk."
    found = [mention(text, 9, 26, "integratie"), mention(text, 3, 15)]

    assert marks(text, *found) == [
        (
            "brede school in de wijk",
            "Segregatie: eigen woorden, besproken; Integratie: eigen woorden, besproken",
        )
    ]


def test_mentions_that_only_touch_have_a_mark_each():
    assert [words for words, _ in marks("abcd", mention("abcd", 0, 2), mention("abcd", 2, 4))] == [
        "ab",
        "cd",
    ]


def test_a_proposal_is_said_to_be_one_and_drawn_otherwise():
    text = "iedereen door dezelfde deur"
    page = render_marked(text, [mention(text, 0, 27, method=Method.SEMANTIC)], THEMES)

    assert MARK.findall(page) == [(text, "voorstel, Segregatie: eigen woorden, besproken")]
    assert page.count('<mark class="voorstel"') == 1


def test_a_mark_that_holds_a_mention_and_a_proposal_counts_and_names_it_first():
    text = "iedereen door dezelfde deur"
    found = [
        mention(text, 0, 27, "integratie", method=Method.SEMANTIC),
        mention(text, 9, 27, method=Method.MODEL),
    ]

    assert marks(text, *found) == [
        (
            text,
            "Segregatie: eigen woorden, besproken; voorstel, Integratie: eigen woorden, besproken",
        )
    ]
    assert 'voorstel" style' not in render_marked(text, found, THEMES)


def test_what_stands_in_the_text_is_escaped():
    text = "<script>alert('x')</script> & <b>segregatie</b>"
    found = mention(text, 30, 47, "een<thema>")
    page = render_marked(text, [found], THEMES)

    assert "<script" not in page
    assert "<b>" not in page
    assert "een&lt;thema&gt;" in page
    assert shown(page).strip() == text


def test_a_text_without_mentions_says_so():
    page = render_marked("Mededelingen.", [], THEMES)

    assert "<em>Geen vermelding van een wettelijk thema gevonden.</em>" in page
    assert "<mark" not in page


def test_a_mention_of_another_text_is_left_out():
    assert marks("kort", mention("een heel andere tekst", 4, 15)) == []
    assert marks("een heel ander stuk", mention("een heel andere tekst", 4, 15)) == []


def test_long_stretches_without_mentions_are_cut_at_words_and_counted():
    text = f"{'voor ' * 1000}segregatie{' na' * 1000} integratie {'slot ' * 1000}"
    at = text.index("segregatie")
    other = text.index("integratie")
    page = render_marked(
        text, [mention(text, at, at + 10), mention(text, other, other + 10, "integratie")], THEMES
    )
    left_out = re.findall(r"<em>\(… ([\d.]+) tekens zonder vermelding …\)</em>", page)

    assert left_out == ["4.604", "2.201", "4.605"]
    assert len(shown(page)) < 2500
    assert not re.search(r"\b(oor|oo|r|a|lot|lo)\b", shown(page))


def test_a_book_is_marked_in_no_time_that_grows_with_its_square():
    text = "segregatie en de rest van het verslag. " * 5000
    found = [mention(text, at * 39, at * 39 + 10) for at in range(5000)]

    assert len(MARK.findall(render_marked(text, found, THEMES))) == 5000


class Balance(HTMLParser):
    """The elements that are open, which have to close in order."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.seen = set()

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the signature of the parser
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=60)


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20))))
def test_any_text_stays_what_it_is_in_whole_elements(text, spans):
    found = [mention(text, start, start + size) for start, size in spans]
    page = render_marked(text, [m for m in found if m.quote], THEMES)
    parser = Balance()
    parser.feed(page)

    assert parser.open == []
    assert parser.seen <= {"div", "p", "em", "mark", "small"}
    inner = page[page.index('anywhere">') + 10 : page.rindex("</div>\n</div>")]
    assert shown(inner) == text
