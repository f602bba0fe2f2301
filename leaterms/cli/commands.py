"""The commands, each a thin call of the library.

Exit codes: 0 done, 1 findings, 2 wrong use or an unusable input, 3 some files failed, 4 a fault
of ours, 130 interrupted. Everything heavy is imported inside a command, so that `--help` is
quick.
"""

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from leaterms import __version__
from leaterms.cli.dutch import DutchCommand, DutchGroup, explain_misuse
from leaterms.cli.evaluation import evaluate
from leaterms.cli.options import ExitCode, JobsOption, VocabularyOption
from leaterms.cli.questionnaire import answers, dossier
from leaterms.cli.word import check, relabel
from leaterms.errors import InputError, LeatermsError, OutputError
from leaterms.writing import say_unwritable

__all__ = ["main"]

STORE, REPORT, WORKBOOK = "leaterms.sqlite", "rapport.html", "leaterms.xlsx"

app = typer.Typer(
    name="leaterms",
    cls=DutchGroup,
    help="Vindt de wettelijke LEA-thema's in verslagen en agenda's, ook in eigen woorden.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


ArchiveArgument = Annotated[
    list[str],  # as typed: a Path would take '' for the current folder
    typer.Argument(
        help="Map met verslagen en agenda's, of losse bestanden.",
        metavar="ARCHIEF",
        show_default=False,
    ),
]
OutOption = Annotated[
    str,
    typer.Option(help="Map voor het rapport, het Excel-bestand en de tussenstand.", metavar="MAP"),
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


@app.command(cls=DutchCommand)
def scan(
    archive: ArchiveArgument,
    out: OutOption = "leaterms-uitvoer",
    vocabulary: VocabularyOption = None,
    jobs: JobsOption = None,
    model: Annotated[
        str | None,
        typer.Option(
            help="Een ander Nederlands taalmodel van spaCy dat hier is geïnstalleerd, zoals "
            "nl_core_news_lg.",
            metavar="NAAM",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Lees een archief en schrijf het rapport.

    Het rapport zegt welk wettelijk thema wanneer aan de orde was, in wiens woorden, en welk
    risico dat geeft. Een volgende keer worden alleen nieuwe bestanden gelezen.
    """
    from rich.console import Console  # noqa: PLC0415 - only a scan shows tables

    import leaterms  # noqa: PLC0415 - loads pandas
    from leaterms.cli.screen import show_coverage, show_files  # noqa: PLC0415 - loads pandas

    words = leaterms.load_vocabulary(*vocabulary) if vocabulary else None
    is_new = bool(out) and not Path(out).exists()
    folder = _make_folder(out)
    try:
        scanned = leaterms.scan(
            archive, vocabulary=words, store=folder / STORE, jobs=jobs, model=model
        )
    except InputError:
        if is_new and not any(folder.iterdir()):
            folder.rmdir()  # nothing was read: leave nothing behind
        raise
    with scanned as done:
        documents = done.documents
        if documents.empty:
            named = ", ".join(f"'{path}'" for path in archive)
            raise InputError(
                f"In {named} staan geen bestanden; noem de map met verslagen en agenda's."
            )
        done.report(folder / REPORT)
        done.to_excel(folder / WORKBOOK)
        console = Console()
        show_coverage(console, done.coverage(), done.vocabulary.themes)
        show_files(console, documents)
    typer.echo(f"Rapport:  {folder / REPORT}")
    typer.echo(f"Excel:    {folder / WORKBOOK}")
    raise typer.Exit(
        ExitCode.SOME_FAILED if (documents["status"] == "failed").any() else ExitCode.DONE
    )


app.command(cls=DutchCommand)(evaluate)
app.command(cls=DutchCommand)(dossier)
app.command(cls=DutchCommand)(answers)


app.command(cls=DutchCommand)(check)
app.command(cls=DutchCommand)(relabel)


def main() -> None:
    """Run the command line and end the process with an exit code."""
    _allow_any_letter()
    sys.exit(int(_run()))


def _run() -> int:
    try:
        code = int(app(prog_name="leaterms", standalone_mode=False) or ExitCode.DONE)
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            _say(error.format_message())
        else:
            _say(f"{explain_misuse(error)} Zie 'leaterms --help'.")
        return ExitCode.WRONG_USE
    except LeatermsError as error:
        _say(str(error))
        return ExitCode.WRONG_USE
    except (KeyboardInterrupt, typer.Abort):
        code = ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last door: no traceback for a policy adviser
        _say(
            f"Er ging iets mis in leaterms zelf ({type(error).__name__}: {error}). "
            "Meld dit bij de makers, met de opdracht die u gaf."
        )
        return ExitCode.OUR_FAULT
    if code == ExitCode.INTERRUPTED:
        _say("Afgebroken. Wat al gelezen is, blijft bewaard; begin opnieuw om verder te gaan.")
    return code


def _allow_any_letter() -> None:
    """Let no letter stop us that a Windows console or a pipe in another encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _say(text: str) -> None:
    typer.echo(text, err=True)


def _make_folder(out: str) -> Path:
    """The folder `out`, made, and seen to be writable before the work begins."""
    if not out:
        raise InputError("Achter '--out' staat geen naam; noem de map voor de uitvoer.")
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise OutputError(say_unwritable("De uitvoer", folder, error)) from error
    return folder
