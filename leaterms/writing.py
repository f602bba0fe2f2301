"""Writing a file so that what was there stays whole until the new one is; texts in cells."""

from collections.abc import Callable
from pathlib import Path

from leaterms.errors import OutputError

__all__ = ["fit_cell", "refuse_to_overwrite", "say_unwritable", "write_whole"]

_MOST_TEXT = 32_767  # characters in a cell (Excel specifications and limits)
_CUT = " […afgekapt]"


def fit_cell(text: str) -> str:
    """`text` without control characters (Excel refuses the file), cut to what a cell holds."""
    clean = "".join(c for c in text if c in "\t\n" or ord(c) >= 32)
    return clean if len(clean) <= _MOST_TEXT else clean[: _MOST_TEXT - len(_CUT)] + _CUT


def say_unwritable(what: str, path: Path, error: OSError) -> str:
    """A Dutch sentence: `what` cannot be written to `path`, why, and what to do."""
    if isinstance(error, FileNotFoundError):
        reason, mend = "die map bestaat niet", "maak haar eerst, of kies een andere map"
    elif isinstance(error, FileExistsError | NotADirectoryError | IsADirectoryError):
        reason = "er staat daar al iets anders met die naam"
        mend = "kies een andere naam"
    elif isinstance(error, PermissionError):
        reason = "u mag daar niet schrijven, of het bestand staat open in een ander programma"
        mend = "sluit het, of kies een map waarin u mag schrijven"
    else:
        reason = f"de computer meldt: {error.strerror or error}"
        mend = "kies een andere map"
    return f"{what} kan niet worden geschreven naar '{path}': {reason}; {mend}."


def write_whole(what: str, path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a file beside `path`, and put it in its place when that is done.

    Args:
        what: what it is called in an error: 'Het rapport'.
        path: the file to write, over what was there.
        write: writes all of it to the path it is given.

    Raises:
        OutputError: the file cannot be written; what was there is as it was.
    """
    beside = path.with_name(path.name + ".deel")
    try:
        try:
            write(beside)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(say_unwritable(what, path, error)) from error


def refuse_to_overwrite(path: Path, *, force: bool, option: str = "--out") -> None:
    """Let the command line replace a file only when that is asked for.

    Args:
        path: the file to write.
        force: whether it was asked for.
        option: after which the name stands.

    Raises:
        OutputError: there is something at `path`, and no `force`.
    """
    if not force and path.exists():
        raise OutputError(
            f"'{path}' bestaat al; kies een andere naam achter {option}, of zet --force erbij om "
            "het te vervangen."
        )
