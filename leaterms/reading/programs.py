"""Running another program on a file: within limits, without the network, to its very end.

What takes too long or too much memory is ended, with all processes it has started; proxy
settings that lead nowhere keep it from the network.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

__all__ = ["run_program"]

_POLL = 0.1  # seconds between two looks at time and memory
_NO_WINDOW = 0x08000000  # Windows: no black window beside the one of the user
_NOWHERE = "http://127.0.0.1:9"  # the port 'discard': nothing listens there


def run_program(
    command: Sequence[str], folder: Path, *, seconds: float, memory: int, **settings: str
) -> int:
    """Run `command` in `folder` and give its exit code; what it prints is lost.

    Args:
        command: the program and its arguments.
        folder: where it runs.
        seconds: of wall time that it may take.
        memory: bytes that it and its children may hold.
        settings: environment variables beside those of this process.

    Raises:
        OSError: the program cannot be started.
        TimeoutError: it takes too long.
        MemoryError: it takes too much memory.
    """
    environment = {**os.environ, **settings}
    for key in ("http_proxy", "https_proxy", "ftp_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        environment[key] = _NOWHERE
    process = subprocess.Popen(  # noqa: S603 (a program of this machine, our own arguments)
        list(command),
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )
    end = time.monotonic() + seconds
    try:
        while process.poll() is None:
            if time.monotonic() > end:
                raise TimeoutError(f"more than {seconds:g} seconds")
            if sum(_memory(member) for member in _family(process.pid)) > memory:
                raise MemoryError(f"more than {memory} bytes")
            time.sleep(_POLL)
    finally:
        _end(process)
    return process.returncode


def _family(pid: int) -> list[psutil.Process]:
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it started, the youngest first."""
    for member in reversed(_family(process.pid)):
        try:
            member.kill()
        except psutil.Error:
            continue
    process.wait()
