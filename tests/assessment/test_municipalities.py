import pytest

from leaterms.assessment import resolve_municipalities
from tests.assessment.archives import paper, unread


def test_a_municipality_is_read_from_the_text_before_the_folder():
    results = (paper("Elders/a.pdf", towns=("Veenrade",)), unread("Elders/b.pdf"))

    assert resolve_municipalities(results) == {
        "Elders/a.pdf": ("Veenrade",),
        "Elders/b.pdf": ("Veenrade",),
    }


def test_what_most_documents_of_a_folder_say_wins_over_a_stray_one():
    results = (
        paper("x/a.pdf", towns=("Veenrade",)),
        paper("x/b.pdf", towns=("Veenrade",)),
        paper("x/c.pdf", towns=("Lisdorp",)),
        unread("x/d.pdf"),
    )

    assert resolve_municipalities(results)["x/d.pdf"] == ("Veenrade",)


def test_the_folder_of_a_region_gives_all_its_municipalities():
    results = (
        paper("regio/a.pdf", towns=("Veenrade", "Lisdorp")),
        paper("regio/b.pdf", towns=("Lisdorp", "Veenrade")),
        unread("regio/c.pdf"),
    )

    assert resolve_municipalities(results)["regio/c.pdf"] == ("Lisdorp", "Veenrade")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Lisdorp/a.pdf", ("Lisdorp",)),
        ("Gemeente Lisdorp/a.pdf", ("Lisdorp",)),
        ("Lisdorp/2022/a.pdf", ("Lisdorp",)),
        ("Lisdorp/verslagen/LEA 2021-2022/a.pdf", ("Lisdorp",)),
        ("2022/a.pdf", ("",)),
        ("a.pdf", ("",)),
    ],
)
def test_without_a_name_in_any_text_the_folders_name_counts(path, expected):
    assert resolve_municipalities((unread(path),)) == {path: expected}


def test_a_folder_of_years_asks_the_documents_of_the_folder_above():
    results = (paper("arch/2021/a.pdf", towns=("Veenrade",)), unread("arch/2022/b.pdf"))

    assert resolve_municipalities(results)["arch/2022/b.pdf"] == ("Veenrade",)


def test_spellings_of_one_name_become_one():
    results = (
        paper("a.pdf", towns=("Veenrade",)),
        paper("b.pdf", towns=("gemeente VEENRADE",)),
        paper("c.pdf", towns=("veenrade",)),
        unread("veenrade/d.pdf"),
    )

    assert set(resolve_municipalities(results).values()) == {("Veenrade",)}
