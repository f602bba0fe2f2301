"""Invented paragraphs, of which the pages of tests are made."""

__all__ = ["LONG", "OTHER", "SHORT", "THIRD"]

LONG = (
    "De wethouder licht toe dat het aantal leerlingen met een hoge achterstandsscore in de "
    "binnenstad sinds 2019 is gegroeid, terwijl het in de dorpen juist afneemt. De besturen "
    "herkennen dat beeld en wijzen op de invloed van afstand, sfeer en vrienden op de keuze die "
    "ouders maken."
)
OTHER = (
    "Mevrouw Vrieling vraagt aandacht voor kinderen die extra ondersteuning nodig hebben: zij "
    "worden te vaak doorverwezen naar de school die daar goed in is, zodat een scheve verdeling "
    "over de wijken ontstaat."
)
THIRD = (
    "Het bereik onder peuters is gestegen tot ruim acht op de tien. De consultatiebureaus geven "
    "hun indicatie nu eerder af, en ouders krijgen thuis een tweede gesprek."
)
SHORT = "Het verslag wordt zonder wijzigingen vastgesteld."
