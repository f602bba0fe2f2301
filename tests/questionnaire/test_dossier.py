"""The dossier in both its forms, read back as a reader (or a screen reader) meets it."""

import datetime as dt
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from leaterms.archive import HTML_MARK
from leaterms.assessment import mention_ids
from leaterms.errors import InputError, OutputError
from leaterms.questionnaire import writer
from leaterms.questionnaire.accepted import Acceptance
from leaterms.questionnaire.questions import load_questions
from leaterms.questionnaire.writer import write_dossier
from leaterms.reading import Source
from leaterms.structure import Attendee, Partner
from leaterms.vocabulary import load_vocabulary
from tests.assessment.archives import THEMES, paper, unread
from tests.questionnaire.making import questions

ATTENDEES = (
    Attendee("mw. R. Lindeboom", "", "wethouder", Partner.GEMEENTE, True),
    Attendee("Wim van der Bos", "Stichting Kade", "bestuurder", Partner.SCHOOLBESTUUR, True),
    Attendee("Nazlı Özdemir", "Zandbak", "directeur", Partner.KINDEROPVANG, False),
)
TALK = (
    "Wijkscholen volgens Lindeboom",
    (
        "Mw. Lindeboom vindt [[gemengde groepen::segregatie+integratie::jargon::discussed]] "
        "nodig.\n"
        "Afgesproken wordt dat Bos over [[segregatie::segregatie::statutory::discussed]] "
        "uiterlijk 1 mei 2022 een notitie <b>maakt</b>.\n"
        "Actie Özdemir: belt over [[gemengde groepen::integratie::jargon::discussed]]."
    ),
)


def minutes(path="lea/verslag-bos.pdf", **more):
    made = paper(path, TALK, **more)
    return replace(made, record=replace(made.record, attendees=ATTENDEES))


PAPERS = (minutes(), unread("lea/scan.pdf"))


def write(folder, name, papers=PAPERS, **more):
    path = folder / name
    write_dossier(papers, THEMES, questions(), path, 2022, **more)
    return path


def paragraphs(path):
    return [p.text for p in docx.Document(str(path)).paragraphs]


def parts(path):
    """All text of a Word file, in whatever part and attribute."""
    with zipfile.ZipFile(path) as package:
        found = {name: package.read(name) for name in package.namelist()}
    return {
        name: content.decode("utf-8", "replace")
        for name, content in found.items()
        if name.endswith((".xml", ".rels"))
    }


class TestWord:
    def test_headings_are_real_and_in_order(self, tmp_path):
        document = docx.Document(str(write(tmp_path, "d.docx")))
        headings = [
            (p.style.name, p.text)
            for p in document.paragraphs
            if p.style.name.startswith(("Heading", "Title"))
        ]

        assert headings[:4] == [
            ("Title", "Vragen 2022: gemeente Veenrade"),
            ("Heading 1", "Overzicht"),
            ("Heading 1", "Voorkomen van segregatie"),
            ("Heading 2", "Vraag naar overleg over segregatie in 2022?"),
        ]
        assert headings[-1] == ("Heading 1", "Wat is gelezen")
        assert [name for name, _ in headings].count("Heading 2") == 10

    def test_a_quote_has_its_place_and_who_was_there(self, tmp_path):
        text = paragraphs(write(tmp_path, "d.docx"))
        at = next(n for n, line in enumerate(text) if line.startswith("\u201cMw."))

        assert text[at + 1].startswith(
            "15-03-2022, lea/verslag-bos.pdf, p. 1, agendapunt 1: Wijkscholen volgens Lindeboom. "
            "Aanwezig: gemeente en schoolbesturen. Waarde: in wettelijke woorden besproken; "
            "vermelding "
        )

    def test_every_table_says_what_it_holds_and_has_a_heading_row(self, tmp_path):
        tables = docx.Document(str(write(tmp_path, "d.docx"))).tables
        captions = [t._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for t in tables]
        heading_rows = [len(t._tbl.findall(f".//{qn('w:tblHeader')}")) for t in tables]

        assert captions[:3] == [
            "De conceptantwoorden per thema",
            "Vergaderingen",
            "Afspraken van dit jaar",
        ]
        assert heading_rows == [1] * len(tables)

    def test_an_agreement_is_shown_with_who_when_and_where(self, tmp_path):
        tables = docx.Document(str(write(tmp_path, "d.docx"))).tables
        (row,) = [
            [cell.text for cell in row.cells]
            for row in tables[2].rows
            if row.cells[0].text.startswith("Afgesproken")
        ]

        assert row[1:] == [
            "Bos, uiterlijk 1 mei 2022",
            "ja",
            "wettelijk of aangenomen",
            "15-03-2022, lea/verslag-bos.pdf, p. 1, agendapunt 1: Wijkscholen volgens Lindeboom",
        ]

    def test_it_is_dutch_and_says_what_it_is(self, tmp_path):
        document = docx.Document(str(write(tmp_path, "d.docx")))
        core = document.core_properties
        languages = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}

        assert languages == {"nl-NL"}
        assert (core.title, core.author, core.language, core.category) == (
            "Vragen 2022: gemeente Veenrade",
            "leaterms",
            "nl-NL",
            "leaterms-dossier",
        )

    def test_the_same_gives_the_same_bytes(self, tmp_path):
        one, other = write(tmp_path, "a.docx"), write(tmp_path, "b.docx")

        assert one.read_bytes() == other.read_bytes()

    def test_what_could_not_be_read_is_named(self, tmp_path):
        last = docx.Document(str(write(tmp_path, "d.docx"))).tables[-1]

        assert [cell.text for cell in last.rows[1].cells] == ["lea/scan.pdf", "Eerst OCR."]

    def test_what_xml_cannot_hold_does_not_break_it(self, tmp_path):
        made = paper("a\x01\ud800.pdf", TALK)

        assert "a\ufffd\ufffd.pdf" in parts(write(tmp_path, "d.docx", [made]))["word/document.xml"]

    def test_a_word_document_is_placed_by_paragraph(self, tmp_path):
        made = minutes(page=None)
        items = tuple(
            replace(item, text_sources=(Source(0, paragraph=12),)) if item.text else item
            for item in made.record.items
        )
        made = replace(made, record=replace(made.record, items=items))

        assert any(
            ", alinea 12, agendapunt 1: " in line
            for line in paragraphs(write(tmp_path, "d.docx", [made]))
        )


class Structure(HTMLParser):
    """What a screen reader goes by."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.texts, self.ids, self.links = [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"].removeprefix("#"))

    def handle_data(self, data):
        self.texts.append(data)


class TestPage:
    @pytest.fixture
    def page(self, tmp_path):
        return write(tmp_path, "d.html").read_text(encoding="utf-8")

    def test_it_is_known_as_ours_and_dutch(self, page):
        assert HTML_MARK in page
        assert '<html lang="nl">' in page

    def test_what_a_document_says_is_escaped(self, page):
        assert "een notitie &lt;b&gt;maakt&lt;/b&gt;" in page
        assert "<b>" not in page

    def test_headings_go_down_one_level_at_a_time(self, page):
        levels = [int(tag[1]) for tag, _ in Structure(page).tags if re.fullmatch("h[1-6]", tag)]

        assert levels[0] == 1
        assert max(b - a for a, b in pairwise(levels)) == 1

    def test_links_lead_somewhere_and_nothing_is_loaded(self, page):
        found = Structure(page)

        assert set(found.links) - set(found.ids) == set()
        assert len(found.ids) == len(set(found.ids))
        assert [tag for tag, _ in found.tags if tag in {"script", "link", "img"}] == []

    def test_tables_have_captions_and_header_cells(self, page):
        found = [tag for tag, _ in Structure(page).tags]
        scopes = {given.get("scope") for tag, given in Structure(page).tags if tag == "th"}

        assert found.count("table") == found.count("caption") > 3
        assert scopes == {"col", "row"}

    def test_the_mention_is_marked_within_its_sentence(self, page):
        assert "<blockquote>Mw. Lindeboom vindt <mark>gemengde groepen</mark> nodig." in page


class TestPseudonymise:
    @pytest.mark.parametrize("name", ["d.docx", "d.html"])
    def test_no_name_of_anyone_survives_anywhere(self, tmp_path, name):
        (key, *_) = mention_ids(PAPERS).values()
        path = write(tmp_path, name, pseudonymise=True, accepted=[Acceptance(key, "Piet Tol")])
        text = (
            "\n".join(parts(path).values())
            if name == "d.docx"
            else path.read_text(encoding="utf-8")
        )
        words = {
            word for a in ATTENDEES for word in re.findall(r"\w{3,}", a.name) if word != "van"
        }

        assert words == {"Lindeboom", "Wim", "der", "Bos", "Nazlı", "Özdemir"}
        found = re.findall(r"[^\W\d_]+", text.casefold())
        assert {word.casefold() for word in words - {"der"}} & set(found) == set()
        assert "piet" not in found

    def test_roles_stand_in_their_place(self, tmp_path):
        text = paragraphs(write(tmp_path, "d.docx", pseudonymise=True))

        assert any(
            line.startswith("\u201c[wethouder] vindt gemengde groepen nodig.") for line in text
        )
        assert any("lea/verslag-[naam].pdf" in line for line in text)
        assert any("Dat is geen anonimisering" in line for line in text)

    def test_who_accepted_is_named_otherwise(self, tmp_path):
        (key, *_) = mention_ids(PAPERS).values()
        text = paragraphs(write(tmp_path, "d.docx", accepted=[Acceptance(key, "Piet Tol")]))

        assert any("Waarde: aangenomen door Piet Tol; vermelding" in line for line in text)


@pytest.mark.parametrize("name", ["dossier.pdf", "dossier", "dossier.doc"])
def test_another_form_is_refused(tmp_path, name):
    with pytest.raises(InputError) as caught:
        write(tmp_path, name)

    assert str(caught.value) == (
        f"Een dossier is een Word-bestand of een webpagina, en '{name}' is geen van beide; laat "
        "de naam eindigen op .docx of .html."
    )


@pytest.mark.parametrize("name", ["weg/d.docx", "weg/d.html"])
def test_a_folder_that_is_not_there(tmp_path, name):
    with pytest.raises(OutputError, match="die map bestaat niet"):
        write(tmp_path, name)


def test_the_shipped_questions_and_themes_give_a_dossier(tmp_path):
    themes = load_vocabulary().themes
    write_dossier(PAPERS, themes, load_questions(None, themes), tmp_path / "d.docx", 2022)
    text = paragraphs(tmp_path / "d.docx")

    assert text[0] == "Vragenlijst lokale educatieve agenda en vve 2022: gemeente Veenrade"
    assert "Is er in 2022 overleg gevoerd over het voorkomen van segregatie?" in text
    assert dt.date(2022, 3, 15).strftime("%d-%m-%Y") in "\n".join(text)
    assert set(writer._WRITERS) == {".docx", ".html", ".htm"}
