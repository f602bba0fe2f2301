"""The curated vocabulary: themes, terms, decoys and rules, loaded and checked."""

from leaterms.vocabulary.load import Vocabulary, build_vocabulary, load_vocabulary
from leaterms.vocabulary.shipped import read_shipped, shipped_names
from leaterms.vocabulary.terms import (
    AssertionRule,
    Compounds,
    Confidence,
    Decoy,
    Doubt,
    Near,
    Scope,
    Shares,
    Source,
    Term,
    Theme,
    Wording,
)

__all__ = [
    "AssertionRule",
    "Compounds",
    "Confidence",
    "Decoy",
    "Doubt",
    "Near",
    "Scope",
    "Shares",
    "Source",
    "Term",
    "Theme",
    "Vocabulary",
    "Wording",
    "build_vocabulary",
    "load_vocabulary",
    "read_shipped",
    "shipped_names",
]
