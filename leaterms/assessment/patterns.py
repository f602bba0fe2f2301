"""The notation of cues: phrases as they stand in a sentence, with room and choices in them.

'zoekt|zoeken ... uit' finds 'zoekt' or 'zoeken', and later in the same clause 'uit'. A `*` is
the rest of a word: 'peuter*', '*convenant'. Patterns are for text in lower case.
"""

import re

__all__ = ["compile_phrases", "literal"]


def compile_phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases, on whole words, in lower-case text."""
    return re.compile("|".join(_pattern(phrase) for phrase in phrases))


def literal(text: str) -> str:
    """`text` as a pattern in which any white space stands for any other."""
    return r"\s+".join(re.escape(word) for word in text.split())


def _pattern(phrase: str) -> str:
    r"""'zoekt|zoeken ... uit' -> `(?<!\w)(?:zoekt|zoeken)\b[^;:]*?\s(?:uit)(?!\w)`."""
    parts = [
        r"\s+".join(_alternatives(word) for word in part.split()) for part in phrase.split("...")
    ]
    return r"(?<!\w)" + r"(?!\w)[^;:]*?\s".join(parts) + r"(?!\w)"


def _alternatives(word: str) -> str:
    forms = (re.escape(form).replace(r"\*", r"[\w-]*") for form in word.split("|"))
    return f"(?:{'|'.join(forms)})"
