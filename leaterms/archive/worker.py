"""The process that reads files: `python -m leaterms.archive.worker`, started by `workers`.

Whatever a file does to its reader happens here: the parent only sees a process that
answers, is silent, grows, or dies. It is a process of its own, not a fork or a re-import of
the user's `__main__`, so that it does the same in a script without a main guard, in a
notebook and on Windows.

The protocol is one JSON object a line (ASCII, so that any file name survives):

    parent: {"vocabulary": [[name, text], ...], "model": null, "pythonpath": null}
    worker: {"ready": true}
    parent: {"path": "map/a.pdf", "source": "/archief/map/a.pdf", "sha256": "...",
             "correction": null}
    worker: an `Answer`, encoded

Only the protocol is ever written to the parent: file descriptor 1 is moved away before a
library is loaded, and what libraries print, in Python or in C, goes to standard error. The
worker ends as soon as its standard input does, even in the middle of a file, so that it never
outlives a parent that was killed.
"""

import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from pydantic import TypeAdapter

from leaterms.archive import reasons
from leaterms.archive.encoding import Answer, encode_answer, without_surrogates
from leaterms.archive.files import printable
from leaterms.archive.result import FileResult
from leaterms.detection import Detector, load_detector
from leaterms.errors import DocumentError
from leaterms.reading import DEFAULT_LIMITS, Document, Format, read_document, sniff_format
from leaterms.structure import Correction, correct, read_record
from leaterms.vocabulary import build_vocabulary

__all__ = ["main", "read_file"]

Reader = Callable[[Path], Document]

_CORRECTION = TypeAdapter(Correction | None)
_NAMELESS = frozenset({Format.UNKNOWN, Format.EMPTY})


def main(read: Reader = read_document) -> None:
    """Serve the parent until it closes the pipe. `read` is another one in tests of faults."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent decides
    requests, answers = _take_pipes()
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests, lines), daemon=True).start()
    setup = json.loads(lines.get())
    _restore("PYTHONPATH", setup["pythonpath"])
    vocabulary = build_vocabulary(tuple((n, t) for n, t in setup["vocabulary"]))
    detector = load_detector(vocabulary, setup["model"])
    _send(answers, b'{"ready": true}')
    while True:
        task = json.loads(lines.get())
        answer = read_file(
            task["path"],
            Path(task["source"]),
            task["sha256"],
            _CORRECTION.validate_python(task["correction"]),
            detector=detector,
            read=read,
        )
        _send(answers, encode_answer(answer))


def read_file(
    path: str,
    source: Path,
    sha256: str,
    correction: Correction | None,
    *,
    detector: Detector,
    read: Reader = read_document,
) -> Answer:
    """One file as a result; whatever goes wrong is in it, and nothing is raised.

    Args:
        path: as it stands in the tables.
        source: where the file lies.
        sha256: of its content.
        correction: what correcties.yaml says of it.
        detector: finds the mentions.
        read: gives the document.
    """
    name = printable(source.name)

    def failure(error: str, status: str = "failed") -> FileResult:
        return FileResult(path, sha256, _format(source), None, status, error, None, ())

    try:
        document = without_surrogates(read(source))
        record = read_record(document, name=name)
        if correction is not None:
            record = correct(record, correction)
        mentions = detector.detect(record)
    except DocumentError as error:
        passing = isinstance(error.__cause__, OSError | MemoryError)
        return Answer(failure(str(error), error.status), lasting=not passing)
    except MemoryError:
        return Answer(failure(reasons.out_of_memory(name)), lasting=False)
    except OSError as error:
        return Answer(failure(reasons.os_error(name, error)), lasting=False)
    except Exception as error:  # noqa: BLE001 (no file makes a scan stop)
        return Answer(failure(reasons.bug(name, error)), lasting=True)
    result = FileResult(
        path, sha256, document.format, document.pages, "ok", document.note, record, mentions
    )
    return Answer(result, lasting=True)


def _format(source: Path) -> str:
    """What the content is, for a file that gave no document; '' where unknown."""
    try:
        if source.stat().st_size > DEFAULT_LIMITS.file_bytes:
            return ""
        found = sniff_format(source.read_bytes())
    except OSError:
        return ""
    return "" if found in _NAMELESS else str(found)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for the protocol alone; libraries get nothing and stderr."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return requests, answers


def _listen(requests: BinaryIO, lines: "SimpleQueue[bytes]") -> None:
    for line in requests:
        lines.put(line)
    os._exit(0)  # the parent is gone; the main thread may hang in a file


def _send(answers: BinaryIO, line: bytes) -> None:
    answers.write(line + b"\n")
    answers.flush()


def _restore(name: str, value: str | None) -> None:
    """Give an environment variable back what it was before the parent set it for us."""
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


if __name__ == "__main__":
    main()
