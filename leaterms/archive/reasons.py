"""Why a file gave no text, where not its content but the machine stood in the way.

Dutch sentences for the column `error`: what is wrong, what to do. They hold nothing that
differs between two runs (no process numbers, no times measured).
"""

import errno

__all__ = [
    "BROKEN_LINK",
    "CRASHED",
    "NO_FILE",
    "UNREADABLE_FOLDER",
    "of_bug",
    "of_memory",
    "of_os_error",
    "of_time",
]

BROKEN_LINK = (
    "Dit is een snelkoppeling naar een bestand dat er niet is; zet het bestand zelf in de map."
)
NO_FILE = "Dit is geen gewoon bestand maar een apparaat of kanaal; haal het uit de map."
UNREADABLE_FOLDER = (
    "Deze map kan niet worden geopend, dus de bestanden erin ontbreken; "
    "vraag leesrechten en scan opnieuw."
)
CRASHED = (
    "Bij het lezen van dit bestand viel het leesprogramma uit; sla het opnieuw op, "
    "bijvoorbeeld met 'Afdrukken naar pdf', en scan opnieuw."
)


def of_os_error(error: OSError) -> str:
    """The sentence for a file that the operating system does not let us read."""
    if isinstance(error, PermissionError):
        return "U hebt geen leesrechten voor dit bestand; vraag ze aan en scan opnieuw."
    if isinstance(error, FileNotFoundError):
        return "Dit bestand is tijdens het scannen verdwenen of hernoemd; scan opnieuw."
    if error.errno == errno.ELOOP:
        return BROKEN_LINK
    return (
        "Dit bestand kan niet worden geopend; controleer of de schijf of netwerkmap "
        "bereikbaar is en scan opnieuw."
    )


def of_time(seconds: float) -> str:
    """The sentence for a file whose reading took longer than `seconds`."""
    return (
        f"Het lezen duurde langer dan {seconds:g} seconden en is gestopt; sla het bestand "
        "opnieuw op of splits het, en scan opnieuw."
    )


def of_memory(limit: int) -> str:
    """The sentence for a file whose reading took more than `limit` bytes of memory."""
    return (
        f"Het lezen vroeg meer dan {limit // 2**20} MB geheugen en is gestopt; splits het "
        "bestand of sla het opnieuw op, en scan opnieuw."
    )


def of_bug(error: Exception) -> str:
    """The sentence for an error that we did not foresee."""
    return (
        f"leaterms maakte een fout bij dit bestand ({type(error).__name__}); "
        "meld dit bij de makers, zo mogelijk met het bestand."
    )
