"""Scanning: every file of an archive to a result in the store, each read at most once.

The parent hashes each file and looks in the store first; only what is not there goes to a
worker. Results are stored as they come and read back by path, so that what a scan gives does
not depend on the number of workers.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

from leaterms.archive import reasons
from leaterms.archive.files import Archive, ArchiveFile, printable
from leaterms.archive.result import FileResult
from leaterms.archive.store import ScanRun, Store
from leaterms.archive.versions import fingerprint
from leaterms.archive.workers import WORKER, Task, WorkerLimits, Workers, usable_cores
from leaterms.structure import Correction
from leaterms.vocabulary import Vocabulary

__all__ = ["Progress", "scan_archive"]

Progress = Callable[[int, int, str], None]
"""Called after each file: how many are done, of how many, which path was the last."""


def scan_archive(  # noqa: PLR0913 - what one scan depends on, all but three by name
    archive: Archive,
    store: Store,
    vocabulary: Vocabulary,
    *,
    corrections: Mapping[str, Correction],
    jobs: int | None = None,
    limits: WorkerLimits | None = None,
    progress: Progress | None = None,
    command: Sequence[str] = WORKER,
    model: str | None = None,
) -> int:
    """Scan `archive` into `store` and give the number of the scan there.

    Args:
        archive: what `find_files` found.
        store: gets the results, and gives those it has already.
        vocabulary: what to look for.
        corrections: by path, what overrules the reading of that file.
        jobs: the number of workers; None: one for each core this process may use.
        limits: what one file may cost.
        progress: is told of each file; what it raises ends the scan.
        command: what Python is started with as a worker.
        model: the Dutch spaCy pipeline to parse with, by name or folder; None: our own.

    Raises:
        InputError: `model` is not installed or not Dutch.
        OutputError: the store cannot be written.
        RuntimeError: no worker can be started.
    """
    setup = fingerprint(vocabulary, model)
    tell = _Teller(progress, len(archive.files))
    with (
        store.scanning(vocabulary, archive.root) as run,
        Workers(
            vocabulary,
            jobs=jobs or usable_cores(),
            limits=limits or WorkerLimits(),
            command=command,
            model=model,
        ) as workers,
    ):
        keys: dict[str, str] = {}
        tasks = _tasks(archive.files, run, setup, corrections, keys, tell)
        for task, answer in workers.run(tasks):
            key = keys.pop(task.path)
            run.add(answer.result, key if answer.lasting else None)
            tell(task.path)
        run.finish()
        return run.scan


def _tasks(
    files: Sequence[ArchiveFile],
    run: ScanRun,
    setup: str,
    corrections: Mapping[str, Correction],
    keys: dict[str, str],
    tell: "_Teller",
) -> Iterator[Task]:
    """The files that a worker must read; the others get their result here.

    `keys` gets the key of each task by its path.
    """
    for file in files:
        sha256, fault = _digest(file)
        if fault:
            run.add(FileResult(file.path, sha256, "", None, "failed", fault, None, ()), None)
        else:
            correction = corrections.get(file.path)
            key = _key(setup, sha256, file.source.name, correction)
            if not run.reuse(file.path, key):
                keys[file.path] = key
                run.save()  # no lock on the store while workers are at work
                yield Task(file.path, file.source, sha256, correction)
                continue
        tell(file.path)


def _digest(file: ArchiveFile) -> tuple[str, str]:
    """The SHA-256 of a file, in hexadecimal, or why it cannot be read."""
    if file.fault:
        return "", file.fault
    try:
        with file.source.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest(), ""
    except OSError as error:
        return "", reasons.os_error(printable(file.source.name), error)


def _key(setup: str, sha256: str, name: str, correction: Correction | None) -> str:
    """What a result is found by: all that it depends on.

    The name is in it since a name can tell a date or kind that the text does not.
    """
    corrected = None if correction is None else asdict(correction)
    parts = json.dumps([setup, sha256, name, corrected], default=str, sort_keys=True)
    return hashlib.sha256(parts.encode("ascii")).hexdigest()


class _Teller:
    """Counts the files that are done, and tells it."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def __call__(self, path: str) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._total, path)
