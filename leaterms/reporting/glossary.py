"""What the columns and codes of the tables mean, in Dutch: the sheet 'uitleg' of the workbook."""

from collections.abc import Mapping
from types import MappingProxyType

from leaterms.reporting import labels

__all__ = ["COLUMNS", "VALUES"]

_PLACES = {
    "path": "het bestand, gezien vanaf de gescande map",
    "item": "het volgnummer van het agendapunt, vanaf 0; -1 is de tekst vóór het eerste",
    "page": "de pagina, vanaf 1; leeg bij Word-bestanden",
    "start": "waar het begint, in tekens vanaf het begin van de kop of de tekst",
    "end": "waar het eindigt",
    "municipality": "de gemeente; meer dan één bij een regionaal overleg",
    "year": "het kalenderjaar van de vergadering",
    "theme": "het wettelijke thema",
    "themes": "de wettelijke thema's waarover het gaat",
    "title": "de kop van het agendapunt, zonder nummer",
    "meeting_date": "de dag van de vergadering",
    "level": "bestuurlijk (wethouder en besturen) of ambtelijk",
    "body": "hoe het overleg zichzelf noemt",
    "is_lea": "is dit het wettelijk overleg van gemeente en schoolbesturen?",
    "partners": "wie van de wettelijke partners aanwezig was",
    "text": "de tekst",
    "confidence": "hoe zeker de vondst is, van 0 tot 1",
}

COLUMNS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "dekking": {
            **_PLACES,
            "status": "het beste dat de stukken van dat jaar laten zien",
            "risk": "het risico dat daarbij hoort: een indicatie",
            "meetings": "in hoeveel vergaderingen het thema voorkomt",
            "evidence": "de beste passage, met haar vindplaats",
            "evidence_id": "de vermelding van die passage, in het blad 'vermeldingen'",
            "held": "hoeveel LEA-vergaderingen er dat jaar zijn gelezen",
            "denial": "een passage die zegt dat het thema niet is besproken",
            "reason": "de grond van het risico",
        },
        "beoordeling": {
            **_PLACES,
            "group": "het wetsartikel dat het thema noemt",
            "status": "het beste dat de stukken van dat jaar laten zien, als in 'dekking'",
            "risk": "het risico, hoger waar een wettelijke partner ontbrak: een indicatie",
            "reason": "de grond van het risico",
            "meetings": "in hoeveel vergaderingen het thema voorkomt",
            "bestuurlijk": "hoeveel daarvan bestuurlijk waren",
            "ambtelijk": "hoeveel daarvan ambtelijk waren",
            "onbekend": "van hoeveel daarvan het niveau niet blijkt",
            "held": "hoeveel LEA-vergaderingen er dat jaar zijn gelezen",
            "required": "wie erbij hoort: kinderopvang soms alleen als het om jonge kinderen gaat",
            "present": "wie van hen erbij was toen het thema aan bod kwam",
            "missing": "van wie dat niet blijkt",
            "attendance": "zegt een verslag van een bespreking wie er was?",
            "overleg": "laten verslagen zien dat er met partners over is gesproken?",
            "overleg_ground": "waaruit dat blijkt, of wat ontbreekt",
            "statutory": "de beste passage in wettelijke woorden",
            "jargon": "de beste passage in eigen woorden",
            "denial": "passages die zeggen dat het thema niet is besproken",
            "agreement_count": "hoeveel afspraken er over het thema zijn gevonden",
            "agreements": "die afspraken, ook die onder een kop die over het thema gaat",
            "measurable_count": "hoeveel daarvan meetbaar zijn",
            "measurable": "de meetbare afspraken",
            "standing": "afspraken van eerdere jaren, of uit een convenant of plan",
            "still_fit": "zinnen die zeggen dat bestaande afspraken nog passen",
            "grounds": "redenen die de stukken geven om het thema niet te bespreken",
            "explanation": "alles in enkele zinnen: een indicatie",
        },
        "jaarplan": {
            **_PLACES,
            "part": "waarover de rij gaat",
            "state": "wat er van de vergadering is, of wat er met het thema nog moet",
            "number": (
                "het verwachte aantal vergaderingen, het volgnummer van de vergadering of het "
                "nummer op de modelagenda"
            ),
            "date": "de dag van de vergadering; bij een thema: waarop het nog kan",
            "text": "de samenvatting, het niveau, wat u kunt doen, of het opschrift",
            "ground": "waarop het rust; bij thema's en agendapunten het wetsartikel",
        },
        "verschil": {
            **_PLACES,
            "quote": "de eigen woorden",
            "statutory_term": "de wettelijke woorden voor hetzelfde",
            "advice": "wat u kunt doen",
        },
        "herlabelen": {
            **_PLACES,
            "suggestion": "een opschrift dat het thema bij zijn wettelijke naam noemt",
            "reason": "waarom",
            "renames": "is het de nieuwe kop van dit agendapunt, of een agendapunt ernaast?",
            "evidence": "de woorden waarop het voorstel steunt",
        },
        "vermeldingen": {
            **_PLACES,
            "id": "vaste naam van de vermelding, ook na een volgende scan",
            "paragraph": "de alinea, bij Word-bestanden",
            "in_heading": "staat het in de kop van het agendapunt?",
            "wording": "wettelijke woorden of jargon (eigen woorden)",
            "assertion": "wat de passage laat zien: is het thema hier besproken?",
            "term": "de term uit de woordenlijst; leeg als het taalmodel het vond",
            "quote": "de gevonden woorden",
            "sentence": "de zin waarin ze staan",
            "method": "hoe het gevonden is",
            "why": "welke term en welke regel",
        },
        "afspraken": {
            **_PLACES,
            "measurable": "is na te gaan of de afspraak is nagekomen?",
            "who": "wie het doet",
            "by_when": "wanneer het klaar is",
            "belongs_to": "het agendapunt waarover het gaat; van een actielijst dat wat zij noemt",
            "why": "waaraan te zien is dat het een afspraak is",
        },
        "vergaderingen": {
            **_PLACES,
            "kinds": "welke soorten stukken er zijn",
            "documents": "de stukken van de vergadering",
            "counted": "de stukken die meetellen; van concept en definitief alleen het laatste",
        },
        "agendapunten": {
            **_PLACES,
            "number": "het gedrukte nummer",
            "page_first": "de eerste pagina",
            "page_last": "de laatste pagina",
        },
        "documenten": {
            **_PLACES,
            "sha256": "vingerafdruk van de inhoud",
            "format": "het soort bestand, naar de inhoud",
            "pages": "hoeveel pagina's; leeg bij Word-bestanden",
            "status": "is het bestand gelezen?",
            "error": "waarom niet, en wat u kunt doen",
            "kind": "agenda, verslag, besluitenlijst of ander stuk",
            "lea_reason": "waarom het wel of niet als LEA telt",
        },
    }
)
"""By sheet, the meaning of each column; columns of other sheets may be among them."""

VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "status (dekking)": {str(key): text for key, text in labels.STATUSES.items()},
        "risk": {str(key): text for key, text in labels.RISKS.items()},
        "assertion": {str(key): text for key, text in labels.ASSERTIONS.items()},
        "wording": {
            "statutory": "woorden van de wet of de inspectie",
            "jargon": "alle andere woorden voor hetzelfde",
        },
        "method": {
            "term": "een term uit de woordenlijst",
            "compound": "een samenstelling met zo'n term",
            "pattern": "een patroon uit de woordenlijst",
            "fuzzy": "een term met een tikfout of leesfout",
            "model": "het taalmodel, zeker genoeg om mee te tellen",
            "semantic": "het taalmodel, als voorstel; telt nergens mee",
        },
        "kind": {str(key): text for key, text in labels.KINDS.items()},
        "level": {str(key): text for key, text in labels.LEVELS.items()},
        "part": {
            "summary": "samenvatting van het jaar",
            "meeting": "een vergadering",
            "theme": "een thema",
            "agenda": "een regel van de modelagenda, om aan te passen",
        },
        "state (vergadering)": {str(key): text for key, text in labels.MEETING_STATES.items()},
        "state (thema)": {str(key): text for key, text in labels.THEME_STATES.items()},
        "status (documenten)": {"ok": "gelezen", **labels.FILE_STATUS},
    }
)
"""By column, what its codes mean."""
