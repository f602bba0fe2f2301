"""The store: a SQLite file with the results of scans, so that work is done once.

A result is found again by a key that stands for all it depends on; the rows of a scan say
which result each path has. Every result that a worker made is on disk before the next is
asked for, so a scan that is killed goes on where it was: its results are found by their keys,
and its own rows are not counted, since it never finished. The latest `_KEPT` scans stay
readable (a notebook may hold them open while it scans again); what none of them uses goes.

No connection stays open between calls: a file that is held could not be removed on Windows,
and the journal mode that allows it does not work on network drives.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from leaterms.archive.encoding import decode_result, encode_result
from leaterms.archive.ours import SIDE_FILES, STORE_ID
from leaterms.archive.result import FileResult
from leaterms.errors import InputError, OutputError
from leaterms.vocabulary import Vocabulary, build_vocabulary

__all__ = ["ScanRun", "Store"]

_SCHEMA = 1
_KEPT = 5
_BUSY = 30.0  # seconds to wait for another scan that writes to the same store

_TABLES = f"""
    BEGIN IMMEDIATE;
    PRAGMA application_id = {STORE_ID};
    PRAGMA user_version = {_SCHEMA};
    CREATE TABLE IF NOT EXISTS vocabulary (
        fingerprint TEXT PRIMARY KEY
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS vocabulary_file (
        fingerprint TEXT NOT NULL REFERENCES vocabulary,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (fingerprint, position)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS scan (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        vocabulary TEXT NOT NULL REFERENCES vocabulary,
        root BLOB,                   -- the archive's folder as bytes; NULL: several
        finished INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE IF NOT EXISTS result (
        id INTEGER PRIMARY KEY,
        key TEXT UNIQUE,             -- NULL: to be made anew by the next scan
        used INTEGER NOT NULL,       -- the latest scan that has it
        body BLOB NOT NULL           -- encoded and compressed; its path is that of its first use
    );
    CREATE TABLE IF NOT EXISTS file (
        scan INTEGER NOT NULL REFERENCES scan,
        path TEXT NOT NULL,
        result INTEGER NOT NULL REFERENCES result,
        PRIMARY KEY (scan, path)
    ) WITHOUT ROWID;
    COMMIT;
"""


@dataclass(frozen=True, slots=True)
class Store:
    """A store that exists; `create` and `open` make sure of that."""

    path: Path

    @classmethod
    def create(cls, path: Path) -> "Store":
        """The store at `path`, made where there is none.

        Raises:
            OutputError: it cannot be made there.
            InputError: what is there is no store of this version.
        """
        if not path.parent.is_dir():
            raise OutputError(
                f"De map '{path.parent}' bestaat niet; maak haar of geef een andere plaats "
                "voor het tussenbestand."
            )
        if path.exists() and (not path.is_file() or path.stat().st_size > 0):
            return cls.open(path)
        try:
            with closing(sqlite3.connect(path, timeout=_BUSY)) as database:
                database.executescript(_TABLES)
        except sqlite3.Error as error:
            raise OutputError(
                f"Het tussenbestand '{path}' kan niet worden geschreven; geef een andere plaats."
            ) from error
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> "Store":
        """The store at `path`.

        Raises:
            InputError: there is none, or it is no store of this version.
        """
        if not path.is_file():
            raise InputError(f"'{path}' bestaat niet of is geen bestand; controleer de naam.")
        try:
            with closing(sqlite3.connect(path, timeout=_BUSY)) as database:
                (application,) = database.execute("PRAGMA application_id").fetchone()
                (schema,) = database.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError:
            application, schema = 0, 0
        if application != STORE_ID:
            raise InputError(
                f"'{path}' is geen tussenbestand van leaterms, of het is beschadigd; kies een "
                "andere plaats, of verwijder het als het van een eerdere scan is."
            )
        if schema != _SCHEMA:
            raise InputError(
                f"Het tussenbestand '{path}' is van een andere versie van leaterms; "
                "verwijder het of geef een andere naam, en scan opnieuw."
            )
        return cls(path)

    @staticmethod
    def files_at(path: Path) -> tuple[Path, ...]:
        """The store at `path` and what SQLite keeps beside it, whether they exist or not."""
        return (path, *(path.with_name(path.name + ending) for ending in SIDE_FILES))

    @contextmanager
    def scanning(self, vocabulary: Vocabulary, root: Path | None = None) -> Iterator["ScanRun"]:
        """A new scan, to be filled; what it holds stays also when it is interrupted.

        Args:
            vocabulary: what it looks for.
            root: the folder that its paths are relative to; None where there are several.

        Raises:
            OutputError: the store cannot be written (read-only, disk full, in use).
        """
        try:
            with closing(sqlite3.connect(self.path, timeout=_BUSY)) as database:
                database.execute("PRAGMA synchronous = NORMAL")
                run = ScanRun(database, _new_scan(database, vocabulary, root))
                try:
                    yield run
                finally:
                    database.commit()
        except sqlite3.Error as error:
            raise OutputError(
                f"In het tussenbestand '{self.path}' kan niet worden geschreven; controleer "
                "schrijfrechten en schijfruimte, en of er geen andere scan mee bezig is."
            ) from error

    def latest_scan(self) -> int:
        """The number of the latest scan that finished.

        Raises:
            InputError: none did.
        """
        with self._reading() as database:
            (scan,) = database.execute("SELECT max(id) FROM scan WHERE finished").fetchone()
        if scan is None:
            raise InputError(
                f"In '{self.path}' staat geen scan die klaar is; scan het archief opnieuw, "
                "dan gaat leaterms verder waar het was."
            )
        return int(scan)

    def vocabulary(self, scan: int) -> Vocabulary:
        """The vocabulary that a scan was made with."""
        with self._reading() as database:
            files = database.execute(
                "SELECT name, text FROM vocabulary_file"
                " WHERE fingerprint = (SELECT vocabulary FROM scan WHERE id = ?)"
                " ORDER BY position",
                (scan,),
            ).fetchall()
        return build_vocabulary(tuple((str(name), str(text)) for name, text in files))

    def root(self, scan: int) -> Path | None:
        """The folder that the paths of a scan are relative to; None where there are several."""
        with self._reading() as database:
            found = database.execute("SELECT root FROM scan WHERE id = ?", (scan,)).fetchone()
        return Path(os.fsdecode(found[0])) if found and found[0] is not None else None

    def count(self, scan: int) -> int:
        """How many files a scan has."""
        with self._reading() as database:
            (number,) = database.execute(
                "SELECT count(*) FROM file WHERE scan = ?", (scan,)
            ).fetchone()
        return int(number)

    def results(self, scan: int) -> Iterator[FileResult]:
        """The results of a scan, by path.

        Raises:
            InputError: the store is gone, or later scans have taken the place of this one.
        """
        with self._reading() as database:
            if not database.execute("SELECT 1 FROM scan WHERE id = ?", (scan,)).fetchone():
                raise InputError(
                    f"Deze scan staat niet meer in '{self.path}', dat er {_KEPT} bewaart; "
                    "scan opnieuw."
                )
            for path, body in database.execute(
                "SELECT file.path, result.body FROM file JOIN result ON result.id = file.result"
                " WHERE file.scan = ? ORDER BY file.path",
                (scan,),
            ):
                yield replace(decode_result(zlib.decompress(body)), path=path)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=_BUSY)) as database:
                yield database
        except (sqlite3.DatabaseError, zlib.error) as error:
            raise InputError(
                f"Het tussenbestand '{self.path}' is weg of beschadigd; verwijder het en "
                "scan opnieuw."
            ) from error


class ScanRun:
    """A scan that is going on; one row for each path given to `reuse` or `add`."""

    def __init__(self, database: sqlite3.Connection, scan: int) -> None:
        self._database = database
        self.scan = scan
        """The number of the scan."""

    def reuse(self, path: str, key: str) -> bool:
        """Give `path` the stored result with `key`; False if there is none."""
        found = self._database.execute("SELECT id FROM result WHERE key = ?", (key,)).fetchone()
        if found is None:
            return False
        self._database.execute("UPDATE result SET used = ? WHERE id = ?", (self.scan, found[0]))
        self._list(path, found[0])
        return True

    def add(self, result: FileResult, key: str | None) -> None:
        """Store a result; without a key the next scan makes it anew."""
        body = zlib.compress(encode_result(result))
        if key is not None:  # the same file under two names in one scan
            self._database.execute("UPDATE result SET key = NULL WHERE key = ?", (key,))
        cursor = self._database.execute(
            "INSERT INTO result (key, used, body) VALUES (?, ?, ?)", (key, self.scan, body)
        )
        assert cursor.lastrowid is not None
        self._list(result.path, cursor.lastrowid)
        self.save()

    def save(self) -> None:
        """Put what was given so far on disk."""
        self._database.commit()

    def finish(self) -> None:
        """Make it the latest scan, and let go of what only old scans use."""
        oldest = self.scan - _KEPT + 1
        self._database.execute("UPDATE scan SET finished = 1 WHERE id = ?", (self.scan,))
        self._database.execute("DELETE FROM file WHERE scan < ?", (oldest,))
        self._database.execute("DELETE FROM scan WHERE id < ?", (oldest,))
        self._database.execute("DELETE FROM result WHERE used < ?", (oldest,))
        for table, column in (("vocabulary_file", "fingerprint"), ("vocabulary", "fingerprint")):
            self._database.execute(
                f"DELETE FROM {table} WHERE {column} NOT IN (SELECT vocabulary FROM scan)"  # noqa: S608 (constants)
            )
        self.save()

    def _list(self, path: str, result: int) -> None:
        self._database.execute("INSERT INTO file VALUES (?, ?, ?)", (self.scan, path, result))


def _new_scan(database: sqlite3.Connection, vocabulary: Vocabulary, root: Path | None) -> int:
    name = vocabulary.fingerprint
    database.execute("INSERT OR IGNORE INTO vocabulary VALUES (?)", (name,))
    database.executemany(
        "INSERT OR IGNORE INTO vocabulary_file VALUES (?, ?, ?, ?)",
        [(name, i, file, text) for i, (file, text) in enumerate(vocabulary.files)],
    )
    folder = None if root is None else os.fsencode(root)
    scan = database.execute(
        "INSERT INTO scan (vocabulary, root) VALUES (?, ?)", (name, folder)
    ).lastrowid
    database.commit()
    assert scan is not None
    return scan
