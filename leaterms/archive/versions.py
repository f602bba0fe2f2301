"""What a result depends on besides the file: the code, its libraries, the vocabulary.

A stored result is used again only under the same of all these, so that no table mixes what
two versions found.
"""

import hashlib
import json
import platform
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import Protocol

from leaterms.language import pipeline_identity
from leaterms.reading import libreoffice_identity, ocr_identity
from leaterms.vocabulary import Vocabulary, read_shipped, shipped_names

__all__ = ["fingerprint"]

# The parts of leaterms from which a result comes; reports and assessment work on results
_PARTS = (
    "archive",
    "detection",
    "errors.py",
    "language",
    "reading",
    "rules.py",
    "structure",
    "vocabulary",
)

# What those parts import; a change of any may change what is read or found
_LIBRARIES = (
    "PyYAML",
    "lxml",
    "numpy",
    "pdfminer.six",
    "pdfplumber",
    "pydantic",
    "pypdfium2",
    "python-docx",
    "rapidfuzz",
    "simplemma",
    "spacy",
)


class Digest(Protocol):
    """What hashlib's objects are, whose class has no public name."""

    def update(self, data: bytes, /) -> None:
        """Add `data`."""


def fingerprint(vocabulary: Vocabulary, model: str | None = None) -> str:
    """64 hexadecimal digits that stand for everything but the file and its correction.

    Raises:
        InputError: `model`, the spaCy pipeline to parse with, is not installed or not Dutch.
    """
    parts = {
        "code": _code(),
        "libreoffice": libreoffice_identity(),  # reads what else is 'unsupported'
        "ocr": ocr_identity(),  # reads what else is 'needs_ocr'
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "model": pipeline_identity(model),
        "python": platform.python_version_tuple()[:2],  # its Unicode tables come with it
        "rules": [[name, read_shipped(name)] for name in shipped_names()],  # of structure too
        "vocabulary": vocabulary.fingerprint,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _code() -> str:
    """A hash of the sources and data (the shipped models among them) that make a result."""
    digest = hashlib.sha256()
    package = resources.files("leaterms")
    for name in _PARTS:
        _add(digest, package / name, name)
    return digest.hexdigest()


def _add(digest: Digest, part: Traversable, name: str) -> None:
    if part.is_dir():
        if part.name != "__pycache__":
            for below in sorted(part.iterdir(), key=lambda entry: entry.name):
                _add(digest, below, f"{name}/{below.name}")
    elif part.is_file():
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256(part.read_bytes()).digest())


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
