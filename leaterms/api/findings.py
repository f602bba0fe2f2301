"""The Scan object: what a scan found, as tables."""

import hashlib
import os
import shutil
import weakref
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

import pandas as pd

from leaterms import frames
from leaterms.api.arguments import PathLike, check_path, check_style, check_year
from leaterms.api.assessments import tabulate_assessments, tabulate_plans
from leaterms.api.tables import (
    tabulate_documents,
    tabulate_items,
    tabulate_meetings,
    tabulate_mentions,
)
from leaterms.archive import FileResult, Store
from leaterms.assessment import (
    Assessment,
    assess,
    assess_coverage,
    find_agreements,
    find_divergence,
    plan_year,
)
from leaterms.errors import OutputError
from leaterms.questionnaire import (
    Acceptance,
    FilledForm,
    Questionnaire,
    find_contradictions,
    gather_grounds,
    load_questions,
    read_form,
    write_dossier,
)
from leaterms.relabelling import compose_agenda, find_open_themes, suggest
from leaterms.reporting import (
    gather,
    tabulate_glossary,
    tabulate_overview,
    write_excel,
    write_html,
)
from leaterms.vocabulary import Vocabulary

__all__ = ["Scan"]


class Scan:
    """What a scan found, as tables; made by `scan` and `open_scan`.

    Tables are made when asked for. Use it in a `with` block, or call `close`, to remove the
    temporary store of a scan without one; otherwise it goes when the object does.
    """

    def __init__(
        self, store: Store, number: int, vocabulary: Vocabulary, *, temporary: Path | None = None
    ) -> None:
        self.vocabulary = vocabulary
        """The vocabulary it was made with."""
        self._store = store
        self._number = number
        self._closed = False
        self._results: tuple[FileResult, ...] | None = None
        self._assessments: tuple[Assessment, ...] | None = None
        self._frames: dict[str, pd.DataFrame] = {}
        self._remove = (
            weakref.finalize(self, shutil.rmtree, temporary, ignore_errors=True)
            if temporary
            else None
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        if self._closed:
            return "<leaterms.Scan, closed>"
        return f"<leaterms.Scan of {self._store.count(self._number)} files>"

    def _repr_html_(self) -> str:
        read = sum(result.status == "ok" for result in self.results)
        mentions = sum(len(result.mentions) for result in self.results)
        return (
            f"<p>Scan van {len(self.results)} bestanden: {read} gelezen, "
            f"{mentions} vermeldingen van wettelijke thema's.</p>"
        )

    def close(self) -> None:
        """Remove the temporary store; tables that were made stay what they are."""
        self._closed = True
        self._results = None
        self._assessments = None
        if self._remove is not None:
            self._remove()

    @property
    def results(self) -> tuple[FileResult, ...]:
        """The results the tables are made of, one for each file, by path.

        Raises:
            ValueError: the scan is closed.
        """
        if self._closed:
            raise ValueError("this scan is closed")
        if self._results is None:
            self._results = tuple(self._store.results(self._number))
        return self._results

    @property
    def documents(self) -> pd.DataFrame:
        """Every file, by path: what it is, of which meeting, and why it was not read."""
        return self._frame("documents", lambda: tabulate_documents(self.results))

    @property
    def items(self) -> pd.DataFrame:
        """The items of every readable document, by path and item."""
        return self._frame("items", lambda: tabulate_items(self.results))

    @property
    def mentions(self) -> pd.DataFrame:
        """The mentions of themes, by path and place in the document."""
        return self._frame("mentions", lambda: tabulate_mentions(self.results))

    @property
    def agreements(self) -> pd.DataFrame:
        """What was agreed, decided or taken on, by path and place in the document."""
        return self._frame(
            "agreements",
            lambda: frames.frame_of(frames.AGREEMENTS, find_agreements(self.results)),
        )

    @property
    def meetings(self) -> pd.DataFrame:
        """The meetings behind the documents, by date, municipality and body."""
        return self._frame("meetings", lambda: tabulate_meetings(self.results))

    def coverage(self) -> pd.DataFrame:
        """Per municipality, year and theme: how it was dealt with, and which risk that gives."""
        return self._frame(
            "coverage",
            lambda: frames.frame_of(
                frames.COVERAGE, assess_coverage(self.results, self.vocabulary.themes)
            ),
        )

    def assess(self) -> pd.DataFrame:
        """Per municipality, year and theme all that bears on the answer, as an indication.

        With whom, how often and at which level, what was agreed and whether that can be
        measured, what already stood, reasons for no talk. The risk is that of `coverage`, but
        higher where a statutory partner was missing; `explanation` says it in plain Dutch.
        """
        return self._frame("assess", lambda: tabulate_assessments(self._assessed()))

    def plan(self, year: int | None = None) -> pd.DataFrame:
        """The year of each municipality: meetings held, found and missing, what is left to do.

        A row for the summary, each meeting, each theme, and each line of a model agenda for the
        themes that are left (`part`). It can be asked for a year without documents.

        Args:
            year: the calendar year; None: of each municipality the last in the archive.
        """

        def make() -> pd.DataFrame:
            themes = self.vocabulary.themes
            plans = plan_year(self.results, themes, year, assessments=self._assessed())
            return tabulate_plans(
                (plan, compose_agenda(plan, self.results, themes)) for plan in plans
            )

        return self._frame(f"plan {year}", make)

    def divergence(self) -> pd.DataFrame:
        """Where local words stand for a theme that no statutory words of that year carry."""
        return self._frame(
            "divergence",
            lambda: frames.frame_of(
                frames.DIVERGENCE, find_divergence(self.results, self.vocabulary.themes)
            ),
        )

    def relabel(self, style: str = "before") -> pd.DataFrame:
        """Headings that name the theme in statutory words, by path and item.

        Args:
            style: where the umbrella stands: 'before' the local name, or 'behind' it.

        Raises:
            ValueError: there is no such style.
        """
        chosen = check_style(style)
        return self._frame(
            f"relabel {chosen}",
            lambda: frames.frame_of(
                frames.RELABEL, suggest(self.results, self.vocabulary.themes, style=chosen)
            ),
        )

    def open_themes(self, year: int | None = None) -> pd.DataFrame:
        """What each municipality has still to put on an agenda in `year`, and where it fits.

        None: the last year of each. By municipality and theme.
        """
        return self._frame(
            f"open_themes {year}",
            lambda: frames.frame_of(
                frames.OPEN_THEMES,
                find_open_themes(self.results, self.vocabulary.themes, year),
            ),
        )

    def report(self, path: PathLike) -> None:
        """Write a page (HTML, in Dutch) with the coverage, its evidence and what to mend.

        It links to the files of the archive where that has one root.

        Raises:
            OutputError: the file cannot be written, or is a document of the archive.
        """
        target = self._target(path)
        content = gather(self.results, self.vocabulary.themes)
        write_html(content, target, archive=_address(self._store.root(self._number), target))

    def dossier(
        self,
        path: PathLike,
        year: int,
        municipality: str | None = None,
        *,
        pseudonymise: bool = False,
        accepted: Iterable[Acceptance] = (),
        questions: PathLike | None = None,
    ) -> None:
        """Write per question of the inspectorate the answer that the minutes support.

        'Ja' is drafted only on statutory words that minutes show as discussed, and on accepted
        passages; 'nee' never. The same scan gives the same bytes.

        Args:
            path: the file to write, over what was there; '.docx' or '.html'.
            year: the calendar year asked about.
            municipality: needed where the archive has several.
            pseudonymise: put roles in the place of names of persons.
            accepted: passages that a person accepted (`leaterms.questionnaire.load_accepted`).
            questions: a YAML file with a list of questions; None: the shipped one.

        Raises:
            InputError: the archive has no such municipality or year, or an accepted id is of
                no mention; or the name of `path` ends otherwise.
            OutputError: the file cannot be written, or is a document of the archive.
            VocabularyError: the list of questions has a fault.
        """
        write_dossier(
            self.results,
            self.vocabulary.themes,
            self._questions(questions),
            self._target(path),
            check_year(year),
            municipality,
            pseudonymise=pseudonymise,
            accepted=accepted,
        )

    def read_answers(self, path: PathLike, *, questions: PathLike | None = None) -> FilledForm:
        """The answers in a filled-in Excel form, with what in it could not be read, by row.

        Raises:
            InputError: it is no readable Excel workbook, or no form.
            VocabularyError: the list of questions has a fault.
        """
        return read_form(check_path(path, "path"), self._questions(questions))

    def check_answers(
        self,
        path: PathLike,
        year: int,
        municipality: str | None = None,
        *,
        accepted: Iterable[Acceptance] = (),
        questions: PathLike | None = None,
    ) -> pd.DataFrame:
        """The answers in a filled-in Excel form that the archive contradicts, by row.

        Arguments and errors are those of `dossier` and `read_answers`.
        """
        form = self.read_answers(path, questions=questions)
        grounds = gather_grounds(
            self.results, self.vocabulary.themes, check_year(year), municipality, accepted
        )
        return frames.frame_of(frames.CONTRADICTIONS, find_contradictions(form, grounds))

    def _questions(self, path: PathLike | None) -> Questionnaire:
        file = None if path is None else check_path(path, "questions")
        return load_questions(file, self.vocabulary.themes)

    def to_excel(self, path: PathLike) -> None:
        """Write all tables to an Excel workbook, each on a sheet of its own.

        Before them an overview in Dutch, after them what the columns and codes mean.

        Raises:
            OutputError: the file cannot be written, or is a document of the archive.
        """
        target = self._target(path)
        sheets = {
            "dekking": self.coverage(),
            "beoordeling": self.assess(),
            "jaarplan": self.plan(),
            "verschil": self.divergence(),
            "herlabelen": self.relabel(),
            "vermeldingen": self.mentions,
            "afspraken": self.agreements,
            "vergaderingen": self.meetings,
            "agendapunten": self.items,
            "documenten": self.documents,
        }
        cells = assess_coverage(self.results, self.vocabulary.themes)
        write_excel(
            {
                "overzicht": tabulate_overview(cells, self.vocabulary.themes),
                **sheets,
                "uitleg": tabulate_glossary(sheets),
            },
            target,
        )

    def _target(self, path: PathLike) -> Path:
        """`path` as a file to write, which is no document of the archive.

        Raises:
            OutputError: a document of the archive is there, or a copy of one.
        """
        target = check_path(path, "path")
        if target.is_file():
            content = hashlib.sha256(target.read_bytes()).hexdigest()
            root = self._store.root(self._number)
            for result in self.results:
                if result.sha256 == content or (root and _is_same(root / result.path, target)):
                    raise OutputError(
                        f"'{target}' is een stuk uit het archief ({result.path}); dat wordt nooit "
                        "overschreven. Kies een andere naam."
                    )
        return target

    def _assessed(self) -> tuple[Assessment, ...]:
        """The assessments, made once: they look through all documents."""
        if self._assessments is None:
            self._assessments = assess(self.results, self.vocabulary.themes)
        return self._assessments

    def _frame(self, name: str, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """The table `name`, made once; a caller's changes stay the caller's (copy-on-write)."""
        if name not in self._frames:
            self._frames[name] = make()
        return self._frames[name].copy(deep=False)


def _is_same(one: Path, other: Path) -> bool:
    """Whether both are one file; a file that went is none."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _address(root: Path | None, page: Path) -> str:
    """Where the archive lies, seen from `page`, as a URL that ends in '/'; '' if unknown."""
    if root is None:
        return ""
    try:
        path = Path(os.path.relpath(root, page.absolute().parent)).as_posix()
    except ValueError:  # on another drive
        return f"{root.as_uri()}/"
    return f"{quote(path, errors='surrogateescape')}/"
