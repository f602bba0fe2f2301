"""What a user writes, type-checked and never run: a change of a public type shows here."""

from collections.abc import Sequence
from pathlib import Path
from typing import assert_type

import pandas as pd

import leaterms


def tabulate(archive: Path) -> pd.DataFrame:
    """An analyst's first lines."""
    with leaterms.scan(archive, jobs=1, progress=False) as scan:
        assert_type(scan, leaterms.Scan)
        assert_type(scan.documents, pd.DataFrame)
        assert_type(scan.items, pd.DataFrame)
        assert_type(scan.mentions, pd.DataFrame)
        assert_type(scan.agreements, pd.DataFrame)
        assert_type(scan.meetings, pd.DataFrame)
        assert_type(scan.divergence(), pd.DataFrame)
        assert_type(scan.relabel(style="behind"), pd.DataFrame)
        assert_type(scan.open_themes(2022), pd.DataFrame)
        assert_type(scan.assess(), pd.DataFrame)
        assert_type(scan.plan(2022), pd.DataFrame)
        scan.dossier("dossier.docx", 2022, "Veenrade", pseudonymise=True)
        assert_type(scan.check_answers("vragenlijst.xlsx", 2022), pd.DataFrame)
        scan.report("rapport.html")
        scan.to_excel(Path("leaterms.xlsx"))
        return scan.coverage()


def prepare(agenda: Path, archive: Path) -> tuple[str, ...]:
    """Before an agenda goes out."""
    found = leaterms.check(agenda, archive)
    try:
        leaterms.relabel(agenda, "nieuw.docx", author="Anna de Wit", force=True)
    except leaterms.RelabelRefused as error:
        return error.advice
    return tuple(finding.suggestion for finding in found.findings)


def scan_several(folders: Sequence[Path], store: str) -> leaterms.Scan:
    """Several roots, a store, a vocabulary with an overlay, a function that hears of progress."""
    told: list[str] = []

    def tell(done: int, total: int, path: str) -> None:
        told.append(f"{done}/{total} {path}")

    words = leaterms.load_vocabulary("eigen.yaml", Path("meer"))
    assert_type(words, leaterms.Vocabulary)
    leaterms.scan(["a.pdf", "b.docx"], vocabulary=words)
    leaterms.scan(folders, store=store, progress=tell)
    return leaterms.open_scan(store)


def read_one(path: Path) -> int:
    """A document, and the errors a caller can meet."""
    try:
        document = leaterms.read(path)
    except leaterms.ScannedDocument as error:
        assert_type(error.status, str)
        return 0
    except (leaterms.DocumentError, leaterms.InputError):
        return 0
    assert_type(document, leaterms.Document)
    return len(document.blocks)


def find_in(text: str) -> list[tuple[str, str, int, int]]:
    """Mentions in a bare text."""
    mentions = leaterms.detect(text, kind="agenda")
    assert_type(mentions, list[leaterms.Mention])
    return [(m.theme, m.quote, m.start, m.end) for m in mentions]
