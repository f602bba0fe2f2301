"""An agenda before it goes out: is it in the inspectorate's words, and the Word file that is."""

import datetime as dt
import hashlib
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from leaterms.api.arguments import PathLike, check_path, check_paths, check_style, check_vocabulary
from leaterms.api.functions import curated_vocabulary, find_mentions
from leaterms.archive import FileResult, Store, find_corrections, find_files, scan_archive
from leaterms.assessment import (
    MINUTES,
    assess_coverage,
    counts,
    name_paper,
    resolve_municipalities,
)
from leaterms.errors import InputError, OutputError, RelabelRefused
from leaterms.reading import read_document
from leaterms.relabelling import (
    COVERED,
    OpenTheme,
    Style,
    Suggestion,
    mark_titles,
    place_themes,
    suggest,
)
from leaterms.structure import Kind, MeetingRecord, correct, read_record
from leaterms.vocabulary import Theme, Vocabulary, Wording
from leaterms.writing import refuse_to_overwrite, write_whole

__all__ = ["AgendaCheck", "Relabelled", "check", "relabel"]

_AUTHOR = "leaterms"
_UNDATED = "In de agenda is geen datum van de vergadering gevonden"
_LONGEST_AUTHOR = 255  # characters, Word's own limit


@dataclass(frozen=True, slots=True)
class AgendaCheck:
    """What `check` found.

    `date` is that of the meeting, None where the agenda has none. `findings` are the suggestions
    for themes that the agenda names in local words only. `open_themes` are those that no LEA
    document of `year` shows in statutory words, nor this agenda: None without an archive.
    `notes` are Dutch sentences about how sure the reading is.
    """

    path: str
    date: dt.date | None
    year: int
    municipality: str
    findings: tuple[Suggestion, ...]
    open_themes: tuple[OpenTheme, ...] | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relabelled:
    """What `relabel` did.

    `path` is the new file, None where there was nothing to change. `applied` stand in it as
    tracked changes; `left` could not be, and are advice. `notes` as in `AgendaCheck`.
    """

    path: Path | None
    applied: tuple[Suggestion, ...]
    left: tuple[Suggestion, ...]
    notes: tuple[str, ...]


def check(
    path: PathLike,
    archive: PathLike | Iterable[PathLike] | None = None,
    *,
    vocabulary: Vocabulary | None = None,
    today: dt.date | None = None,
) -> AgendaCheck:
    """Whether an agenda names its themes in statutory words, before it goes out.

    Args:
        path: the agenda, a file of any kind that is read.
        archive: files or folders of the same municipality; with them also what is still open
            in the year of the agenda.
        vocabulary: what to look for; None: the curated vocabulary.
        today: the day it is; it gives the year of an agenda without a date. None: today.

    Raises:
        InputError: the file is not there, is no agenda, or has no items; or the archive holds
            no files.
        DocumentError: it gives no text.
    """
    file, words, day = check_path(path, "path"), _vocabulary(vocabulary), _day(today)
    roots = None if archive is None else check_paths(archive)
    result, record, notes = _read_agenda(file, words)
    if record.kind in MINUTES:
        raise InputError(
            f"'{file.name}' is een {record.kind}, geen agenda; controleer de agenda voordat zij "
            "wordt verstuurd, en scan verslagen met 'leaterms scan'."
        )
    _need_items(file, record)
    date = record.meeting_date
    if date is None:
        notes += (f"{_UNDATED}; zet die erbij.",)
    elif date < day:
        notes += (f"De vergadering van {date:%d-%m-%Y} is al geweest.",)
    said = _statutory(result, record)
    findings = tuple(
        s for s in suggest([result], words.themes) if any(theme not in said for theme in s.themes)
    )
    year = (date or day).year
    name = record.municipalities[0] if record.municipalities else ""
    open_themes: tuple[OpenTheme, ...] | None = None
    if roots is not None:
        jargon = {theme for finding in findings for theme in finding.themes}
        done = said | jargon
        open_themes, name, more = _open_themes(result, record, roots, words, year, done)
        notes += more
    return AgendaCheck(result.path, date, year, name, findings, open_themes, notes)


def relabel(
    path: PathLike,
    out: PathLike,
    *,
    style: Style | str = Style.BEFORE,
    author: str = _AUTHOR,
    today: dt.date | None = None,
    force: bool = False,
    vocabulary: Vocabulary | None = None,
) -> Relabelled:
    """Write a Word agenda with statutory titles as tracked changes, a comment with each.

    The agenda itself is not touched. Accepting all changes gives the new titles, rejecting
    them the old text. The same input gives the same bytes.

    Args:
        path: the agenda, a Word file.
        out: the Word file to write.
        style: 'before': the umbrella before the local name; 'behind': behind it in brackets.
        author: who is named with changes and comments.
        today: the day of the changes; a meeting before it is not relabelled. None: today.
        force: whether what is at `out` may be replaced.
        vocabulary: what to look for; None: the curated vocabulary.

    Raises:
        RelabelRefused: the meeting was held, it is minutes, or no Word file; `advice` has the
            new titles. Nothing is written.
        InputError: the file is not there, is a convenant or plan, or has no items; or the
            author cannot be used.
        OutputError: `out` exists already, is the agenda itself, or cannot be written.
        DocumentError: the file gives no text.
        ValueError: there is no such style.
    """
    file, target = check_path(path, "path"), check_path(out, "out")
    chosen, name = check_style(style), _author(author)
    words, day = _vocabulary(vocabulary), _day(today)
    _check_target(file, target, force=force)
    result, record, notes = _read_agenda(file, words)
    suggestions = suggest([result], words.themes, style=chosen)
    _refuse(file, result, record, suggestions, day)
    _need_items(file, record)
    if record.meeting_date is None:
        notes += (f"{_UNDATED}; controleer zelf dat zij nog gehouden moet worden.",)
    if not suggestions:
        return Relabelled(None, (), (), notes)
    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest() != result.sha256:
        raise InputError(f"'{file.name}' is intussen veranderd; sluit het en probeer opnieuw.")
    marked = mark_titles(content, record.items, suggestions, author=name, date=day)
    if not marked.applied:
        return Relabelled(None, (), marked.left, notes)
    if marked.signed:
        notes += ("Het document was digitaal ondertekend; die handtekening geldt niet meer.",)
    write_whole("De agenda", target, partial(_write, content=marked.content))
    return Relabelled(target, marked.applied, marked.left, notes)


def _write(place: Path, *, content: bytes) -> None:
    place.write_bytes(content)


def _read_agenda(
    file: Path, words: Vocabulary
) -> tuple[FileResult, MeetingRecord, tuple[str, ...]]:
    """The file as an agenda of the consultation, and how sure that is.

    Whoever names a file here means an agenda; that the text does not show it is no reason to
    find nothing in it.
    """
    if not file.is_file():
        raise InputError(f"'{file}' bestaat niet of is geen bestand; controleer de naam.")
    archive = find_files((file,))
    if not archive.files:
        raise InputError(f"'{file.name}' is geen document; noem de agenda in Word of als PDF.")
    path = archive.files[0].path
    correction = find_corrections(archive).get(path)
    document = read_document(file)
    record = read_record(document, name=file.name)
    if correction is not None:
        record = correct(record, correction)
    notes: tuple[str, ...] = ()
    if paper := name_paper(path, record):
        raise InputError(
            f"'{file.name}' is geen agenda, maar een stuk met afspraken ('{paper}'); noem de "
            "agenda van het overleg."
        )
    if record.kind is Kind.OTHER:
        notes += (f"Aan '{file.name}' is niet te zien dat het een agenda is; zo is het gelezen.",)
        record = replace(record, kind=Kind.AGENDA)
    if not record.is_lea:
        notes += (f"Dit lijkt geen agenda van het LEA-overleg: {record.lea_reason}",)
        record = replace(record, is_lea=True)
    mentions = find_mentions(record, words)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    pages = document.pages
    result = FileResult(path, digest, document.format, pages, "ok", "", record, mentions)
    return result, record, notes


def _need_items(file: Path, record: MeetingRecord) -> None:
    if all(item.index < 0 for item in record.items):
        raise InputError(
            f"In '{file.name}' zijn geen agendapunten gevonden; nummer ze, of geef ze een "
            "kopstijl."
        )


def _statutory(result: FileResult, record: MeetingRecord) -> set[str]:
    """The themes that the agenda names in statutory words."""
    return {
        mention.theme
        for mention in result.mentions
        if mention.wording is Wording.STATUTORY and counts(mention, record.kind)
    }


def _open_themes(
    agenda: FileResult,
    record: MeetingRecord,
    roots: tuple[Path, ...],
    words: Vocabulary,
    year: int,
    done: set[str],
) -> tuple[tuple[OpenTheme, ...], str, tuple[str, ...]]:
    """What the archive and the agenda leave open, the municipality, and notes about it."""
    results = [r for r in _scan_roots(roots, words) if r.sha256 != agenda.sha256]
    name, notes = _municipality(record, results)
    cells = [
        cell
        for cell in assess_coverage(results, words.themes)
        if cell.municipality == name and cell.year == year
    ]
    shown = {cell.theme: cell for cell in cells}
    if not cells:
        notes += (f"In het archief staat geen LEA-stuk van {year}.",)
    left: list[Theme] = [
        theme
        for theme in words.themes
        if theme.id not in done and not (theme.id in shown and shown[theme.id].status in COVERED)
    ]
    found = []
    for theme, place in zip(left, place_themes(record, agenda.mentions, left), strict=True):
        cell = shown.get(theme.id)
        found.append(
            OpenTheme(
                municipality=name,
                year=year,
                theme=theme.id,
                status="unknown" if cell is None else str(cell.status),
                path=agenda.path,
                item=place.item,
                title=place.title,
                suggestion=place.suggestion,
                reason=f"{cell.reason} {place.reason}" if cell else place.reason,
            )
        )
    return tuple(found), name, notes


def _scan_roots(roots: tuple[Path, ...], words: Vocabulary) -> tuple[FileResult, ...]:
    archive = find_files(roots)
    if not archive.files:
        raise InputError(
            f"In '{roots[0]}' staan geen bestanden; noem de map met verslagen en agenda's."
        )
    with tempfile.TemporaryDirectory(prefix="leaterms-", ignore_cleanup_errors=True) as folder:
        store = Store.create(Path(folder, "scan.sqlite"))
        number = scan_archive(archive, store, words, corrections=find_corrections(archive))
        return tuple(store.results(number))


def _municipality(
    record: MeetingRecord, results: Iterable[FileResult]
) -> tuple[str, tuple[str, ...]]:
    """Of which municipality the archive must show what is open."""
    places = resolve_municipalities(list(results))
    names = sorted({name for found in places.values() for name in found})
    own = {name.casefold() for name in record.municipalities}
    match = next((name for name in names if name.casefold() in own), None)
    if match is not None:
        return match, ()
    if len(names) == 1 and not own:
        return names[0], ()
    said = record.municipalities[0] if record.municipalities else ""
    if said:
        return said, (f"In het archief staan geen stukken van de gemeente {said}.",)
    unclear = "De agenda noemt geen gemeente en het archief heeft er meer; zet de gemeente erin."
    return "", (unclear,)


def _refuse(
    file: Path,
    result: FileResult,
    record: MeetingRecord,
    suggestions: tuple[Suggestion, ...],
    day: dt.date,
) -> None:
    """Raises RelabelRefused where new titles would be antedated, or cannot be written."""
    date = record.meeting_date
    if record.kind in MINUTES:
        ground = (
            f"'{file.name}' is een {record.kind}; daaraan achteraf andere koppen geven, zou "
            "antedateren zijn."
        )
    elif date is not None and date < day:
        ground = (
            f"De vergadering van '{file.name}' is al gehouden ({date:%d-%m-%Y}); haar agenda "
            "achteraf veranderen zou antedateren zijn."
        )
    elif result.format != "docx":
        ground = (
            f"'{file.name}' is geen Word-bestand (.docx); alleen daarin kunnen wijzigingen worden "
            "bijgehouden. Sla de agenda op als .docx, of neem de koppen zelf over."
        )
    else:
        return
    raise RelabelRefused(
        f"{ground} Er is niets geschreven.", tuple(describe(row) for row in suggestions)
    )


def describe(suggestion: Suggestion) -> str:
    """A suggestion as one line: "'Peuters' -> 'Vve-doelgroep: peuters'"."""
    if suggestion.renames:
        return f"'{suggestion.title}' wordt '{suggestion.suggestion}'"
    where = f"bij '{suggestion.title}'" if suggestion.title else "buiten een agendapunt"
    return f"eigen agendapunt '{suggestion.suggestion}' (nu {where})"


def _check_target(file: Path, target: Path, *, force: bool) -> None:
    """Raises OutputError before anything is read where the new file cannot be written."""
    same = target.exists() and file.exists() and target.samefile(file)
    if same or file.resolve() == target.resolve():
        raise OutputError(
            f"'{target}' is de agenda zelf; die wordt nooit overschreven. Kies een andere naam "
            "voor het nieuwe bestand."
        )
    if target.suffix.lower() not in {".docx", file.suffix.lower()}:
        raise OutputError(f"'{target}' moet op .docx eindigen; geef het nieuwe bestand die naam.")
    refuse_to_overwrite(target, force=force)
    if not target.parent.is_dir():
        raise OutputError(
            f"De map '{target.parent}' bestaat niet; maak haar eerst, of kies een andere map."
        )


def _vocabulary(vocabulary: Vocabulary | None) -> Vocabulary:
    return check_vocabulary(vocabulary) or curated_vocabulary()


def _day(today: dt.date | None) -> dt.date:
    if today is None:
        return dt.date.today()  # noqa: DTZ011 - the day on the user's own calendar
    if not isinstance(today, dt.date):
        raise TypeError(f"today must be a date or None, not {type(today).__name__}")
    return today.date() if isinstance(today, dt.datetime) else today


def _author(author: object) -> str:
    if not isinstance(author, str):
        raise TypeError(f"author must be a str, not {type(author).__name__}")
    name = " ".join(author.split())
    if not name or not name.isprintable() or len(name) > _LONGEST_AUTHOR:
        raise InputError(
            f"'{name}' kan niet als auteur bij de wijzigingen staan; geef een gewone naam."
        )
    return name
