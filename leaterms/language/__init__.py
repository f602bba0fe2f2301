"""Dutch: lemmas, compounds, sentences, and the notation of phrases."""

from leaterms.language.compounds import Reading, head_lemmas, readings
from leaterms.language.lexicon import FUNCTION_WORDS, PARTICLES, fold, is_word, lemmas
from leaterms.language.phrases import Atom, AtomKind, Phrase, expand_classes, parse_phrase
from leaterms.language.pipeline import load_pipeline, pipeline_identity
from leaterms.language.sentences import ABBREVIATIONS, split_sentences
from leaterms.language.syntax import Parser, Word
from leaterms.language.tokens import Pair, Token, TokenizedSentence, tokenize

__all__ = [
    "ABBREVIATIONS",
    "FUNCTION_WORDS",
    "PARTICLES",
    "Atom",
    "AtomKind",
    "Pair",
    "Parser",
    "Phrase",
    "Reading",
    "Token",
    "TokenizedSentence",
    "Word",
    "expand_classes",
    "fold",
    "head_lemmas",
    "is_word",
    "lemmas",
    "load_pipeline",
    "parse_phrase",
    "pipeline_identity",
    "readings",
    "split_sentences",
    "tokenize",
]
