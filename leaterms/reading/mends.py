"""What to do with a file of a kind that is not read: Dutch sentences, for its row."""

from leaterms.reading.formats import Format

__all__ = ["mend_of"]

_OR_LIBREOFFICE = (
    "open het in Word en sla het op als .docx of als PDF, of installeer LibreOffice en scan "
    "opnieuw"
)

# what the file is, and what to do about it
_MENDS = {
    Format.DOC: f"is een Word-bestand in het oude formaat (.doc); {_OR_LIBREOFFICE}",
    Format.ENCRYPTED_OFFICE: (
        "is met een wachtwoord beveiligd; open het, haal het wachtwoord eraf en sla het opnieuw op"
    ),
    Format.XLS: "is een Excel-bestand (.xls); sla de verslagtekst op als .docx of als PDF",
    Format.XLSX: "is een Excel-bestand (.xlsx); sla de verslagtekst op als .docx of als PDF",
    Format.PPT: "is een presentatie (.ppt); sla haar op als PDF",
    Format.PPTX: "is een presentatie (.pptx); sla haar op als PDF",
    Format.MSG: (
        "is een Outlook-bericht (.msg); sla de bijlage los op, of druk het bericht af naar PDF"
    ),
    Format.MAIL: (
        "is een e-mailbericht (.eml); sla de bijlage los op, of druk het bericht af naar PDF"
    ),
    Format.OLE: (
        "is een oud Office-bestand van een onbekende soort; open het in het programma waarmee "
        "het gemaakt is en sla het op als .docx of als PDF"
    ),
    Format.ODF: (
        "is een OpenDocument-bestand maar geen tekst (een rekenblad of presentatie); sla de "
        "verslagtekst op als .docx of als PDF"
    ),
    Format.WORD_XML: f"is een Word-bestand in XML-vorm; {_OR_LIBREOFFICE}",
    Format.XML: "is een XML-bestand, geen verslag; zoek het verslag in Word of als PDF",
    Format.IMAGE: (
        "is een afbeelding; maak er met tekstherkenning (OCR) een doorzoekbare PDF van"
    ),
    Format.MEDIA: "is een geluids- of beeldopname; zoek het schriftelijke verslag erbij",
    Format.ZIP: (
        "is een zip-bestand, geen Word-document; pak het uit en zet de losse bestanden in de map"
    ),
    Format.ARCHIVE: ("is een ingepakt archief; pak het uit en zet de losse bestanden in de map"),
    Format.WORD_LOCK: (
        "is een hulpbestand dat Word naast een geopend document zet; sluit Word, dan verdwijnt het"
    ),
    Format.UNKNOWN: (
        "is van een onbekende soort; lever het verslag aan als .docx of als PDF met tekst"
    ),
}


def mend_of(found: Format) -> str:
    """What a file of kind `found` is and what to do about it: the end of 'name ...'."""
    return _MENDS.get(found, _MENDS[Format.UNKNOWN])
