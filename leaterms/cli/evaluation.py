"""`leaterms evaluate`: a scan, or finding alone, held against annotated documents.

Registered in `leaterms.cli.commands`. Everything heavy is imported inside the command.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaterms.cli.options import JobsOption, VocabularyOption

if TYPE_CHECKING:
    from leaterms.evaluation import Contender, Evaluation

__all__ = ["evaluate"]


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
    sources: Annotated[
        bool,
        typer.Option(
            "--sources", help="Zoek in de geannoteerde tekst zelf, zonder stukken te lezen."
        ),
    ] = False,
    baselines: Annotated[
        bool,
        typer.Option("--baselines", help="Toon ook wat eenvoudiger manieren van zoeken vinden."),
    ] = False,
    errors: Annotated[
        bool,
        typer.Option("--errors", help="Toon ook wat is gemist en wat ten onrechte is gevonden."),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Toon de cijfers als JSON, voor een programma.")
    ] = False,
) -> None:
    """Meet een scan aan geannoteerde stukken.

    Toont precisie, recall en F1 van de vermeldingen, per thema, woordgebruik, bewering en
    gemeente, met marges, en wat goed is gelezen van datum, soort, niveau en koppen.
    """
    import leaterms  # noqa: PLC0415 - loads pandas
    from leaterms.evaluation import (  # noqa: PLC0415 - loads pandas
        compare_with_baselines,
        detect_in,
        evaluate_matched,
        match_folder,
        match_sources,
    )

    words = leaterms.load_vocabulary(*(vocabulary or ()))
    matched = (
        match_sources(annotations or folder, words)
        if sources
        else match_folder(folder, words, annotations=annotations, jobs=jobs)
    )
    contenders: tuple[Contender, ...] = ()
    if baselines:
        contenders = compare_with_baselines(matched, words, structured=not sources)
        found = contenders[0].evaluation
    else:
        seen = detect_in(matched, words) if sources else matched
        found = evaluate_matched(seen, words, structured=not sources)
    show = _as_json if as_json else _as_text
    typer.echo(show(found, contenders, errors=errors), nl=False)


def _as_text(found: "Evaluation", contenders: "tuple[Contender, ...]", *, errors: bool) -> str:
    from leaterms.evaluation import (  # noqa: PLC0415 - loads pandas
        contenders_to_text,
        list_mistakes,
        to_text,
    )

    parts = [to_text(found)]
    if contenders:
        parts.append(contenders_to_text(contenders))
    if errors:
        parts.append(list_mistakes(found))
    return "\n".join(part for part in parts if part)


def _as_json(found: "Evaluation", contenders: "tuple[Contender, ...]", *, errors: bool) -> str:
    from leaterms.evaluation import (  # noqa: PLC0415 - loads pandas
        contenders_to_plain,
        find_mistakes,
        to_plain,
    )

    figures = to_plain(found)
    if contenders:
        figures["baselines"] = contenders_to_plain(contenders)
    if errors:
        figures["mistakes"] = [asdict(mistake) for mistake in find_mistakes(found)]
    return json.dumps(figures, ensure_ascii=False, indent=2) + "\n"
