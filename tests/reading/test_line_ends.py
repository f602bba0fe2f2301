import pytest

from leaterms.reading.line_ends import Join, join_of
from tests.reading.making import draw_pdf, read_bytes


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("onder-", "wijs"),
        ("(onder-", "wijs)"),
        ("peuter-", "speelzaal,"),
        ("achterstanden-", "beleid"),
        ("toelatings-", "procedures"),
        ("gemeen-", "te"),
        ("samen-", "werkingsverband"),
        ("mond-tot-mond-", "reclame"),
        ("vve-be-", "leid"),
    ],
)
def test_hyphenation_is_undone(last, first):
    assert join_of(last, first) is Join.DROP_HYPHEN


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("vve-", "beleid"),
        ("OAB-", "middelen"),
        ("NT2-", "onderwijs"),
        ("2022-", "2023"),
        ("Noord-", "Holland"),
        ("zij-", "instroom"),
        ("sociaal-", "emotioneel"),
        ("pedagogisch-", "didactisch"),
        ("niet-", "bereik"),
        ("bso-", "locaties"),
        ("mond-tot-", "mondreclame"),
        ("mond-", "tot-mondreclame"),
    ],
)
def test_a_hyphen_that_belongs_is_kept(last, first):
    assert join_of(last, first) is Join.KEEP_HYPHEN


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("taal-", "en"),
        ("in-", "of"),
        ("wethouder", "opent"),
        ("-", "wijs"),
        ("inschrijvings-", "en"),
    ],
)
def test_a_suspended_hyphen_and_a_plain_line_end_are_followed_by_a_space(last, first):
    assert join_of(last, first) is Join.SPACE


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Onderwijsachter", "standen"), "Onderwijsachterstanden"),
        (("Onderwijsachterstand", "enbeleid"), "Onderwijsachterstandenbeleid"),
        (("Gegevensuitwisse", "lingsovereen", "komst"), "Gegevensuitwisselingsovereenkomst"),
        (("Kwaliteitsve", "rbetering"), "Kwaliteitsverbetering"),
        (("Leerlingenprognose", "maken"), "Leerlingenprognose maken"),
        (("Schoolbesturen", "overleg"), "Schoolbesturen overleg"),
        (("Onderwijsachterstanden", "beleid"), "Onderwijsachterstanden beleid"),
    ],
)
def test_a_word_that_a_narrow_cell_broke_is_one_word_again(tmp_path, lines, expected):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        width = max(canvas.stringWidth(line, "Helvetica", 10) for line in lines[:-1])
        for index, line in enumerate(lines):
            # each line but the last is full
            spread = (width - canvas.stringWidth(line, "Helvetica", 10)) / max(1, len(line) - 1)
            last = index == len(lines) - 1
            canvas.drawString(70, 740 - 13 * index, line, charSpace=0 if last else spread)
        canvas.drawString(80 + width, 740, "Besproken")
        canvas.drawString(70, 680, "Iets")
        canvas.drawString(80 + width, 680, "anders")
        canvas.grid([66, 74 + width, 280 + width], [670, 700, 755])

    document = read_bytes(draw_pdf(draw), tmp_path)

    assert document.blocks[0].text == f"{expected} | Besproken"
