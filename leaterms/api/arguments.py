"""What callers give, checked once at the door.

What a user can mend is an `InputError` with a Dutch sentence, misuse by a programmer a
`TypeError` or `ValueError` in English.
"""

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from leaterms.errors import InputError
from leaterms.reading import View
from leaterms.relabelling import Style
from leaterms.structure import Kind
from leaterms.vocabulary import Vocabulary

__all__ = [
    "PathLike",
    "check_engine",
    "check_jobs",
    "check_kind",
    "check_path",
    "check_paths",
    "check_style",
    "check_view",
    "check_vocabulary",
    "check_year",
]

PathLike = str | os.PathLike[str]

Name = TypeVar("Name", bound=StrEnum)


def check_engine(engine: object) -> None:
    """Raises ValueError for an engine that is none there is."""
    if engine != "local":
        raise ValueError(f"engine must be 'local', not {engine!r}")


def check_jobs(jobs: object) -> int | None:
    """A number of workers, or None for as many as there are cores.

    Raises:
        TypeError: it is no whole number.
        ValueError: it is below 1.
    """
    if jobs is None:
        return None
    if not isinstance(jobs, int) or isinstance(jobs, bool):
        raise TypeError(f"jobs must be a whole number or None, not {jobs!r}")
    if jobs < 1:
        raise ValueError(f"jobs must be at least 1, not {jobs}")
    return jobs


def check_kind(kind: object) -> Kind:
    """A kind of document by its name.

    Raises:
        ValueError: there is no such kind.
    """
    return _named("kind", kind, Kind)


def check_view(view: object) -> View:
    """A view of tracked changes by its name.

    Raises:
        ValueError: there is no such view.
    """
    return _named("view", view, View)


def check_style(style: object) -> Style:
    """Where the umbrella of a new heading stands, by its name.

    Raises:
        ValueError: there is no such style.
    """
    return _named("style", style, Style)


def check_year(year: object) -> int:
    """A calendar year.

    Raises:
        TypeError: it is no whole number.
    """
    if not isinstance(year, int) or isinstance(year, bool):
        raise TypeError(f"year must be a whole number, not {year!r}")
    return year


def check_vocabulary(vocabulary: object) -> Vocabulary | None:
    """A vocabulary, or None for the curated one.

    Raises:
        TypeError: it is neither.
    """
    if vocabulary is None or isinstance(vocabulary, Vocabulary):
        return vocabulary
    raise TypeError(
        "vocabulary must be a Vocabulary (see leaterms.load_vocabulary) or None, "
        f"not {type(vocabulary).__name__}"
    )


def check_paths(paths: object) -> tuple[Path, ...]:
    """One path or several as paths, in their order.

    Raises:
        TypeError: it is neither.
        InputError: as `check_path`.
    """
    if isinstance(paths, str | os.PathLike):
        return (check_path(paths, "paths"),)
    if isinstance(paths, bytes) or not isinstance(paths, Iterable):
        raise TypeError(f"paths must be a path or several, not {type(paths).__name__}")
    return tuple(check_path(path, "paths") for path in paths)


def check_path(value: object, argument: str) -> Path:
    """The value of `argument` as a path.

    Raises:
        TypeError: it is none.
        InputError: it is '' (the current folder, which nobody means by it) or no name at all.
    """
    text = os.fspath(value) if isinstance(value, str | os.PathLike) else None
    if not isinstance(text, str):
        raise TypeError(f"{argument} must be a str or path, not {type(value).__name__}")
    if not text or "\0" in text:
        raise InputError(f"'{text}' is geen naam van een bestand of map; geef een echte naam.")
    return Path(text)


def _named(argument: str, value: object, names: type[Name]) -> Name:
    """The one of `names` that `value` is."""
    for known in names:
        if value == known:
            return known
    raise ValueError(f"{argument} must be one of {', '.join(names)}, not {value!r}")
