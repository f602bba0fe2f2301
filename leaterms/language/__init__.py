"""Dutch: lemmas, compounds, sentences, and the notation of phrases."""

from leaterms.language.compounds import Reading, readings
from leaterms.language.lexicon import FUNCTION_WORDS, PARTICLES, fold, is_word, lemmas
from leaterms.language.sentences import ABBREVIATIONS, split_sentences

__all__ = [
    "ABBREVIATIONS",
    "FUNCTION_WORDS",
    "PARTICLES",
    "Reading",
    "fold",
    "is_word",
    "lemmas",
    "readings",
    "split_sentences",
]
