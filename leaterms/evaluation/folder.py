"""Evaluating a folder: scan its printed documents, and hold them against their annotations."""

import csv
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from leaterms.errors import InputError
from leaterms.evaluation.evaluate import (
    Matched,
    evaluate_matched,
    match_results,
    read_annotations,
)
from leaterms.evaluation.evaluation import Evaluation
from leaterms.vocabulary import Vocabulary, load_vocabulary

__all__ = ["evaluate_folder", "match_folder"]

_PRINTED = frozenset({".pdf", ".docx"})
_NAMES = "namen.csv"


def evaluate_folder(
    folder: Path,
    *,
    annotations: Path | None = None,
    vocabulary: Vocabulary | None = None,
    jobs: int | None = None,
) -> Evaluation:
    """Scan the documents in `folder` and hold them against their annotations.

    A printed document belongs to the annotated one with the same name but for the ending, or
    to the one that `namen.csv` in `folder` names (columns bestand, bron; UTF-8), which
    corpus_samples/render.py writes with `--anonymous`.

    Args:
        folder: the printed documents (PDF, DOCX), in or below it.
        annotations: where the annotated documents are; None: in or below `folder`.
        vocabulary: what to detect; None: the shipped vocabulary.
        jobs: the number of worker processes; None: the cores this process may use.

    Raises:
        InputError: a folder is not there or holds no annotated documents, or an annotated
            document has no printed one.
        AnnotationError: as `read_annotations`.
    """
    vocabulary = vocabulary or load_vocabulary()
    matched = match_folder(folder, vocabulary, annotations=annotations, jobs=jobs)
    return evaluate_matched(matched, vocabulary, structured=True)


def match_folder(
    folder: Path,
    vocabulary: Vocabulary,
    *,
    annotations: Path | None = None,
    jobs: int | None = None,
) -> Matched:
    """Scan as `evaluate_folder` does, and give each annotated document with its rows.

    Raises:
        InputError, AnnotationError: as `evaluate_folder`.
    """
    # late: it brings pandas, which those who only parse annotations have no use for
    from leaterms.api import scan  # noqa: PLC0415 (loads pandas)

    themes = [theme.id for theme in vocabulary.themes]
    documents = read_annotations(annotations or folder, themes=themes)
    if not folder.is_dir():
        raise InputError(f"{folder}: deze map is er niet; noem een map met PDF- of Word-bestanden")
    names = _read_names(folder)
    printed = {
        PurePosixPath(names.get(path.relative_to(folder).as_posix(), path.name)).stem
        for path in folder.rglob("*")
        if path.suffix.lower() in _PRINTED
    }
    missing = [d.name for d in documents if PurePosixPath(d.name).stem not in printed]
    if missing:
        more = ", ..." if len(missing) > 3 else ""
        raise InputError(
            f"{folder}: van {len(missing)} geannoteerde documenten is er geen PDF of DOCX "
            f"({', '.join(missing[:3])}{more}); maak ze met corpus_samples/render.py"
        )
    with scan(folder, vocabulary=vocabulary, jobs=jobs, progress=False) as found:
        return match_results(found.results, documents, names=names)


def _read_names(folder: Path) -> Mapping[str, str]:
    """Path below `folder` -> name of the annotated document; empty without `namen.csv`."""
    path = folder / _NAMES
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {row["bestand"]: row["bron"] for row in csv.DictReader(file)}
    except (KeyError, csv.Error, UnicodeDecodeError) as error:
        raise InputError(
            f"{path}: dit bestand moet de kolommen bestand en bron hebben, in UTF-8"
        ) from error
