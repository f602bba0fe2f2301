from leaterms.assessment import assess_coverage
from leaterms.reporting import tabulate_overview
from tests.assessment.archives import THEMES, paper


def test_the_overview_has_a_row_for_each_theme_and_a_column_for_each_year():
    jargon = "Er zijn [[heterogene groepen::segregatie::jargon::discussed]]."
    results = [
        paper("a.pdf", ("Punt", jargon)),
        paper("b.pdf", ("Punt", ""), date="2023-02-01", towns=("Akkerdam",)),
    ]
    table = tabulate_overview(assess_coverage(results, THEMES), THEMES)

    assert list(table) == ["gemeente", "thema", "2022", "2023"]
    assert table.head(1).to_dict("records") == [
        {
            "gemeente": "Akkerdam",
            "thema": "voorkomen van segregatie",
            "2022": "",
            "2023": "hoog: niet gevonden",
        }
    ]
    assert table["2022"].tolist()[4:6] == [
        "midden: besproken in eigen woorden",
        "hoog: niet gevonden",
    ]
    assert [str(dtype) for dtype in table.dtypes] == ["str"] * 4


def test_the_overview_says_where_a_document_denies_the_talk():
    text = (
        "Er zijn [[heterogene groepen::segregatie::jargon::discussed]]. "
        "Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken."
    )
    table = tabulate_overview(assess_coverage([paper("a.pdf", ("Punt", text))], THEMES), THEMES)

    assert table["2022"].tolist()[0] == (
        "hoog: besproken in eigen woorden; een stuk zegt: niet besproken"
    )
