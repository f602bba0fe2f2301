"""Evaluating: a scan, or the vocabulary alone, against a folder of annotations."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from leaterms.archive import FileResult
from leaterms.assessment import find_agreements, resolve_municipalities
from leaterms.detection import Detector
from leaterms.errors import AnnotationError, InputError
from leaterms.evaluation.annotations import AnnotatedDocument
from leaterms.evaluation.comparison import compare
from leaterms.evaluation.coverage import compare_coverage
from leaterms.evaluation.evaluation import Evaluation
from leaterms.evaluation.gold import gold_result
from leaterms.evaluation.matching import FoundAgreement
from leaterms.evaluation.parsing import parse_annotated
from leaterms.vocabulary import Vocabulary

__all__ = [
    "Matched",
    "evaluate",
    "evaluate_matched",
    "evaluate_sources",
    "match_results",
    "match_sources",
    "read_annotations",
]

Matched = Sequence[tuple[AnnotatedDocument, FileResult | None]]
"""Annotated documents, each with its row of a scan; None: it has none."""

_FENCE = "---\n"


def read_annotations(folder: Path, *, themes: Iterable[str] = ()) -> tuple[AnnotatedDocument, ...]:
    """Parse every annotated document in `folder` and below, by path.

    A text file that does not begin with the line `---` is no annotated document.

    Raises:
        InputError: there is no such folder, or no annotated document in it.
        AnnotationError: faults in any of them, one line per fault, all at once.
    """
    if not folder.is_dir():
        raise InputError(
            f"{folder}: deze map is er niet; noem een map met geannoteerde documenten"
        )
    known = frozenset(themes)
    documents: list[AnnotatedDocument] = []
    faults: list[str] = []
    for path in sorted(folder.rglob("*.txt")):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            faults.append(f"{path.name}:1: het bestand is geen UTF-8; bewaar het als UTF-8")
            continue
        if not text.removeprefix("\ufeff").startswith(_FENCE):
            continue
        try:
            documents.append(parse_annotated(text, path.name, themes=known))
        except AnnotationError as error:
            faults.append(str(error))
    stems = [_stem(document) for document in documents]
    faults += [
        f"{name}.txt:1: dit document staat er meer dan eens; geef elk een eigen naam"
        for name in sorted({stem for stem in stems if stems.count(stem) > 1})
    ]
    if faults:
        raise AnnotationError("\n".join(faults))
    if not documents:
        raise InputError(
            f"{folder}: hier staan geen geannoteerde documenten; een geannoteerd document is "
            "een .txt-bestand dat begint met een regel ---"
        )
    return tuple(documents)


def evaluate(
    results: Sequence[FileResult],
    documents: Sequence[AnnotatedDocument],
    vocabulary: Vocabulary,
    *,
    names: Mapping[str, str] | None = None,
) -> Evaluation:
    """Hold the rows of a scan against the annotated documents of the same name.

    A document that was scanned as PDF and as DOCX counts as two. Files without annotations
    count for nothing; annotated documents without a file have all of it missed.

    Args:
        results: the rows of the scan.
        documents: the annotated documents.
        vocabulary: the one that the scan was made with.
        names: path of a file -> name of its annotated document, for files that have other
            names; others go by the stem of their name.
    """
    matched = match_results(results, documents, names=names)
    return evaluate_matched(matched, vocabulary, structured=True)


def match_results(
    results: Sequence[FileResult],
    documents: Sequence[AnnotatedDocument],
    *,
    names: Mapping[str, str] | None = None,
) -> Matched:
    """Each annotated document with its rows of the scan, as `evaluate` does."""
    files: dict[str, list[FileResult]] = {}
    for result in sorted(results, key=lambda r: r.path):
        name = (names or {}).get(result.path, PurePosixPath(result.path).name)
        if PurePosixPath(result.path).suffix != ".txt":
            files.setdefault(PurePosixPath(name).stem, []).append(result)
    return [
        (document, result)
        for document in documents
        for result in files.get(_stem(document), [None])
    ]


def evaluate_sources(
    folder: Path,
    vocabulary: Vocabulary,
    *,
    detector_of: Callable[[AnnotatedDocument], Detector] | None = None,
) -> Evaluation:
    """Detect in the annotated documents themselves, with structure and header as annotated.

    It tells what detection is worth apart from reading and structure.

    Args:
        folder: the annotated documents.
        vocabulary: what to look for.
        detector_of: the detector for a document, such as one trained without its
            municipality; None: the vocabulary alone, for all.

    Raises:
        InputError, AnnotationError: as `read_annotations`.
    """
    alone = Detector(vocabulary)
    matched = []
    for document, result in match_sources(folder, vocabulary):
        assert result is not None
        assert result.record is not None
        detector = detector_of(document) if detector_of else alone
        matched.append((document, replace(result, mentions=detector.detect(result.record))))
    return evaluate_matched(matched, vocabulary, structured=False)


def match_sources(folder: Path, vocabulary: Vocabulary) -> Matched:
    """Each annotated document in `folder` with the row that the annotations imply.

    Raises:
        InputError, AnnotationError: as `read_annotations`.
    """
    documents = read_annotations(folder, themes=[theme.id for theme in vocabulary.themes])
    return [(document, gold_result(document)) for document in documents]


def evaluate_matched(matched: Matched, vocabulary: Vocabulary, *, structured: bool) -> Evaluation:
    """Compare each document with its row, and the coverage of all.

    Args:
        matched: the documents.
        vocabulary: its themes are those of the coverage.
        structured: whether the structure was read, not taken from the annotations.
    """
    places = resolve_municipalities([result for _, result in matched if result is not None])
    return Evaluation(
        documents=tuple(
            compare(d, r, _agreements(r), places.get(r.path, ()) if r else ()) for d, r in matched
        ),
        structured=structured,
        coverage=compare_coverage(matched, vocabulary.themes),
    )


def _agreements(result: FileResult | None) -> tuple[FoundAgreement, ...]:
    if result is None:
        return ()
    return tuple(
        FoundAgreement(a.item, a.start, a.end, a.text, a.measurable)
        for a in find_agreements([result])
    )


def _stem(document: AnnotatedDocument) -> str:
    return PurePosixPath(document.name).stem
