import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.detection import Assertion
from leaterms.errors import AnnotationError
from leaterms.evaluation import GoldAgreement, GoldMention, parse_annotated
from leaterms.reading import BlockKind
from leaterms.structure import Kind, Level, Segment
from leaterms.vocabulary import Wording
from tests.evaluation.samples import BODY, HEADER, sample


def test_header_is_read():
    header = sample().header

    assert header.municipalities == ("Veenrade",)
    assert header.body == "LEA-overleg"
    assert (header.kind, header.level) == (Kind.VERSLAG, Level.BESTUURLIJK)
    assert header.date == dt.date(2023, 3, 15)
    assert (header.format, header.style) == ("docx", "2")
    assert header.is_lea is True
    assert header.partners == ("gemeente", "ggd", "schoolbestuur")


def test_remarks_after_a_header_value_are_left_out():
    header = HEADER.replace("Veenrade", "Veenrade   # invented").replace(
        "partners: gemeente, ggd, schoolbestuur", "partners: # nobody"
    )
    document = sample(header=header)

    assert document.header.municipalities == ("Veenrade",)
    assert document.header.partners == ()


def test_a_regional_meeting_names_several_municipalities():
    document = sample(header=HEADER.replace("Veenrade", "Veenrade; Zomerdijk"))

    assert document.header.municipalities == ("Veenrade", "Zomerdijk")


def test_items_have_number_title_and_printed_text():
    items = sample().items

    assert [(i.index, i.number, i.title) for i in items] == [
        (-1, "", ""),
        (0, "1", "Opening"),
        (1, "2", "Brede scholen in de wijk"),
    ]
    assert items[0].text == "Verslag LEA-overleg\nNaam | Organisatie\nA. Bos | gemeente Veenrade"
    assert items[2].heading == "Agendapunt 2 - Brede scholen in de wijk"
    assert items[2].text == (
        "Over segregatie is niet gesproken.\n"
        "Besluit: de aanmelding start op 1 mei.\n"
        "Actie | De nota gaat rond | "
    )


def test_segments_tell_paragraphs_bullets_and_rows_apart():
    assert sample().items[2].segments == (
        Segment(0, 34, BlockKind.BULLET),
        Segment(35, 73, BlockKind.PARAGRAPH),
        Segment(74, 102, BlockKind.ROW, ((74, 79), (82, 99), (102, 102))),
    )


def test_a_mark_of_two_themes_gives_two_mentions():
    assert sample().mentions[:2] == (
        GoldMention(
            1, True, 0, 13, "Brede scholen", "segregatie", Wording.JARGON, Assertion.DISCUSSED
        ),
        GoldMention(
            1, True, 0, 13, "Brede scholen", "integratie", Wording.JARGON, Assertion.DISCUSSED
        ),
    )


def test_offsets_count_in_the_printed_text():
    assert sample().mentions[2:] == (
        GoldMention(
            1, False, 5, 15, "segregatie", "segregatie", Wording.STATUTORY, Assertion.NOT_DISCUSSED
        ),
        GoldMention(
            1,
            False,
            47,
            57,
            "aanmelding",
            "inschrijving-toelating",
            Wording.JARGON,
            Assertion.DISCUSSED,
        ),
    )


def test_agreements_keep_the_text_of_the_mentions_they_hold():
    assert sample().agreements == (
        GoldAgreement(1, False, 35, 73, "Besluit: de aanmelding start op 1 mei.", True),
        GoldAgreement(1, False, 82, 99, "De nota gaat rond", False),
    )


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("3. Opening", "3", "Opening"),
        ("3 Opening", "3", "Opening"),
        ("3) Opening", "3", "Opening"),
        ("03 Opening", "03", "Opening"),
        ("3a. Opening", "3a", "Opening"),
        ("3.2 Opening", "3.2", "Opening"),
        ("B. Opening", "B", "Opening"),
        ("Agendapunt 3 – Opening", "3", "Opening"),
        ("Punt 3: opening", "3", "opening"),
        ("Thema 2 | Welkom", "2", "Welkom"),
        ("Ad 4 Peuters", "4", "Peuters"),
        ("Verslag 10 maart", "", "Verslag 10 maart"),
        ("8 februari", "", "8 februari"),
        ("2023 in cijfers", "", "2023 in cijfers"),
        ("Rondvraag", "", "Rondvraag"),
    ],
)
def test_numbers_of_headings(heading, number, title):
    item = sample(f"## {heading}\n").items[1]

    assert (item.number, item.title) == (number, title)


def test_a_bar_inside_a_mark_is_no_cell_border():
    document = sample("| a | [[b | c::segregatie::jargon::discussed]] |\n")

    assert document.items[0].text == "a | b | c"
    assert document.items[0].segments[0].cells == ((0, 1), (4, 9))
    assert document.mentions[0].quote == "b | c"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("[[vve::x::jargon::discussed", "het merk [[ is niet gesloten op deze regel; sluit het"),
        ("vve]]", "]] sluit niets; zet er [[ voor"),
        ("{{A:vve]]", "]] sluit niets; zet er [[ voor"),
        ("{{B:vve}}", "na {{ hoort A: of AM:; vul dit aan"),
        ("{{A: }}", "de afspraak is leeg; zet er woorden in"),
        ("{{A:x {{A:y}}}}", "{{ staat binnen een ander merk; zet ze na elkaar"),
        ("[[a [[b]]]]", "[[ staat binnen een ander merk; zet ze na elkaar"),
        (
            "[[vve::jargon::discussed]]",
            "een vermelding is [[woorden::thema+thema::wording::assertion]]; vul dit aan",
        ),
        ("[[vve::::jargon::discussed]]", "de vermelding noemt geen thema; vul er een in"),
        (
            "[[vve::a+a::jargon::discussed]]",
            "de vermelding noemt een thema twee keer; laat er één weg",
        ),
        (
            "[[vve::a::local::discussed]]",
            "'local' is geen geldige waarde voor wording; kies uit statutory, jargon",
        ),
        (
            "[[vve::a::jargon::said]]",
            (
                "'said' is geen geldige waarde voor assertion; kies uit discussed, planned, "
                "not_discussed, postponed, quoted"
            ),
        ),
        ("##Kop", "een kop is '## ' met tekst erachter; verbeter deze regel"),
        ("| a", "een tabelrij begint en eindigt met |; verbeter deze regel"),
        (
            "## [[3. Kop::a::jargon::discussed]]",
            "het merk begint in het nummer van de kop; zet het erna",
        ),
    ],
)
def test_faults_name_file_line_and_mend(line, fault):
    with pytest.raises(AnnotationError) as caught:
        sample(f"Titel\n{line}\n")

    assert str(caught.value) == f"a.txt:13: {fault}"


def test_all_faults_come_at_once_in_order_of_the_file():
    header = HEADER.replace("kind: verslag", "kind: notulen").replace("lea: yes", "lea: ja")
    with pytest.raises(AnnotationError) as caught:
        sample("[[x\n## 1. y]]\n", header=header)

    assert str(caught.value).splitlines() == [
        (
            "a.txt:4: 'notulen' is geen geldige waarde voor kind; kies uit agenda, verslag, "
            "besluitenlijst, other"
        ),
        "a.txt:9: 'lea' moet yes of no zijn",
        "a.txt:12: het merk [[ is niet gesloten op deze regel; sluit het",
        "a.txt:13: ]] sluit niets; zet er [[ voor",
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("style: 2\n", "", "10: 'style' ontbreekt in de kop; vul deze sleutel in"),
        ("style: 2\n", "style:\n", "8: 'style' is leeg; vul een waarde in"),
        ("style: 2\n", "style: 2\nstyle: 3\n", "9: 'style' staat er twee keer; laat er één weg"),
        (
            "style: 2\n",
            "style: 2\nstijl: 3\n",
            (
                "9: 'stijl' is geen bekende sleutel; kies uit municipality, body, kind, level, "
                "date, format, style, lea, partners"
            ),
        ),
        ("2023-03-15", "15-3-2023", "6: 'date' moet een datum zijn als 2023-03-15"),
        ("format: docx", "format: doc", "7: 'format' moet docx of pdf zijn"),
        (
            "style: 2\n",
            "style: 2\nlos\n",
            "9: de regel mist een dubbele punt; schrijf 'sleutel: waarde'",
        ),
        (
            "level: bestuurlijk",
            "level: hoog",
            (
                "5: 'hoog' is geen geldige waarde voor level; kies "
                "uit bestuurlijk, ambtelijk, onbekend"
            ),
        ),
    ],
)
def test_faults_in_the_header(old, new, fault):
    with pytest.raises(AnnotationError) as caught:
        sample(header=HEADER.replace(old, new))

    assert str(caught.value) == f"a.txt:{fault}"


def test_a_text_without_header_is_refused():
    with pytest.raises(AnnotationError) as caught:
        parse_annotated("Verslag\n", "a.txt")

    assert str(caught.value) == (
        "a.txt:1: het bestand begint niet met ---; zet er een kop met gegevens boven"
    )


def test_a_header_without_end_is_refused():
    with pytest.raises(AnnotationError) as caught:
        parse_annotated("---\nkind: verslag\n", "a.txt")

    assert str(caught.value) == "a.txt:1: de kop is niet gesloten; zet er een regel --- onder"


def test_unknown_themes_are_faults_where_the_themes_are_given():
    with pytest.raises(AnnotationError) as caught:
        parse_annotated(
            HEADER + "[[x::segregtie::jargon::discussed]]\n",
            "a.txt",
            themes=("segregatie", "integratie"),
        )

    assert str(caught.value) == (
        "a.txt:12: 'segregtie' is geen bekend thema; kies uit integratie, segregatie"
    )


@given(st.text())
def test_any_text_parses_or_is_refused_with_its_line(text):
    for whole in (text, HEADER + text):
        assert re.match(r"a\.txt:\d+: |-1$", _outcome(whole))


def _outcome(text):
    """The message with which a text is refused, or the index of its first item."""
    try:
        return str(parse_annotated(text, "a.txt").items[0].index)
    except AnnotationError as error:
        return str(error)


_WORDS = st.text(
    st.characters(blacklist_characters="[]{}|:#-", blacklist_categories=("Cs", "Cc", "Z")),
    min_size=1,
    max_size=8,
)
_MARKED = st.lists(
    st.tuples(_WORDS, st.sampled_from(["", "[[", "{{A:", "{{AM:"])), min_size=1, max_size=6
)


@given(st.lists(_MARKED, min_size=1, max_size=5))
def test_every_mark_stands_around_its_words(lines):
    raw, printed, marked = [], [], []
    for words in lines:
        texts = []
        for word, sign in words:
            close = {"": "", "[[": "::a+b::jargon::quoted]]"}.get(sign, "}}")
            texts.append(sign + word + close)
            marked += [word] * {"": 0, "[[": 2}.get(sign, 1)
        raw.append("x " + " ".join(texts))
        printed.append("x " + " ".join(word for word, _ in words))
    document = parse_annotated(HEADER + "\n".join(raw), "a.txt")
    item = document.items[0]

    assert item.text == "\n".join(printed)
    assert sorted(
        [m.quote for m in document.mentions] + [a.text for a in document.agreements]
    ) == (sorted(marked))
    for mention in document.mentions:
        assert item.text[mention.start : mention.end] == mention.quote
    for agreement in document.agreements:
        assert item.text[agreement.start : agreement.end] == agreement.text


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    text = "\ufeff" + (HEADER + BODY).replace("\n", "\r\n")

    assert parse_annotated(text, "a.txt") == sample()
