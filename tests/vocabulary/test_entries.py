"""Each term and decoy of the shipped vocabulary does what its own examples say."""

from dataclasses import replace

import pytest

from leaterms.detection import Detector
from leaterms.vocabulary import Decoy, Term, Wording, load_vocabulary

VOCABULARY = load_vocabulary()


def alone(*terms: Term, decoys: tuple[Decoy, ...] = ()) -> Detector:
    """A detector of a few terms, so that no longer term hides what one of them finds."""
    return Detector(replace(VOCABULARY, terms=terms, decoys=decoys, assertions=()))


def found(detector: Detector, sentence: str) -> set[str]:
    return {mention.term for mention in detector.detect_text(sentence)}


@pytest.mark.parametrize("term", VOCABULARY.terms, ids=lambda term: term.id)
def test_a_term_is_found_in_its_matches_and_not_in_its_rejects(term: Term) -> None:
    detector = alone(term, decoys=VOCABULARY.decoys)

    missed = [s for s in term.matches if term.id not in found(detector, s)]
    wrong = [s for s in term.rejects if term.id in found(detector, s)]

    assert missed == []
    assert wrong == []


def probe(decoy: Decoy) -> Term:
    """A term with the words of `decoy`, to see whether the decoy stands in its way."""
    return Term(
        id="proef",
        label=decoy.label,
        themes=decoy.themes or ("segregatie",),
        wording=Wording.JARGON,
        source=decoy.source,
        matches=("-",),
        rejects=("-",),
        variants=decoy.variants,
        compounds=decoy.compounds,
        gap=decoy.gap,
        ordered=decoy.ordered,
    )


@pytest.mark.parametrize("decoy", VOCABULARY.decoys, ids=lambda decoy: decoy.id)
def test_a_decoy_blocks_in_its_matches_and_not_in_its_rejects(decoy: Decoy) -> None:
    term = probe(decoy)
    free, guarded = alone(term), alone(term, decoys=(decoy,))

    unseen = [s for s in decoy.matches if not found(free, s)]
    unblocked = [s for s in decoy.matches if found(guarded, s)]
    overblocked = [s for s in decoy.rejects if found(free, s) != found(guarded, s)]

    assert unseen == []
    assert unblocked == []
    assert overblocked == []


def test_every_theme_has_terms_in_both_wordings() -> None:
    pairs = {(theme, term.wording) for term in VOCABULARY.terms for theme in term.themes}

    assert pairs == {(theme.id, w) for theme in VOCABULARY.themes for w in Wording}
