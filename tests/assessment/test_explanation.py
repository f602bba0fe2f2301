import pytest

from leaterms.assessment import assess
from leaterms.assessment.explanation import enumerate_dutch, say_number
from tests.assessment.archives import THEMES
from tests.assessment.attended import attended

JARGON = "[[Gemengde groepen::segregatie::jargon::discussed]]"
FIRM = "Afgesproken wordt dat de besturen vóór 1 {} cijfers leveren."
LOOSE = "Afgesproken wordt dat de besturen elkaar opzoeken{}."


@pytest.mark.parametrize(
    ("agreements", "said"),
    [
        ((), "Er is geen afspraak over gevonden."),
        ((FIRM.format("mei"),), "Er is één afspraak over gevonden; die is meetbaar."),
        ((LOOSE.format(""),), "Er is één afspraak over gevonden; die is niet meetbaar."),
        (
            (FIRM.format("mei"), FIRM.format("juni")),
            "Er zijn twee afspraken over gevonden; alle zijn meetbaar.",
        ),
        (
            (LOOSE.format(""), LOOSE.format(" op school")),
            "Er zijn twee afspraken over gevonden; geen daarvan is meetbaar.",
        ),
        (
            (FIRM.format("mei"), FIRM.format("juni"), LOOSE.format("")),
            "Er zijn drie afspraken over gevonden; 2 daarvan zijn meetbaar.",
        ),
    ],
)
def test_agreements_and_their_measurability_are_told_in_good_dutch(agreements, said):
    results = (attended("a.pdf", (JARGON, "\n".join(("Wij praten.", *agreements)))),)

    assert said in assess(results, THEMES)[0].explanation


@pytest.mark.parametrize(
    ("parts", "said"),
    [((), ""), (("a",), "a"), (("a", "b"), "a en b"), (("a", "b", "c"), "a, b en c")],
)
def test_parts_are_joined_as_in_a_sentence(parts, said):
    assert enumerate_dutch(parts) == said


@pytest.mark.parametrize(
    ("count", "said"), [(1, "één map"), (12, "twaalf mappen"), (13, "13 mappen")]
)
def test_small_numbers_are_words(count, said):
    assert say_number(count, "map", "mappen") == said
