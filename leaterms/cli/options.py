"""What several commands share: options, and the exit codes."""

from enum import IntEnum
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["ExitCode", "JobsOption", "VocabularyOption"]


class ExitCode(IntEnum):
    """What the command line tells the shell."""

    DONE = 0
    FINDINGS = 1
    WRONG_USE = 2
    SOME_FAILED = 3
    OUR_FAULT = 4
    INTERRUPTED = 130


VocabularyOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--vocabulary",
        help="Eigen YAML-bestand (of map) met termen van uw gemeente; mag vaker.",
        metavar="BESTAND",
        show_default=False,
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        min=1,
        help="Aantal processen, 1 of meer; anders wat deze computer aankan.",
        metavar="AANTAL",
        show_default=False,
    ),
]
