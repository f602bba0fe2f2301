"""`leaterms check` and `leaterms relabel`: an agenda before it goes out.

Registered in `leaterms.cli.commands`. Everything heavy is imported inside a command.
"""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from leaterms.cli.options import ExitCode, VocabularyOption
from leaterms.errors import RelabelRefused

if TYPE_CHECKING:
    from leaterms.api import AgendaCheck, Relabelled
    from leaterms.relabelling import Suggestion

__all__ = ["check", "relabel"]

TodayOption = Annotated[
    dt.datetime | None,
    typer.Option(
        "--today",
        formats=["%Y-%m-%d", "%d-%m-%Y"],
        help="De dag van vandaag, als 2025-01-31; anders die van deze computer.",
        metavar="DATUM",
        show_default=False,
    ),
]


def check(
    agenda: Annotated[
        str, typer.Argument(help="De agenda, in Word of als PDF.", metavar="AGENDA")
    ],
    *,
    archive: Annotated[
        list[str] | None,
        typer.Option(
            "--archive",
            help="Map met de stukken van dit jaar: zegt ook welke thema's nog open staan.",
            metavar="ARCHIEF",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Toon de uitkomst als JSON, voor een programma.")
    ] = False,
    today: TodayOption = None,
    vocabulary: VocabularyOption = None,
) -> None:
    """Controleer een agenda voordat zij wordt verstuurd.

    Noemt de agendapunten waarin een wettelijk thema alleen in eigen woorden staat, met een
    titel in wettelijke woorden. De exitcode is 1 als er zulke punten zijn, anders 0.
    """
    import leaterms  # noqa: PLC0415 - loads pandas

    words = leaterms.load_vocabulary(*vocabulary) if vocabulary else None
    found = leaterms.check(
        agenda, archive, vocabulary=words, today=today.date() if today else None
    )
    if as_json:
        typer.echo(json.dumps(asdict(found), default=str, indent=2))
    else:
        for line in _checked(found):
            typer.echo(line)
    raise typer.Exit(ExitCode.FINDINGS if found.findings else ExitCode.DONE)


def relabel(
    agenda: Annotated[str, typer.Argument(help="De agenda in Word (.docx).", metavar="AGENDA")],
    out: Annotated[
        str,
        typer.Option(
            "--out",
            help="Het nieuwe Word-bestand, met de wijzigingen zichtbaar.",
            metavar="BESTAND",
            show_default=False,
        ),
    ],
    *,
    style: Annotated[
        Literal["before", "behind"],
        typer.Option(
            "--style",
            help="Het wettelijke woord ervoor (before), of erachter tussen haakjes (behind).",
            metavar="STIJL",
        ),
    ] = "before",
    author: Annotated[
        str,
        typer.Option(
            "--author", help="De naam die bij elke wijziging en opmerking staat.", metavar="NAAM"
        ),
    ] = "leaterms",
    today: TodayOption = None,
    force: Annotated[
        bool, typer.Option("--force", help="Vervang het nieuwe bestand als het al bestaat.")
    ] = False,
    vocabulary: VocabularyOption = None,
) -> None:
    """Zet wettelijke titels in een Word-agenda, als bijgehouden wijzigingen.

    Elke wijziging heeft een opmerking met de reden. De agenda zelf verandert niet. Een
    vergadering die al is gehouden en een verslag krijgen nooit andere titels.
    """
    import leaterms  # noqa: PLC0415 - loads pandas

    words = leaterms.load_vocabulary(*vocabulary) if vocabulary else None
    try:
        done = leaterms.relabel(
            agenda,
            out,
            style=style,
            author=author,
            today=today.date() if today else None,
            force=force,
            vocabulary=words,
        )
    except RelabelRefused as error:
        typer.echo(str(error), err=True)
        if error.advice:
            typer.echo("Als advies voor een volgende agenda:")
            for line in error.advice:
                typer.echo(f"  {line}")
        raise typer.Exit(ExitCode.WRONG_USE) from error
    for line in _relabelled(done):
        typer.echo(line)


def _checked(found: "AgendaCheck") -> Iterator[str]:
    from leaterms.cli.screen import plain  # noqa: PLC0415 - loads pandas

    for note in found.notes:
        yield f"Let op: {plain(note)}"
    count = len(found.findings)
    if count:
        yield _counted(count, "voorstel", "voorstellen") + (
            " voor thema's die hier alleen in eigen woorden staan:"
        )
    else:
        yield "Geen thema staat hier alleen in eigen woorden."
    for finding in found.findings:
        yield from _suggested(finding)
    if found.open_themes is None:
        return
    if not found.open_themes:
        yield f"In {found.year} staat geen thema meer open."
        return
    yield f"Nog open in {found.year}, ook na deze agenda:"
    for row in found.open_themes:
        yield f"  {row.suggestion}"
        yield f"    {row.reason}"


def _relabelled(done: "Relabelled") -> Iterator[str]:
    from leaterms.cli.screen import plain  # noqa: PLC0415 - loads pandas

    for note in done.notes:
        yield f"Let op: {plain(note)}"
    if done.path is not None:
        yield f"{_changes(done.applied)}:"
        for suggestion in done.applied:
            yield from _suggested(suggestion)
    elif not done.left:
        yield "Er is niets te wijzigen; er is geen bestand geschreven."
    if done.left:
        yield "Dit past niet in de opmaak van het document; neem het zelf over:"
        for suggestion in done.left:
            yield from _suggested(suggestion)
    if done.path is not None:
        yield f"Nieuwe agenda: {plain(str(done.path))}"


def _changes(applied: "Sequence[Suggestion]") -> str:
    """'2 titels gewijzigd', '1 titel gewijzigd en 1 agendapunt toegevoegd'."""
    renamed = sum(suggestion.renames for suggestion in applied)
    added = len(applied) - renamed
    told = [f"{_counted(renamed, 'titel', 'titels')} gewijzigd"] if renamed else []
    told += [f"{_counted(added, 'agendapunt', 'agendapunten')} toegevoegd"] if added else []
    return " en ".join(told)


def _suggested(suggestion: "Suggestion") -> Iterator[str]:
    yield f"  {suggestion.title or '(buiten een agendapunt)'}"
    verb = "wordt" if suggestion.renames else "eigen agendapunt"
    yield f"    {verb}: {suggestion.suggestion}"
    yield f"    {suggestion.reason}"


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
