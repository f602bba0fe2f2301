"""Of which municipality a file is: what it says, else what its folder says, else its name.

DESIGN section 3: read from the text, else what most documents of the folder say, else the
folder's name; several (a regional meeting) count for each. A correction needs no place here:
it is already in the record.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from leaterms.archive import FileResult

__all__ = ["resolve_municipalities"]

_PREFIX = re.compile(r"^\s*(?:de\s+)?gemeente\s+", re.IGNORECASE)

# Folders that say what lies in them, not of whom: 'verslagen', '2022', 'LEA 2021-2022'
_GENERIC_WORDS = frozenset(
    """
    aangeleverd agenda agendas alle ambtelijk archief besluiten besluitenlijst besluitenlijsten
    bestanden bestuurlijk bijlage bijlagen concept concepten definitief docs documenten docx
    downloads en historie lea lokale educatieve map notulen origineel oud overig overige
    overleg overleggen pdf pdfs scans stukken vastgesteld vergaderingen vergaderstukken verslag
    verslagen word
    """.split()
)


def resolve_municipalities(results: Sequence[FileResult]) -> dict[str, tuple[str, ...]]:
    """The municipalities of each file, by its path, in order of importance.

    Every path of `results` is a key. One municipality is spelt in one way throughout
    ('gemeente DIEMEN' and 'Diemen' are 'Diemen'). `('',)` means that nothing names one: a file
    in the root of the scan, where no document names its municipality.
    """
    spelling = _Spelling(results)
    named = {
        result.path: spelling.unify(result.record.municipalities)
        for result in results
        if result.record is not None
    }
    votes = _folder_votes(named)
    return {
        result.path: named.get(result.path) or _of_folder(result.path, votes, spelling)
        for result in results
    }


class _Spelling:
    """How each municipality is written: the spelling that most documents use."""

    def __init__(self, results: Iterable[FileResult]) -> None:
        seen: dict[str, Counter[str]] = {}
        for result in results:
            for name in result.record.municipalities if result.record else ():
                bare = _bare(name)
                if _key(bare):
                    seen.setdefault(_key(bare), Counter())[bare] += 1
        self._best = {key: _preferred(counts) for key, counts in seen.items()}

    def unify(self, names: Iterable[str]) -> tuple[str, ...]:
        """`names` in one spelling each, empty ones and doubles left out, order kept."""
        return tuple(dict.fromkeys(self.of(name) for name in names if _key(_bare(name))))

    def of(self, name: str) -> str:
        """`name` in the spelling of the documents; as it is where none names it."""
        bare = _bare(name)
        return self._best.get(_key(bare), bare)


def _preferred(counts: Counter[str]) -> str:
    """The spelling with capitals as in a name ('Diemen'), then the most used, then a-z."""
    return min(counts, key=lambda name: (name.isupper(), name.islower(), -counts[name], name))


def _bare(name: str) -> str:
    """'gemeente  Diemen ' -> 'Diemen'."""
    return " ".join(_PREFIX.sub("", name).split())


def _key(name: str) -> str:
    """What two spellings of one name share: "'s-Gravenzande", 's Gravenzande'."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in plain if c.isalnum())


def _folder_votes(named: dict[str, tuple[str, ...]]) -> dict[PurePosixPath, list[tuple[str, ...]]]:
    """Per folder, what the documents in it and below it name; those that name none left out."""
    votes: dict[PurePosixPath, list[tuple[str, ...]]] = {}
    for path, names in named.items():
        if names:
            for folder in PurePosixPath(path).parents:
                votes.setdefault(folder, []).append(names)
    return votes


def _of_folder(
    path: str, votes: dict[PurePosixPath, list[tuple[str, ...]]], spelling: _Spelling
) -> tuple[str, ...]:
    """What most documents of the folder say, else its name.

    A folder whose name tells no municipality ('2022', 'verslagen') asks the one above it.
    """
    for folder in PurePosixPath(path).parents:
        if folder in votes:
            return _majority(votes[folder])
        if not _is_generic(folder.name):
            return (spelling.of(folder.name.replace("_", " ")),)
    return ("",)


def _majority(votes: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The names that more than half say (a region's folder has several), else the most said."""
    counts = Counter(name for names in votes for name in names)
    shared = [name for name, count in counts.items() if 2 * count > len(votes)]
    if shared:
        return tuple(sorted(shared, key=lambda name: (-counts[name], name)))
    return (min(counts, key=lambda name: (-counts[name], name)),)


def _is_generic(name: str) -> bool:
    """Whether a folder's name holds no name of a municipality: '', '2022', 'LEA-verslagen'."""
    return all(word in _GENERIC_WORDS for word in re.findall(r"[^\W\d_]+", name.casefold()))
