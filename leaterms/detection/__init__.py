"""A record and a vocabulary in, mentions of statutory themes out."""

from leaterms.detection.detector import Detector
from leaterms.detection.mention import Assertion, Mention, Method

__all__ = ["Assertion", "Detector", "Mention", "Method"]
