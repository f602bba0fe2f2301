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

__all__ = ["evaluate", "evaluate_sources", "read_annotations"]

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
    files: dict[str, list[FileResult]] = {}
    for result in sorted(results, key=lambda r: r.path):
        name = (names or {}).get(result.path, PurePosixPath(result.path).name)
        if PurePosixPath(result.path).suffix != ".txt":
            files.setdefault(PurePosixPath(name).stem, []).append(result)
    matched: list[tuple[AnnotatedDocument, FileResult | None]] = [
        (document, result)
        for document in documents
        for result in files.get(_stem(document), [None])
    ]
    return _evaluation(matched, vocabulary, structured=True)


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
    documents = read_annotations(folder, themes=_ids(vocabulary))
    alone = Detector(vocabulary)
    matched: list[tuple[AnnotatedDocument, FileResult | None]] = []
    for document in documents:
        gold = gold_result(document)
        assert gold.record is not None
        detector = detector_of(document) if detector_of else alone
        matched.append((document, replace(gold, mentions=detector.detect(gold.record))))
    return _evaluation(matched, vocabulary, structured=False)


def _evaluation(
    matched: Sequence[tuple[AnnotatedDocument, FileResult | None]],
    vocabulary: Vocabulary,
    *,
    structured: bool,
) -> Evaluation:
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


def _ids(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(theme.id for theme in vocabulary.themes)
