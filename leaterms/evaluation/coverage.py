"""The table year x theme that a scan gives, held against the one the annotations imply."""

from collections.abc import Sequence

from leaterms.archive import FileResult
from leaterms.assessment import CoverageCell, assess_coverage
from leaterms.evaluation.annotations import AnnotatedDocument
from leaterms.evaluation.evaluation import CellPair, CoverageScores
from leaterms.evaluation.gold import gold_result
from leaterms.vocabulary import Theme

__all__ = ["compare_coverage"]

Cells = dict[tuple[str, int, str], CoverageCell]


def compare_coverage(
    matched: Sequence[tuple[AnnotatedDocument, FileResult | None]], themes: Sequence[Theme]
) -> CoverageScores:
    """Assess both by the same rules, and put the cells beside each other.

    Args:
        matched: each annotated document with its row of the scan, None where it has none.
        themes: the themes, in the order of the law.
    """
    gold = _cells([gold_result(d, r.path if r else "") for d, r in matched], themes)
    found = _cells([r for _, r in matched if r is not None], themes)
    keys = sorted({*gold, *found})
    return CoverageScores(tuple(_pair(key, gold.get(key), found.get(key)) for key in keys))


def _cells(results: Sequence[FileResult], themes: Sequence[Theme]) -> Cells:
    cells = assess_coverage(results, themes)
    return {(cell.municipality, cell.year, cell.theme): cell for cell in cells}


def _pair(
    key: tuple[str, int, str], gold: CoverageCell | None, found: CoverageCell | None
) -> CellPair:
    municipality, year, theme = key
    return CellPair(
        municipality=municipality,
        year=year,
        theme=theme,
        gold_status=gold.status.value if gold else "",
        found_status=found.status.value if found else "",
        gold_risk=gold.risk.value if gold else "",
        found_risk=found.risk.value if found else "",
    )
