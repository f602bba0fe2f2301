import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaterms.errors import CorrectionsError
from leaterms.structure import (
    Correction,
    Kind,
    Level,
    Partner,
    correct,
    load_corrections,
    read_record,
)

from .builders import minutes


def load(tmp_path: Path, text: str) -> tuple[Correction, ...]:
    path = tmp_path / "correcties.yaml"
    path.write_text(text, encoding="utf-8")
    return load_corrections(path)


def test_all_that_can_be_corrected_is_read(tmp_path: Path):
    found = load(
        tmp_path,
        """
- path: 2021/verslag.pdf
  reason: op het voorblad staat de printdatum
  date: 2021-04-14
  kind: verslag
  level: bestuurlijk
  is_lea: ja
  partners: [kinderopvang, gemeente]
  municipality: Veldkamp
- path: 2022\\brief.docx
  reason: geen verslag
  is_lea: nee
  municipality: [Veldkamp, Oostdam]
""",
    )

    assert found == (
        Correction(
            "2021/verslag.pdf",
            "op het voorblad staat de printdatum",
            dt.date(2021, 4, 14),
            Kind.VERSLAG,
            Level.BESTUURLIJK,
            True,
            (Partner.KINDEROPVANG, Partner.GEMEENTE),
            ("Veldkamp",),
        ),
        Correction(
            "2022/brief.docx", "geen verslag", is_lea=False, municipality=("Veldkamp", "Oostdam")
        ),
    )


@pytest.mark.parametrize("text", ["", "# nog geen correcties\n", "\n\n"])
def test_an_empty_file_holds_none(tmp_path: Path, text: str):
    assert load(tmp_path, text) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "- path: a.pdf\n  kind: agenda\n",
            "correcties.yaml:1: 'reason' ontbreekt; vul deze sleutel in",
        ),
        (
            "- path: a.pdf\n  reason: x\n  soort: agenda\n",
            "correcties.yaml:3: 'soort' is geen bekende sleutel; laat de sleutel weg",
        ),
        (
            "- path: a.pdf\n  reason: x\n  knid: agenda\n",
            "correcties.yaml:3: 'knid' is geen bekende sleutel; bedoelde u 'kind'?",
        ),
        (
            "- path: a.pdf\n  reason: x\n  date: gisteren\n",
            "correcties.yaml:3: 'date' moet een datum zijn, als 2023-03-15",
        ),
        (
            "- path: a.pdf\n  reason: x\n  is_lea: misschien\n",
            "correcties.yaml:3: 'is_lea' moet 'ja' of 'nee' zijn (of true/false)",
        ),
        (
            "- path: a.pdf\n  reason: ''\n  kind: agenda\n",
            "correcties.yaml:2: 'reason' is leeg; vul een tekst in",
        ),
        (
            "- path: a.pdf\n  reason: x\n",
            (
                "correcties.yaml:1: de correctie van 'a.pdf' verandert niets; noem date, kind, "
                "level, is_lea, partners of municipality, of laat haar weg"
            ),
        ),
        (
            (
                "- path: a.pdf\n  reason: x\n  kind: agenda\n"
                "- path: a.pdf\n  reason: y\n  kind: other\n"
            ),
            (
                "correcties.yaml:4: 'a.pdf' staat er al, op correcties.yaml:1; "
                "voeg de twee correcties samen"
            ),
        ),
    ],
)
def test_a_fault_says_where_and_what_to_do(tmp_path: Path, text: str, message: str):
    with pytest.raises(CorrectionsError) as error:
        load(tmp_path, text)

    assert str(error.value) == message


def test_a_file_in_another_encoding_says_how_to_save_it(tmp_path: Path):
    path = tmp_path / "correcties.yaml"
    path.write_bytes(b"- path: \xe9.pdf\n")

    with pytest.raises(CorrectionsError, match="sla het in uw teksteditor op"):
        load_corrections(path)


def faults(path: Path) -> list[str]:
    try:
        load_corrections(path)
    except CorrectionsError as error:
        return str(error).splitlines()
    return []


@given(content=st.binary() | st.text().map(str.encode))
def test_any_bytes_load_or_raise_a_corrections_error(tmp_path_factory, content: bytes):
    path = tmp_path_factory.mktemp("correcties") / "correcties.yaml"
    path.write_bytes(content)

    assert all(fault.startswith("correcties.yaml:") for fault in faults(path))


RECORD = read_record(
    minutes("Verslag LEA Veldkamp\n3 mei 2022\n## 1. Opening\nTekst.\n## 2. Vve\nTekst.")
)


def test_a_correction_overrules_what_was_read():
    correction = Correction(
        "a.pdf",
        "was afgedrukt op een andere dag",
        date=dt.date(2022, 5, 2),
        partners=(Partner.KINDEROPVANG, Partner.GEMEENTE),
        municipality=("Oostdam",),
    )
    corrected = correct(RECORD, correction)

    assert corrected.meeting_date == dt.date(2022, 5, 2)
    assert corrected.partners == (Partner.GEMEENTE, Partner.KINDEROPVANG)
    assert corrected.municipalities == ("Oostdam",)
    assert (corrected.kind, corrected.lea_reason) == (RECORD.kind, RECORD.lea_reason)
    assert RECORD.meeting_date == dt.date(2022, 5, 3)


def test_the_reason_says_that_a_correction_decided():
    corrected = correct(RECORD, Correction("a.pdf", "dit was een borrel", is_lea=False))

    assert corrected.is_lea is False
    assert corrected.lea_reason == "Geen LEA, volgens een correctie: dit was een borrel"


def test_no_partners_is_a_correction_too():
    assert correct(RECORD, Correction("a.pdf", "agenda", partners=())).partners == ()
