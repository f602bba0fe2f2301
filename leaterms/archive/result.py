"""What a scan gives per file: a plain value that survives the store and the workers."""

from dataclasses import dataclass

from leaterms.detection import Mention
from leaterms.structure import MeetingRecord

__all__ = ["FileResult"]


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file of the archive. `status` is 'ok', 'needs_ocr', 'unsupported' or 'failed'.

    `path` is relative to the scanned root, POSIX, bytes that are no text as backslash-x.
    `sha256` is '' where the file could not be opened. `format` is what the content is
    ('pdf', 'docx', ...), '' where unknown. `record` is None, and `error` a Dutch sentence
    that says what to do, wherever `status` is not 'ok'. Where it is, `error` may still name
    pages that were not read, or that were read by text recognition.
    """

    path: str
    sha256: str
    format: str
    pages: int | None
    status: str
    error: str
    record: MeetingRecord | None
    mentions: tuple[Mention, ...]
