"""A record and a vocabulary in, mentions of statutory themes out."""

from leaterms.detection.assertion_model import AssertionClassifier, Judge, load_assertions
from leaterms.detection.classifier import Classifier, load_classifier
from leaterms.detection.detector import Detector
from leaterms.detection.mention import Assertion, Mention, Method
from leaterms.detection.shipped import load_detector

__all__ = [
    "Assertion",
    "AssertionClassifier",
    "Classifier",
    "Detector",
    "Judge",
    "Mention",
    "Method",
    "load_assertions",
    "load_classifier",
    "load_detector",
]
