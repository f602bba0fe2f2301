import pytest

from leaterms.reading.line_ends import Join, join_of


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("onder-", "wijs"),
        ("(onder-", "wijs)"),
        ("peuter-", "speelzaal,"),
        ("achterstanden-", "beleid"),
        ("toelatings-", "procedures"),
        ("gemeen-", "te"),
        ("samen-", "werkingsverband"),
    ],
)
def test_hyphenation_is_undone(last, first):
    assert join_of(last, first) is Join.DROP_HYPHEN


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("vve-", "beleid"),
        ("OAB-", "middelen"),
        ("NT2-", "onderwijs"),
        ("2022-", "2023"),
        ("Noord-", "Holland"),
        ("zij-", "instroom"),
        ("sociaal-", "emotioneel"),
        ("pedagogisch-", "didactisch"),
        ("niet-", "bereik"),
        ("bso-", "locaties"),
    ],
)
def test_a_hyphen_that_belongs_is_kept(last, first):
    assert join_of(last, first) is Join.KEEP_HYPHEN


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("taal-", "en"),
        ("in-", "of"),
        ("wethouder", "opent"),
        ("-", "wijs"),
        ("inschrijvings-", "en"),
    ],
)
def test_a_suspended_hyphen_and_a_plain_line_end_are_followed_by_a_space(last, first):
    assert join_of(last, first) is Join.SPACE
