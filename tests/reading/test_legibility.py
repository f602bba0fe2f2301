import pytest

from leaterms.reading.legibility import is_legible

MINUTES = (
    "De wethouder schetst hoe de leerlingenstromen zich in de afgelopen vijf jaar hebben "
    "ontwikkeld. In de wijk kiezen veel ouders voor een school buiten de buurt, terwijl de "
    "dichtstbijzijnde school leegloopt. Dat effect is het grootst bij de kleuters."
)


def by_glyph_numbers(text):
    """What the glyph numbers of most fonts make of a text: each letter 29 places down."""
    return "".join(chr(ord(c) - 29) if " " < c < "\x7f" else "\x03" for c in text)


@pytest.mark.parametrize(
    "text",
    [
        MINUTES,
        "",
        "Agenda",
        "- 3 -",
        (
            "Kompas 212 Regenboog 187 Klimop 94 Akker 311 Horizon 58 Parel 140 Bron 77 Linde "
            "129 Schatkist 93 Toermalijn 205 Wegwijzer 118 Zonnebloem 66 leerlingen scholen "
            "totaal groep Burgemeester Oranje Prins Hendrik Beatrix Margriet"
        ),
        "The municipality and the school boards met to talk of the spread of pupils in the town",
        (
            "Belediye okul yonetimleri cocuklar ogretmenler ailelerin programi plan dil "
            "destegi okullara gore katilimcilar hakkinda bilgi verildi egitim islemleri "
            "sonbaharda toplanti onaylanan uyarinca saglanacak yapildi tamamlandi"
        ),
    ],
)
def test_language_is_legible(text):
    assert is_legible(text)


@pytest.mark.parametrize(
    "text",
    [
        by_glyph_numbers(MINUTES),
        by_glyph_numbers(MINUTES).replace("\x03", " "),
        "\ufffd\ufffd\ufffd \ufffd",
        "\uf041\uf042\uf043 \uf044",
    ],
)
def test_the_codes_of_a_font_are_not(text):
    assert not is_legible(text)
