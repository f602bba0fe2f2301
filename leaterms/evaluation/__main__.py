"""`python -m leaterms.evaluation FOLDER --sources`: figures while tuning, no more.

Users call `leaterms evaluate`.
"""

import argparse
import json
import sys
from pathlib import Path

from leaterms.errors import LeatermsError
from leaterms.evaluation.evaluate import evaluate_sources
from leaterms.evaluation.folder import evaluate_folder
from leaterms.evaluation.mistakes import list_mistakes
from leaterms.evaluation.plain import to_plain
from leaterms.evaluation.tables import to_text
from leaterms.vocabulary import load_vocabulary

__all__: list[str] = []


def _main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m leaterms.evaluation")
    parser.add_argument("folder", type=Path, help="annotated documents, printed or not")
    parser.add_argument("--sources", action="store_true", help="detect in the annotated text")
    parser.add_argument("--annotations", type=Path, help="where the annotated documents are")
    parser.add_argument("--errors", action="store_true", help="also every mistake")
    parser.add_argument("--municipality", action="append", default=[], help="only these")
    parser.add_argument("--not", dest="other", action="append", default=[], help="not these")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    options = parser.parse_args(arguments)
    try:
        vocabulary = load_vocabulary()
        if options.sources:
            evaluation = evaluate_sources(options.folder, vocabulary)
        else:
            evaluation = evaluate_folder(
                options.folder, annotations=options.annotations, vocabulary=vocabulary
            )
    except LeatermsError as error:
        print(error, file=sys.stderr)
        return 2
    if options.municipality or options.other:
        evaluation = evaluation.select(
            lambda document: (
                (not options.municipality or document.municipality in options.municipality)
                and document.municipality not in options.other
            )
        )
    if options.json:
        print(json.dumps(to_plain(evaluation), ensure_ascii=False, indent=2))
        return 0
    if options.errors:
        print(list_mistakes(evaluation))
    print(to_text(evaluation), end="")
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
