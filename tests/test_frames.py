import datetime as dt
from enum import StrEnum

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms import frames

TABLES = {
    "AGREEMENTS": frames.AGREEMENTS,
    "ASSESSMENT": frames.ASSESSMENT,
    "CONTRADICTIONS": frames.CONTRADICTIONS,
    "COVERAGE": frames.COVERAGE,
    "DIVERGENCE": frames.DIVERGENCE,
    "DOCUMENTS": frames.DOCUMENTS,
    "ITEMS": frames.ITEMS,
    "MEETINGS": frames.MEETINGS,
    "MENTIONS": frames.MENTIONS,
    "PLAN": frames.PLAN,
    "RELABEL": frames.RELABEL,
}

# DESIGN section 3, 'The public contract'
CONTRACT = {
    "DOCUMENTS": "path, sha256, format, pages, status, error, kind, meeting_date, year, level, "
    "body, municipality, is_lea, partners",
    "ITEMS": "path, item, number, title, page_first, page_last, text",
    "MENTIONS": "id, path, item, page, paragraph, in_heading, theme, wording, assertion, term, "
    "quote, sentence, start, end, confidence, method, why",
    "AGREEMENTS": "path, item, page, text, themes, measurable, who, by_when",
    "COVERAGE": "municipality, year, theme, status, risk, meetings, evidence, evidence_id",
    "DIVERGENCE": "municipality, year, theme, path, item, title, quote, statutory_term, advice",
    "RELABEL": "path, item, page, title, suggestion, themes, reason, confidence",
}


class Colour(StrEnum):
    RED = "red"


@pytest.mark.parametrize("table", sorted(CONTRACT))
def test_a_table_begins_with_the_columns_of_the_contract(table):
    promised = CONTRACT[table].split(", ")

    assert list(TABLES[table])[: len(promised)] == promised


@pytest.mark.parametrize("table", sorted(TABLES))
def test_an_empty_table_has_its_columns_and_dtypes(table):
    empty = frames.frame(TABLES[table], [])

    assert {name: str(dtype) for name, dtype in empty.dtypes.items()} == dict(TABLES[table])
    assert len(empty) == 0


def test_values_become_cells_of_their_dtype():
    columns = {"a": "str", "b": "Int64", "c": "datetime64[s]", "d": "bool", "e": "float64"}

    made = frames.frame(
        columns,
        [
            {"a": ("x", "y"), "b": 3, "c": dt.date(2023, 3, 15), "d": True, "e": 0.5},
            {"a": Colour.RED, "b": None, "c": None, "d": False, "e": 1},
        ],
    )

    assert {name: str(dtype) for name, dtype in made.dtypes.items()} == columns
    assert made["a"].tolist() == ["x; y", "red"]
    assert made["b"].tolist() == [3, pd.NA]
    assert made["c"].tolist() == [pd.Timestamp("2023-03-15"), pd.NaT]
    assert made["d"].tolist() == [True, False]
    assert made["e"].tolist() == [0.5, 1.0]


def test_a_date_outside_the_nanosecond_range_is_kept():
    made = frames.frame({"c": "datetime64[s]"}, [{"c": dt.date(1066, 10, 14)}])

    assert made["c"][0].year == 1066


@pytest.mark.parametrize(
    ("dtype", "value"),
    [
        ("str", None),
        ("str", 3),
        ("int64", None),
        ("bool", None),
        ("bool", 1),
        ("Int64", True),
        ("Int64", "3"),
        ("float64", None),
        ("datetime64[s]", "2023-03-15"),
    ],
)
def test_a_value_of_another_type_is_refused(dtype, value):
    with pytest.raises(TypeError, match=r"^column 'a' holds "):
        frames.frame({"a": dtype}, [{"a": value}])


def test_a_row_that_lacks_a_column_is_refused():
    with pytest.raises(KeyError, match="b"):
        frames.frame({"a": "str", "b": "str"}, [{"a": ""}])


@given(st.lists(st.text()))
def test_text_comes_out_as_it_went_in(texts):
    made = frames.frame({"a": "str"}, [{"a": text} for text in texts])

    assert made["a"].tolist() == texts
