"""Semantic fields: words that mean something of the same kind, for the classifier.

'wachtlijst' and 'vol' stand in one field, 'loten' and 'voorrang' in another; a pair of
fields in one sentence says more than either, whatever the words. Made for texts whose own words
the training text does not hold.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from leaterms.language import TokenizedSentence, fold, lemmas, readings

__all__ = ["FieldReader", "with_lemmas"]

_LIKELY = 0.3  # the score from which the parts of a compound speak for it
_REACH = 4  # a pair has at most this many telling words from the first to the second


def with_lemmas(fields: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The words of each field, folded, with their lemmas; some seconds for tens of thousands."""
    return {
        name: tuple(sorted({f for word in words for f in (fold(word), *lemmas(fold(word)))}))
        for name, words in fields.items()
    }


class FieldReader:
    """Reads the fields of a text; `fields` gives the forms of each (see `with_lemmas`)."""

    def __init__(self, fields: Mapping[str, tuple[str, ...]]) -> None:
        self._fields: dict[str, set[str]] = {}
        for name, words in fields.items():
            for form in words:
                self._fields.setdefault(form, set()).add(name)
        self._of_form = lru_cache(maxsize=50_000)(self._look_up)

    def read(self, sentence: TokenizedSentence) -> Counter[str]:
        """How often each field occurs, and which pairs stand near each other ('a~b': 1)."""
        counts: Counter[str] = Counter()
        if not self._fields:
            return counts
        told: list[tuple[str, ...]] = []
        for token in sentence.tokens:
            found = self.of(token.forms[0]) if token.is_content else ()
            counts.update(found)
            if found:
                told.append(found)
        for i, first in enumerate(told):
            for second in told[i + 1 : i + 1 + _REACH]:
                for one in first:
                    for other in second:
                        if one != other:
                            counts["~".join(sorted((one, other)))] = 1
        return counts

    def of(self, form: str) -> tuple[str, ...]:
        """The fields of a word, by its folded form, in order of name."""
        return self._of_form(form)

    def _look_up(self, form: str) -> tuple[str, ...]:
        """The fields of a word; of a compound that is in none, those of its parts."""
        for known in (form, *sorted(lemmas(form))):
            if known in self._fields:
                return tuple(sorted(self._fields[known]))
        likeliest = next(iter(readings(form)), None)
        if likeliest is None or likeliest.score <= _LIKELY:
            return ()
        parts = [*likeliest.parts, *lemmas(likeliest.head)]
        return tuple(sorted(set().union(*(self._fields.get(part, ()) for part in parts))))
