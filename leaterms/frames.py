"""Columns and dtypes of each public table, the same when it is empty.

Text is `str` and never missing ('' if there is none; several values are joined by '; ').
`Int64` holds a whole number or `<NA>`, `datetime64[s]` a day or `NaT`; `bool` and `int64`
are never missing. Source: DESIGN section 3, docs/handleiding.md for users.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pandas as pd

__all__ = [
    "AGREEMENTS",
    "ASSESSMENT",
    "CONTRADICTIONS",
    "COVERAGE",
    "DIVERGENCE",
    "DOCUMENTS",
    "ITEMS",
    "MEETINGS",
    "MENTIONS",
    "OPEN_THEMES",
    "PLAN",
    "RELABEL",
    "frame",
    "frame_of",
]

Columns = Mapping[str, str]
"""The columns of a table in their order, each with its dtype."""

DOCUMENTS: Columns = MappingProxyType(
    {
        "path": "str",
        "sha256": "str",
        "format": "str",
        "pages": "Int64",
        "status": "str",
        "error": "str",
        "kind": "str",
        "meeting_date": "datetime64[s]",
        "year": "Int64",
        "level": "str",
        "body": "str",
        "municipality": "str",
        "is_lea": "bool",
        "partners": "str",
        "lea_reason": "str",
    }
)

ITEMS: Columns = MappingProxyType(
    {
        "path": "str",
        "item": "Int64",
        "number": "str",
        "title": "str",
        "page_first": "Int64",
        "page_last": "Int64",
        "text": "str",
    }
)

MENTIONS: Columns = MappingProxyType(
    {
        "id": "str",
        "path": "str",
        "item": "Int64",
        "page": "Int64",
        "paragraph": "Int64",
        "in_heading": "bool",
        "theme": "str",
        "wording": "str",
        "assertion": "str",
        "term": "str",
        "quote": "str",
        "sentence": "str",
        "start": "Int64",
        "end": "Int64",
        "confidence": "float64",
        "method": "str",
        "why": "str",
    }
)

AGREEMENTS: Columns = MappingProxyType(
    {
        "path": "str",
        "item": "Int64",
        "page": "Int64",
        "text": "str",
        "themes": "str",
        "measurable": "bool",
        "who": "str",
        "by_when": "str",
        "start": "Int64",
        "end": "Int64",
        "belongs_to": "Int64",
        "why": "str",
    }
)

MEETINGS: Columns = MappingProxyType(
    {
        "meeting_date": "datetime64[s]",
        "year": "Int64",
        "municipality": "str",
        "body": "str",
        "level": "str",
        "is_lea": "bool",
        "partners": "str",
        "kinds": "str",
        "documents": "str",
        "counted": "str",
    }
)

CONTRADICTIONS: Columns = MappingProxyType(
    {
        "row": "Int64",
        "question": "str",
        "theme": "str",
        "conflict": "str",
        "answer": "str",
        "explanation": "str",
        "passages": "str",
    }
)

COVERAGE: Columns = MappingProxyType(
    {
        "municipality": "str",
        "year": "int64",
        "theme": "str",
        "status": "str",
        "risk": "str",
        "meetings": "Int64",
        "evidence": "str",
        "evidence_id": "str",
        "held": "Int64",
        "denial": "str",
        "reason": "str",
    }
)

ASSESSMENT: Columns = MappingProxyType(
    {
        "municipality": "str",
        "year": "int64",
        "theme": "str",
        "group": "str",
        "status": "str",
        "risk": "str",
        "reason": "str",
        "meetings": "Int64",
        "bestuurlijk": "Int64",
        "ambtelijk": "Int64",
        "onbekend": "Int64",
        "held": "Int64",
        "required": "str",
        "present": "str",
        "missing": "str",
        "attendance": "bool",
        "overleg": "bool",
        "overleg_ground": "str",
        "statutory": "str",
        "jargon": "str",
        "denial": "str",
        "agreement_count": "Int64",
        "agreements": "str",
        "measurable_count": "Int64",
        "measurable": "str",
        "standing": "str",
        "still_fit": "str",
        "grounds": "str",
        "explanation": "str",
    }
)

PLAN: Columns = MappingProxyType(
    {
        "municipality": "str",
        "year": "int64",
        "part": "str",
        "state": "str",
        "number": "str",
        "date": "datetime64[s]",
        "theme": "str",
        "text": "str",
        "ground": "str",
        "path": "str",
    }
)

DIVERGENCE: Columns = MappingProxyType(
    {
        "municipality": "str",
        "year": "Int64",
        "theme": "str",
        "path": "str",
        "item": "Int64",
        "title": "str",
        "quote": "str",
        "statutory_term": "str",
        "advice": "str",
    }
)

RELABEL: Columns = MappingProxyType(
    {
        "path": "str",
        "item": "Int64",
        "page": "Int64",
        "title": "str",
        "suggestion": "str",
        "themes": "str",
        "reason": "str",
        "confidence": "float64",
        "renames": "bool",
        "evidence": "str",
    }
)

OPEN_THEMES: Columns = MappingProxyType(
    {
        "municipality": "str",
        "year": "int64",
        "theme": "str",
        "status": "str",
        "path": "str",
        "item": "Int64",
        "title": "str",
        "suggestion": "str",
        "reason": "str",
    }
)


def frame(columns: Columns, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """A table with exactly these columns and dtypes, one row for each of `rows`, in order.

    A `str` cell may be given as a tuple of texts. A missing number or date is None.

    Raises:
        KeyError: a row lacks a column.
        TypeError: a cell has no value of its column's type (None where none may be missing,
            a number for text).
    """
    cells: dict[str, list[object]] = {name: [] for name in columns}
    for row in rows:
        for name, dtype in columns.items():
            cells[name].append(_cell(row[name], dtype, name))
    return pd.DataFrame(
        {name: pd.Series(cells[name], dtype=dtype) for name, dtype in columns.items()}
    )


def frame_of(columns: Columns, values: Iterable[object]) -> pd.DataFrame:
    """A table of values whose attributes are named as the columns, one row for each.

    Raises:
        AttributeError: a value lacks a column.
        TypeError: as `frame`.
    """
    return frame(columns, ({name: getattr(value, name) for name in columns} for value in values))


def _cell(value: object, dtype: str, name: str) -> object:
    """`value` as its column holds it: ('a', 'b') -> 'a; b', Kind.AGENDA -> 'agenda'."""
    if dtype == "str" and isinstance(value, tuple):
        return "; ".join(str(part) for part in value)
    if value is None and dtype in {"Int64", "datetime64[s]"}:
        return None
    if isinstance(value, _TYPES[dtype]) and isinstance(value, bool) == (dtype == "bool"):
        return str(value) if isinstance(value, str) else value  # a StrEnum becomes plain text
    raise TypeError(f"column {name!r} holds {dtype}, not {value!r}")


_TYPES: Mapping[str, type | tuple[type, ...]] = MappingProxyType(
    {
        "str": str,
        "Int64": int,
        "int64": int,
        "bool": bool,
        "float64": (float, int),
        "datetime64[s]": dt.date,
    }
)
