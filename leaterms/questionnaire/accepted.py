"""Passages that a person has judged: 'yes, here the theme was talked about'.

A file with the ids of mentions (as in the table of mentions) and who accepted them, in YAML

    - id: 3f0c9a1be27d4f60
      by: M. de Vries
      note: het gesprek ging over de samenstelling van de scholen

or as CSV, with a first row 'id;by;note' (or with commas). Ids stay the same when an archive
is scanned again.
"""

import csv
import io
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter, with_config

from leaterms.errors import InputError
from leaterms.rules import parse_rules

__all__ = ["Acceptance", "check_acceptances", "load_accepted"]

Text = Annotated[str, Field(min_length=1)]
_COLUMNS = ("id", "by", "note")


def _folded(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


@with_config(ConfigDict(extra="forbid", str_strip_whitespace=True))
@dataclass(frozen=True, slots=True)
class _Entry:
    id: Annotated[Text, BeforeValidator(_folded)]
    by: Text
    note: str = ""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A mention (its id) that a person accepts as proof, and who; `place` is 'file:line'."""

    id: str
    by: str
    note: str = ""
    place: str = ""


_ENTRIES = TypeAdapter(tuple[_Entry, ...])


def load_accepted(path: Path) -> tuple[Acceptance, ...]:
    """The accepted passages in the YAML or CSV file at `path` (UTF-8), in file order.

    Whether the ids exist is for `check_acceptances` to say.

    Raises:
        InputError: the file cannot be read or breaks the format; one line per fault, all at
            once.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(
            f"'{path}' kan niet worden gelezen; controleer de naam en bewaar het bestand als "
            "UTF-8 (in Excel: 'CSV UTF-8')."
        ) from fault
    if path.suffix.lower() == ".csv":
        found = _from_csv(text, path.name)
    else:
        found = _from_yaml(text, path.name)
    faults = list(_doubles(found))
    if faults:
        raise InputError("\n".join(faults))
    return found


def _from_yaml(text: str, name: str) -> tuple[Acceptance, ...]:
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return ()
    rules = parse_rules(text, name, _ENTRIES, InputError)
    return tuple(
        Acceptance(entry.id, entry.by, entry.note, rules.at(index, "id"))
        for index, entry in enumerate(rules.value)
    )


def _from_csv(text: str, name: str) -> tuple[Acceptance, ...]:
    if not text.strip():
        return ()
    header = text.lstrip("\r\n").splitlines()[0]
    delimiter = ";" if header.count(";") >= header.count(",") else ","
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as fault:
        raise InputError(
            f"{name}: dit is geen leesbare CSV; bewaar het in Excel opnieuw als 'CSV UTF-8'."
        ) from fault
    numbered = [(n, row) for n, row in enumerate(rows, start=1) if any(c.strip() for c in row)]
    if not numbered:  # nothing but separators
        return ()
    columns = [cell.strip().lower() for cell in numbered[0][1]]
    unknown = [column for column in columns if column not in _COLUMNS]
    if unknown or {"id", "by"} - set(columns) or len(columns) != len(set(columns)):
        raise InputError(
            f"{name}:{numbered[0][0]}: de eerste regel moet de kolommen id, by en (als u wilt) "
            "note noemen."
        )
    found, faults = [], []
    for number, row in numbered[1:]:
        place = f"{name}:{number}"
        cells = dict(zip(columns, (cell.strip() for cell in row), strict=False))
        if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
            faults.append(f"{place}: deze regel heeft meer vakken dan de eerste")
        elif not cells.get("id") or not cells.get("by"):
            faults.append(f"{place}: id of by is leeg; noem de vermelding en wie haar aannam")
        else:
            note = cells.get("note", "")
            found.append(Acceptance(cells["id"].lower(), cells["by"], note, place))
    if faults:
        raise InputError("\n".join(faults))
    return tuple(found)


def _doubles(found: Sequence[Acceptance]) -> Iterable[str]:
    seen: dict[str, str] = {}
    for acceptance in found:
        if acceptance.id in seen:
            yield (
                f"{acceptance.place}: '{acceptance.id}' staat er al, op {seen[acceptance.id]}; "
                "laat er één weg"
            )
        seen.setdefault(acceptance.id, acceptance.place)


def check_acceptances(
    accepted: Iterable[Acceptance], known: Collection[str]
) -> dict[str, Acceptance]:
    """The acceptances by id, all of mentions that there are.

    Args:
        accepted: what was accepted; of two with one id the last holds.
        known: the ids of all mentions of the scan.

    Raises:
        InputError: an id is of no mention; one line per fault, all at once.
    """
    faults = []
    by_id: dict[str, Acceptance] = {}
    for acceptance in accepted:
        found = replace(acceptance, id=acceptance.id.strip().lower())
        by_id[found.id] = found
        if found.id not in known:
            place = f"{found.place}: " if found.place else ""
            faults.append(
                f"{place}'{acceptance.id}' is geen vermelding in dit archief; neem het id over "
                "uit het blad 'vermeldingen' (kolom id)."
            )
    if faults:
        raise InputError("\n".join(faults))
    return by_id
