"""The detector as it is shipped: a vocabulary with both trained models."""

from pathlib import Path

from leaterms.detection.assertion_model import load_assertions
from leaterms.detection.classifier import load_classifier
from leaterms.detection.detector import Detector
from leaterms.language import Parser
from leaterms.vocabulary import Vocabulary

__all__ = ["load_detector"]


def load_detector(vocabulary: Vocabulary, model: str | Path | None = None) -> Detector:
    """The detector of `vocabulary` with the shipped classifiers.

    Args:
        vocabulary: what to look for.
        model: the Dutch spaCy pipeline that parses doubtful sentences, by name or folder; None:
            the one inside leaterms. It is loaded when the first sentence needs it.

    Raises:
        LeatermsError: a shipped model is damaged or not there.
    """
    return Detector(vocabulary, load_classifier(), load_assertions(Parser(model)))
