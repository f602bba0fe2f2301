"""What a user would try first instead of leaterms: searching, and spaCy's phrase matcher.

Both know no inflection, senses or context. They judge all they find as what a document of its
kind shows by default, so that they are compared on finding alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from leaterms.detection import Assertion, Detector, Mention, Method
from leaterms.language import split_sentences
from leaterms.structure import Kind, MeetingRecord
from leaterms.vocabulary import Vocabulary, Wording

__all__ = ["Finder", "LabelMatcher", "PlainSearch", "make_baselines"]

Hit = tuple[int, int, str, Wording]
"""Start and end in the text, theme and wording."""
Labels = Mapping[tuple[str, Wording], Sequence[str]]
"""The labels of a theme in one wording."""


class Finder(Protocol):
    """Anything that finds mentions in a record."""

    def detect(self, record: MeetingRecord) -> tuple[Mention, ...]:
        """The mentions of `record`."""


def make_baselines(vocabulary: Vocabulary) -> dict[str, Finder]:
    """The three, by the Dutch name under which a table shows them."""
    labels = _labels(vocabulary)
    statutory = {key: words for key, words in labels.items() if key[1] is Wording.STATUTORY}
    return {
        "woorden van de inspectie zoeken": PlainSearch(statutory),
        "PhraseMatcher op de termen": LabelMatcher(labels),
        "woordenlijst zonder taalmodel": Detector(vocabulary),
    }


def _labels(vocabulary: Vocabulary) -> dict[tuple[str, Wording], tuple[str, ...]]:
    """The labels of the terms, and in statutory wording also those of the themes."""
    found: dict[tuple[str, Wording], list[str]] = defaultdict(list)
    for theme in vocabulary.themes:
        found[theme.id, Wording.STATUTORY] += [theme.label, theme.short, theme.umbrella]
    for term in vocabulary.terms:
        for name in term.themes:
            found[name, term.wording].append(term.label)
    return {key: tuple(dict.fromkeys(words)) for key, words in found.items()}


class PlainSearch:
    """Labels as plain strings, also within words, in any case; of one theme the longest first."""

    def __init__(self, labels: Labels) -> None:
        self._patterns = [
            (theme, wording, re.compile("|".join(map(re.escape, ordered)), re.IGNORECASE))
            for (theme, wording), words in labels.items()
            for ordered in [sorted(words, key=lambda word: (-len(word), word))]
        ]

    def detect(self, record: MeetingRecord) -> tuple[Mention, ...]:
        """All places of all labels."""
        return tuple(
            mention
            for text, item, in_heading in _texts(record)
            for mention in _mentions(text, item, self._find(text), record, in_heading=in_heading)
        )

    def _find(self, text: str) -> Iterator[Hit]:
        for theme, wording, pattern in self._patterns:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), theme, wording


class LabelMatcher:
    """Labels as phrases of whole words in any case, by spaCy; of one theme the longest."""

    def __init__(self, labels: Labels) -> None:
        # late: it takes half a second that those who only parse annotations should not wait for
        import spacy  # noqa: PLC0415 (see above)
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415 (idem)

        self._nlp = spacy.blank("nl")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._keys: dict[str, tuple[str, Wording]] = {}
        for (theme, wording), words in labels.items():
            key = f"{theme} {wording.value}"
            self._keys[key] = (theme, wording)
            self._matcher.add(key, [self._nlp.make_doc(word) for word in words])

    def detect(self, record: MeetingRecord) -> tuple[Mention, ...]:
        """All places of all labels."""
        return tuple(
            mention
            for text, item, in_heading in _texts(record)
            for mention in _mentions(text, item, self._find(text), record, in_heading=in_heading)
        )

    def _find(self, text: str) -> Iterator[Hit]:
        from spacy.util import filter_spans  # noqa: PLC0415 - late, as above

        spans = self._matcher(self._nlp.make_doc(text), as_spans=True)
        for key in sorted({span.label_ for span in spans}):
            for span in filter_spans([span for span in spans if span.label_ == key]):
                yield span.start_char, span.end_char, *self._keys[key]


def _texts(record: MeetingRecord) -> Iterator[tuple[str, int, bool]]:
    for item in record.items:
        yield item.title, item.index, True
        yield item.text, item.index, False


def _mentions(
    text: str, item: int, hits: Iterator[Hit], record: MeetingRecord, *, in_heading: bool
) -> Iterator[Mention]:
    """The hits in order of place."""
    assertion = Assertion.PLANNED if record.kind is Kind.AGENDA else Assertion.DISCUSSED
    for start, end, theme, wording in sorted(hits):
        yield Mention(
            item=item,
            in_heading=in_heading,
            start=start,
            end=end,
            quote=text[start:end],
            sentence=text if in_heading else _sentence(text, start),
            theme=theme,
            wording=wording,
            assertion=assertion,
            term=text[start:end].lower(),
            confidence=1.0,
            method=Method.TERM,
            why="staat er letterlijk",
        )


def _sentence(text: str, at: int) -> str:
    return next((text[a:b] for a, b in split_sentences(text) if a <= at < b), "")
