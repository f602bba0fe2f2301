"""All that an archive shows of one theme in one year: the ground under an answer.

Coverage tells how a theme was dealt with and which risk that gives; an assessment adds what
the law and the inspectorate ask beside it: with whom, how often, what was agreed, whether
that can be measured, which agreements already stood, and why there was no talk. The rules
are data, `vocab/beoordeling.yaml`. It is an indication, no verdict.
"""

from dataclasses import dataclass

from leaterms.assessment.bearing import ThemedAgreement
from leaterms.assessment.evidence import Evidence
from leaterms.assessment.remarks import Remark
from leaterms.assessment.risk import Risk, Status
from leaterms.assessment.standing import StandingAgreement
from leaterms.structure import Partner

__all__ = ["Assessment"]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the documents of one municipality and calendar year show of one theme.

    `status` is that of coverage; `risk` is its risk, raised where the rules say so (a
    statutory partner was missing). `reason` is the ground of the risk and `explanation` the
    whole in a few sentences, both plain Dutch that says it is an indication. `group` is the
    article that names the theme.

    `statutory` and `jargon` are the best evidence in either wording. `meetings` counts the
    meetings of the consultation in which the theme shows: `bestuurlijk`, `ambtelijk` and
    `onbekend` add up to it; `held` counts all that year.

    `required` are the statutory partners of the theme (the childcare providers only where the
    rules say so), `present` those that were at one of the meetings of which minutes show the
    theme, `missing` the required ones that were at none of these; both are empty where no
    minutes show the theme, or none of them says who was there (`attendance` False).
    `overleg`: minutes show that the theme was talked about, and no attendance says that the
    municipality was alone; `overleg_ground` says in a Dutch sentence what shows it or lacks.

    `agreements` are those on the theme of that year: those that name it, and those in an item
    whose heading bears it (`by_heading`). `standing` are those made before: of minutes of
    earlier years, of a convenant or plan. `still_fit` are the sentences that say that what was
    agreed still holds, `grounds` those that say why the theme was not talked about. Of each
    text one.
    """

    municipality: str
    year: int
    theme: str
    group: str
    status: Status
    risk: Risk
    reason: str
    statutory: Evidence | None
    jargon: Evidence | None
    denials: tuple[Evidence, ...]
    meetings: int
    bestuurlijk: int
    ambtelijk: int
    onbekend: int
    held: int
    required: tuple[Partner, ...]
    present: tuple[Partner, ...]
    missing: tuple[Partner, ...]
    attendance: bool
    overleg: bool
    overleg_ground: str
    agreements: tuple[ThemedAgreement, ...]
    standing: tuple[StandingAgreement, ...]
    still_fit: tuple[Remark, ...]
    grounds: tuple[Remark, ...]
    explanation: str

    @property
    def measurable(self) -> tuple[ThemedAgreement, ...]:
        """Those of `agreements` of which one can check that they were kept."""
        return tuple(themed for themed in self.agreements if themed.measurable)
