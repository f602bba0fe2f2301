"""The library's functions: scan an archive, read a document, detect in a text."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

from leaterms.api.arguments import (
    PathLike,
    check_engine,
    check_jobs,
    check_kind,
    check_path,
    check_paths,
    check_view,
    check_vocabulary,
)
from leaterms.api.findings import Scan
from leaterms.api.mentions import MentionsInText
from leaterms.api.outlines import with_outline
from leaterms.api.progress import telling
from leaterms.archive import Store, find_corrections, find_files, scan_archive
from leaterms.detection import Detector, Mention, load_detector
from leaterms.errors import InputError
from leaterms.language import pipeline_identity
from leaterms.reading import Document, read_document
from leaterms.structure import MeetingRecord
from leaterms.vocabulary import Vocabulary, build_vocabulary
from leaterms.vocabulary import load_vocabulary as _load_vocabulary

__all__ = ["detect", "load_vocabulary", "open_scan", "read", "scan"]


def scan(
    paths: PathLike | Iterable[PathLike],
    *,
    vocabulary: Vocabulary | None = None,
    store: PathLike | None = None,
    jobs: int | None = None,
    engine: str = "local",
    progress: bool | Callable[[int, int, str], None] | None = None,
    model: PathLike | None = None,
) -> Scan:
    """Read an archive of minutes and agendas, and find the statutory themes in it.

    Args:
        paths: a file, a folder, or several of them.
        vocabulary: what to look for; None: the curated vocabulary.
        store: file that keeps the results, so that a next scan reads only what is new; None:
            a temporary file that goes with the `Scan`.
        jobs: number of worker processes; None: one for each core this process may use.
        engine: where the work is done; 'local' is this machine.
        progress: True: a progress bar on standard error; None: one if that is a terminal;
            False: none; or a function that is called after each file with the number of
            files done, the number of all, and the path.
        model: name or folder of an installed Dutch spaCy pipeline ('nl_core_news_lg') that
            parses instead of the one inside leaterms.

    Raises:
        InputError: a path does not exist or cannot be opened, the store is none of ours,
            correcties.yaml has a fault (`CorrectionsError`), or `model` is not installed.
        OutputError: the store cannot be written.
        ValueError: `engine` or `jobs` is none there is.
    """
    check_engine(engine)
    jobs = check_jobs(jobs)
    roots = check_paths(paths)
    given = check_vocabulary(vocabulary)
    parser = None if model is None else str(check_path(model, "model"))
    kept = None if store is None else check_path(store, "store")
    pipeline_identity(parser)  # a name that is wrong is said before anything is written
    with telling(progress) as tell, ExitStack() as undo:
        temporary = None if kept else Path(tempfile.mkdtemp(prefix="leaterms-"))
        if temporary:
            undo.callback(shutil.rmtree, temporary, ignore_errors=True)
        place = kept or Path(str(temporary), "scan.sqlite")
        archive = find_files(roots, without=Store.files_at(place))
        corrections = find_corrections(archive)
        words = given or _load_vocabulary()
        made = Store.create(place)
        number = scan_archive(
            archive,
            made,
            words,
            corrections=corrections,
            jobs=jobs,
            progress=tell,
            model=parser,
        )
        undo.pop_all()
    return Scan(made, number, words, temporary=temporary)


def open_scan(store: PathLike) -> Scan:
    """The latest finished scan in a store, with the vocabulary it was made with.

    Raises:
        InputError: there is no store there, or none that this version reads, or no scan in it
            was finished.
    """
    opened = Store.open(check_path(store, "store"))
    number = opened.latest_scan()
    return Scan(opened, number, opened.vocabulary(number))


def read(path: PathLike, *, view: str = "accepted") -> Document:
    """One file as a document: blocks of text, each character with its place.

    A notebook shows its agenda items; `document.picture(1)` shows a page of a PDF with them.

    Args:
        path: a PDF, a Word file, or another of the kinds that are read.
        view: how tracked changes are read: 'accepted' as if all were accepted, as a scan
            reads them; 'original' as if none had been made.

    Raises:
        InputError: there is no file at `path`.
        DocumentError: it gives no text; the class says whether it is a scan, damaged, or of a
            kind that is not read.
        ValueError: `view` is none of these.
    """
    chosen = check_view(view)
    file = check_path(path, "path")
    if not file.is_file():
        raise InputError(f"'{path}' bestaat niet of is geen bestand; controleer de naam.")
    return with_outline(read_document(file, view=chosen), file)


def load_vocabulary(*overlays: PathLike) -> Vocabulary:
    """The curated vocabulary, with a municipality's own YAML files (or folders) on top.

    Raises:
        VocabularyError: a file has a fault or is not there; all faults at once.
    """
    return _load_vocabulary(*(check_path(overlay, "overlay") for overlay in overlays))


def detect(
    text: str, *, kind: str = "verslag", vocabulary: Vocabulary | None = None
) -> list[Mention]:
    """The mentions of statutory themes in a bare text, in order of place.

    A notebook shows the list as the text with the mentions marked.

    Args:
        text: what one agenda item of a document says; line breaks within its sentences, as in
            a text copied from a PDF, do not matter.
        kind: of which kind of document: 'agenda', 'verslag', 'besluitenlijst' or 'other'.
        vocabulary: what to look for; None: the curated vocabulary, read once.

    Raises:
        ValueError: `kind` is none of these.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    words = check_vocabulary(vocabulary) or curated_vocabulary()
    found = _detector(words.files).detect_text(text, kind=check_kind(kind))
    return MentionsInText(found, text, words.themes)


def find_mentions(record: MeetingRecord, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """The mentions in one document that was read, in this process."""
    return tuple(_detector(vocabulary.files).detect(record))


@lru_cache(maxsize=1)
def curated_vocabulary() -> Vocabulary:
    """The curated vocabulary, read once."""
    return _load_vocabulary()


@lru_cache(maxsize=2)
def _detector(files: tuple[tuple[str, str], ...]) -> Detector:
    """Building one takes longer than a text; it depends on the vocabulary's files alone."""
    return load_detector(build_vocabulary(files))
