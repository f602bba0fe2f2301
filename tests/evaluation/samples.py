"""Small annotated documents that the tests of evaluation share."""

from leaterms.evaluation import AnnotatedDocument, parse_annotated

HEADER = """\
---
municipality: Veenrade
body: LEA-overleg
kind: verslag
level: bestuurlijk
date: 2023-03-15
format: docx
style: 2
lea: yes
partners: gemeente, ggd, schoolbestuur
---
"""

BODY = """\
Verslag LEA-overleg
| Naam | Organisatie |
| A. Bos | gemeente Veenrade |

## 1. Opening
De voorzitter opent.

## Agendapunt 2 - [[Brede scholen::segregatie+integratie::jargon::discussed]] in de wijk
- Over [[segregatie::segregatie::statutory::not_discussed]] is niet gesproken.
{{AM:Besluit: de [[aanmelding::inschrijving-toelating::jargon::discussed]] start op 1 mei.}}
| Actie | {{A:De nota gaat rond}} | |
"""


def sample(body: str = BODY, *, header: str = HEADER, name: str = "a.txt") -> AnnotatedDocument:
    return parse_annotated(header + body, name)
