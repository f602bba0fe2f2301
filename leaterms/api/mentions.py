"""What `leaterms.detect` gives: a list of mentions that a notebook shows in their text."""

from collections.abc import Iterable, Sequence

from leaterms.detection import Mention
from leaterms.reporting import render_marked
from leaterms.vocabulary import Theme

__all__ = ["MentionsInText"]


class MentionsInText(list[Mention]):
    """A list of mentions, equal to a plain list of the same, that knows the text they stand in.

    A slice of it is a plain list. What is taken out of it or put into it shows in a notebook
    too; a mention that stands in another text does not.
    """

    def __init__(self, mentions: Iterable[Mention], text: str, themes: Sequence[Theme]) -> None:
        super().__init__(mentions)
        self._text = text
        self._themes = tuple(themes)

    def _repr_html_(self) -> str:
        """The text with the mentions marked: IPython asks for it to show a result."""
        return render_marked(self._text, self, self._themes)
