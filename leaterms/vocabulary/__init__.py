"""The curated vocabulary: themes, terms, decoys and rules, loaded and checked."""

from leaterms.vocabulary.shipped import read_shipped, shipped_names
from leaterms.vocabulary.terms import (
    AssertionRule,
    Compounds,
    Decoy,
    Near,
    Scope,
    Source,
    Term,
    Theme,
    Wording,
)

__all__ = [
    "AssertionRule",
    "Compounds",
    "Decoy",
    "Near",
    "Scope",
    "Source",
    "Term",
    "Theme",
    "Wording",
    "read_shipped",
    "shipped_names",
]
