"""Invented minutes, the source against which the house styles of `houses` are measured."""

from dataclasses import dataclass

__all__ = ["MINUTES", "Minutes", "Point"]


@dataclass(frozen=True, slots=True)
class Point:
    """An agenda item; `actions` has what is to be done, by whom and when."""

    number: str
    title: str
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...] = ()
    actions: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes as their author typed them."""

    title: str
    facts: tuple[tuple[str, str], ...]
    present: tuple[tuple[str, str], ...]
    points: tuple[Point, ...]


MINUTES = Minutes(
    title="Verslag bestuurlijk overleg Lokale Educatieve Agenda",
    facts=(
        ("Datum", "donderdag 14 maart 2024"),
        ("Tijd", "13.30 - 15.15 uur"),
        ("Plaats", "raadzaal, gemeentehuis Lindewaard"),
        ("Kenmerk", "Z/24/118 - D/24/5521"),
    ),
    present=(
        ("mevrouw T. Oosterveen (voorzitter)", "wethouder Lindewaard"),
        ("de heer J. van Essen", "Stichting Het Kompas"),
        ("mevrouw F. Aarts-Demir", "Vereniging De Linde"),
        ("mevrouw L. Zijlstra", "Kinderopvang Pluk"),
        ("de heer R. Bouwhuis", "samenwerkingsverband PO"),
        ("mevrouw K. de Ruiter (notulist)", "gemeente Lindewaard"),
    ),
    points=(
        Point(
            "1",
            "Opening en mededelingen",
            (
                (
                    "De voorzitter opent de vergadering om half twee en heet iedereen van harte "
                    "welkom. Mevrouw Zijlstra komt wat later, omdat de trein uitviel. Er zijn "
                    "geen wijzigingen op de agenda."
                ),
                (
                    "Het officiële bericht over de financiën van het "
                    "onderwijsachterstandenbeleid is eind februari ontvangen; het wordt met dit "
                    "verslag rondgestuurd."
                ),
            ),
        ),
        Point(
            "2",
            "Verslag van 23 november 2023",
            (
                (
                    "Het verslag wordt zonder wijzigingen vastgesteld, met dank aan de "
                    "notulist. Naar aanleiding van punt 4 vraagt de heer Van Essen of de "
                    "cijfers over het leesonderwijs al bekend zijn. De gemeente zoekt dat uit."
                ),
            ),
            actions=(("Cijfers leesonderwijs opvragen", "gemeente", "1 mei 2024"),),
        ),
        Point(
            "3",
            (
                "Evenwichtige verdeling van leerlingen over de scholen in de kernen en het "
                "tegengaan van segregatie"
            ),
            (
                (
                    "De wethouder schetst hoe de leerlingenstromen zich in de afgelopen vijf "
                    "jaar hebben ontwikkeld. In de wijk Zuiderkwartier kiezen veel ouders voor "
                    "een school buiten de buurt, terwijl de dichtstbijzijnde school leegloopt. "
                    "Dat effect is het grootst bij kinderen die naar groep 1 gaan."
                ),
                (
                    "Mevrouw Aarts-Demir vindt dat de gezamenlijke voorlichting aan ouders "
                    "beter kan. De besturen hebben elk een eigen folder, met eigen aanmelddata. "
                    "Zij stelt voor om met één aanmeldmoment te werken en dit af te stemmen met "
                    "de kinderopvang."
                ),
                (
                    "De heer Bouwhuis wijst op het vve-beleid en op de taal- en "
                    "rekenachterstanden van nieuwkomers: zonder een goede doorgaande lijn "
                    "beginnen kinderen met een achterstand aan de basisschool, en dan heeft een "
                    "andere verdeling weinig zin."
                ),
            ),
            bullets=(
                "De besturen leveren voor de zomervakantie hun leerlingenaantallen per postcode.",
                (
                    "Er komt één aanmeldmoment voor alle basisscholen, te beginnen in het "
                    "schooljaar 2025-2026; de gemeente stelt daarvoor een werkgroep in."
                ),
                "De folder wordt vervangen door een gezamenlijke website.",
            ),
            actions=(
                ("Leerlingenaantallen per postcode aanleveren", "besturen", "1 juli 2024"),
                ("Werkgroep aanmeldmoment instellen", "mevrouw De Ruiter", "1 juni 2024"),
            ),
        ),
        Point(
            "4",
            "Voor- en vroegschoolse educatie",
            (
                (
                    "Kinderopvang Pluk heeft in de groepen met een ve-aanbod te maken met een "
                    "groot personeelstekort. Daardoor zijn in het najaar op drie locaties "
                    "groepen samengevoegd. De pedagogisch beleidsmedewerkers hebben de "
                    "kwaliteitseisen steeds kunnen waarborgen, maar het is passen en meten."
                ),
                (
                    "De doelgroepdefinitie blijft zoals die is. Het consultatiebureau verwijst "
                    "nu ongeveer acht op de tien doelgroeppeuters door; het streven is negen op "
                    "de tien. De wethouder spreekt haar waardering uit voor wat er in korte "
                    "tijd bereikt is."
                ),
                (
                    "Afgesproken wordt dat de resultaatafspraken voor de vroegschoolse educatie "
                    "in het najaar opnieuw worden bezien, als de inspectie haar bevindingen "
                    "heeft gepubliceerd."
                ),
            ),
            actions=(("Resultaatafspraken agenderen", "de heer Van Essen", "november 2024"),),
        ),
        Point(
            "5",
            "Rondvraag en sluiting",
            (
                (
                    "Mevrouw Zijlstra vraagt aandacht voor het fietsparkeren bij de Kindcentra. "
                    "De voorzitter geeft dat door aan de collega van verkeer."
                ),
                (
                    "Niemand heeft verder nog iets. De voorzitter sluit de vergadering om kwart "
                    "over drie en nodigt allen uit voor koffie met appeltaart."
                ),
            ),
        ),
    ),
)
