import zipfile

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import leaterms
from leaterms import frames
from leaterms.reporting import tabulate_glossary, tabulate_overview, write_excel


def table(**columns):
    return pd.DataFrame(columns)


def write(path, **sheets):
    write_excel(sheets, path)
    return openpyxl.load_workbook(path)


def test_values_keep_their_kind(tmp_path):
    sheet = write(
        tmp_path / "a.xlsx",
        blad=table(
            tekst=pd.Series(["3", ""], dtype="str"),
            getal=pd.Series([3, None], dtype="Int64"),
            dag=pd.Series(pd.to_datetime(["2022-03-15", None])).astype("datetime64[s]"),
            ja=pd.Series([True, False], dtype="bool"),
            deel=pd.Series([0.123, 1.0], dtype="float64"),
        ),
    )["blad"]

    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["3", 3, pd.Timestamp(2022, 3, 15), "ja", 0.123],
        ["", None, None, "nee", 1],
    ]
    assert sheet["C2"].number_format == "dd-mm-yyyy"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=HYPERLINK(\"http://x\")", "+31", "-5", "@SOM(A1)", "\t=1", "{=1}", "http://x.nl"],
)  # fmt: skip
def test_text_is_never_a_formula_or_a_link(tmp_path, text):
    sheet = write(tmp_path / "a.xlsx", blad=table(tekst=pd.Series([text], dtype="str")))["blad"]

    assert (sheet["A2"].data_type, sheet["A2"].value, sheet["A2"].hyperlink) == ("s", text, None)


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark(tmp_path):
    sheet = write(tmp_path / "a.xlsx", blad=table(tekst=["x" * 40_000, "y" * 32_767]))["blad"]

    assert sheet["A2"].value == "x" * 32_755 + " […afgekapt]"
    assert sheet["A3"].value == "y" * 32_767


@given(text=st.text(max_size=200))
def test_any_text_gives_a_readable_file(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("excel") / "a.xlsx"
    sheet = write(path, blad=table(tekst=pd.Series([text], dtype="str")))["blad"]

    assert sheet["A2"].value is None or isinstance(sheet["A2"].value, str)


def test_the_same_tables_give_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_excel({"blad": table(tekst=["a", "b"])}, tmp_path / name)

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_headers_stay_in_sight_and_can_be_filtered(tmp_path):
    sheet = write(tmp_path / "a.xlsx", blad=table(a=["x"], b=["y"]))["blad"]

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B2")
    assert sheet["A1"].font.bold


def test_an_empty_table_has_its_headers(tmp_path):
    book = write(tmp_path / "a.xlsx", dekking=frames.frame(frames.COVERAGE, []))

    assert [cell.value for cell in book["dekking"][1]] == list(frames.COVERAGE)


def test_risks_are_coloured_in_their_column_and_in_years_only(tmp_path):
    sheet = write(
        tmp_path / "a.xlsx",
        blad=table(
            risk=["high", "medium"],
            **{"2022": ["hoog: niet gevonden", ""], "tekst": ["hoog: x", "high"]},
        ),
    )["blad"]

    assert sheet["A2"].fill.fgColor.rgb == sheet["B2"].fill.fgColor.rgb == "FFF9C9C2"
    assert sheet["A3"].fill.fgColor.rgb == "FFFFE3A8"
    assert [sheet[at].fill.fill_type for at in ("B3", "C2", "C3")] == [None, None, None]


def test_a_table_longer_than_a_sheet_is_refused(tmp_path):
    long = pd.DataFrame({"a": pd.Series(0, index=range(1_048_576), dtype="int8")})

    with pytest.raises(leaterms.OutputError, match="'blad' heeft 1048576 rijen"):
        write_excel({"blad": long}, tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_an_output_error(tmp_path):
    with pytest.raises(leaterms.OutputError, match=r"Het Excel-bestand .*die map bestaat niet"):
        write_excel({"blad": table(a=["x"])}, tmp_path / "weg" / "a.xlsx")


def test_the_file_says_that_it_is_ours(tmp_path):
    write_excel({"blad": table(a=["x"])}, tmp_path / "a.xlsx")

    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        assert b'name="leaterms"' in parts.read("docProps/custom.xml")


SHEETS = {
    "dekking": frames.COVERAGE,
    "verschil": frames.DIVERGENCE,
    "herlabelen": frames.RELABEL,
    "vermeldingen": frames.MENTIONS,
    "afspraken": frames.AGREEMENTS,
    "vergaderingen": frames.MEETINGS,
    "agendapunten": frames.ITEMS,
    "documenten": frames.DOCUMENTS,
}


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_column_is_explained(sheet):
    glossary = tabulate_glossary({sheet: frames.frame(SHEETS[sheet], [])})
    own = glossary[glossary["blad"] == sheet]

    assert list(own["kolom"]) == list(SHEETS[sheet])
    assert (own["betekenis"] != "").all()


def test_every_code_is_explained():
    glossary = tabulate_glossary({})
    risks = glossary[glossary["kolom"] == "risk"]

    assert dict(zip(risks["waarde"], risks["betekenis"], strict=True)) == {
        "none": "geen",
        "low": "laag",
        "medium": "midden",
        "high": "hoog",
        "unknown": "onbekend",
    }


def test_the_overview_of_nothing_is_empty():
    assert list(tabulate_overview([], [])) == ["gemeente", "thema"]
    assert len(tabulate_overview([], [])) == 0
