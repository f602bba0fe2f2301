"""What a document says of its own state."""

from dataclasses import replace

import pytest

from leaterms.assessment.versions import Version, version_of

from .archives import paper


def version(name="verslag.pdf", preamble="", stamps=()):
    record = paper(name, ("Peuters", "Tekst."), preamble=preamble).record
    return version_of(name, replace(record, stamps=tuple(stamps)))


@pytest.mark.parametrize(
    "stamp", ["CONCEPT", "Concept d.d. 3 maart", "LEA-overleg (concept)", "LEA - concept", "Draft"]
)
def test_a_watermark_or_header_tells_a_concept(stamp):
    assert version(stamps=["Gemeente Testdam", stamp]) is Version.CONCEPT


@pytest.mark.parametrize("stamp", ["Model vastgesteld d.d. 3 maart 2019", "Concept-beleidsplan"])
def test_a_footer_may_speak_of_another_paper(stamp):
    assert version(stamps=[stamp]) is Version.UNMARKED


def test_the_text_tells_more_than_a_stamp_and_a_stamp_more_than_the_name():
    adopted = "Vastgesteld d.d. 9 mei 2022"

    assert version(preamble=adopted, stamps=["CONCEPT"]) is Version.ADOPTED
    assert version("verslag-def.pdf", stamps=["CONCEPT"]) is Version.CONCEPT
