import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leaterms
from leaterms.assessment import Risk
from leaterms.reporting import gather, render_html, write_html
from tests.assessment.archives import THEMES, paper, unread

JARGON = "Er zijn [[heterogene groepen::segregatie::jargon::discussed]] in de peuterzaal."
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{ 7*7 }}"
VOID = {"meta", "br", "wbr", "img", "input", "link"}


class Page(HTMLParser):
    """The tags of a page with their attributes and text; unclosed tags are an error."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.text = [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text += data

    def all(self, *names):
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.fixture(scope="module")
def content():
    return gather(
        [
            paper("map/verslag 1.pdf", ("Peuters", JARGON), page=3),
            paper("b.pdf", ("Kleuters", JARGON), date="2023-04-01"),
            paper("c.pdf", ("Punt", JARGON), towns=("Ärdam",)),
            paper("d.pdf", ("Punt", JARGON), towns=("Érdam",)),
            paper("e.pdf", ("Punt", JARGON), date=""),
            unread("f.pdf"),
        ],
        THEMES,
    )


@pytest.fixture(scope="module")
def page(content):
    return Page(render_html(content, archive="../archief/"))


def test_the_same_content_gives_the_same_bytes(content, tmp_path):
    for name in ("a.html", "b.html"):
        write_html(content, tmp_path / name)

    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.html"]


def test_every_tag_is_closed_in_its_place_and_every_id_is_used_once(page):
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]

    assert page.open == []
    assert len(ids) == len(set(ids))


def test_links_within_the_page_lead_somewhere(page):
    ids = {attributes.get("id") for _, attributes in page.tags}
    targets = {a["href"][1:] for a in page.all("a") if a["href"].startswith("#")}

    assert targets - ids == set()
    assert {"b1-2022-segregatie", "b1-2023-segregatie", "a1"} <= targets


def test_municipalities_whose_names_look_alike_do_not_share_places(page):
    ids = [attributes.get("id", "") for _, attributes in page.tags]

    assert ids.count("b2-2022-segregatie") == ids.count("b3-2022-segregatie") == 1


def test_files_are_opened_at_the_page(page):
    targets = {a["href"] for a in page.all("a")}

    assert "../archief/map/verslag%201.pdf#page=3" in targets


def test_a_name_with_a_byte_that_is_no_text_is_found():
    html = render_html(gather([paper("caf\\xe9.pdf", ("Punt", JARGON))], THEMES), archive="../")

    assert '<a href="../caf%E9.pdf">caf\\xe9.<wbr>pdf</a>' in html


def test_one_suggestion_for_one_title_is_shown_once_with_its_places():
    papers = [paper(f"{name}.pdf", ("Peuters", JARGON)) for name in "abcde"]
    page = render_html(gather(papers, THEMES))
    proposals = page[page.index('id="voorstellen"') : page.index('id="stukken"')]

    assert proposals.count("<strong>") == 1
    assert [f"{name}.<wbr>pdf" in proposals for name in "abcde"] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert "en nog 2 keer" in proposals


def test_without_an_archive_files_are_named_and_not_linked(content):
    page = Page(render_html(content))

    assert {a["href"][0] for a in page.all("a")} == {"#"}
    assert "map/verslag 1.pdf" in page.text


def test_nothing_is_loaded_and_nothing_is_run(page):
    text = (page.tags, page.all("script", "link", "img", "iframe", "object", "form"))
    policy = [m["content"] for m in page.all("meta") if "http-equiv" in m]

    assert text[1] == []
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert [name for _, attributes in page.tags for name in attributes if name[:2] == "on"] == []
    assert re.findall(r"url\(|@import|https?:", stylesheet()) == []


def test_headings_go_down_one_step_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_tables_have_captions_and_header_cells_with_a_scope(page):
    tables = len(page.all("table"))

    assert tables == len(page.all("caption")) > 5
    assert all(attributes.get("scope") for attributes in page.all("th"))


def test_what_scrolls_can_be_reached_by_keyboard_and_has_a_name(page):
    regions = [a for a in page.all("div") if a.get("class") == "scroll"]

    assert len(regions) == len(page.all("table"))
    assert all(a["tabindex"] == "0" and a["role"] == "region" for a in regions)
    assert all(a["aria-label"] for a in regions)


def test_the_page_says_its_language_and_title(page):
    assert page.all("html") == [{"lang": "nl"}]
    assert "LEA-rapport: Veenrade, Ärdam, Érdam" in page.text


def test_the_title_counts_municipalities_where_there_are_many():
    papers = [paper(f"{i}.pdf", ("Punt", JARGON), towns=(f"Dorp {i}",)) for i in range(4)]

    assert "<title>LEA-rapport van 4 gemeenten</title>" in render_html(gather(papers, THEMES))


def test_no_risk_is_told_by_colour_alone(page):
    assert "midden" in page.text
    assert "agendapunt in eigen woorden" not in page.text
    assert "besproken in eigen woorden" in page.text


def test_passages_open_without_a_script():
    css = re.sub(r"\s+", " ", stylesheet())

    assert ".theme .body { display: none; }" in css
    assert ".theme:target .body, .passages:target .body { display: block; }" in css
    assert ".theme .body { display: block; }" in css.split("@media print")[1]


def test_the_passage_is_shown_with_its_words_marked(content):
    html = render_html(content)

    assert "Er zijn <mark>heterogene groepen</mark> in de peuterzaal." in html


def test_the_mark_is_at_the_mention_and_not_at_an_equal_sentence_before(content):
    sentence = "Er is [[mix::segregatie::jargon::discussed]] en mix."
    html = render_html(gather([paper("a.pdf", ("Punt", sentence))], THEMES))

    assert "Er is <mark>mix</mark> en mix." in html


def test_a_denial_comes_first_where_it_makes_the_risk_high():
    denial = "Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken."
    content = gather([paper("a.pdf", ("Punt", JARGON), ("Ander", denial))], THEMES)
    html = render_html(content)

    assert html.index("<mark>segregatie</mark>") < html.index("<mark>heterogene groepen</mark>")
    assert "een stuk zegt: niet besproken" in html


@pytest.mark.parametrize(("confidence", "shown"), [(0.999, "99%"), (1.0, "99%"), (0.714, "71%")])
def test_nothing_is_wholly_certain(confidence, shown):
    html = render_html(gather([paper("a.pdf", ("Punt", JARGON), confidence=confidence)], THEMES))

    assert f"Zekerheid: {shown}." in html


def test_undated_and_unread_files_are_told(page):
    assert "1 LEA-stuk heeft geen datum" in page.text
    assert "Niet gelezen bestanden (1)" in page.text
    assert "Eerst OCR." in page.text


def test_an_empty_archive_gives_a_page_that_says_so():
    page = Page(render_html(gather([], THEMES)))

    assert "Er is geen LEA-stuk met een datum gelezen" in page.text
    assert "Alle bestanden zijn gelezen." in page.text


def test_hostile_text_stays_text():
    results = [
        paper(
            f"{HOSTILE}.pdf",
            (HOSTILE, f"{HOSTILE} [[{HOSTILE}::segregatie::jargon::discussed]] {HOSTILE}"),
            towns=(HOSTILE,),
            body=HOSTILE,
        ),
        unread(f"x{HOSTILE}"),
    ]
    page = Page(render_html(gather(results, THEMES), archive="../"))

    assert page.all("script", "img") == []
    assert page.text.count("<script>alert(1)</script>") > 5
    assert page.open == []


@given(st.text())
def test_any_text_stays_text(text):
    text = text.replace("[", "(").replace("|", "/")
    page = Page(render_html(gather([paper("a.pdf", (text, text), towns=(text,))], THEMES)))
    known = {"html", "head", "body", "meta", "title", "style", "a", "header", "h1", "h2", "h3",
             "p", "strong", "nav", "ul", "li", "main", "section", "span", "div", "table",
             "caption", "thead", "tr", "th", "tbody", "td", "code", "wbr", "footer",
             "h4", "ol", "br"}  # fmt: skip

    assert {tag for tag, _ in page.tags} - known == set()


def test_a_place_that_cannot_be_written_is_an_output_error_that_says_why(content, tmp_path):
    with pytest.raises(leaterms.OutputError, match=r"Het rapport .*: die map bestaat niet; maak"):
        write_html(content, tmp_path / "weg" / "rapport.html")


def test_a_folder_of_that_name_stays_a_folder(content, tmp_path):
    (tmp_path / "rapport.html").mkdir()

    with pytest.raises(leaterms.OutputError):
        write_html(content, tmp_path / "rapport.html")
    assert [path.name for path in tmp_path.iterdir()] == ["rapport.html"]


def stylesheet():
    folder = resources.files("leaterms.reporting") / "templates"
    return (folder / "report.css").read_text(encoding="utf-8")


def luminance(colour):
    """Relative luminance (WCAG 2.2, definitions)."""
    if len(colour) == 4:
        colour = "#" + "".join(2 * c for c in colour[1:])
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", stylesheet()))
INKS = {
    "ink": COLOURS["ink"],
    "soft": COLOURS["soft"],
    "link": COLOURS["link"],
    "count": re.search(r"\.count \{[^}]*color: (#[0-9a-f]+)", stylesheet())[1],
}
GROUNDS = ("paper", "tint", "marked", *(risk.value for risk in Risk))


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_text_stands_out_against_every_ground(ink, ground):
    """WCAG 2.2, success criterion 1.4.3."""
    assert contrast(INKS[ink], COLOURS[ground]) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_edge_of_a_chip_stands_out(ground):
    """WCAG 2.2, success criterion 1.4.11."""
    assert contrast(COLOURS["edge"], COLOURS[ground]) >= 3


def test_contrast_is_computed_as_wcag_does():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


AGREED = "Afgesproken wordt dat de besturen vóór 1 mei cijfers leveren."
STANDING = "De bestaande werkafspraken voldoen nog."
PARTNERLESS = "[[Voorkomen van segregatie::segregatie::statutory::discussed]]"


def test_a_cell_opens_on_its_assessment():
    heading = "[[Gemengde groepen::segregatie::jargon::discussed]]"
    earlier = paper("a.pdf", (heading, "Afgesproken wordt dat de groepen gemengd blijven."))
    later = paper("b.pdf", (heading, f"{AGREED} {STANDING}"), date="2023-03-15")
    html = render_html(gather([earlier, later], THEMES))
    body = html[html.index('id="b1-2023-segregatie"') : html.index('id="b1-2023-integratie"')]

    assert "Indicatie: middelgroot risico." in body
    assert "Aanwezig bij de bespreking: gemeente, schoolbestuur." in body
    assert f"<strong>Meetbaar:</strong> {AGREED}" in body
    assert "onder een kop over dit thema" in body
    assert "Afgesproken wordt dat de groepen gemengd blijven." in body
    assert f"<strong>Bestaande afspraken passen nog:</strong> {STANDING}" in body


def test_a_partner_who_lacked_shows_beside_the_risk():
    themes = tuple(
        replace(theme, partners=("gemeente", "schoolbestuur", "kinderopvang")) for theme in THEMES
    )
    html = render_html(gather([paper("a.pdf", (PARTNERLESS, "De peuters spelen."))], themes))

    assert "met wie: laag risico, een partner ontbreekt" in html
    assert "Niet gebleken: kinderopvang." in html


def test_the_year_ahead_shows_what_lacks_and_what_to_put_on_the_agenda():
    text = f"{JARGON} Volgende vergadering: 12 mei."
    html = render_html(gather([paper("a.pdf", ("Peuters", text))], THEMES))
    ahead = html[html.index("Het jaar vooruit: 2022") : html.index('id="voorstellen"')]
    assert "Ligt een datum hieronder al achter u" in ahead

    assert "Verwacht: twee vergaderingen." in ahead
    assert '<td class="day">12-05-2022</td><td>niet gevonden</td>' in ahead
    assert "Voor de vergadering van 12-05-2022; verdeel de thema" in ahead
    assert "<li>Voorkomen van segregatie: heterogene groepen</li>" in ahead
    assert ahead.count('scope="rowgroup"') == 1


def test_what_documents_say_is_escaped_in_assessment_and_plan():
    item = (
        f"[[{HOSTILE}::segregatie::jargon::discussed]]",
        f"Afgesproken wordt dat {HOSTILE} blijft. De werkafspraken voldoen nog {HOSTILE}.",
    )
    html = render_html(gather([paper("a.pdf", item, towns=(HOSTILE,))], THEMES))

    assert "<script" not in html
    assert "<img" not in html
    assert "{{ 7*7 }}" in html
