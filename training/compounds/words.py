"""Write the words that the lexicon lacks: bare spellings of accented ones, and the treebanks'.

    python training/compounds/words.py TREEBANKS leaterms/language/

simplemma leaves out most words that have but one form ('schade', 'kleding'). Those that the
`train` folder has are added, with their lemmas; words marked as compounds are not.
"""

import argparse
from collections import Counter
from pathlib import Path

import simplemma
from gold import read_rows
from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from leaterms.language.wordlist import fold

__all__ = ["accented", "missing"]

_CLASSES = {"NOUN", "ADJ", "VERB", "ADV", "AUX"}


def accented() -> list[str]:
    """Lower-case words of the lexicon with accents whose bare spelling it lacks."""
    lexicon = DEFAULT_DICTIONARY_FACTORY.get_dictionary("nl")
    words = (w for w in lexicon if not w.isascii() and w.isalpha() and w.islower() and len(w) > 3)
    return sorted(w for w in words if lexicon.get(fold(w)) is None)


def missing(folder: Path) -> list[tuple[str, str]]:
    """(form, lemma) of the words in `folder` that the lexicon lacks, folded and sorted."""
    bare = {fold(word) for word in accented()}
    found: dict[str, Counter[str]] = {}
    for form, lemma, pos in read_rows(folder):
        word, plain = fold(form), fold(lemma)
        if (
            pos in _CLASSES
            and "_" not in lemma
            and len(word) > 2
            and word.isalpha()
            and plain.isalpha()
            and not form[1:].isupper()
            and not simplemma.is_known(word, lang="nl")
            and word not in bare
        ):
            found.setdefault(word, Counter())[plain] += 1
    return sorted((word, lemmas.most_common(1)[0][0]) for word, lemmas in found.items())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write the words that the lexicon lacks.")
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    lines = ["# Dutch words with accents in the lexicon of simplemma (MIT)", *accented()]
    (options.out / "accents.txt").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    lines = [
        "# Words of the Alpino treebanks and UD_Dutch-LassySmall (CC BY-SA 4.0) that the lexicon",
        "# lacks: form, and lemma where it is another",
        *(
            f"{w} {lemma}" if lemma != w else w
            for w, lemma in missing(options.treebanks / "train")
        ),
    ]
    (options.out / "words.txt").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
