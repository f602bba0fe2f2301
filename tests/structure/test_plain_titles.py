import pytest

from leaterms.structure.plain_titles import may_be_plain


@pytest.mark.parametrize(
    "title",
    [
        "Peuters",
        "Wat we niet meer doen",
        "Voorschoolse educatie: doelgroepdefinitie, toeleiding en doorlopende leerlijn: bijpraten",
        "Bevorderen van integratie en tegengaan van segregatie: samen spelen in de wijken Noord",
    ],
)
def test_short_titles_and_long_ones_that_are_no_sentence_need_no_look(title):
    assert may_be_plain(title)


@pytest.mark.parametrize(
    "line",
    [
        "12-3-2024",
        "Sluiting 21.20.",
        "Opgeschreven door Tineke, klopt er iets niet dan hoor ik het wel",
        "Volgende vergadering donderdag 9 maart om twee uur in de raadzaal van het gemeentehuis",
        "Namens de scholen Anna Bos en Kees Vis (De Wilg), Noor Kok",
        "Bos: folder, brief en gesprek met de ouders van de kinderen in het dorp",
        "De besturen, de gemeente en de kinderopvang over de peuters van de dorpen,",
        " ".join(["woord"] * 21),
    ],
)
def test_dates_names_and_sentences_are_none(line):
    assert not may_be_plain(line)
