"""Text recognition of scanned pages, by ocrmypdf with Tesseract and its Dutch letters.

Used where the extra `ocr` and Tesseract are installed. Pages go in by few at a time, so that
a long scan gives what fits in the time; what they show is written on them in letters that are
not seen, and read as any other page is.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from io import BytesIO
from pathlib import Path

import pypdfium2

from leaterms.reading.programs import run_program

__all__ = ["Ocr", "OcrLimits", "find_ocr", "missing_ocr", "ocr_identity", "recognise"]

_DUTCH = "nld"
_AT_A_TIME = 4  # pages; starting ocrmypdf costs about as much as a page


@dataclass(frozen=True, slots=True)
class OcrLimits:
    """What recognising the pages of one document may cost: seconds, bytes of memory.

    The seconds are fewer than a scan gives a file (`archive.WorkerLimits`).
    """

    seconds: float = 240.0
    memory: int = 3 * 1024**3


@dataclass(frozen=True, slots=True)
class Ocr:
    """The way to call ocrmypdf; `arguments` come before the names of the two files."""

    command: tuple[str, ...]
    folder: Path  # of Tesseract, which ocrmypdf looks for in PATH


def find_ocr() -> Ocr | None:
    """Text recognition on this machine; None if a part of it is missing."""
    tesseract = _find_tesseract()
    if missing_ocr() or tesseract is None:
        return None
    command = (
        sys.executable, "-m", "ocrmypdf", "--quiet", "--language", _DUTCH, "--force-ocr",
        "--output-type", "pdf", "--optimize", "0", "--jobs", "1",
    )  # fmt: skip
    return Ocr(command, tesseract.parent)


def missing_ocr() -> str:
    """What to install for text recognition, in Dutch ('installeer ...'); '' if all is there."""
    if importlib.util.find_spec("ocrmypdf") is None:
        return "installeer ocrmypdf (pip install ocrmypdf) en Tesseract, met de taal Nederlands"
    tesseract = _find_tesseract()
    if tesseract is None:
        return "installeer het programma Tesseract, met de taal Nederlands"
    if _DUTCH not in _languages(tesseract):
        return "installeer voor Tesseract de taal Nederlands (nld)"
    return ""


def ocr_identity() -> str:
    """What changes when text recognition is installed, updated or removed; '' without it."""
    tesseract = _find_tesseract()
    if tesseract is None or missing_ocr():
        return ""
    status = tesseract.resolve().stat()
    return f"{metadata.version('ocrmypdf')}-{status.st_size}-{int(status.st_mtime)}"


def _find_tesseract() -> Path | None:
    found = shutil.which("tesseract")
    if found:
        return Path(found)
    if sys.platform == "win32":  # its installer does not add it to PATH
        folders = [os.environ.get(key) for key in ("PROGRAMFILES", "LOCALAPPDATA")]
        places = [Path(f, "Tesseract-OCR", "tesseract.exe") for f in folders if f]
        return next((place for place in places if place.is_file()), None)
    return None


def _languages(tesseract: Path) -> frozenset[str]:
    try:
        told = subprocess.run(  # noqa: S603 (the program of this machine)
            [str(tesseract), "--list-langs"], capture_output=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset((told.stdout + told.stderr).decode("utf-8", "replace").split())


def recognise(
    document: pypdfium2.PdfDocument,
    numbers: Sequence[int],
    ocr: Ocr,
    limits: OcrLimits | None = None,
) -> Iterator[tuple[tuple[int, ...], pypdfium2.PdfDocument]]:
    """Documents of some of the pages `numbers` (from 1), with their text; in order.

    Each comes with the numbers that its pages have in `document`, and is closed when the next
    is asked for.

    Raises:
        OSError: ocrmypdf cannot be started (TimeoutError: the time is up).
        MemoryError: it takes too much memory.
    """
    bounds = limits or OcrLimits()
    end = time.monotonic() + bounds.seconds
    for first in range(0, len(numbers), _AT_A_TIME):
        some = tuple(numbers[first : first + _AT_A_TIME])
        content = _recognise_some(document, some, ocr, end - time.monotonic(), bounds.memory)
        if content is None:
            continue
        with pypdfium2.PdfDocument(content) as made:
            if len(made) == len(some):
                yield some, made


def _recognise_some(
    document: pypdfium2.PdfDocument,
    numbers: Sequence[int],
    ocr: Ocr,
    seconds: float,
    memory: int,
) -> bytes | None:
    """The pages as a PDF with text; None if ocrmypdf made nothing of them."""
    if seconds <= 0:
        raise TimeoutError("no time left")
    with tempfile.TemporaryDirectory(prefix="leaterms-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        part = BytesIO()
        with pypdfium2.PdfDocument.new() as pages:
            pages.import_pages(document, [number - 1 for number in numbers])
            pages.save(part)
        (place / "scan.pdf").write_bytes(part.getvalue())
        run_program(
            [*ocr.command, str(place / "scan.pdf"), str(place / "tekst.pdf")],
            place,
            seconds=seconds,
            memory=memory,
            PATH=os.pathsep.join([str(ocr.folder), os.environ.get("PATH", "")]),
            OMP_THREAD_LIMIT="1",  # as many workers as there are cores read files already
        )
        made = place / "tekst.pdf"
        return made.read_bytes() if made.is_file() else None
