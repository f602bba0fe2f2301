"""The command line: arguments in, one call of the library, text and an exit code out.

Exit codes: 0 done, 2 wrong use or an unusable input, 3 some files failed, 4 a fault of ours,
130 interrupted. Everything heavy is imported inside a command, so that `--help` is quick.
"""

import sys
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from leaterms import __version__
from leaterms.errors import InputError, LeatermsError, OutputError

if TYPE_CHECKING:
    from leaterms.api import Scan

__all__ = ["main"]

STORE, REPORT, WORKBOOK = "leaterms.sqlite", "rapport.html", "leaterms.xlsx"

app = typer.Typer(
    name="leaterms",
    help="Vindt de wettelijke LEA-thema's in verslagen en agenda's, ook in eigen woorden.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class ExitCode(IntEnum):
    """What the command line tells the shell."""

    DONE = 0
    WRONG_USE = 2
    SOME_FAILED = 3
    OUR_FAULT = 4
    INTERRUPTED = 130


ArchiveArgument = Annotated[
    list[Path],
    typer.Argument(
        help="Map met verslagen en agenda's, of losse bestanden.",
        metavar="ARCHIEF...",
        show_default=False,
    ),
]
OutOption = Annotated[
    Path,
    typer.Option(help="Map voor het rapport, het Excel-bestand en de tussenstand.", metavar="MAP"),
]
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
        help="Aantal processen; anders wat deze computer aankan.",
        metavar="AANTAL",
        show_default=False,
    ),
]


def _show_version(value: bool) -> None:  # noqa: FBT001 - the signature of a typer callback
    if value:
        typer.echo(f"leaterms {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Toon de versie en stop.", callback=_show_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Vindt de wettelijke LEA-thema's in verslagen en agenda's, ook in eigen woorden."""


@app.command()
def scan(
    archive: ArchiveArgument,
    out: OutOption = Path("leaterms-uitvoer"),
    vocabulary: VocabularyOption = None,
    jobs: JobsOption = None,
) -> None:
    """Lees een archief en schrijf een rapport: welk thema wanneer, in wiens woorden."""
    import leaterms  # noqa: PLC0415 - loads pandas and spaCy

    _make_folder(out)
    words = leaterms.load_vocabulary(*vocabulary) if vocabulary else None
    with leaterms.scan(archive, vocabulary=words, store=out / STORE, jobs=jobs) as done:
        if not done.results:
            raise InputError(
                f"In '{archive[0]}' staan geen bestanden; noem de map met verslagen en agenda's."
            )
        done.report(out / REPORT)
        done.to_excel(out / WORKBOOK)
        _show_coverage(done)
        code = _show_files(done)
    typer.echo(f"Rapport:  {out / REPORT}")
    typer.echo(f"Excel:    {out / WORKBOOK}")
    raise typer.Exit(code)


@app.command()
def evaluate(
    folder: Annotated[
        Path, typer.Argument(help="Map met geannoteerde voorbeelden.", metavar="MAP")
    ],
    *,
    annotations: Annotated[
        Path | None,
        typer.Option(
            help="Map met de annotaties, als die niet in MAP staan.",
            metavar="MAP",
            show_default=False,
        ),
    ] = None,
    vocabulary: VocabularyOption = None,
    jobs: JobsOption = None,
    errors: Annotated[
        bool,
        typer.Option("--errors", help="Toon ook wat is gemist en wat ten onrechte is gevonden."),
    ] = False,
) -> None:
    """Vergelijk een scan met annotaties: precisie, recall en F1, per thema en woordgebruik."""
    import leaterms  # noqa: PLC0415 - loads pandas and spaCy
    from leaterms.evaluation import (  # noqa: PLC0415 - loads pandas and spaCy
        evaluate_folder,
        list_mistakes,
        to_text,
    )

    words = leaterms.load_vocabulary(*vocabulary) if vocabulary else None
    found = evaluate_folder(folder, annotations=annotations, vocabulary=words, jobs=jobs)
    typer.echo(to_text(found))
    if errors:
        typer.echo(list_mistakes(found))


def main() -> None:
    """Run the command line and end the process with an exit code."""
    _speak_utf8()
    try:
        code = app(standalone_mode=False) or ExitCode.DONE
    except TyperException as error:
        _say(f"{_in_dutch(error)} Zie 'leaterms --help'.")
        code = ExitCode.WRONG_USE
    except LeatermsError as error:
        _say(str(error))
        code = ExitCode.WRONG_USE
    except (KeyboardInterrupt, typer.Abort):
        _say("Afgebroken. Wat al gelezen is, blijft bewaard; begin opnieuw om verder te gaan.")
        code = ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last door: no traceback for a policy adviser
        _say(
            f"Er ging iets mis in leaterms zelf ({type(error).__name__}: {error}). "
            "Meld dit bij de makers, met de opdracht die u gaf."
        )
        code = ExitCode.OUR_FAULT
    sys.exit(int(code))


def _speak_utf8() -> None:
    """A Windows console or a pipe in another encoding must not stop a Dutch 'ë'."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _say(text: str) -> None:
    typer.echo(text, err=True)


def _in_dutch(error: TyperException) -> str:
    """What a wrong command line is about, in one sentence; typer itself speaks English."""
    name = type(error).__name__
    option = getattr(error, "option_name", None)
    parameter = getattr(getattr(error, "param", None), "name", None)
    if name == "NoSuchOption":
        return f"De optie '{option}' bestaat niet."
    if name == "MissingParameter":
        return f"Er ontbreekt iets: {parameter}."
    if name == "BadParameter":
        return f"De waarde van '{parameter}' kan niet: {error.message}"
    return f"Deze opdracht kan niet: {error.format_message()}"


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".leaterms-proef"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise OutputError(
            f"In '{out}' kan niet worden geschreven ({error.strerror}); "
            "kies met --out een map waarin u mag schrijven."
        ) from error


def _show_coverage(done: "Scan") -> None:
    """The year-by-theme table, one a municipality."""
    from rich.console import Console  # noqa: PLC0415 - only a scan shows tables
    from rich.table import Table  # noqa: PLC0415

    from leaterms.reporting import RISKS, STATUSES  # noqa: PLC0415

    console = Console()
    names = {theme.id: theme.short for theme in done.vocabulary.themes}
    styles = {"none": "green", "low": "green", "medium": "yellow", "high": "red"}
    coverage = done.coverage()
    for municipality, rows in coverage.groupby("municipality"):
        years = sorted(rows["year"].unique())
        table = Table(
            "Thema", title=str(municipality) or "Gemeente onbekend", title_justify="left"
        )
        for year in years:
            table.add_column(str(year))
        cells = {(row.theme, row.year): row for row in rows.itertuples()}
        for theme, label in names.items():
            shown = []
            for year in years:
                cell = cells[theme, year]
                style = styles.get(str(cell.risk), "dim")
                shown.append(f"[{style}]{RISKS[cell.risk]}[/]: {STATUSES[cell.status]}")
            table.add_row(label, *shown)
        console.print(table)
    console.print("Het risico is een indicatie; de passages staan in het rapport.\n")


def _show_files(done: "Scan") -> ExitCode:
    """How many files were read, and which were not; 3 where a file failed."""
    documents = done.documents
    unread = documents[documents["status"] != "ok"]
    typer.echo(f"{len(documents)} bestanden, waarvan {len(documents) - len(unread)} gelezen.")
    for row in unread.itertuples():
        typer.echo(f"  niet gelezen: {row.path}: {row.error}")
    failed = (documents["status"] == "failed").any()
    return ExitCode.SOME_FAILED if failed else ExitCode.DONE
