"""How far a scan is: a bar for a person, a function for a program."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from leaterms.archive import Progress

__all__ = ["telling"]


@contextmanager
def telling(progress: object) -> Iterator[Progress | None]:
    """The function to call after each file; with a bar on standard error where one is due.

    Args:
        progress: True: a bar; None: a bar if standard error is a terminal; False: nothing; a
            function: that function.

    Raises:
        TypeError: it is none of these.
    """
    if callable(progress):
        yield progress
        return
    if progress is not None and not isinstance(progress, bool):
        raise TypeError(f"progress must be a bool, a function or None, not {progress!r}")
    if progress is False or (progress is None and not sys.stderr.isatty()):
        yield None
        return
    from rich import progress as bars  # noqa: PLC0415 (only where a bar is shown)
    from rich.console import Console  # noqa: PLC0415 (idem)

    columns = ("Lezen", bars.BarColumn(), bars.MofNCompleteColumn(), bars.TimeRemainingColumn())
    with bars.Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)

        def tell(done: int, total: int, _path: str) -> None:
            bar.update(task, completed=done, total=total)

        yield tell
