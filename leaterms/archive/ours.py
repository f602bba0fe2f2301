"""Which files in an archive are no documents: our own, and what machines leave behind.

The contract (DESIGN section 3) makes every file a row but `correcties.yaml`, stores, our own
output and the annotated sources of samples. Those are told by their content, not by their
name: whoever renames a report, or calls his minutes 'leaterms.xlsx', is not surprised. Added
to them is a closed set of by-products of operating systems and office programs, that no
person ever put there and that hold no text. Any other hidden file is a row.
"""

import re
import zipfile
from pathlib import Path

__all__ = [
    "CORRECTIONS",
    "EXCEL_PROPERTY",
    "HTML_MARK",
    "SIDE_FILES",
    "STORE_ID",
    "WORD_CATEGORY",
    "is_by_product",
    "is_by_product_folder",
    "is_ours",
]

CORRECTIONS = "correcties.yaml"
"""The file that overrules what was read; compared without case."""

HTML_MARK = '<meta name="generator" content="leaterms">'
"""Stands in the first `_HEAD` bytes of each HTML page that we write."""

EXCEL_PROPERTY = "leaterms"
"""Name of the custom document property of each workbook that we write."""

WORD_CATEGORY = "leaterms-dossier"
"""The category (a core property) of each Word document that we write of ourselves."""

STORE_ID = 0x4C454154
"""SQLite's application_id of a store: 'LEAT'."""

SIDE_FILES = ("-journal", "-wal", "-shm")
"""Endings of what SQLite keeps beside a database in use."""

_HEAD = 4096

_BY_PRODUCTS = frozenset(
    {".ds_store", ".directory", ".localized", "desktop.ini", "ehthumbs.db", "icon\r", "thumbs.db"}
)
_BY_PRODUCT_FOLDERS = frozenset(
    {
        "$recycle.bin",
        ".documentrevisions-v100",
        ".fseventsd",
        ".git",
        ".hg",
        ".spotlight-v100",
        ".svn",
        ".temporaryitems",
        ".trashes",
        "__macosx",
        "system volume information",
    }
)
_OWNER_FILE = 1024  # Office's '~$verslag.docx' names who has it open, in 162 bytes or so
_APPLE_DOUBLE = b"\x00\x05\x16\x07"  # RFC 1740, appendix B

# The header of examples/FORMAT.md: 'key: value' lines between two lines of three hyphens
_HEADER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n((?:[a-z_]+:[^\r\n]*\r?\n)+)---[ \t]*(?:\r?\n|\Z)"
)
_HEADER_KEYS = frozenset({b"municipality", b"kind", b"date", b"lea"})


# A term of a vocabulary (docs/woordenlijst.md): a list entry with these keys among others
_TERM = re.compile(rb"^- id:[ \t]*[\w-]+[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
_TERM_KEYS = (b"\n  label:", b"\n  themes:", b"\n  wording:")


def is_by_product(file: Path) -> bool:
    """Whether an operating system or office program left `file` behind ('Thumbs.db')."""
    name = file.name.casefold()
    if name in _BY_PRODUCTS or (name.startswith(".~lock.") and name.endswith("#")):
        return True
    try:
        if name.startswith("~$"):
            return file.stat().st_size <= _OWNER_FILE
        return name.startswith("._") and _head(file).startswith(_APPLE_DOUBLE)
    except OSError:
        return False


def is_by_product_folder(name: str) -> bool:
    """Whether a folder of this name holds no documents of people ('__MACOSX', '.git')."""
    return name.casefold() in _BY_PRODUCT_FOLDERS or name.startswith(".Trash-")


def is_ours(file: Path) -> bool:
    """Whether leaterms wrote `file` or reads it as something else than a document.

    A file that cannot be opened is not ours; whoever reads it will say why.
    """
    if file.name.casefold() == CORRECTIONS:
        return True
    try:
        head = _head(file)
        return (
            _is_store(head)
            or HTML_MARK.encode() in head
            or _is_annotated(head)
            or _is_vocabulary(head)
            or (head.startswith(b"PK") and file.suffix.lower() == ".xlsx" and _is_workbook(file))
            or (head.startswith(b"PK") and file.suffix.lower() == ".docx" and _is_dossier(file))
            or _is_beside_store(file)
        )
    except OSError:
        return False


def _head(file: Path) -> bytes:
    if not file.is_file():  # a pipe would never answer
        return b""
    with file.open("rb") as stream:
        return stream.read(_HEAD)


def _is_store(head: bytes) -> bool:
    """The database header of SQLite has the application_id at offset 68."""
    return head.startswith(b"SQLite format 3\x00") and head[68:72] == STORE_ID.to_bytes(4, "big")


def _is_beside_store(file: Path) -> bool:
    for ending in SIDE_FILES:
        if file.name.endswith(ending) and file.name != ending:
            base = file.with_name(file.name.removesuffix(ending))
            return base.is_file() and _is_store(_head(base))
    return False


def _is_annotated(head: bytes) -> bool:
    header = _HEADER.match(head)
    if header is None:
        return False
    keys = {line.partition(b":")[0] for line in header[1].splitlines()}
    return keys >= _HEADER_KEYS


def _is_vocabulary(head: bytes) -> bool:
    """Whether a YAML file of terms begins so: a municipality's own words, kept with its files."""
    return _TERM.search(head) is not None and all(key in head for key in _TERM_KEYS)


def _is_workbook(file: Path) -> bool:
    """Whether an Excel file has our property."""
    return f'name="{EXCEL_PROPERTY}"'.encode() in _part(file, "docProps/custom.xml")


def _is_dossier(file: Path) -> bool:
    """Whether a Word file has our category."""
    return f">{WORD_CATEGORY}<".encode() in _part(file, "docProps/core.xml")


def _part(file: Path, name: str) -> bytes:
    """The beginning of a part of a zip, b'' if it has none; read up to a bound, as any zip's."""
    try:
        with zipfile.ZipFile(file) as archive, archive.open(name) as part:
            return part.read(1 << 16)
    # NotImplementedError: zipfile, of a compression it does not know
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError):
        return b""
