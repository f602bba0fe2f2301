"""From the words of a term to all the words that carry the theme.

A term names what gives a theme away ('wachtlijst'); people say more ('staan op de
wachtlijst van de Regenboog'). The shortest words that carry the theme hold the term's words,
and what the model of spans favours beside them (annotation guideline, 'Span').
"""

from collections.abc import Sequence
from dataclasses import replace

from leaterms.detection.mention import Mention
from leaterms.detection.passages import Passage
from leaterms.detection.scoring import ItemScores
from leaterms.vocabulary import Wording

__all__ = ["widened"]


def widened(
    mentions: Sequence[tuple[int, Mention]], scores: ItemScores
) -> tuple[tuple[int, Mention], ...]:
    """`mentions` with the number of their passage, jargon with all words that carry its theme.

    None loses a word or takes one of another; mentions of the same words stay together. What is
    statutory has the words of the law and keeps them.
    """
    themes: dict[tuple[int, int], list[str]] = {}
    places: dict[tuple[int, int], tuple[int, int]] = {}
    for number, mention in mentions:
        themes.setdefault((number, mention.start), []).append(mention.theme)
        places[number, mention.start] = mention.start, mention.end
    found: list[tuple[int, Mention]] = []
    for number, mention in mentions:
        key = number, mention.start
        if mention.wording is not Wording.STATUTORY:
            others = [
                place for other, place in places.items() if other[0] == number and other != key
            ]
            passage = scores.read.passages[number]
            places[key] = _span(mention, tuple(themes[key]), passage, others, scores)
        start, end = places[key]
        quote = scores.read.passages[number].text[start:end]
        found.append((number, replace(mention, start=start, end=end, quote=quote)))
    return tuple(found)


def _span(
    mention: Mention,
    themes: tuple[str, ...],
    passage: Passage,
    others: Sequence[tuple[int, int]],
    scores: ItemScores,
) -> tuple[int, int]:
    """Start and end of all the words that carry `themes` with those of `mention`."""
    tokens = passage.sentence.tokens
    held = [i for i, t in enumerate(tokens) if t.start < mention.end and t.end > mention.start]
    barred = [
        i
        for i, token in enumerate(tokens)
        if i not in held and any(token.start < b and token.end > a for a, b in others)
    ]
    run = scores.classifier.span(
        passage.text, passage.sentence, themes, barred=barred, held=(held[0], held[-1])
    )
    if run is None:
        return mention.start, mention.end
    return min(tokens[run[0]].start, mention.start), max(tokens[run[1]].end, mention.end)
