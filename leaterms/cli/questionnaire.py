"""`leaterms dossier` and `leaterms answers`: the yearly questions answered, and checked.

Registered in `leaterms.cli.commands`. Everything heavy is imported inside a command.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaterms.cli.options import ExitCode, JobsOption, VocabularyOption
from leaterms.errors import InputError
from leaterms.writing import refuse_to_overwrite

if TYPE_CHECKING:
    from leaterms.api import Scan
    from leaterms.questionnaire import Contradiction, FilledForm

__all__ = ["answers", "dossier"]

YearOption = Annotated[
    int | None,
    typer.Option(
        "--year",
        help="Kalenderjaar waarover de vragen gaan, als 2022.",
        metavar="JAAR",
        show_default=False,
    ),
]
MunicipalityOption = Annotated[
    str | None,
    typer.Option(
        "--municipality",
        help="Gemeente; nodig als het archief stukken van meer gemeenten heeft.",
        metavar="NAAM",
        show_default=False,
    ),
]
QuestionsOption = Annotated[
    Path | None,
    typer.Option(
        "--questions",
        help="Eigen YAML-bestand met de vragen van het formulier van dat jaar.",
        metavar="BESTAND",
        show_default=False,
    ),
]
AcceptedOption = Annotated[
    Path | None,
    typer.Option(
        "--accepted",
        help="Bestand (YAML of CSV) met de passages die iemand heeft aangenomen.",
        metavar="BESTAND",
        show_default=False,
    ),
]
ForceOption = Annotated[
    bool, typer.Option("--force", help="Vervang het bestand als het al bestaat.")
]


def dossier(  # noqa: PLR0913 - each is an option of the command line
    archive: Annotated[
        list[str],
        typer.Argument(
            help="Map met verslagen en agenda's, of de tussenstand (leaterms.sqlite).",
            metavar="ARCHIEF",
            show_default=False,
        ),
    ],
    *,
    year: YearOption = None,
    out: Annotated[
        str,
        typer.Option(
            help="Het dossier: een naam op .docx (Word) of .html (webpagina).", metavar="BESTAND"
        ),
    ] = "dossier.docx",
    municipality: MunicipalityOption = None,
    pseudonymise: Annotated[
        bool, typer.Option("--pseudonymise", help="Vervang namen van personen door hun rol.")
    ] = False,
    accepted: AcceptedOption = None,
    questions: QuestionsOption = None,
    force: ForceOption = False,
    vocabulary: VocabularyOption = None,
    jobs: JobsOption = None,
) -> None:
    """Schrijf per vraag van de inspectie het antwoord dat de stukken dragen.

    'Ja' alleen op wettelijke woorden of een aangenomen passage; de rest is te beoordelen. Met
    citaat, vindplaats, aanwezige partners en afspraken, en met wat er ontbreekt.
    """
    from leaterms.questionnaire import (  # noqa: PLC0415 - loads pandas
        check_dossier_name,
        load_accepted,
    )

    target = _file_of(out, "--out")
    check_dossier_name(target)
    refuse_to_overwrite(target, force=force)
    chosen = _year_of(year)
    known = load_accepted(accepted) if accepted else ()
    with _scanned(archive, vocabulary, jobs) as scan:
        scan.dossier(
            target,
            chosen,
            municipality,
            pseudonymise=pseudonymise,
            accepted=known,
            questions=questions,
        )
        failed = [result.error for result in scan.results if result.status == "failed"]
    for reason in failed:
        typer.echo(_visible(f"Niet gelezen: {reason}"))
    typer.echo(f"Dossier:  {target}")
    raise typer.Exit(ExitCode.SOME_FAILED if failed else ExitCode.DONE)


def answers(  # noqa: PLR0913 - each is an option of the command line
    filled: Annotated[
        str | None,
        typer.Argument(
            help="Het ingevulde formulier (.xlsx).", metavar="FORMULIER", show_default=False
        ),
    ] = None,
    *,
    archive: Annotated[
        list[str] | None,
        typer.Option(
            "--archive",
            help="Map met verslagen en agenda's, of de tussenstand (leaterms.sqlite); mag vaker.",
            metavar="ARCHIEF",
            show_default=False,
        ),
    ] = None,
    year: YearOption = None,
    municipality: MunicipalityOption = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--form",
            help="Maak een leeg formulier met deze naam (.xlsx) en stop.",
            metavar="BESTAND",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Toon de uitkomst als JSON, voor een script.")
    ] = False,
    accepted: AcceptedOption = None,
    questions: QuestionsOption = None,
    force: ForceOption = False,
    vocabulary: VocabularyOption = None,
    jobs: JobsOption = None,
) -> None:
    """Houd ingevulde antwoorden tegen het archief.

    Meldt een 'nee' waar de stukken overleg laten zien, ook in eigen woorden, een 'ja' waar
    niets is gevonden, en afspraken die geen stuk draagt. Afsluitcode 1 als er zulke zijn.
    """
    if form is not None:
        _make_form(form, filled, year, questions, force=force)
        return
    if filled is None:
        raise InputError(
            "Noem het ingevulde formulier, of maak een leeg met 'leaterms answers --form "
            "FORMULIER.xlsx'."
        )
    if not archive:
        raise InputError("Achter '--archive' hoort de map met verslagen en agenda's.")
    chosen = _year_of(year)
    source = _file_of(filled, "FORMULIER")
    from leaterms.questionnaire import (  # noqa: PLC0415 - loads pandas
        find_contradictions,
        gather_grounds,
        load_accepted,
    )

    known = load_accepted(accepted) if accepted else ()
    with _scanned(archive, vocabulary, jobs) as scan:
        read = scan.read_answers(source, questions=questions)
        themes = scan.vocabulary.themes
        grounds = gather_grounds(scan.results, themes, chosen, municipality, known)
        found = find_contradictions(read, grounds)
    typer.echo(_as_json(read, found, chosen) if as_json else _as_text(read, found, chosen))
    raise typer.Exit(ExitCode.FINDINGS if found else ExitCode.DONE)


def _make_form(
    form: str, filled: str | None, year: int | None, questions: Path | None, *, force: bool
) -> None:
    import leaterms  # noqa: PLC0415 - loads pandas
    from leaterms.questionnaire import load_questions, write_form  # noqa: PLC0415 - loads pandas

    if filled is not None:
        raise InputError(
            "Geef een ingevuld formulier om te controleren, of --form om een leeg te maken; "
            "niet allebei."
        )
    target = _file_of(form, "--form")
    if target.suffix.lower() != ".xlsx":
        raise InputError(
            f"Een formulier is een Excel-bestand; laat '{target.name}' eindigen op .xlsx."
        )
    refuse_to_overwrite(target, force=force, option="--form")
    themes = leaterms.load_vocabulary().themes
    write_form(load_questions(questions, themes), {t.id: t for t in themes}, target, year)
    typer.echo(f"Formulier: {target}")


def _year_of(year: int | None) -> int:
    if year is None:
        raise InputError("Noem met --year het kalenderjaar waarover de vragen gaan: --year 2022.")
    return year


def _file_of(name: str, option: str) -> Path:
    if not name:
        raise InputError(f"Achter '{option}' staat geen naam; noem het bestand.")
    return Path(name)


@contextmanager
def _scanned(
    archive: list[str], vocabulary: list[Path] | None, jobs: int | None
) -> Iterator["Scan"]:
    """The archive scanned now, or the scan kept in a store."""
    import leaterms  # noqa: PLC0415 - loads pandas

    if len(archive) == 1 and archive[0].lower().endswith(".sqlite"):
        with leaterms.open_scan(archive[0]) as kept:
            yield kept
        return
    words = leaterms.load_vocabulary(*vocabulary) if vocabulary else None
    with leaterms.scan(archive, vocabulary=words, jobs=jobs) as made:
        if not made.results:
            named = ", ".join(f"'{path}'" for path in archive)
            raise InputError(
                f"In {named} staan geen bestanden; noem de map met verslagen en agenda's."
            )
        yield made


def _as_json(read: "FilledForm", found: Sequence["Contradiction"], year: int) -> str:
    told = {
        "form": read.name,
        "year": year,
        "answers": len(read.answers),
        "contradictions": [asdict(contradiction) for contradiction in found],
        "faults": list(read.faults),
        "empty": list(read.empty),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _as_text(read: "FilledForm", found: Sequence["Contradiction"], year: int) -> str:
    lines = []
    for contradiction in found:
        lines.append(
            f"Rij {contradiction.row}, {contradiction.question}: '{_line(contradiction.answer)}'"
        )
        lines.append(f"  {contradiction.explanation}")
        lines += [f"  - {_line(passage)}" for passage in contradiction.passages]
        lines.append("")
    if read.faults:
        lines += ["Niet gecontroleerd:", *(f"  {fault}" for fault in read.faults), ""]
    if read.empty:
        lines += [f"Niet ingevuld: {', '.join(read.empty)}.", ""]
    count = len(found)
    told = "Geen tegenspraak" if count == 0 else f"{count} keer tegenspraak"
    lines.append(f"{told} tussen '{read.name}' en de stukken van {year}.")
    return "\n".join(_visible(line) for line in lines)


def _line(text: str) -> str:
    return " ".join(text.split())


def _visible(text: str) -> str:
    """Without control characters: a document must not steer the terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
