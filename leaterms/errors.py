"""The family of errors; this module imports nothing of leaterms.

    LeatermsError                  every error of this library that a user can mend
    ├── InputError                 an argument, path or setting that cannot be used
    │   ├── RelabelRefused         a document whose titles are not changed; `advice` has them
    │   ├── OutputError            a place to write to that cannot be written
    │   └── CorrectionsError       a fault in correcties.yaml
    ├── VocabularyError            a fault in a vocabulary file, one line per fault
    ├── AnnotationError            a fault in an annotated sample document
    └── DocumentError              a document that gives no text, with the status of its row
        ├── UnsupportedDocument    a kind of file that is not read (.doc, .msg, encrypted)
        ├── BrokenDocument         a file that should be readable and is not
        └── ScannedDocument        a document of pictures without text

The texts are Dutch, for users: where, what, what to do. Misuse by a programmer is a
`TypeError` or `ValueError` in English. A caller writes

    try:
        scan = leaterms.scan("archief/")
    except leaterms.LeatermsError as error:
        print(error)
"""

__all__ = [
    "AnnotationError",
    "BrokenDocument",
    "CorrectionsError",
    "DocumentError",
    "InputError",
    "LeatermsError",
    "OutputError",
    "RelabelRefused",
    "ScannedDocument",
    "UnsupportedDocument",
    "VocabularyError",
]


class LeatermsError(Exception):
    """Base of all errors a user can mend; `str(error)` is a Dutch sentence."""


class InputError(LeatermsError):
    """An argument, path or setting cannot be used as it is."""


class OutputError(InputError):
    """A file or folder to write to cannot be written."""


class RelabelRefused(InputError):
    """Titles of this document are not changed; `advice` has one line for each that would be."""

    def __init__(self, message: str, advice: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.advice = advice


class CorrectionsError(InputError):
    """The file correcties.yaml has a fault; one line per fault."""


class VocabularyError(LeatermsError):
    """A vocabulary file has a fault; one line per fault: 'segregatie.yaml:12: ...'."""


class AnnotationError(LeatermsError):
    """An annotated sample has a fault; one line per fault, with file and line."""


class DocumentError(LeatermsError):
    """A document gives no text; in a scan it becomes a row with `status` and this text."""

    status = "failed"


class UnsupportedDocument(DocumentError):
    """A kind of file that leaterms does not read; the text says how to convert it."""

    status = "unsupported"


class BrokenDocument(DocumentError):
    """A file of a readable kind that is damaged, empty, or too large to read safely."""

    status = "failed"


class ScannedDocument(DocumentError):
    """A document that holds pictures of text only, and first needs OCR."""

    status = "needs_ocr"
