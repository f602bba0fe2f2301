import pytest

from leaterms import errors
from leaterms.errors import DocumentError, InputError, LeatermsError


def family() -> list[type[Exception]]:
    return [getattr(errors, name) for name in errors.__all__]


def test_the_family_is_drawn_in_the_docstring_with_its_parents():
    """Each line of the tree is indented four more than its parent's."""
    above: dict[int, str] = {}
    drawn: dict[str, str] = {}
    assert errors.__doc__
    for line in errors.__doc__.splitlines():
        name = line.lstrip(" │├└─").split(" ")[0]
        if name in errors.__all__:
            depth = line.index(name)
            above[depth] = name
            drawn[name] = above.get(depth - 4, "Exception")

    assert drawn == {kind.__name__: kind.__bases__[0].__name__ for kind in family()}


@pytest.mark.parametrize("kind", family(), ids=lambda kind: kind.__name__)
def test_every_error_is_caught_as_a_leaterms_error_and_says_its_sentence(kind):
    with pytest.raises(LeatermsError, match=r"^a\.pdf: dit is te groot; verklein het$"):
        raise kind("a.pdf: dit is te groot; verklein het")


def test_a_document_error_gives_the_status_of_its_row():
    statuses = {kind.__name__: kind.status for kind in family() if issubclass(kind, DocumentError)}

    assert statuses == {
        "DocumentError": "failed",
        "UnsupportedDocument": "unsupported",
        "BrokenDocument": "failed",
        "ScannedDocument": "needs_ocr",
    }


def test_an_unwritable_output_is_an_unusable_input():
    assert issubclass(errors.OutputError, InputError)
