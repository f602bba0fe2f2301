"""A text with its mentions marked, as a piece of HTML for a notebook.

What a mention is stands behind it in words, so that nothing hangs on colour (WCAG 2.2, 1.4.1);
the colours that are set have a contrast of 15 (1.4.3), the others are those of the notebook.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from leaterms.detection import Mention, Method
from leaterms.reporting.environment import make_environment
from leaterms.reporting.labels import ASSERTIONS, WORDINGS
from leaterms.vocabulary import Theme

__all__ = ["render_marked"]

_LONG = 1200  # characters without a mention that are shown in full
_KEPT = 400  # of a longer stretch, beside each mention


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the text; `labels` say what is mentioned in it.

    `is_proposal`: all that it mentions are proposals. `left_out` is the number of characters
    that are not shown, as Dutch writes it ('12.345'); '' where all are.
    """

    text: str
    labels: tuple[str, ...] = ()
    is_proposal: bool = False
    left_out: str = ""


def render_marked(text: str, mentions: Iterable[Mention], themes: Sequence[Theme]) -> str:
    """The text with a mark around each mention and behind it theme, wording and assertion.

    Mentions that overlap share one mark, which names all. A long stretch without mentions is
    cut, and it says how much was left out. Everything of the text is escaped.

    Args:
        text: the text in which the mentions have their offsets.
        mentions: the mentions; one that does not stand in the text is left out.
        themes: those whose short labels are shown; of another theme its id is.
    """
    names = {theme.id: theme.short for theme in themes}
    standing = [m for m in mentions if m.quote and text[m.start : m.end] == m.quote]
    page = make_environment().get_template("marked.html.j2")
    return page.render(parts=list(_parts(text, standing, names)), is_empty=not standing)


def _parts(text: str, mentions: Sequence[Mention], names: dict[str, str]) -> Iterator[_Part]:
    end = 0
    for group in _overlapping(mentions):
        start, until = min(m.start for m in group), max(m.end for m in group)
        yield from _between(text[end:start], is_first=end == 0)
        labels = tuple(dict.fromkeys(_label(m, names) for m in group))
        proposed = all(m.method is Method.SEMANTIC for m in group)
        yield _Part(text[start:until], labels, proposed)
        end = until
    yield from _between(text[end:], is_first=end == 0, is_last=True)


def _overlapping(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions in groups that share letters, in order of place; what counts comes first."""
    groups: list[list[Mention]] = []
    end = 0
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        if groups and mention.start < end:
            groups[-1].append(mention)
        else:
            groups.append([mention])
        end = max(end, mention.end)
    return [sorted(group, key=lambda m: m.method is Method.SEMANTIC) for group in groups]


def _label(mention: Mention, names: dict[str, str]) -> str:
    """'Segregatie: eigen woorden, besproken'."""
    theme = names.get(mention.theme, mention.theme)
    label = f"{theme}: {WORDINGS[mention.wording]}, {ASSERTIONS[mention.assertion]}"
    return f"voorstel, {label}" if mention.method is Method.SEMANTIC else label


def _between(text: str, *, is_first: bool, is_last: bool = False) -> Iterator[_Part]:
    """A stretch without mentions, whole or with its middle left out.

    Of what stands before the first mention only the end is kept, after the last the beginning.
    """
    if len(text) <= _LONG:
        if text:
            yield _Part(text)
        return
    before = "" if is_first and not is_last else _to_word(text[:_KEPT])
    after = "" if is_last else _from_word(text[-_KEPT:])
    if before:
        yield _Part(before)
    left_out = len(text) - len(before) - len(after)
    yield _Part("", left_out=f"{left_out:,}".replace(",", "."))
    if after:
        yield _Part(after)


def _to_word(text: str) -> str:
    """Without the word at the end, which may be cut through."""
    cut = text.rfind(" ")
    return text[: cut + 1] if cut >= 0 else text


def _from_word(text: str) -> str:
    """Without the word at the beginning, which may be cut through."""
    return text[text.find(" ") :] if " " in text else text
