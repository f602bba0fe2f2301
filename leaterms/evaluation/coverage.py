"""The table year x theme that a scan gives, held against the one the annotations imply."""

from collections.abc import Sequence

from leaterms.archive import FileResult
from leaterms.assessment import CoverageCell, assess_coverage
from leaterms.evaluation.annotations import AnnotatedDocument
from leaterms.evaluation.evaluation import CoverageError, CoverageScores
from leaterms.evaluation.gold import gold_result
from leaterms.evaluation.scores import Share
from leaterms.vocabulary import Theme

__all__ = ["compare_coverage"]

Cells = dict[tuple[str, int, str], CoverageCell]


def compare_coverage(
    matched: Sequence[tuple[AnnotatedDocument, FileResult | None]], themes: Sequence[Theme]
) -> CoverageScores:
    """Assess both by the same rules, and count the cells that agree.

    Args:
        matched: each annotated document with its row of the scan, None where it has none.
        themes: the themes, in the order of the law.
    """
    gold = _cells([gold_result(d, r.path if r else "") for d, r in matched], themes)
    found = _cells([r for _, r in matched if r is not None], themes)
    keys = sorted({*gold, *found})
    errors = [_error(key, gold.get(key), found.get(key)) for key in keys]
    status = sum(e.gold_status == e.found_status for e in errors)
    risk = sum(e.gold_risk == e.found_risk for e in errors)
    return CoverageScores(
        status=Share(status, len(keys)),
        risk=Share(risk, len(keys)),
        errors=tuple(
            e for e in errors if (e.gold_status, e.gold_risk) != (e.found_status, e.found_risk)
        ),
    )


def _cells(results: Sequence[FileResult], themes: Sequence[Theme]) -> Cells:
    cells = assess_coverage(results, themes)
    return {(cell.municipality, cell.year, cell.theme): cell for cell in cells}


def _error(
    key: tuple[str, int, str], gold: CoverageCell | None, found: CoverageCell | None
) -> CoverageError:
    municipality, year, theme = key
    return CoverageError(
        municipality=municipality,
        year=year,
        theme=theme,
        gold_status=gold.status.value if gold else "",
        found_status=found.status.value if found else "",
        gold_risk=gold.risk.value if gold else "",
        found_risk=found.risk.value if found else "",
    )
