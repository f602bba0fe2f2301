"""Documents of which the attendance matters."""

from dataclasses import replace

from leaterms.structure import Partner
from tests.assessment.archives import paper

ALL = ("gemeente", "schoolbestuur", "kinderopvang")


def attended(path, *items, partners=ALL, **options):
    """A file of one meeting at which these partners were, as in `paper`."""
    result = paper(path, *items, **options)
    present = tuple(Partner(partner) for partner in partners)
    return replace(result, record=replace(result.record, partners=present))


def themes_with(themes, *partners):
    """The themes with other statutory partners."""
    return tuple(replace(theme, partners=partners) for theme in themes)
