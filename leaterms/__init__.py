"""leaterms: the statutory LEA themes in Dutch municipal minutes, under any wording.

    import leaterms

    scan = leaterms.scan("archief/")
    scan.coverage()
    scan.report("rapport.html")

Names are loaded on first use, so that `import leaterms` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from leaterms.errors import (
    AnnotationError,
    BrokenDocument,
    CorrectionsError,
    DocumentError,
    InputError,
    LeatermsError,
    OutputError,
    RelabelRefused,
    ScannedDocument,
    UnsupportedDocument,
    VocabularyError,
)

if TYPE_CHECKING:
    from leaterms.api import Scan, check, detect, load_vocabulary, open_scan, read, relabel, scan
    from leaterms.detection import Mention
    from leaterms.reading import Document
    from leaterms.vocabulary import Vocabulary

__version__ = "0.1.0"

__all__ = [
    "AnnotationError",
    "BrokenDocument",
    "CorrectionsError",
    "Document",
    "DocumentError",
    "InputError",
    "LeatermsError",
    "Mention",
    "OutputError",
    "RelabelRefused",
    "Scan",
    "ScannedDocument",
    "UnsupportedDocument",
    "Vocabulary",
    "VocabularyError",
    "__version__",
    "check",
    "detect",
    "load_vocabulary",
    "open_scan",
    "read",
    "relabel",
    "scan",
]

_HOMES = {
    "Document": "leaterms.reading",
    "Mention": "leaterms.detection",
    "Scan": "leaterms.api",
    "Vocabulary": "leaterms.vocabulary",
    "check": "leaterms.api",
    "detect": "leaterms.api",
    "load_vocabulary": "leaterms.api",
    "open_scan": "leaterms.api",
    "read": "leaterms.api",
    "relabel": "leaterms.api",
    "scan": "leaterms.api",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'leaterms' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
