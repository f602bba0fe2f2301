"""What a person knows better: `correcties.yaml` beside the files of an archive.

    - path: 2021/verslag-april.pdf        # as in the table of documents
      reason: op het voorblad staat de printdatum
      date: 2021-04-14
      is_lea: ja

A correction overrules what was read of one document (DESIGN section 3), with its reason.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter, with_config

from leaterms.errors import CorrectionsError
from leaterms.rules import Rules, parse_rules
from leaterms.structure.record import Kind, Level, MeetingRecord, Partner

__all__ = ["Correction", "correct", "load_corrections"]


def _yes_or_no(value: object) -> object:
    answers = {"ja": True, "nee": False}
    return answers.get(value.strip().lower(), value) if isinstance(value, str) else value


def _as_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _posix(value: object) -> object:
    return value.replace("\\", "/") if isinstance(value, str) else value


Text = Annotated[str, Field(min_length=1)]
Names = Annotated[tuple[Text, ...], Field(min_length=1), BeforeValidator(_as_list)]


@with_config(ConfigDict(extra="forbid", str_strip_whitespace=True))
@dataclass(frozen=True, slots=True)
class Correction:
    """A correction of one document; None leaves what was read as it is.

    `path` is relative to the scanned root, POSIX. `partners` () says that none was there.
    """

    path: Annotated[Text, BeforeValidator(_posix)]
    reason: Text
    date: dt.date | None = None
    kind: Kind | None = None
    level: Level | None = None
    is_lea: Annotated[bool, BeforeValidator(_yes_or_no)] | None = None
    partners: Annotated[tuple[Partner, ...], BeforeValidator(_as_list)] | None = None
    municipality: Names | None = None
    """One or more, the first the most important."""

    @property
    def changes(self) -> bool:
        """True if it says anything besides where and why."""
        return any(
            value is not None
            for value in (
                self.date,
                self.kind,
                self.level,
                self.is_lea,
                self.partners,
                self.municipality,
            )
        )


_CORRECTIONS = TypeAdapter(tuple[Correction, ...])


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """Read and check the corrections in the YAML file at `path` (UTF-8), in file order.

    An empty file holds none.

    Raises:
        CorrectionsError: the file is no YAML or no UTF-8, or an entry breaks the format; one
            line per fault, all faults at once: 'correcties.yaml:3: ...'.
        OSError: the file cannot be opened.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise CorrectionsError(
            f"{path.name}:1: dit bestand is geen UTF-8; sla het in uw teksteditor op met de "
            "tekencodering UTF-8"
        ) from fault
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return ()
    rules = parse_rules(text, path.name, _CORRECTIONS, CorrectionsError)
    faults = _faults(rules)
    if faults:
        raise CorrectionsError("\n".join(faults))
    return rules.value


def _faults(rules: Rules[tuple[Correction, ...]]) -> Sequence[str]:
    """What the schema cannot say: a document twice, an entry that corrects nothing."""
    faults = []
    seen: dict[str, str] = {}
    for index, correction in enumerate(rules.value):
        place = rules.at(index, "path")
        if correction.path in seen:
            faults.append(
                f"{place}: '{correction.path}' staat er al, op {seen[correction.path]}; "
                "voeg de twee correcties samen"
            )
        seen.setdefault(correction.path, place)
        if not correction.changes:
            faults.append(
                f"{place}: de correctie van '{correction.path}' verandert niets; noem date, "
                "kind, level, is_lea, partners of municipality, of laat haar weg"
            )
    return faults


def correct(record: MeetingRecord, correction: Correction) -> MeetingRecord:
    """`record` as the correction has it; `lea_reason` says so where it decides `is_lea`."""
    partners = correction.partners
    ordered = tuple(p for p in Partner if p in partners) if partners is not None else None
    corrected = replace(
        record,
        meeting_date=record.meeting_date if correction.date is None else correction.date,
        kind=record.kind if correction.kind is None else correction.kind,
        level=record.level if correction.level is None else correction.level,
        partners=record.partners if ordered is None else ordered,
        municipalities=(
            record.municipalities if correction.municipality is None else correction.municipality
        ),
    )
    if correction.is_lea is None:
        return corrected
    verdict = "LEA" if correction.is_lea else "Geen LEA"
    reason = f"{verdict}, volgens een correctie: {correction.reason}"
    return replace(corrected, is_lea=correction.is_lea, lea_reason=reason)
