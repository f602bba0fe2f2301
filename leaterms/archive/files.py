r"""Which files an archive holds, under which path each stands in the tables.

A path is relative to its root, with '/' on every system; of several roots it begins with the
root's name, made unique ('2021', '2021-2') in the order given. The root of a single file is
its folder. What is no text in a name is written out: a byte that is no UTF-8 as '\xe9', a
control character as '\x0a'.

Links are followed, but no folder is walked twice: links to folders come after all real
folders, and one that leads back to (or above) what is scanned leads nowhere new.
"""

import os
import stat
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from leaterms.archive import reasons
from leaterms.archive.ours import CORRECTIONS, is_by_product, is_by_product_folder, is_ours
from leaterms.errors import InputError

__all__ = ["Archive", "ArchiveFile", "find_files", "printable"]

Identity = tuple[int, int] | str


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A file to be a row: `path` as in the tables, `source` where it lies (absolute).

    `fault` is the Dutch sentence that says why it cannot be read, where that shows from the
    outside (a broken link, a pipe); '' otherwise.
    """

    path: str
    source: Path
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Archive:
    """What was found: the files by path, and each correcties.yaml with its folder.

    The second of each pair in `corrections` is what the paths in that file are relative to,
    as it stands in the tables ('' or 'map/').
    """

    files: tuple[ArchiveFile, ...]
    corrections: tuple[tuple[Path, str], ...]
    root: Path | None = None
    """What the paths are relative to; None where there are several roots."""


def find_files(paths: Sequence[Path], *, without: Sequence[Path] = ()) -> Archive:
    """Find every file under `paths`, which are files and folders.

    Args:
        paths: at least one; a file that two of them reach is found once, by the first.
        without: files that are no rows whatever they hold (a store that is being made).

    Raises:
        InputError: there is no path, or one does not exist, cannot be opened, or is neither
            file nor folder.
    """
    if not paths:
        raise InputError("Er is niets om te scannen; geef minstens één bestand of map.")
    roots = [_root(Path(os.path.abspath(path))) for path in paths]  # noqa: PTH100 (resolve would follow links)
    folders = list(dict.fromkeys(folder for folder, _ in roots))
    prefixes = dict(zip(folders, _prefixes(folders), strict=True))
    walk = _Walk(folders, frozenset(os.path.realpath(path) for path in without))
    for folder, name in roots:
        if name is None:
            walk.add_folder(folder, prefixes[folder])
        else:
            walk.add_file(folder, name, prefixes[folder])
    walk.follow_links()
    return Archive(
        _distinct(walk.files),
        tuple(sorted(walk.corrections)),
        folders[0] if len(folders) == 1 else None,
    )


def printable(name: str) -> str:
    r"""`name` as text: 'caf\udce9.pdf' (a byte that is no UTF-8) -> 'caf\\xe9.pdf'."""
    return "".join(_character(character) for character in name)


def _character(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # PEP 383: how Python holds an undecodable byte
        return f"\\x{code - 0xDC00:02x}"
    if 0xD800 <= code <= 0xDFFF:  # Windows allows half a UTF-16 pair in a name
        return f"\\u{code:04x}"
    return f"\\x{code:02x}" if code < 0x20 or 0x7F <= code < 0xA0 else character


def _root(path: Path) -> tuple[Path, str | None]:
    """The root folder of an argument, and the file's name where it is a file."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            next(path.iterdir(), None)
            return path, None
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(
            f"'{printable(str(path))}' bestaat niet; controleer de naam van het bestand of de map."
        ) from error
    except (OSError, ValueError) as error:
        raise InputError(
            f"'{printable(str(path))}' kan niet worden geopend; "
            "controleer de naam en of u leesrechten hebt."
        ) from error
    if not stat.S_ISREG(mode):
        raise InputError(
            f"'{printable(str(path))}' is geen bestand en geen map; geef een bestand of een map."
        )
    return path.parent, path.name


def _prefixes(folders: Sequence[Path]) -> list[str]:
    """What the paths of each root begin with: '' for one root, else its name made unique."""
    if len(folders) == 1:
        return [""]
    names = [printable(folder.name) or "root" for folder in folders]
    taken = set(names)
    given: list[str] = []
    for name in names:
        unique, number = name, 2
        while unique in given or (unique != name and unique in taken):
            unique, number = f"{name}-{number}", number + 1
        given.append(unique)
    return [f"{name}/" for name in given]


class _Walk:
    """Collects files; knows which folders it has been in."""

    def __init__(self, roots: Sequence[Path], without: frozenset[str]) -> None:
        self.files: list[ArchiveFile] = []
        self.corrections: list[tuple[Path, str]] = []
        self._without = without
        self._been: set[Identity] = set()
        self._listed: set[tuple[Identity, str]] = set()
        self._links: deque[tuple[Path, str]] = deque()
        self._above = {
            _identity(parent) for root in roots for parent in Path(os.path.realpath(root)).parents
        }

    def add_folder(self, folder: Path, prefix: str) -> None:
        """Collect the files in and below `folder`; their paths begin with `prefix`."""
        pending = [(folder, prefix)]
        while pending:
            folder, prefix = pending.pop()
            try:
                identity = _identity(folder)
                with os.scandir(folder) as entries:
                    found = sorted(entries, key=lambda entry: entry.name)
            except OSError:
                path = prefix.removesuffix("/")
                self.files.append(ArchiveFile(path, folder, reasons.unreadable_folder(path)))
                continue
            if identity in self._been:
                continue
            self._been.add(identity)
            for entry in found:
                below = (Path(entry.path), f"{prefix}{printable(entry.name)}/")
                if not _is_folder(entry):
                    self._add(Path(entry.path), prefix, identity)
                elif is_by_product_folder(entry.name):
                    continue
                elif entry.is_symlink():
                    self._links.append(below)
                else:
                    pending.append(below)

    def add_file(self, folder: Path, name: str, prefix: str) -> None:
        """Collect one file by its name, with the corrections beside it."""
        identity = _identity(folder)
        self._add(folder / name, prefix, identity)
        if name.casefold() != CORRECTIONS and (folder / CORRECTIONS).is_file():
            self._add(folder / CORRECTIONS, prefix, identity)

    def follow_links(self) -> None:
        """Walk the folders that links lead to, in the order in which they were found."""
        while self._links:
            folder, prefix = self._links.popleft()
            try:
                if _identity(folder) in self._above:
                    continue
            except OSError:
                pass  # add_folder gives it its row
            self.add_folder(folder, prefix)

    def _add(self, source: Path, prefix: str, folder: Identity) -> None:
        if (folder, source.name) in self._listed or os.path.realpath(source) in self._without:
            return
        self._listed.add((folder, source.name))
        if source.name.casefold() == CORRECTIONS:
            self.corrections.append((source, prefix))
        elif not (is_by_product(source) or is_ours(source)):
            path = prefix + printable(source.name)
            self.files.append(ArchiveFile(path, source, _fault(source)))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link in a circle


def _fault(source: Path) -> str:
    """Why `source` cannot be read, as far as that shows without opening it."""
    name = printable(source.name)
    try:
        mode = source.stat().st_mode
    except OSError as error:
        return reasons.broken_link(name) if source.is_symlink() else reasons.os_error(name, error)
    return "" if stat.S_ISREG(mode) else reasons.no_regular_file(name)


def _identity(folder: Path) -> Identity:
    """What is the same for two paths of one folder; some network drives have no numbers."""
    found = folder.stat()
    return (found.st_dev, found.st_ino) if found.st_ino else os.path.realpath(folder)


def _distinct(files: Sequence[ArchiveFile]) -> tuple[ArchiveFile, ...]:
    r"""`files` by path, each path once.

    A name with the byte E9 and one that is spelt with a backslash would both be 'caf\xe9.pdf';
    then the second's own backslashes are written out too.
    """
    return tuple(sorted(_told_apart(files), key=lambda file: file.path))


def _told_apart(files: Sequence[ArchiveFile]) -> Iterator[ArchiveFile]:
    taken: set[str] = set()
    # the names with undecodable bytes first: theirs is the spelling that the contract gives
    for file in sorted(files, key=lambda file: "\\" in file.source.name):
        path = file.path
        while path in taken:
            head, _, tail = path.rpartition("\\")
            path = f"{head}\\x5c{tail}" if head or tail else f"{path}-2"
        taken.add(path)
        yield replace(file, path=path)
