"""The parent's side of the workers: starts them, hands out files, ends what gets stuck.

A file that takes too long, takes too much memory or kills its worker gets a `failed` result
with the reason, and a new worker goes on with the rest. So that a file does not pay for what
others left behind in its worker, one that grows too big or dies is tried once more in a new
worker first; one that hangs is not, since that would double the wait.

What a worker prints goes to a temporary file, of which the end is logged when it dies.
"""

import json
import logging
import os
import site
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Self

import psutil

from leaterms.archive import reasons
from leaterms.archive.encoding import Answer, decode_answer
from leaterms.archive.files import printable
from leaterms.archive.result import FileResult
from leaterms.structure import Correction
from leaterms.vocabulary import Vocabulary

__all__ = ["WORKER", "Task", "WorkerLimits", "Workers", "usable_cores"]

WORKER = ("-m", "leaterms.archive.worker")
"""What Python is started with. `-P` goes before it: nothing is imported from the folder that
the user happens to be in."""

_POLL = 0.1  # seconds between two looks at time and memory
_FAILED_STARTS = 3  # in a row; then it is not the file
_QUOTA = Path("/sys/fs/cgroup/cpu.max")  # Linux, cgroup v2: '200000 100000' is two cores
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What reading one file may cost.

    `seconds` is wall time for one file: a PDF of 2,000 pages full of tables takes some three
    minutes on a slow laptop. `memory` is resident memory of the process, in bytes; a worker
    at work on minutes has some 300 MB. `start` is what loading code and vocabulary may take,
    in seconds (a virus scanner looks at every file of spaCy).
    """

    seconds: float = 300.0
    memory: int = 2 * 1024**3
    start: float = 180.0


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read: its path in the tables, where it lies, its hash and correction."""

    path: str
    source: Path
    sha256: str
    correction: Correction | None = None

    def line(self) -> bytes:
        """What the worker is sent, with its newline."""
        correction = None if self.correction is None else asdict(self.correction)
        fields = {
            "path": self.path,
            "source": str(self.source),
            "sha256": self.sha256,
            "correction": correction,
        }
        return json.dumps(fields, default=str).encode("ascii") + b"\n"

    def failure(self, error: str) -> Answer:
        """The answer for a file that its worker did not survive; never the last word."""
        result = FileResult(self.path, self.sha256, "", None, "failed", error, None, ())
        return Answer(result, lasting=False)


def usable_cores() -> int:
    """The cores that this process may use: of its affinity, and of its container's quota."""
    try:
        cores = len(psutil.Process().cpu_affinity() or ()) or 1
    except (AttributeError, psutil.Error):  # macOS knows no affinity
        cores = os.cpu_count() or 1
    try:
        quota, period = _QUOTA.read_text(encoding="ascii").split()
        return max(1, min(cores, round(int(quota) / int(period))))
    except (OSError, ValueError):  # no cgroup, or 'max'
        return cores


class Workers:
    """Up to `jobs` worker processes; a context manager that ends them all, come what may."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        *,
        jobs: int,
        limits: WorkerLimits,
        command: Sequence[str] = WORKER,
        model: str | None = None,
    ) -> None:
        self._setup = _setup(vocabulary, model)
        self._jobs = jobs
        self._limits = limits
        self._command = (sys.executable, "-P", *command)
        self._events: SimpleQueue[tuple[_Worker, bytes | None]] = SimpleQueue()
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []
        self._failed_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        for worker in (*self._busy, *self._idle):
            worker.end()

    def run(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Answer]]:
        """Read the files of `tasks`, which are asked for as workers come free.

        The answers come as they are ready, in any order, each task's once.

        Raises:
            RuntimeError: no worker can be started; the message has what it printed.
        """
        while True:
            while len(self._busy) < self._jobs and (task := next(tasks, None)):
                self._give(self._idle.pop() if self._idle else self._start(), task)
            if not self._busy:
                return
            yield from self._wait()

    def _start(self) -> "_Worker":
        return _Worker(self._command, self._setup, self._events)

    def _give(self, worker: "_Worker", task: Task) -> None:
        self._busy.append(worker)
        worker.give(task)

    def _wait(self) -> Iterator[tuple[Task, Answer]]:
        """What the next events bring, and what time and memory bring.

        All that was said comes first: an answer that waits in the queue, since the parent was
        busy with a large file, is in time.
        """
        timeout = _POLL
        with suppress(Empty):
            while True:
                worker, line = self._events.get(timeout=timeout)
                timeout = 0.0
                if worker in self._busy:
                    yield from self._hear(worker, line)
        for worker in tuple(self._busy):
            yield from self._look_at(worker)

    def _hear(self, worker: "_Worker", line: bytes | None) -> Iterator[tuple[Task, Answer]]:
        """Take in one line of a worker; None: it died."""
        task = worker.task
        assert task is not None
        if not worker.ready:
            if line is None:
                self._end(worker)
                self._failed_starts += 1
                if self._failed_starts >= _FAILED_STARTS:
                    raise RuntimeError(f"the worker does not start: {worker.printed}")
                self._give(self._start(), task)
            else:
                self._failed_starts = 0
                worker.begin()
            return
        try:
            answer = decode_answer(line) if line is not None else None
        except ValueError:
            answer = None
        if answer is None:
            yield from self._lost(worker, task, reasons.crashed(printable(task.source.name)))
            return
        worker.task = None
        worker.served += 1
        self._busy.remove(worker)
        if worker.memory() > self._limits.memory // 2:
            worker.end()  # what it has left behind would count for the next file
        else:
            self._idle.append(worker)
        yield task, answer

    def _look_at(self, worker: "_Worker") -> Iterator[tuple[Task, Answer]]:
        """End a worker that goes beyond the limits."""
        task = worker.task
        if task is None:
            return
        name = printable(task.source.name)
        limits = self._limits
        if not worker.ready:
            if worker.elapsed() > limits.start:
                worker.end()  # and its death is heard as a failed start
        elif worker.elapsed() > limits.seconds:
            self._end(worker)
            yield task, task.failure(reasons.too_long(name, limits.seconds))
        elif worker.memory() > limits.memory:
            yield from self._lost(worker, task, reasons.too_much_memory(name, limits.memory))

    def _lost(self, worker: "_Worker", task: Task, error: str) -> Iterator[tuple[Task, Answer]]:
        """A file cost its worker: once more in a new one, unless it was new."""
        self._end(worker)
        if worker.served:
            self._give(self._start(), task)
        else:
            yield task, task.failure(error)

    def _end(self, worker: "_Worker") -> None:
        self._busy.remove(worker)
        worker.end()
        _LOG.info("worker ended at %s: %s", worker.task and worker.task.path, worker.printed)


class _Worker:
    """One process, the file it is at, and the thread that hears it."""

    def __init__(
        self,
        command: Sequence[str],
        setup: bytes,
        events: "SimpleQueue[tuple[_Worker, bytes | None]]",
    ) -> None:
        self.task: Task | None = None
        self.ready = False
        self.served = 0
        self.printed = ""
        self._since = time.monotonic()
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (closed by end)
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._thread = threading.Thread(target=self._hear, args=(setup, events), daemon=True)
        self._thread.start()

    def give(self, task: Task) -> None:
        """Hand over a file; it is sent once the worker is ready."""
        self.task = task
        if self.ready:
            self.begin()

    def begin(self) -> None:
        """The worker is ready: send the file, and count its time from here."""
        assert self.task is not None
        assert self._process.stdin is not None
        self.ready = True
        self._since = time.monotonic()
        with suppress(OSError):  # it died; its thread tells
            self._process.stdin.write(self.task.line())
            self._process.stdin.flush()

    def elapsed(self) -> float:
        """Seconds since its start, or since it was sent its file."""
        return time.monotonic() - self._since

    def memory(self) -> int:
        """Resident bytes; 0 when it is gone."""
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def end(self) -> None:
        """End the process and all that it started; a second time does nothing."""
        if self._errors.closed:
            return
        for process in self._family():
            with suppress(psutil.Error):
                process.kill()
        self._process.kill()
        self._process.wait()
        self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(OSError):
                pipe.close()
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - 2000))
        self.printed = self._errors.read().decode("utf-8", "replace").strip()
        self._errors.close()

    def _family(self) -> list[psutil.Process]:
        try:
            return psutil.Process(self._process.pid).children(recursive=True)
        except psutil.Error:
            return []

    def _hear(self, setup: bytes, events: "SimpleQueue[tuple[_Worker, bytes | None]]") -> None:
        """In a thread: send the setup, which may be more than a pipe holds; then listen."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(OSError):
            self._process.stdin.write(setup)
            self._process.stdin.flush()
        for line in self._process.stdout:
            events.put((self, line))
        events.put((self, None))


def _setup(vocabulary: Vocabulary, model: str | None) -> bytes:
    fields = {
        "vocabulary": vocabulary.files,
        "model": model,
        "pythonpath": os.environ.get("PYTHONPATH"),
    }
    return json.dumps(fields).encode("ascii") + b"\n"


def _environment() -> dict[str, str]:
    """The parent's, with what its interpreter would not find by itself; one thread each.

    A fixed hash seed keeps the order of sets, and with it any slip that depends on it, the
    same in every run.
    """
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    environment = {**dict.fromkeys(threads, "1"), **os.environ, "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONPATH", None)
    if paths := _added_paths():
        environment["PYTHONPATH"] = os.pathsep.join(paths)
    return environment


def _added_paths() -> list[str]:
    """What the parent imports from besides the interpreter's own folders, leaterms first.

    The interpreter's own stay out: on PYTHONPATH they would come before the standard library.
    So does the folder of the user's script or notebook, where a file of his may be called
    'types.py'.
    """
    script = getattr(sys.modules.get("__main__"), "__file__", None)
    own = {Path(path).resolve() for path in (*sysconfig.get_paths().values(), *_site_folders())}
    own |= {Path.cwd()} | ({Path(script).resolve().parent} if script else set())
    home = Path(__file__).resolve().parents[2]
    paths = [Path(entry).resolve() for entry in sys.path if entry and not entry.endswith(".zip")]
    dynamic = {path for path in paths if path.name == "lib-dynload"}
    added = [path for path in paths if path not in own | dynamic]
    if home not in {Path(path).resolve() for path in _site_folders()}:
        added.insert(0, home)
    return list(dict.fromkeys(str(path) for path in added))


def _site_folders() -> list[str]:
    return [*site.getsitepackages(), site.getusersitepackages()]
