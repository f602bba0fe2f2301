"""Whether an action was done by the time it was written down: then it stands no longer.

'Brief sturen | Noor | afgehandeld', 'Nota rondsturen (gereed)', 'De nota is inmiddels af.'. Which
words tell: `vocab/beoordeling.yaml`.
"""

import re
from collections.abc import Sequence

from leaterms.assessment.agreements import Agreement
from leaterms.reading import BlockKind
from leaterms.structure import Item

__all__ = ["compile_finished", "is_finished"]


def compile_finished(words: Sequence[str]) -> re.Pattern[str]:
    """What finds one of `words` where it says that an action is done, in lower-case text.

    In a cell of its own (with a date behind it, perhaps), at the end after a bracket, dash or
    colon, and after 'is' or 'zijn' at the end of a sentence.
    """
    done = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    adverb = r"(?:\s+(?:nu|al|reeds|inmiddels|ondertussen|intussen))?"
    dated = r"(?:[\s,(]*(?:op|per|d\.d\.)?\s*[\d./-]+\)?)?"
    return re.compile(
        rf"^\W*(?:{done}){dated}\W*$|[(\[:–—]\s*(?:{done})\W*$|\s-\s+(?:{done})\W*$|"
        rf"(?<!\w)(?:is|zijn){adverb}\s+(?:{done})\W*$"
    )


def is_finished(agreement: Agreement, item: Item, done: re.Pattern[str]) -> bool:
    """Whether `agreement`, of `item`, or a cell of its row says that it is done.

    Args:
        agreement: of `find_agreements`.
        item: the item that it stands in.
        done: of `compile_finished`.
    """
    told = [agreement.text, agreement.by_when]
    for segment in item.segments:
        if segment.kind is BlockKind.ROW and segment.start <= agreement.start < segment.end:
            told += [
                item.text[start:end]
                for start, end in segment.cells
                if not start <= agreement.start < end
            ]
    return any(done.search(" ".join(text.split()).casefold()) for text in told)
